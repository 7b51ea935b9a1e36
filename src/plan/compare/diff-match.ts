/** Finds for each node of one plan the node of the other that does its work. */
import { placed, type Placed } from './diff-roles.ts'
import type { Plan } from '../types.ts'

export interface Match {
  readonly before: Placed | null
  readonly after: Placed | null
}

type Key = (place: Placed) => string | null

const conditions = (place: Placed): string =>
  place.node.conditions
    .map((one) => one.text)
    .toSorted()
    .join('|')
const phase = (place: Placed): string => place.node.partialMode ?? ''

/** Nodes between a plan's top and the sort that gives the result its order. */
const ABOVE_ORDER: ReadonlySet<string> = new Set(['limit', 'gather', 'cache'])

/** The sort that gives the result its order, by its keys without table names: the same step over whatever is below. */
const resultOrder: Key = (one) => {
  if (one.role !== 'sort' || !one.node.sort) return null
  for (let above = one.parent; above; above = above.parent) if (!ABOVE_ORDER.has(above.role)) return null
  return one.node.sort.key.map((key) => key.replaceAll(/\b\w+\./g, '')).join('#')
}

/**
 * Keys from the strictest to the loosest; null leaves the node out of that round. A node is matched in the first
 * round where both plans have it, so an exact partner always wins over a mere relative.
 */
const ROUNDS: readonly Key[] = [
  resultOrder,
  (one) =>
    [
      one.role,
      one.reads,
      one.nesting,
      phase(one),
      one.node.relation,
      one.node.nodeType,
      one.node.index,
      conditions(one),
    ].join('#'),
  (one) => [one.role, one.reads, one.nesting, phase(one), one.node.relation, conditions(one)].join('#'),
  // Of the partitions of one table, the same one.
  (one) => [one.role, one.reads, one.nesting, phase(one), one.node.relation].join('#'),
  (one) => [one.role, one.reads, one.nesting, phase(one)].join('#'),
  (one) => [one.role, one.reads].join('#'),
  (one) => [one.role, one.relations, one.nesting].join('#'),
  (one) => [one.role, one.relations].join('#'),
]

/** Roles that are the same work even where the relations below differ a little (a join that went away). */
const LOOSE: ReadonlySet<string> = new Set([
  'join',
  'aggregate',
  'sort',
  'limit',
  'window',
  'distinct',
  'modify',
])
const LEAST_OVERLAP = 0.5
/** Above this two plans have so little in common that looking for relatives is not worth the time. */
const MOST_PAIRS = 100_000

function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((one) => b.includes(one)).length
  return shared / Math.max(1, a.length + b.length - shared)
}

/** Matches all nodes of two plans. Each node is in exactly one match; matches stand in the order of the after plan. */
export function matchNodes(before: Plan, after: Plan): readonly Match[] {
  const partners = new Map<Placed, Placed>()
  let left = placed(before)
  let right = placed(after)
  const pair = (a: Placed, b: Placed): void => {
    partners.set(a, b)
    partners.set(b, a)
  }
  const rest = (): void => {
    left = left.filter((one) => !partners.has(one))
    right = right.filter((one) => !partners.has(one))
  }
  const all = { left, right }
  for (const key of ROUNDS) {
    const waiting = new Map<string, Placed[]>()
    for (const one of left) {
      const name = key(one)
      if (name === null) continue
      const group = waiting.get(name)
      if (group) group.push(one)
      else waiting.set(name, [one])
    }
    for (const one of right) {
      const name = key(one)
      const partner = name === null ? undefined : waiting.get(name)?.shift()
      if (partner) pair(partner, one)
    }
    rest()
  }
  // What is left may still be the same step over slightly other relations: take the closest of each role.
  const looseLeft = left.filter((one) => LOOSE.has(one.role))
  const looseRight = right.filter((one) => LOOSE.has(one.role))
  const pairs = looseLeft.length * looseRight.length > MOST_PAIRS ? [] : looseLeft
  const candidates = pairs
    .flatMap((a) =>
      looseRight
        .filter((b) => a.role === b.role)
        .map((b) => ({ a, b, score: overlap(a.relations, b.relations) })),
    )
    .filter(({ score }) => score >= LEAST_OVERLAP)
    .toSorted((x, y) => y.score - x.score)
  for (const { a, b } of candidates) if (!partners.has(a) && !partners.has(b)) pair(a, b)
  rest()
  const matches: Match[] = all.right.map((one) => ({ before: partners.get(one) ?? null, after: one }))
  for (const one of left) matches.push({ before: one, after: null })
  return matches
}

/** Which statements of two requests are compared with each other. */
import { alignInOrder, type AlignedPair } from './request-align.ts'
import { planShape } from '../words/node-names.ts'
import { preorder } from '../tree.ts'
import type { Plan } from '../types.ts'

/** One statement of a request: its plan (null where PostgreSQL cannot explain it) and how often it ran. */
export interface RequestStatement {
  readonly plan: Plan | null
  readonly executions: number
  /** Blocks of 8 kB over all executions. */
  readonly buffers: number
  /** As it was written. */
  readonly text?: string
  /** PostgreSQL refused it. */
  readonly failed?: boolean
}

/** Numbers of two statements, counted from 0. */
export type StatementPair = AlignedPair

export interface RequestPairs {
  /** In the order of the request after. */
  readonly pairs: readonly StatementPair[]
  /** Statements without a partner. */
  readonly onlyBefore: readonly number[]
  readonly onlyAfter: readonly number[]
  /** Statements that ran again and again before and do not any more. */
  readonly goneLoops: readonly GoneLoop[]
}

export interface GoneLoop {
  readonly before: number
  /** The statement after that does the work of this loop and of nothing else but loops; null where there is none. */
  readonly heir: number | null
}

/** So many runs of one statement make a loop. */
const LOOP = 3

export const statementCount = (request: readonly RequestStatement[]): number =>
  request.reduce((sum, one) => sum + one.executions, 0)

/** The table that a statement writes to or reads first; null where it has none. */
const tableOf = ({ root }: Plan): string | null =>
  root.relation ?? preorder(root).find((node) => node.relation !== null)?.relation ?? null

const operationOf = ({ plan }: RequestStatement): string =>
  plan === null ? '' : (plan.root.modify?.operation ?? 'Select').toUpperCase()

/** `UPDATE on auth_user`, `SELECT without a table`. */
export function statementName(one: RequestStatement): string {
  const table = one.plan ? tableOf(one.plan) : null
  return `${operationOf(one)} ${table === null ? 'without a table' : `on ${table}`}`
}

/** What a statement is about: the relations that it reads or writes, or else its nodes. */
function subjects({ plan }: RequestStatement): ReadonlySet<string> {
  if (!plan) return new Set()
  const relations = preorder(plan.root).flatMap((node) => node.relation ?? [])
  return new Set(relations.length > 0 ? relations : [planShape(plan)])
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

function findGoneLoops(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): readonly number[] {
  if (statementCount(before) <= statementCount(after)) return []
  const shape = (one: RequestStatement): string => (one.plan ? planShape(one.plan) : '')
  return before.flatMap((one, at) =>
    one.plan !== null &&
    one.executions >= LOOP &&
    !after.some((other) => shape(other) === shape(one) && other.executions * 2 > one.executions)
      ? [at]
      : [],
  )
}

const plainText = ({ text }: RequestStatement): string | null => text?.trim().replaceAll(/\s+/g, ' ') ?? null

/**
 * Pairs the statements of two requests: those with the same text first, then those of one kind (SELECT, UPDATE …), and
 * of these the ones that touch most of the same tables. What fits equally well keeps its order. A loop that is gone waits until the other statements
 * have found theirs. What is left over on both sides of requests of equal length is paired in order.
 */
export function pairStatements(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): RequestPairs {
  const gone = findGoneLoops(before, after)
  const pairs: StatementPair[] = []
  const left = new Set(before.keys())
  const right = new Set(after.keys())
  const pair = (a: number, b: number): void => {
    if (!left.has(a) || !right.has(b)) return
    left.delete(a)
    right.delete(b)
    pairs.push({ before: a, after: b })
  }
  const [themes, others] = [before.map(subjects), after.map(subjects)]
  const candidates = [...left]
    .flatMap((a) => [...right].map((b) => ({ a, b, score: overlap(themes[a]!, others[b]!) })))
    .filter(({ score }) => score > 0)
    .map((one) => ({
      ...one,
      otherKind: Number(operationOf(before[one.a]!) !== operationOf(after[one.b]!)),
      isGone: Number(gone.includes(one.a)),
      distance: Math.abs(one.a - one.b),
    }))
  const rank = (x: (typeof candidates)[number], y: (typeof candidates)[number]): number =>
    x.otherKind - y.otherKind || x.isGone - y.isGone || y.score - x.score
  const ranked = candidates.toSorted((x, y) => rank(x, y) || x.distance - y.distance)
  /** Pairs in order first, then what can only be paired crosswise. */
  const pairAll = (alike: readonly { readonly a: number; readonly b: number }[]): void => {
    const keys = new Set(alike.map(({ a, b }) => `${a} ${b}`))
    for (const one of alignInOrder([...left], [...right], (a, b) => keys.has(`${a} ${b}`)))
      pair(one.before, one.after)
    for (const { a, b } of alike) pair(a, b)
  }
  const texts = [before.map(plainText), after.map(plainText)] as const
  pairAll(
    [...left].flatMap((a) =>
      [...right].flatMap((b) =>
        texts[0][a] != null && texts[0][a] === texts[1][b] && !gone.includes(a) ? [{ a, b }] : [],
      ),
    ),
  )
  for (let at = 0; at < ranked.length;) {
    const first = ranked[at]!
    const end = ranked.findIndex((one, place) => place > at && rank(first, one) !== 0)
    pairAll(ranked.slice(at, end < 0 ? ranked.length : end))
    at = end < 0 ? ranked.length : end
  }
  if (before.length === after.length) {
    const rest = [...right]
    for (const [at, one] of [...left].entries()) pair(one, rest[at]!)
  }
  const taken = new Set(pairs.filter((one) => !gone.includes(one.before)).map((one) => one.after))
  return {
    pairs: pairs.toSorted((x, y) => x.after - y.after),
    onlyBefore: [...left],
    onlyAfter: [...right],
    goneLoops: gone.map((at) => ({
      before: at,
      heir: ranked.find(({ a, b }) => a === at && !taken.has(b))?.b ?? null,
    })),
  }
}

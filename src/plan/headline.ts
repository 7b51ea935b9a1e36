/** The sentence above a comparison: what the change did to the plan. */
import type { NodeFigures } from './derive.ts'
import type { NodeChange, PlanDiff } from './diff.ts'
import { count, counted, list, times } from './format.ts'
import { nodeOperation, nodeTarget, nodeTitle } from './summary.ts'
import { roleOf } from './diff-roles.ts'
import { buffersOf } from './work.ts'
import { preorder } from './tree.ts'
import type { Plan, PlanNode } from './types.ts'

/** What the sentence counts: blocks where EXPLAIN counted them, else rows, else the planner's cost. */
type Unit = 'buffer' | 'row' | 'cost'

function unitOf(diff: PlanDiff): Unit {
  const counts = (plan: Plan): boolean => preorder(plan.root).some((node) => node.buffers !== null)
  if (counts(diff.before) && counts(diff.after)) return 'buffer'
  return diff.before.root.actual && diff.after.root.actual ? 'row' : 'cost'
}

/** Bitmap index scans below a heap scan: part of the same access. */
const indexParts = (node: PlanNode): readonly PlanNode[] =>
  node.children
    .filter((child) => roleOf(child) === 'index part')
    .flatMap((child) => [child, ...indexParts(child)])

/** Work of one side of a change: the node's own, and for a heap scan that of the index scans below it. */
function amount(diff: PlanDiff, change: NodeChange, side: 'before' | 'after', unit: Unit): number {
  const node = change[side]
  if (!node) return 0
  const derived = side === 'before' ? diff.derivedBefore : diff.derivedAfter
  const own = [node, ...indexParts(node)]
  const sum = (figure: (one: NodeFigures) => number): number =>
    own.reduce((total, one) => total + figure(derived.nodes.get(one.id)!), 0)
  if (unit === 'buffer') return sum((one) => one.buffers)
  if (unit === 'row') return sum((one) => one.rowsRead)
  return Math.max(
    0,
    (node.estimate?.totalCost ?? 0) -
      node.children.reduce((total, child) => total + (child.estimate?.totalCost ?? 0), 0),
  )
}

const figure = (value: number, unit: Unit): string =>
  unit === 'cost' ? `cost ${count(value)}` : counted(value, unit)

/** Names of the indexes that a Bitmap Heap Scan combines. */
const bitmapIndexes = (node: PlanNode): readonly string[] => [
  ...new Set(
    indexParts(node).flatMap((one) =>
      one.nodeType === 'Bitmap Index Scan' && one.index !== null ? [one.index] : [],
    ),
  ),
]

/** `Index Scan using i`, with ` on table` unless it is the partner's table. */
function title(node: PlanNode, partner: PlanNode | null = null): string {
  const indexes = node.nodeType === 'Bitmap Heap Scan' ? bitmapIndexes(node) : []
  const using =
    indexes.length > 0 ? ` using ${list(indexes)}` : node.index === null ? '' : ` using ${node.index}`
  const target = nodeTarget(node)
  const sameTarget = partner !== null && partner.relation === node.relation
  return `${nodeOperation(node)}${using}${target === null || sameTarget ? '' : ` on ${target}`}`
}

interface Event {
  readonly change: NodeChange
  readonly before: number
  readonly after: number
  readonly weight: number
}

/** Why a node with the same operation costs another amount, in a few words. */
function reason({ before, after }: NodeChange): string {
  if (!before || !after) return ''
  const loops = [before.actual?.loops ?? 0, after.actual?.loops ?? 0] as const
  if (before.heapFetches !== null && after.heapFetches !== null && before.heapFetches !== after.heapFetches)
    return ` (heap fetches ${count(before.heapFetches)} → ${count(after.heapFetches)})`
  if (loops[0] !== loops[1] && loops[1] === 0) return ' (never executed now)'
  if (loops[0] !== loops[1]) return ` (ran ${times(loops[0])}, now ${times(loops[1])})`
  return ''
}

function mainClause({ change, before, after }: Event, unit: Unit): string {
  const was = change.before
  const is = change.after
  if (was && is && change.status === 'replaced')
    return `${title(was)} (${figure(before, unit)}) became ${title(is, was)} (${figure(after, unit)})`
  if (was && is) return `${title(is)}: ${count(before)} → ${figure(after, unit)}${reason(change)}`
  if (was) {
    const ran = (was.actual?.loops ?? 1) > 1 ? `, run ${times(was.actual?.loops ?? 1)}` : ''
    return `${title(was)} (${figure(before, unit)}${ran}) is gone`
  }
  return is ? `${title(is)} (${figure(after, unit)}) is new` : ''
}

/** True where two scans went or came together. */
const isAlike = (main: NodeChange, other: NodeChange): boolean =>
  (main.status === 'removed' || main.status === 'new') &&
  main.status === other.status &&
  main.role === 'access' &&
  other.role === 'access'

function groupClause(main: Event, alike: readonly Event[], unit: Unit): string {
  const sum = [main, ...alike].reduce((total, one) => total + one.weight, 0)
  const node = main.change.before ?? main.change.after
  const verb = main.change.status === 'new' ? 'new' : 'gone'
  return node
    ? `${title(node)} and ${alike.length} more scans (together ${figure(sum, unit)}) are ${verb}`
    : ''
}

/** What sending the rows cost, where that changed: long values are fetched only then. */
function sending(diff: PlanDiff): readonly string[] {
  const blocks = (plan: Plan): number => {
    const buffers = plan.serialization?.buffers
    return buffers ? buffersOf(buffers) : 0
  }
  const [before, after] = [blocks(diff.before), blocks(diff.after)]
  const whole = Math.max(buffersOf(diff.derivedBefore.total), buffersOf(diff.derivedAfter.total), 1)
  if (Math.abs(before - after) < whole * 0.1) return []
  return [`fetching long values to send the rows: ${count(before)} → ${counted(after, 'buffer')}`]
}

const spills = (node: PlanNode | null): boolean =>
  node?.sort?.spaceType === 'Disk' || (node?.aggregate?.diskKb ?? 0) > 0

/** Structural changes worth a clause of their own, however little they cost themselves. */
function structure(diff: PlanDiff, main: NodeChange | null): readonly string[] {
  const clauses: string[] = []
  const named = { sort: 'Sort', distinct: 'Unique', window: 'WindowAgg' } as const
  const subplans = (plan: Plan): PlanNode | undefined =>
    preorder(plan.root).find((node) => node.parentRelationship === 'SubPlan' && (node.actual?.loops ?? 0) > 1)
  const subplan = subplans(diff.before)
  if (subplan && !subplans(diff.after))
    clauses.push(`the SubPlan that ran ${times(subplan.actual?.loops ?? 0)} is gone`)
  for (const change of diff.changes) {
    if (change === main) continue
    const { role, status, before, after } = change
    if (role === 'join' && status === 'replaced' && before && after)
      clauses.push(`${nodeOperation(before)} became ${nodeOperation(after)}`)
    else if (role === 'join' && status === 'removed' && before && !subplan)
      clauses.push(`the ${nodeOperation(before)} is gone`)
    else if (role === 'sort' && status === 'replaced' && before && after)
      clauses.push(`${nodeOperation(before)} became ${nodeOperation(after)}`)
    else if (role in named && (status === 'removed' || status === 'new'))
      clauses.push(`the ${named[role as keyof typeof named]} is ${status === 'new' ? 'new' : 'gone'}`)
    else if (before && after && spills(before) !== spills(after))
      clauses.push(`the ${nodeOperation(after)} ${spills(after) ? 'now spills' : 'no longer spills'} to disk`)
    else if (role === 'aggregate' && status === 'removed' && before && !subplan)
      clauses.push(`the ${nodeOperation(before)} is gone`)
    else if (role === 'aggregate' && status === 'replaced' && before && after)
      clauses.push(`${nodeOperation(before)} became ${nodeOperation(after)}`)
  }
  // What went here and came there is no change worth a word.
  const moved = (clause: string): boolean => {
    const name = /^(.+) is (?:new|gone)$/.exec(clause)?.[1]
    return name !== undefined && clauses.includes(`${name} is new`) && clauses.includes(`${name} is gone`)
  }
  return [...new Set(clauses)].filter((clause) => !moved(clause))
}

/** What to say where the plans have the same nodes and the same work. */
function sameWork(diff: PlanDiff, total: number, unit: Unit): string {
  let best: { node: PlanNode; from: number; to: number } | null = null
  const off = (factor: number | null): number => Math.max(factor ?? 1, 1 / (factor ?? 1))
  for (const { after, figuresBefore, figuresAfter } of diff.changes) {
    const [from, to] = [off(figuresBefore?.estimateFactor ?? null), off(figuresAfter?.estimateFactor ?? null)]
    if (after && Math.max(from, to) >= 2 * Math.min(from, to) && (!best || from / to > best.from / best.to))
      best = { node: after, from, to }
  }
  const text = `The plan is the same, and so is its work (${figure(total, unit)})`
  return best
    ? `${text}; the estimate of ${nodeTitle(best.node)} was ${count(best.from)} × off, now ${count(best.to)} ×.`
    : `${text}.`
}

/**
 * One or two sentences that say what happened between two plans: the change that moved most of the work, then what
 * else changed in the structure. Buffers are each node's own, over all its loops.
 */
export function headline(diff: PlanDiff): string {
  const unit = unitOf(diff)
  const events = diff.changes
    .filter((change) => change.role !== 'index part' && change.role !== 'hash' && change.role !== 'gather')
    .map((change): Event => {
      const before = amount(diff, change, 'before', unit)
      const after = amount(diff, change, 'after', unit)
      return { change, before, after, weight: Math.abs(before - after) }
    })
    .toSorted((a, b) => b.weight - a.weight)
  const total =
    unit === 'buffer' ? buffersOf(diff.derivedAfter.total) : events.reduce((sum, one) => sum + one.after, 0)
  const main = events.find((one) => one.weight > 0) ?? null
  const others = structure(diff, main?.change ?? null)
  if (!main && others.length === 0) {
    const swapped = events.find((one) => one.change.status === 'replaced' || one.change.status === 'new')
    const sent = sending(diff)
    if (swapped) return `${[mainClause(swapped, unit), ...sent].join('; ')}.`
    return sent.length > 0 ? `The plan is the same; ${sent.join('')}.` : sameWork(diff, total, unit)
  }
  // Many scans of one kind (partitions, repeated subqueries) are counted, not listed.
  const alike = main ? events.filter((one) => one !== main && isAlike(main.change, one.change)) : []
  const grouped = alike.length > 1
  const more = events
    .filter((one) => !grouped || !alike.includes(one))
    .filter((one) => one !== main && one.weight >= (main?.weight ?? 1) * 0.1 && one.change.status !== 'same')
    .filter((one) => one.change.role === 'access')
    .slice(0, 2)
  // What was removed was mostly replaced by something cheap: name it.
  const instead = events.find(
    (one) => one.change.status === 'new' && one.change.role === 'access' && !more.includes(one),
  )
  if (main?.change.status === 'removed' && instead && more.every((one) => one.change.status !== 'new'))
    more.push(instead)
  const first = main ? [grouped ? groupClause(main, alike, unit) : mainClause(main, unit)] : []
  const clauses = [
    ...first,
    ...more.map((one) => mainClause(one, unit)),
    ...others.slice(0, 3),
    ...sending(diff),
  ]
  const text = `${clauses.join('; ')}.`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

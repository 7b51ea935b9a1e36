/** The sentence above a comparison: what the change did to the plan. */
import { groupBy } from '../../shared/group-by.ts'
import type { NodeFigures } from '../figures/node-figures.ts'
import type { NodeChange, PlanDiff } from './diff.ts'
import { count, counted, list, times } from '../../shared/words.ts'
import { figure, indexParts, over, reason, title, type Unit } from './headline-words.ts'
import { nodeOperation, nodeTitle } from '../words/node-names.ts'
import { ownCost } from '../figures/cost.ts'
import { buffersOf } from '../figures/work.ts'
import { isTableScan, partitionOf, preorder } from '../tree.ts'
import type { Plan, PlanNode } from '../types.ts'

function unitOf(diff: PlanDiff): Unit {
  const counts = (plan: Plan): boolean => preorder(plan.root).some((node) => node.buffers !== null)
  if (counts(diff.before) && counts(diff.after)) return 'buffer'
  return diff.before.root.actual && diff.after.root.actual ? 'row' : 'cost'
}

/** Work of one side of a change: the node's own, and for a heap scan that of the index scans below it. */
function amount(diff: PlanDiff, change: NodeChange, side: 'before' | 'after', unit: Unit): number {
  const node = change[side]
  if (!node) return 0
  const { nodes } = side === 'before' ? diff.figuresBefore : diff.figuresAfter
  const own = [node, ...indexParts(node)]
  const sum = (figure: (one: NodeFigures) => number): number =>
    own.reduce((total, one) => total + figure(nodes.get(one.id)!), 0)
  if (unit === 'buffer') return sum((one) => one.buffers)
  if (unit === 'row') return sum((one) => one.rowsRead)
  return ownCost(node)
}

interface Event {
  readonly change: NodeChange
  readonly before: number
  readonly after: number
  readonly weight: number
}

/** The scans in place of `was`; those of one name together. */
function insteadOf(was: PlanNode, events: readonly Event[], unit: Unit): string {
  const byName = groupBy(events, ({ change }) => (change.after ? title(change.after, was) : ''))
  const words = [...byName].map(([name, each]) => {
    const sum = figure(
      each.reduce((total, one) => total + one.after, 0),
      unit,
    )
    return each.length === 1 ? `${name} (${sum})` : `${name}, ${times(each.length)} (together ${sum})`
  })
  return list(words)
}

/** `beside` are new scans of the same table that share the work with the one that replaced the old. */
function mainClause(event: Event, unit: Unit, beside: readonly Event[] = []): string {
  const { change, before, after } = event
  const was = change.before
  const is = change.after
  if (was && is && change.status === 'replaced') {
    return `${title(was)} (${figure(before, unit)}) became ${insteadOf(was, [event, ...beside], unit)}`
  }
  if (was && is) return `${title(is)}: ${count(before)} → ${figure(after, unit)}${reason(change)}`
  if (was) {
    const ran = (was.actual?.loops ?? 1) > 1 ? `, run ${times(was.actual?.loops ?? 1)}` : ''
    return `${title(was)}${over(was)} (${figure(before, unit)}${ran}) is gone`
  }
  return is ? `${title(is)}${over(is)} (${figure(after, unit)}) is new` : ''
}

const scansTable = ({ before, after }: NodeChange): boolean => {
  const node = after ?? before
  return node !== null && isTableScan(node)
}

/** True where two scans of tables went or came together. */
const isAlike = (main: NodeChange, other: NodeChange): boolean =>
  (main.status === 'removed' || main.status === 'new') &&
  main.status === other.status &&
  scansTable(main) &&
  scansTable(other)

function groupClause(main: Event, alike: readonly Event[], unit: Unit): string {
  const all = [main, ...alike]
  const sum = all.reduce((total, one) => total + one.weight, 0)
  const node = main.change.before ?? main.change.after
  if (!node) return ''
  const tables = new Set(all.map(({ change }) => partitionOf((change.before ?? change.after)!)))
  const [table] = tables
  const what =
    tables.size === 1 && table != null
      ? `${count(all.length)} scans of partitions of ${table}`
      : `${title(node)} and ${alike.length} more scans`
  return `${what} (together ${figure(sum, unit)}) are ${main.change.status === 'new' ? 'new' : 'gone'}`
}

/** What sending the rows cost, where that changed: long values are fetched only then. */
function sending(diff: PlanDiff): readonly string[] {
  const blocks = (plan: Plan): number => {
    const buffers = plan.serialization?.buffers
    return buffers ? buffersOf(buffers) : 0
  }
  const [before, after] = [blocks(diff.before), blocks(diff.after)]
  const whole = Math.max(buffersOf(diff.figuresBefore.total), buffersOf(diff.figuresAfter.total), 1)
  if (Math.abs(before - after) < Math.max(1, whole * 0.1)) return []
  return [`fetching long values to send the rows: ${count(before)} → ${counted(after, 'buffer')}`]
}

/** So many structural changes are told. */
const CLAUSES = 3

const spills = (node: PlanNode | null): boolean =>
  node?.sort?.spaceType === 'Disk' || (node?.aggregate?.diskKb ?? 0) > 0

/** `the Sort is gone; the Unique is gone` in fewer words: those that went together, and those that came. */
function merged(clauses: readonly string[]): readonly string[] {
  const parts = clauses.map((clause) => {
    const [, name, what] = /^(the .+) is (new|gone)$/.exec(clause) ?? []
    return { name: name ?? clause, what: what ?? clause }
  })
  return [...groupBy(parts, ({ what }) => what)].map(([what, group]) => {
    const names = group.map(({ name }) => name)
    return names[0] === what ? what : `${list(names)} ${names.length > 1 ? 'are' : 'is'} ${what}`
  })
}

const isRecursion = ({ before, after }: NodeChange): boolean =>
  (after ?? before)?.nodeType === 'Recursive Union'

/** Structural changes worth a clause of their own, however little they cost themselves. */
function structure(diff: PlanDiff, main: NodeChange | null): readonly string[] {
  const clauses: string[] = []
  const named = { sort: 'Sort', distinct: 'Unique', window: 'WindowAgg' } as const
  const subplans = (plan: Plan): PlanNode | undefined =>
    preorder(plan.root).find((node) => node.parentRelationship === 'SubPlan' && (node.actual?.loops ?? 0) > 1)
  const subplan = subplans(diff.before)
  const told = main?.status === 'removed' && main.before?.actual?.loops === subplan?.actual?.loops
  if (subplan && !told && !subplans(diff.after))
    clauses.push(`the SubPlan that ran ${times(subplan.actual?.loops ?? 0)} is gone`)
  for (const change of diff.changes) {
    if (change === main) continue
    const { role, status, before, after } = change
    if (role === 'join' && status === 'replaced' && before && after)
      clauses.push(`${nodeOperation(before)} became ${nodeOperation(after)}`)
    else if (role === 'join' && status === 'removed' && before && !subplan)
      clauses.push(`the ${nodeOperation(before)} is gone`)
    else if (role === 'join' && status === 'new' && after && main?.status === 'new' && !subplan)
      clauses.push(`the ${nodeOperation(after)} is new`)
    else if (isRecursion(change) && (status === 'removed' || status === 'new'))
      clauses.push(`the Recursive Union is ${status === 'new' ? 'new' : 'gone'}`)
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
  return merged([...new Set(clauses)].filter((clause) => !moved(clause)).slice(0, CLAUSES))
}

/** `523 buffers, most in Seq Scan on t`: what both plans read, and where. */
function total(diff: PlanDiff, unit: Unit): string {
  const events = diff.changes.map((change) => ({ change, work: amount(diff, change, 'after', unit) }))
  const top = events.toSorted((a, b) => b.work - a.work)[0]
  const whole =
    unit === 'buffer' ? buffersOf(diff.figuresAfter.total) : events.reduce((sum, { work }) => sum + work, 0)
  const node = top?.change.after
  if (!node || top.work === 0) return figure(whole, unit)
  return `${figure(whole, unit)}, ${top.work === whole ? 'all' : 'most'} in ${title(node)}`
}

/** What to say where the plans have the same nodes and the same work. */
function sameWork(diff: PlanDiff, unit: Unit): string {
  let best: { node: PlanNode; from: number; to: number } | null = null
  const off = (factor: number | null): number => Math.max(factor ?? 1, 1 / (factor ?? 1))
  for (const { after, figuresBefore, figuresAfter } of diff.changes) {
    const [from, to] = [off(figuresBefore?.estimateFactor ?? null), off(figuresAfter?.estimateFactor ?? null)]
    if (after && Math.max(from, to) >= 2 * Math.min(from, to) && (!best || from / to > best.from / best.to))
      best = { node: after, from, to }
  }
  const text = `The plan is the same, and so is its work (${total(diff, unit)})`
  if (best)
    return `${text}; the estimate of ${nodeTitle(best.node)} was ${count(best.from)} × off, now ${count(best.to)} ×.`
  const sorted = diff.changes.find(
    ({ before, after }) => before?.sort && after?.sort && before.sort.key.join() !== after.sort.key.join(),
  )
  return sorted?.after?.sort ? `${text}; it sorts by ${list(sorted.after.sort.key)} now.` : `${text}.`
}

/** New scans of the table whose scan was replaced: several index scans in place of one table scan. */
function besideMain(main: Event | null, events: readonly Event[]): readonly Event[] {
  const was = main?.change.status === 'replaced' && main.change.role === 'access' ? main.change.before : null
  if (!was) return []
  return events
    .filter(({ change }) => change.status === 'new' && change.role === 'access')
    .filter(({ change }) => change.after?.relation === was.relation && change.after?.relation !== null)
    .slice(0, 2)
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
  const main = events.find((one) => one.weight > 0) ?? null
  const others = structure(diff, main?.change ?? null)
  if (!main && others.length === 0) {
    const swapped = events.find((one) => one.change.status === 'replaced' || one.change.status === 'new')
    const sent = sending(diff)
    if (swapped) return `${[mainClause(swapped, unit), ...sent].join('; ')}.`
    return sent.length > 0
      ? `The plan is the same (${total(diff, unit)}); ${sent.join('')}.`
      : sameWork(diff, unit)
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
  const beside = besideMain(main, events)
  const first = main ? [grouped ? groupClause(main, alike, unit) : mainClause(main, unit, beside)] : []
  const clauses = [
    ...first,
    ...more.filter((one) => !beside.includes(one)).map((one) => mainClause(one, unit)),
    ...others,
    ...(main ? [] : [`the work is the same (${total(diff, unit)})`]),
    ...sending(diff),
  ]
  const text = `${clauses.join('; ')}.`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

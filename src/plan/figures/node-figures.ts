/**
 * What follows from a plan's raw figures, in new objects: work of each node alone (exclusive), rows over all loops,
 * estimate factor, share of the whole. The sum of the exclusive figures is the top node's figures plus `outside`.
 */
import { exclusiveTimes } from './exclusive-time.ts'
import { loopsOf, rowsOut, rowsProcessed, rowsRead, rowsRemoved } from './rows.ts'
import { chargeSubplans, type Slack } from './subplan-use.ts'
import { buffersOf, countsOf, METRICS, noCounts, tempOf, type Counts, type Work } from './work.ts'
import { inputs, isGather, isSubplan } from '../tree.ts'
import type { Plan, PlanNode } from '../types.ts'

export interface NodeFigures {
  readonly id: string
  readonly parentId: string | null
  readonly depth: number
  /** False where the node never ran (or the plan was not executed). */
  readonly executed: boolean
  /** The node with everything below it. Time: wall clock, parallel workers side by side counted once. */
  readonly inclusive: Work
  /** The node alone: without its inputs, and without subplans, which have their own nodes. Never negative. */
  readonly exclusive: Work
  /** Shared and local, hit and read blocks of `exclusive`, 8 kB each. */
  readonly buffers: number
  readonly inclusiveBuffers: number
  /** Temporary blocks of `exclusive`, written and read. */
  readonly temp: number
  /** Rows that left the node, over all loops and workers; see `rowsOut`. */
  readonly rows: number
  /** Rows thrown away by Filter, Join Filter and recheck, over all loops; see `rowsRemoved`. */
  readonly rowsRemoved: number
  /** Rows of a table that the node fetched: rows + removed, over all loops; 0 for other nodes; see `rowsRead`. */
  readonly rowsRead: number
  /** Rows that the node took in, compared pairs included; see `rowsProcessed`. */
  readonly rowsProcessed: number
  /** Actual rows ÷ estimated rows of one loop, both at least 1: 10 = ten times more than estimated. */
  readonly estimateFactor: number | null
  /** Part of the whole that `exclusive` is, 0 to 1; null where there is nothing to share. */
  readonly share: {
    readonly buffers: number | null
    readonly timeMs: number | null
    readonly rows: number | null
  }
}

/** What follows from one plan. */
export interface PlanFigures {
  readonly nodes: ReadonlyMap<string, NodeFigures>
  /** Ids from top to bottom. */
  readonly order: readonly string[]
  /** The top node's work plus `outside`: what the exclusive figures add up to. */
  readonly total: Work
  /** Work that the top node does not include: data-modifying CTEs finished after it. */
  readonly outside: Work
}

interface Place {
  readonly node: PlanNode
  readonly parent: PlanNode | null
  readonly depth: number
  /** How many processes run the node side by side. */
  readonly processes: number
}

/** Processes below a Gather: its child runs once in each; the leader helps unless it is busy or told not to. */
function processesBelow(gather: PlanNode): number {
  const loops = loopsOf(gather)
  const child = inputs(gather)[0]?.actual?.loops ?? 0
  const launched = gather.parallel.workersLaunched ?? 0
  if (loops === 0 || child === 0) return 1
  return Math.max(1, Math.min(launched + 1, child / loops))
}

function placesOf(root: PlanNode): readonly Place[] {
  const places: Place[] = []
  const stack: Place[] = [{ node: root, parent: null, depth: 0, processes: 1 }]
  for (let place = stack.pop(); place; place = stack.pop()) {
    places.push(place)
    const { node, depth } = place
    const parallel = isGather(node) ? processesBelow(node) : place.processes
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]!
      const processes = isSubplan(child) ? place.processes : parallel
      stack.push({ node: child, parent: node, depth: depth + 1, processes })
    }
  }
  return places
}

/** Wall clock time of a node over its loops, ms; null without timing. */
function wallMs({ node, processes }: Place): number | null {
  const { actual } = node
  return actual?.totalMs == null ? null : (actual.totalMs * actual.loops) / processes
}

/** What each node's own figures leave after its inputs. */
function slackOf(places: readonly Place[], time: ReadonlyMap<string, number>): Map<string, Slack> {
  const slack = new Map<string, Slack>()
  for (const { node } of places) {
    const counts = countsOf(node)
    let timeMs = time.get(node.id) ?? 0
    for (const child of inputs(node)) {
      const below = countsOf(child)
      for (const metric of METRICS) counts[metric] -= below[metric]
      timeMs -= time.get(child.id) ?? 0
    }
    for (const metric of METRICS) counts[metric] = Math.max(0, counts[metric])
    slack.set(node.id, { counts, timeMs: Math.max(0, timeMs) })
  }
  return slack
}

function figuresOf(
  place: Place,
  inclusive: Work,
  exclusive: Work,
  total: Work,
  allRows: number,
): NodeFigures {
  const { node, parent, depth } = place
  const { actual, estimate } = node
  const read = rowsRead(node)
  const executed = loopsOf(node) > 0
  const part = (own: number, whole: number): number | null => (whole > 0 ? own / whole : null)
  return {
    id: node.id,
    parentId: parent?.id ?? null,
    depth,
    executed,
    inclusive,
    exclusive,
    buffers: buffersOf(exclusive),
    inclusiveBuffers: buffersOf(inclusive),
    temp: tempOf(exclusive),
    rows: rowsOut(node),
    rowsRemoved: rowsRemoved(node),
    rowsRead: read,
    rowsProcessed: rowsProcessed(node),
    estimateFactor:
      executed && actual && estimate ? Math.max(actual.rows, 1) / Math.max(estimate.rows, 1) : null,
    share: {
      buffers: part(buffersOf(exclusive), buffersOf(total)),
      timeMs: total.timeMs === null ? null : part(exclusive.timeMs ?? 0, total.timeMs),
      rows: part(read, allRows),
    },
  }
}

/** All figures of a plan, node by node. Work is linear in the number of nodes, times the depth of subplan nesting. */
export function planFigures(plan: Plan): PlanFigures {
  const places = placesOf(plan.root)
  const timed = plan.root.actual?.totalMs != null
  const time = new Map(places.map((place) => [place.node.id, wallMs(place) ?? 0]))
  const slack = slackOf(places, time)
  const charged = chargeSubplans(plan.root, slack, (node) => ({
    counts: countsOf(node),
    timeMs: time.get(node.id) ?? 0,
  }))
  const times = timed ? exclusiveTimes(plan.root, time, charged) : null

  const outside = noCounts()
  let outsideMs = 0
  for (const work of charged.outside.values()) {
    for (const metric of METRICS) outside[metric] += work.counts[metric]
    outsideMs += work.timeMs
  }
  const top = countsOf(plan.root)
  const sum = Object.fromEntries(METRICS.map((metric) => [metric, top[metric] + outside[metric]])) as Counts
  const total: Work = { ...sum, timeMs: timed ? (time.get('0') ?? 0) + outsideMs : null }

  let allRows = 0
  for (const { node } of places) allRows += rowsRead(node)
  const nodes = new Map<string, NodeFigures>()
  for (const place of places) {
    const { id } = place.node
    // What was left of the slack after subplans took their part is the node's own.
    const exclusive: Work = { ...slack.get(id)!.counts, timeMs: times ? (times.get(id) ?? 0) : null }
    const inclusive: Work = { ...countsOf(place.node), timeMs: wallMs(place) }
    nodes.set(id, figuresOf(place, inclusive, exclusive, total, allRows))
  }
  return {
    nodes,
    order: places.map((place) => place.node.id),
    total,
    outside: { ...outside, timeMs: timed ? outsideMs : null },
  }
}

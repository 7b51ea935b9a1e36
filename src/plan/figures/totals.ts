/**
 * A plan's headline figures: what a Run scores, what a check grades and what the page shows are these.
 *
 * EXPLAIN prints buffers and WAL of a node with everything below it, over all loops and workers, so the top node's
 * are the statement's (https://www.postgresql.org/docs/18/sql-explain.html). Two things stand outside of the top node
 * and are added: a data-modifying CTE that is not read to its end goes on after the top node has finished
 * (ExecPostprocessPlan() in execMain.c), and SERIALIZE fetches long values only when the rows are sent. Planning is
 * left out. AFTER triggers are not in EXPLAIN's counts at all, only in its times.
 */
import { planFigures } from './node-figures.ts'
import { rowsOut, rowsProcessed, rowsRead } from './rows.ts'
import { buffersOf, countsOf, METRICS, tempOf, type Counts } from './work.ts'
import { isSubplan, planNodes } from '../tree.ts'
import type { Buffers, Plan, PlanNode } from '../types.ts'

export interface PlanTotals {
  /**
   * The score: blocks of 8 kB that were asked for, shared and local, hit and read. The split between hit and read
   * depends on what ran before, the sum does not.
   */
  readonly buffers: number
  /** Blocks used while planning: varies by up to 3 with the state of catalog caches, so it is no part of `buffers`. */
  readonly planningBuffers: number
  /** Part of `buffers`: blocks read while turning the result into text (detoasting, EXPLAIN SERIALIZE). */
  readonly serializationBuffers: number
  /** Rows that scans of tables fetched, those that they threw away included; see `rowsRead` of a node. */
  readonly rowsRead: number
  /** Rows that all nodes took in, filtered rows and compared pairs included; see `rowsProcessed` of a node. */
  readonly rowsProcessed: number
  /** Rows that left the top node. */
  readonly rowsReturned: number
  /** Most rows that any node gave, over all its loops. */
  readonly peakRows: number
  /** Blocks of temporary files, written and read. */
  readonly tempBlocks: number
  readonly walRecords: number
  readonly walBytes: number
  /** Estimated total cost of the top node, in the planner's unit. */
  readonly cost: number
  readonly planningTimeMs: number | null
  readonly executionTimeMs: number | null
}

const blocks = (buffers: Buffers | null | undefined): number => (buffers ? buffersOf(buffers) : 0)

const isModifyingCte = (node: PlanNode): boolean => isSubplan(node) && node.nodeType === 'ModifyTable'

/** Work of the top node, and of data-modifying CTEs after it. */
function countsOfPlan(plan: Plan, nodes: readonly PlanNode[]): Counts {
  const counts = countsOf(plan.root)
  // Sharing out subplans takes several walks over the tree, and few plans need it.
  if (!nodes.some(isModifyingCte)) return counts
  const { outside } = planFigures(plan)
  for (const metric of METRICS) counts[metric] += outside[metric]
  return counts
}

export function totals(plan: Plan): PlanTotals {
  const { root, serialization } = plan
  const nodes = planNodes(plan)
  const counts = countsOfPlan(plan, nodes)
  const serializationBuffers = blocks(serialization?.buffers)
  return {
    buffers: buffersOf(counts) + serializationBuffers,
    planningBuffers: blocks(plan.planning.buffers),
    serializationBuffers,
    rowsRead: nodes.reduce((sum, node) => sum + rowsRead(node), 0),
    rowsProcessed: nodes.reduce((sum, node) => sum + rowsProcessed(node), 0),
    rowsReturned: rowsOut(root),
    peakRows: nodes.reduce((most, node) => Math.max(most, rowsOut(node)), 0),
    tempBlocks: tempOf(counts) + (serialization?.buffers ? tempOf(serialization.buffers) : 0),
    walRecords: counts.walRecords,
    walBytes: counts.walBytes,
    cost: root.estimate?.totalCost ?? 0,
    planningTimeMs: plan.planning.timeMs,
    executionTimeMs: plan.executionTimeMs,
  }
}

/** A plan's headline figures. */
import { buffersOf, countsOf, tempOf } from './work.ts'
import { isTableScan, planNodes } from '../tree.ts'
import type { Buffers, Plan } from '../types.ts'

export interface PlanTotals {
  /** Shared and local blocks, hit and read, of the top node: the score. Blocks of 8 kB. */
  readonly buffers: number
  readonly sharedHit: number
  readonly sharedRead: number
  /** Blocks used while planning: varies by up to 3 with the state of catalog caches, so it is listed apart. */
  readonly planningBuffers: number
  /** Blocks read while turning the result into text (detoasting, EXPLAIN SERIALIZE). */
  readonly serializationBuffers: number
  /** (actual rows + rows removed by filter and index recheck) × loops, over all scans of tables. */
  readonly rowsRead: number
  readonly rowsReturned: number
  /** Most rows that any node gave, over all its loops. */
  readonly peakRows: number
  /** Temporary blocks written and read. */
  readonly tempBlocks: number
  readonly walRecords: number
  readonly walBytes: number
  readonly walFpi: number
  /** Estimated total cost of the top node, in the planner's unit. */
  readonly cost: number
  readonly planningTimeMs: number | null
  readonly executionTimeMs: number | null
}

const blocks = (buffers: Buffers | null): number => (buffers ? buffersOf(buffers) : 0)

export function totals(plan: Plan): PlanTotals {
  const { root } = plan
  const counts = countsOf(root)
  let rowsRead = 0
  let peakRows = 0
  for (const node of planNodes(plan)) {
    if (!node.actual) continue
    const { rows, loops } = node.actual
    peakRows = Math.max(peakRows, rows * loops)
    if (isTableScan(node)) rowsRead += (rows + node.removed.filter + node.removed.indexRecheck) * loops
  }
  return {
    buffers: buffersOf(counts),
    sharedHit: counts.sharedHit,
    sharedRead: counts.sharedRead,
    planningBuffers: blocks(plan.planning.buffers),
    serializationBuffers: blocks(plan.serialization?.buffers ?? null),
    rowsRead,
    rowsReturned: (root.actual?.rows ?? 0) * (root.actual?.loops ?? 0),
    peakRows,
    tempBlocks: tempOf(counts),
    walRecords: counts.walRecords,
    walBytes: counts.walBytes,
    walFpi: root.wal?.fpi ?? 0,
    cost: root.estimate?.totalCost ?? 0,
    planningTimeMs: plan.planning.timeMs,
    executionTimeMs: plan.executionTimeMs,
  }
}

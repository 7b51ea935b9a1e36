/** Figures of one execution, as the engine reports them, and their sums. What each figure counts: `plan/figures/totals.ts`. */
import { totals } from '../../plan/figures/totals.ts'
import { explainedPlan } from '../../plan/read/explain-value.ts'
import type { Totals } from '../contract/index.ts'

export const NO_TOTALS: Totals = {
  buffers: 0,
  triggerBuffers: 0,
  planningBuffers: 0,
  rowsRead: 0,
  rowsProcessed: 0,
  rowsReturned: 0,
  tempBlocks: 0,
  walBytes: 0,
  walRecords: 0,
  cost: 0,
  executionTime: 0,
  planningTime: 0,
  timingRuns: 0,
  statements: 0,
}

/** Totals of one execution; `explain` is the object that the array of EXPLAIN (FORMAT JSON) holds. */
export function explainTotals(explain: unknown): Totals {
  const one: Totals = { ...NO_TOTALS, timingRuns: 1, statements: 1 }
  const plan = explainedPlan(explain)
  if (!plan) return one
  const figures = totals(plan)
  return {
    ...one,
    buffers: figures.buffers,
    planningBuffers: figures.planningBuffers,
    rowsRead: figures.rowsRead,
    rowsProcessed: figures.rowsProcessed,
    rowsReturned: figures.rowsReturned,
    tempBlocks: figures.tempBlocks,
    walBytes: figures.walBytes,
    walRecords: figures.walRecords,
    cost: figures.cost,
    executionTime: figures.executionTimeMs ?? 0,
    planningTime: figures.planningTimeMs ?? 0,
  }
}

/** Sum of two totals; `timingRuns` is the smaller of the two. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    buffers: a.buffers + b.buffers,
    triggerBuffers: a.triggerBuffers + b.triggerBuffers,
    planningBuffers: a.planningBuffers + b.planningBuffers,
    rowsRead: a.rowsRead + b.rowsRead,
    rowsProcessed: a.rowsProcessed + b.rowsProcessed,
    rowsReturned: a.rowsReturned + b.rowsReturned,
    tempBlocks: a.tempBlocks + b.tempBlocks,
    walBytes: a.walBytes + b.walBytes,
    walRecords: a.walRecords + b.walRecords,
    cost: a.cost + b.cost,
    executionTime: a.executionTime + b.executionTime,
    planningTime: a.planningTime + b.planningTime,
    timingRuns: a.timingRuns === 0 ? b.timingRuns : Math.min(a.timingRuns, b.timingRuns),
    statements: a.statements + b.statements,
  }
}

/** Whether an index could spare a scan most of its blocks. */
import { loopsOf, rowsOut, shareFiltered } from '../figures/rows.ts'
import { isGather } from '../tree.ts'
import type { PlanNode } from '../types.ts'
import type { PlanContext } from './types.ts'

/** A Sort above the node that only a Limit reads: rows beyond the limit need not be sorted, nor read. */
export function limitSortAbove(
  context: PlanContext,
  node: PlanNode,
): { limit: PlanNode; sort: PlanNode } | null {
  const above = context.ancestors(node).filter((one) => !isGather(one))
  const [sort, limit] = above
  if (!sort || !limit || limit.nodeType !== 'Limit') return null
  return sort.nodeType === 'Sort' || sort.nodeType === 'Incremental Sort' ? { limit, sort } : null
}

/** An index must leave at most this part of the blocks to be worth a try. */
const WORTH = 0.6
/** Where blocks were not counted: the share of rows that must be thrown away now. */
const WORTH_WASTE = 0.9

/**
 * Pages that hold the wanted rows of one loop, and those of the table (or read now, where the catalog is unknown).
 * Rows are taken to lie scattered: k rows of a table of P pages touch P × (1 − e^(−k/P)) of them.
 */
export function pagesOfWanted(context: PlanContext, node: PlanNode): { touched: number; pages: number } {
  const loops = Math.max(1, loopsOf(node))
  const pages = context.table(node.relation)?.pages ?? context.figures(node).buffers / loops
  const limit = limitSortAbove(context, node)?.limit.actual?.rows ?? Number.POSITIVE_INFINITY
  const wanted = Math.min(rowsOut(node) / loops, limit)
  return { touched: pages > 0 ? pages * (1 - Math.exp(-wanted / pages)) : wanted, pages }
}

/** True where fetching only the wanted rows should read far fewer blocks than the scan does now. */
export function isWorthAnIndex(context: PlanContext, node: PlanNode): boolean {
  const { buffers } = context.figures(node)
  if (buffers === 0) return shareFiltered(node) >= WORTH_WASTE
  return pagesOfWanted(context, node).touched <= (buffers / Math.max(1, loopsOf(node))) * WORTH
}

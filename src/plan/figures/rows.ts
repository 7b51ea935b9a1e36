/**
 * Rows of one node over all its loops: the one place that turns EXPLAIN's averages into counts.
 *
 * EXPLAIN prints rows as an average of one loop, and `loops` counts every execution in every process, so that the
 * product holds all parallel workers (https://www.postgresql.org/docs/18/using-explain.html, "Multiply by the loops
 * value"). The average is rounded before it is printed: `Actual Rows` to two decimals from PostgreSQL 18 on and to
 * whole rows before (ExplainNode() in explain.c), rows removed to whole rows in every version
 * (show_instrumentation_count()). A count is a whole number, so the product is rounded: 0.33 × 3 loops is 1 row. For
 * rows returned that is exact below 100 loops of PostgreSQL 18; what rounding hid elsewhere cannot be told.
 */
import { inputs, isTableScan } from '../tree.ts'
import type { PlanNode, RowsRemoved } from '../types.ts'

/** How often the node ran, all parallel workers together; 0 where it never did or the plan was not executed. */
export const loopsOf = (node: PlanNode): number => node.actual?.loops ?? 0

const overLoops = (node: PlanNode, perLoop: number): number => Math.round(perLoop * loopsOf(node))

/** Rows that left the node. */
export const rowsOut = (node: PlanNode): number => overLoops(node, node.actual?.rows ?? 0)

/** Rows that one kind of test threw away. */
export const rowsRemovedBy = (node: PlanNode, by: keyof RowsRemoved): number =>
  overLoops(node, node.removed[by])

/** Rows that the node threw away: by Filter, Join Filter and recheck of an index condition. */
export const rowsRemoved = (node: PlanNode): number =>
  rowsRemovedBy(node, 'filter') + rowsRemovedBy(node, 'joinFilter') + rowsRemovedBy(node, 'indexRecheck')

/**
 * Rows of a table that a scan fetched: those that left it and those that it threw away; 0 for other nodes. A bitmap's
 * rows are counted once, at the Bitmap Heap Scan that fetches them: a Bitmap Index Scan reads no table, and after a
 * lossy bitmap the rows that the recheck drops are among the removed. Of a Foreign Scan these are the rows that the
 * other side sent.
 */
export const rowsRead = (node: PlanNode): number =>
  isTableScan(node) ? rowsOut(node) + rowsRemoved(node) : 0

/**
 * Rows that the node took in: work that shows in no block. Exactly:
 * - a scan (also of a function, a CTE, values, and a Bitmap Index Scan, whose rows are index entries): every row that
 *   it looked at, those that its filter or recheck dropped included (ExecScan() in execScan.c tests each one);
 * - a Nested Loop: the rows of its outer side, and those that the inner side gave in all its loops: each of these is a
 *   pair that was compared (ExecNestLoop() in nodeNestloop.c);
 * - a Hash Join: the rows of its outer side, and the pairs with the same hash that Join Filter or Filter dropped
 *   (ExecHashJoin() in nodeHashjoin.c); the inner side's rows are taken in by Hash;
 * - a Merge Join: the rows of both sides, and the pairs that Join Filter or Filter dropped;
 * - everything else (Sort, Aggregate, Materialize, Append, ModifyTable …): the rows of its inputs.
 * A row counts once for each node that it passes through. Sorting compares more often than that; it is not counted.
 */
export function rowsProcessed(node: PlanNode): number {
  const below = inputs(node)
  // The bitmap below hands on positions, not rows: the heap scan takes in what it fetches.
  if (below.length === 0 || isTableScan(node)) return rowsOut(node) + rowsRemoved(node)
  const taken = below
    .filter((child) => node.nodeType !== 'Hash Join' || child.nodeType !== 'Hash')
    .reduce((sum, child) => sum + rowsOut(child), 0)
  const pairs = node.nodeType === 'Hash Join' || node.nodeType === 'Merge Join' ? rowsRemoved(node) : 0
  return taken + pairs
}

/** Share of the rows that the node's Filter threw away, of those that came to it; 0 where it saw none. */
export function shareFiltered(node: PlanNode): number {
  const gone = rowsRemovedBy(node, 'filter')
  const seen = rowsOut(node) + gone
  return seen > 0 ? gone / seen : 0
}

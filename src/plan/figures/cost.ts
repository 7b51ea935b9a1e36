/** Estimated costs. EXPLAIN prints a node's cost with everything below it, for one execution. */
import { inputs } from '../tree.ts'
import type { PlanNode } from '../types.ts'

/**
 * Estimated cost of the node without that of its inputs, in the planner's unit; 0 where nothing was estimated. A
 * Nested Loop keeps the cost of running its inner side again, and a node that of the subplans in its expressions.
 */
export function ownCost(node: PlanNode): number {
  const below = inputs(node).reduce((sum, child) => sum + (child.estimate?.totalCost ?? 0), 0)
  return Math.max(0, (node.estimate?.totalCost ?? 0) - below)
}

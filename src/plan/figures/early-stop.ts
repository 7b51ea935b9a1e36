/**
 * Nodes that their parent may stop asking for rows before they have given all. There, fewer rows than estimated say
 * nothing about the estimate, which is for a node that runs to its end.
 */
import { isSubplan } from '../tree.ts'
import type { PlanNode } from '../types.ts'

/** Nodes that read their whole input before they return anything. */
function readsAll(node: PlanNode): boolean {
  switch (node.nodeType) {
    case 'Sort':
    case 'Hash':
    case 'Bitmap Heap Scan':
    case 'BitmapAnd':
    case 'BitmapOr':
    case 'ModifyTable':
    case 'Gather Merge':
      return true
    case 'Aggregate':
      return node.strategy !== 'Sorted'
    case 'SetOp':
      return node.strategy === 'Hashed'
    default:
      return false
  }
}

/** Semi and anti joins, and joins whose inner rows are unique, leave the inner side at its first match. */
const leavesInner = (node: PlanNode): boolean =>
  node.nodeType === 'Nested Loop' && (node.innerUnique === true || /Semi|Anti/.test(node.joinType ?? ''))

/** An InitPlan that gave one row: that of EXISTS stops there, and one that found no row ran to its end. */
const gaveOne = (node: PlanNode): boolean =>
  node.parentRelationship === 'InitPlan' &&
  !(node.subplanName ?? '').startsWith('CTE ') &&
  node.actual?.rows === 1

function stops(parent: PlanNode, child: PlanNode, parentStopped: boolean): boolean {
  // EXISTS takes one row and = ANY stops at a match; what a subplan was asked for cannot be told from the plan.
  if (isSubplan(child)) return child.parentRelationship === 'SubPlan' || gaveOne(child)
  if (child.nodeType === 'Hash') return false
  if (parent.nodeType === 'Limit' || parent.nodeType === 'Merge Join') return true
  if (leavesInner(parent) && child.parentRelationship === 'Inner') return true
  return parentStopped && !readsAll(parent)
}

/** Ids of the nodes that may have been stopped early. `nodes` are in order, parents before children. */
export function stoppedEarly(nodes: readonly PlanNode[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const node of nodes)
    for (const child of node.children) if (stops(node, child, found.has(node.id))) found.add(child.id)
  return found
}

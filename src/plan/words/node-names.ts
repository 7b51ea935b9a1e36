/** Names of nodes and shapes of plans, in EXPLAIN's own words. */
import type { PlanNode } from '../types.ts'
import { inputs, isGather, isSubplan } from '../tree.ts'

const AGGREGATES: Readonly<Record<string, string>> = {
  Plain: 'Aggregate',
  Sorted: 'GroupAggregate',
  Hashed: 'HashAggregate',
  Mixed: 'MixedAggregate',
}

/** Name of the operation as EXPLAIN's text format prints it: `Hash Left Join`, `Partial HashAggregate`, `Insert`. */
export function nodeOperation(node: PlanNode): string {
  const { nodeType, joinType } = node
  let name = nodeType
  if (nodeType === 'Aggregate') {
    name = AGGREGATES[node.strategy ?? 'Plain'] ?? 'Aggregate'
    if (node.partialMode === 'Partial' || node.partialMode === 'Finalize')
      name = `${node.partialMode} ${name}`
  } else if (nodeType === 'SetOp') {
    name = `${node.strategy === 'Hashed' ? 'HashSetOp' : 'SetOp'} ${node.setOperation ?? ''}`.trim()
  } else if (nodeType === 'ModifyTable') name = node.modify?.operation ?? nodeType
  else if (joinType !== null && joinType !== 'Inner') {
    name =
      nodeType === 'Nested Loop'
        ? `Nested Loop ${joinType} Join`
        : nodeType.replace(' Join', ` ${joinType} Join`)
  }
  if (node.scanDirection === 'Backward') name += ' Backward'
  return node.parallel.aware ? `Parallel ${name}` : name
}

/** What the node reads or writes: table, CTE, function or subquery, with its alias where it differs. */
export function nodeTarget(node: PlanNode): string | null {
  const name = node.relation ?? node.cteName ?? node.functionName
  if (name === null) return node.alias
  const qualified = node.schema === null ? name : `${node.schema}.${name}`
  return node.alias !== null && node.alias !== name ? `${qualified} ${node.alias}` : qualified
}

/** One line that names a node: `Index Scan using event_upcoming on crush_lu_meetupevent e`. */
export function nodeTitle(node: PlanNode): string {
  const operation = nodeOperation(node)
  if (node.nodeType === 'Bitmap Index Scan')
    return node.index === null ? operation : `${operation} on ${node.index}`
  const using = node.index === null ? '' : ` using ${node.index}`
  const target = nodeTarget(node)
  return `${operation}${using}${target === null ? '' : ` on ${target}`}`
}

/** Name of the edge above a node in a drawing, for children that an expression or a CTE Scan calls: `InitPlan 1`, `CTE recent`. */
export const edgeName = (node: PlanNode): string | null =>
  isSubplan(node) ? (node.subplanName?.replace(/ \(returns.*/, '') ?? node.parentRelationship) : null

/** Nodes whose name alone says nothing about the plan's structure, left out of shapes. */
const inShape = (node: PlanNode): boolean => node.nodeType !== 'Hash' && !isGather(node)

function shapeOf(node: PlanNode): string {
  const children = node.children.map((child) => {
    const shape = shapeOf(child)
    return child.subplanName === null ? shape : `${child.subplanName.replace(/ \(returns.*/, '')}: ${shape}`
  })
  const below = children.length > 1 ? `(${children.join(', ')})` : (children[0] ?? '')
  if (!inShape(node)) return below
  const title = nodeTitle(node)
  return below === '' ? title : `${title} > ${below}`
}

/**
 * A plan's structure in one line, equal for two plans that do the same: `Limit > Sort > Seq Scan on x`. Several
 * inputs stand in parentheses. Gather and Hash are left out; figures and conditions play no part.
 */
export const planShape = (plan: { readonly root: PlanNode }): string => shapeOf(plan.root)

/** Relations that a subtree reads, as `relation alias`, sorted and without repeats. Subplans count too. */
export function relationsBelow(node: PlanNode): readonly string[] {
  const found = new Set<string>()
  const visit = (one: PlanNode): void => {
    const target = one.nodeType === 'Bitmap Index Scan' ? null : nodeTarget(one)
    if (target !== null && inputs(one).length === 0) found.add(target)
    if (one.nodeType === 'Bitmap Heap Scan' && target !== null) found.add(target)
    one.children.forEach(visit)
  }
  visit(node)
  return [...found].toSorted()
}

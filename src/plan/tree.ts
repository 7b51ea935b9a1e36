/** Walks over plan trees, and small questions about nodes that several modules ask. */
import type { Plan, PlanNode } from './types.ts'

/** All nodes, parents before children, in the order in which EXPLAIN prints them. */
export function preorder(root: PlanNode): readonly PlanNode[] {
  const nodes: PlanNode[] = []
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node)
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
  return nodes
}

export const planNodes = (plan: Plan): readonly PlanNode[] => preorder(plan.root)

/** Text of a node's condition with this label; null if it has none. */
export const condition = (node: PlanNode, label: string): string | null =>
  node.conditions.find((one) => one.label === label)?.text ?? null

/** True for a child that is evaluated by an expression (InitPlan, SubPlan, CTE), not a step of the data flow. */
export const isSubplan = (node: PlanNode): boolean =>
  node.parentRelationship === 'InitPlan' || node.parentRelationship === 'SubPlan'

/** Children through which rows flow into the node. */
export const inputs = (node: PlanNode): readonly PlanNode[] =>
  node.children.filter((child) => !isSubplan(child))

const TABLE_SCANS: ReadonlySet<string> = new Set([
  'Seq Scan',
  'Sample Scan',
  'Index Scan',
  'Index Only Scan',
  'Bitmap Heap Scan',
  'Tid Scan',
  'Tid Range Scan',
  'Foreign Scan',
])

/** True for nodes that read rows of a table (not of a function, a CTE or another node's output). */
export const isTableScan = (node: PlanNode): boolean => TABLE_SCANS.has(node.nodeType)

const JOINS: ReadonlySet<string> = new Set(['Nested Loop', 'Hash Join', 'Merge Join'])

export const isJoin = (node: PlanNode): boolean => JOINS.has(node.nodeType)

export const isGather = (node: PlanNode): boolean =>
  node.nodeType === 'Gather' || node.nodeType === 'Gather Merge'

const PASSING: ReadonlySet<string> = new Set(['Hash', 'Sort', 'Incremental Sort', 'Materialize', 'Memoize'])

/** The node below steps that only pass rows on (Hash, Sort, Materialize, Gather). */
export function source(node: PlanNode): PlanNode {
  const [only] = inputs(node)
  return only && (PASSING.has(node.nodeType) || isGather(node)) ? source(only) : node
}

/** Parent of each node by the child's id. */
export function parentsOf(root: PlanNode): ReadonlyMap<string, PlanNode> {
  const parents = new Map<string, PlanNode>()
  for (const node of preorder(root)) for (const child of node.children) parents.set(child.id, node)
  return parents
}

/** PostgreSQL numbers repeated aliases (`orders_1`); the number says nothing about the role. */
export const plainAlias = (alias: string): string => alias.replace(/_\d+$/, '')

/** What partitions are called after their table: a number, a date, `p1`, `default`. */
const PARTITION = /^_(?:[a-z]{0,4}_?\d\w*|default)$/

/**
 * Name of the partitioned table of which a scan reads one partition, as far as its names tell: PostgreSQL gives the
 * partition the table's name as alias, numbered where there are several. null for other nodes.
 */
export function partitionOf({ relation, alias }: PlanNode): string | null {
  if (relation === null || alias === null) return null
  const name = plainAlias(alias)
  return relation.startsWith(name) && PARTITION.test(relation.slice(name.length)) ? name : null
}

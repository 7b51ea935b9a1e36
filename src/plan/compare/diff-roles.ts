/** What a node is there for, apart from how it does it: the ground on which nodes of two plans are matched. */
import { partitionOf, plainAlias, preorder } from '../tree.ts'
import type { Plan, PlanNode } from '../types.ts'

/** Kinds of purpose. A Seq Scan and an Index Scan of one table have the same role; a Sort and an Incremental Sort too. */
export type Role =
  | 'access'
  | 'index part'
  | 'join'
  | 'sort'
  | 'aggregate'
  | 'distinct'
  | 'limit'
  | 'window'
  | 'append'
  | 'cache'
  | 'hash'
  | 'gather'
  | 'modify'
  | 'other'

const ROLES: Readonly<Record<string, Role>> = {
  'Bitmap Index Scan': 'index part',
  BitmapAnd: 'index part',
  BitmapOr: 'index part',
  'Nested Loop': 'join',
  'Hash Join': 'join',
  'Merge Join': 'join',
  Sort: 'sort',
  'Incremental Sort': 'sort',
  Aggregate: 'aggregate',
  Group: 'aggregate',
  Unique: 'distinct',
  Limit: 'limit',
  WindowAgg: 'window',
  Append: 'append',
  'Merge Append': 'append',
  'Recursive Union': 'append',
  SetOp: 'append',
  Materialize: 'cache',
  Memoize: 'cache',
  Hash: 'hash',
  Gather: 'gather',
  'Gather Merge': 'gather',
  ModifyTable: 'modify',
}

export const roleOf = (node: PlanNode): Role =>
  ROLES[node.nodeType] ??
  (node.nodeType.endsWith(' Scan') && node.nodeType !== 'Subquery Scan' ? 'access' : 'other')

/** A node with what is needed to find its partner in another plan. */
export interface Placed {
  readonly node: PlanNode
  readonly parent: Placed | null
  readonly role: Role
  /** Relations read below, as `relation alias`, sorted; for an access node its own. */
  readonly reads: readonly string[]
  /** The same without aliases, every relation once. */
  readonly relations: readonly string[]
  /** Number of subplans around the node. */
  readonly nesting: number
}

function ownRead(node: PlanNode): { read: string; relation: string } | null {
  if (roleOf(node) !== 'access' && node.nodeType !== 'ModifyTable') return null
  const relation =
    partitionOf(node) ?? node.relation ?? node.cteName ?? node.functionName ?? node.alias ?? node.nodeType
  return { relation, read: `${relation} ${plainAlias(node.alias ?? relation)}` }
}

/** Every node of a plan with its role, parents first. */
export function placed(plan: Plan): readonly Placed[] {
  const nodes = preorder(plan.root)
  const reads = new Map<string, Set<string>>()
  const relations = new Map<string, Set<string>>()
  // Children come after parents, so going backwards every subtree is complete when it is needed.
  for (const node of nodes.toReversed()) {
    const own = ownRead(node)
    const read = new Set(own ? [own.read] : [])
    const relation = new Set(own ? [own.relation] : [])
    for (const child of node.children) {
      for (const one of reads.get(child.id) ?? []) read.add(one)
      for (const one of relations.get(child.id) ?? []) relation.add(one)
    }
    reads.set(node.id, read)
    relations.set(node.id, relation)
  }
  const list: Placed[] = []
  const visit = (node: PlanNode, parent: Placed | null): void => {
    const role = roleOf(node)
    const own = role === 'access' ? ownRead(node) : null
    const below = own
      ? { reads: [own.read], relations: [own.relation] }
      : {
          reads: [...(reads.get(node.id) ?? [])].toSorted(),
          relations: [...(relations.get(node.id) ?? [])].toSorted(),
        }
    const place: Placed = {
      node,
      parent,
      role,
      // A Bitmap Index Scan names no table: it belongs to the heap scan above it.
      ...(role === 'index part' && parent ? { reads: parent.reads, relations: parent.relations } : below),
      nesting: (parent?.nesting ?? 0) + (node.subplanName === null ? 0 : 1),
    }
    list.push(place)
    for (const child of node.children) visit(child, place)
  }
  visit(plan.root, null)
  return list
}

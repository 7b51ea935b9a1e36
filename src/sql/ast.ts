/** Parse trees as libpg_query gives them: every node is an object with one key, its type. */
import type { Node } from 'libpg-query'

export type { Node }

type KeysOf<T> = T extends unknown ? keyof T : never
/** Name of a node type of PostgreSQL's parse tree, e.g. `SelectStmt`. */
export type NodeName = KeysOf<Node>
/** Fields of the node type `N`. */
export type NodeOf<N extends NodeName> = Extract<Node, Record<N, unknown>>[N]
/** Fields of any node. */
export type Fields = Readonly<Record<string, unknown>>

/** Fields of `node` if it is of type `name`. */
export function asNode<N extends NodeName>(node: Node | undefined, name: N): NodeOf<N> | undefined {
  return node && Object.hasOwn(node, name) ? (node as unknown as Record<N, NodeOf<N>>)[name] : undefined
}

/** Type name of a node. */
export const nodeName = (node: Node): string => Object.keys(node)[0] ?? ''

/** The text of a String node, e.g. a part of a qualified name. */
export const stringValue = (node: Node | undefined): string | undefined => {
  const text = asNode(node, 'String')
  return text ? (text.sval ?? '') : undefined
}

/** The text of a string literal. */
export const stringLiteral = (node: Node | undefined): string | undefined => {
  const constant = asNode(node, 'A_Const')
  return constant?.sval ? (constant.sval.sval ?? '') : undefined
}

/** Parts of a qualified name: a list of String nodes, or a List node of them. */
export function nameParts(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => {
    const list = asNode(node, 'List')
    if (list) return nameParts(list.items)
    const text = stringValue(node)
    return text === undefined ? [] : [text]
  })
}

/**
 * Structs that the tree holds without their type name, by the field that holds them. Only those that somebody
 * looks for when walking.
 */
const STRUCT_FIELDS: Readonly<Record<string, NodeName>> = {
  constrrel: 'RangeVar',
  funccall: 'FuncCall',
  identitySequence: 'RangeVar',
  into: 'IntoClause',
  intoClause: 'IntoClause',
  larg: 'SelectStmt',
  name: 'RangeVar',
  onConflictClause: 'OnConflictClause',
  over: 'WindowDef',
  pktable: 'RangeVar',
  rarg: 'SelectStmt',
  rel: 'RangeVar',
  relation: 'RangeVar',
  returnType: 'TypeName',
  returningClause: 'ReturningClause',
  sequence: 'RangeVar',
  setstmt: 'VariableSetStmt',
  table: 'RangeVar',
  typeName: 'TypeName',
  typevar: 'RangeVar',
  view: 'RangeVar',
  withClause: 'WithClause',
}

/** One node met on a walk. */
export interface Visit {
  readonly name: string
  readonly fields: Fields
  /** Type and field that hold this node; undefined for the root. */
  readonly parent: { readonly name: string; readonly field: string } | undefined
}

/** Nodes directly below `fields`, in the order of the tree, with the type and field that hold them. */
export function children(name: string, fields: Fields): Visit[] {
  const found: Visit[] = []
  for (const [field, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const visit = toVisit(item, { name, field })
      if (visit) found.push(visit)
    }
  }
  return found
}

function toVisit(value: unknown, parent: Visit['parent']): Visit | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [key, ...rest] = Object.keys(value)
  const inner: unknown = key === undefined ? undefined : (value as Fields)[key]
  if (
    key !== undefined &&
    rest.length === 0 &&
    /^[A-Z]/.test(key) &&
    typeof inner === 'object' &&
    inner !== null
  ) {
    return { name: key, fields: inner as Fields, parent }
  }
  return { name: STRUCT_FIELDS[parent?.field ?? ''] ?? '', fields: value as Fields, parent }
}

/** The root of a tree as a visit. */
export const rootVisit = (node: Node): Visit | undefined => toVisit(node, undefined)

/**
 * Visits every node of a tree, parents first, in the order of the text. The visitor returns false to skip what is
 * below a node. Never recurses: trees may be thousands of levels deep.
 */
export function walk(node: Node, visitor: (visit: Visit) => boolean | void): void {
  const root = rootVisit(node)
  const stack = root ? [root] : []
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    if (visitor(visit) === false) continue
    const below = children(visit.name, visit.fields)
    for (let index = below.length - 1; index >= 0; index--) stack.push(below[index] as Visit)
  }
}

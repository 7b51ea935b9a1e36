/**
 * Wrong answers made from right ones: a query with one condition, bound, key, LIMIT or the like left out or moved. By
 * the parse tree, so that no text is cut in the wrong place; written anew by pgsql-deparser.
 */
import { deparseSync } from 'pgsql-deparser'
import { asNode, nameParts, type Node } from '../../src/sql/ast.ts'
import { maskText } from '../../src/sql/placeholders.ts'
import { splitStatements } from '../../src/sql/split.ts'

export interface Mutant {
  /** What was done to which statement, to know it again. */
  readonly name: string
  /** The whole text with the mutated statement in its place. */
  readonly text: string
}

type Tree = Record<string, unknown>

interface Edit {
  readonly what: string
  /** Changes the copy of the node that the edit was found at. */
  readonly apply: (node: Tree) => void
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (node: Tree, field: string): Node[] =>
  Array.isArray(node[field]) ? (node[field] as Node[]) : []

/** A node in SQL, short enough for a name. */
function shown(node: Node): string {
  const text = deparseSync(node as Parameters<typeof deparseSync>[0]).replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The list without one of its members; without the field where none is left. */
function without(node: Tree, field: string, at: number): void {
  const rest = list(node, field).filter((_, index) => index !== at)
  if (rest.length > 0) node[field] = rest
  else delete node[field]
}

const dropEach = (node: Tree, field: string, word: string): Edit[] =>
  list(node, field).map((each, at) => ({
    // What SET assigns goes by the column's name.
    what: `${word} ${asNode(each, 'ResTarget')?.name ?? shown(each)} dropped`,
    apply: (copy) => without(copy, field, at),
  }))

const drop = (node: Tree, field: string, what: string): Edit[] =>
  node[field] === undefined
    ? []
    : [
        {
          what,
          apply(copy) {
            delete copy[field]
          },
        },
      ]

const NEIGHBOURS: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

const TRUE = { A_Const: { boolval: { boolval: true } } } as unknown as Node

const MUTATORS: Readonly<Record<string, (node: Tree) => Edit[]>> = {
  SelectStmt: (node) => [
    ...drop(
      node,
      'whereClause',
      `WHERE ${node['whereClause'] ? shown(node['whereClause'] as Node) : ''} dropped`,
    ),
    ...drop(node, 'havingClause', 'HAVING dropped'),
    ...drop(node, 'distinctClause', 'DISTINCT dropped'),
    ...limits(node),
    ...drop(node, 'limitOffset', 'OFFSET dropped'),
    ...dropEach(node, 'sortClause', 'ORDER BY key'),
    ...(list(node, 'sortClause').length > 1 ? drop(node, 'sortClause', 'ORDER BY dropped') : []),
    ...dropEach(node, 'groupClause', 'GROUP BY key'),
    ...(node['op'] === 'SETOP_UNION'
      ? [
          {
            what: node['all'] === true ? 'UNION in place of UNION ALL' : 'UNION ALL in place of UNION',
            apply(copy: Tree) {
              copy['all'] = node['all'] !== true
            },
          },
        ]
      : []),
  ],
  UpdateStmt: (node) => [
    ...drop(node, 'whereClause', 'WHERE dropped'),
    ...(list(node, 'targetList').length > 1 ? dropEach(node, 'targetList', 'SET') : []),
  ],
  DeleteStmt: (node) => drop(node, 'whereClause', 'WHERE dropped'),
  OnConflictClause: (node) => [
    ...(list(node, 'targetList').length > 1 ? dropEach(node, 'targetList', 'SET') : []),
    ...(node['action'] === 'ONCONFLICT_UPDATE'
      ? [
          {
            what: 'DO NOTHING in place of DO UPDATE',
            apply(copy: Tree) {
              copy['action'] = 'ONCONFLICT_NOTHING'
              delete copy['targetList']
            },
          },
        ]
      : []),
  ],
  JoinExpr: (node) => [
    ...(node['quals'] === undefined
      ? []
      : [
          {
            what: `ON ${shown(node['quals'] as Node)} dropped`,
            apply(copy: Tree) {
              copy['quals'] = structuredClone(TRUE)
            },
          },
        ]),
    ...(node['jointype'] === 'JOIN_LEFT' || node['jointype'] === 'JOIN_INNER'
      ? [
          {
            what:
              node['jointype'] === 'JOIN_LEFT' ? 'JOIN in place of LEFT JOIN' : 'LEFT JOIN in place of JOIN',
            apply(copy: Tree) {
              copy['jointype'] = node['jointype'] === 'JOIN_LEFT' ? 'JOIN_INNER' : 'JOIN_LEFT'
              // CROSS JOIN has no condition, LEFT JOIN must have one.
              copy['quals'] ??= structuredClone(TRUE)
            },
          },
        ]
      : []),
  ],
  BoolExpr: (node) =>
    node['boolop'] === 'NOT_EXPR'
      ? []
      : list(node, 'args').map((each, at) => ({
          what: `${node['boolop'] === 'OR_EXPR' ? 'OR' : 'AND'} ${shown(each)} dropped`,
          apply(copy: Tree) {
            copy['args'] = list(copy, 'args').filter((_, index) => index !== at)
          },
        })),
  A_Expr: (node) => {
    const name = nameParts(node['name'] as Node[]).at(-1) ?? ''
    const other = NEIGHBOURS[name]
    if (other !== undefined)
      return [
        {
          what: `${other} in place of ${shown({ A_Expr: node } as unknown as Node)}`,
          apply(copy) {
            copy['name'] = [{ String: { sval: other } }]
          },
        },
      ]
    return node['kind'] === 'AEXPR_BETWEEN' ? between(node) : []
  },
  NullTest: (node) => [
    {
      what: `${shown({ NullTest: node } as unknown as Node)} turned round`,
      apply(copy) {
        copy['nulltesttype'] = node['nulltesttype'] === 'IS_NULL' ? 'IS_NOT_NULL' : 'IS_NULL'
      },
    },
  ],
  SortBy: (node) => [
    {
      what: `${node['sortby_dir'] === 'SORTBY_DESC' ? 'ASC' : 'DESC'} for ${shown(node['node'] as Node)}`,
      apply(copy) {
        copy['sortby_dir'] = node['sortby_dir'] === 'SORTBY_DESC' ? 'SORTBY_ASC' : 'SORTBY_DESC'
      },
    },
    ...(node['sortby_nulls'] === 'SORTBY_NULLS_LAST' || node['sortby_nulls'] === 'SORTBY_NULLS_FIRST'
      ? [
          {
            what: `NULLS for ${shown(node['node'] as Node)} dropped`,
            apply(copy: Tree) {
              copy['sortby_nulls'] = 'SORTBY_NULLS_DEFAULT'
            },
          },
        ]
      : []),
  ],
  WindowDef: (node) => [
    ...dropEach(node, 'orderClause', 'window ORDER BY key'),
    ...dropEach(node, 'partitionClause', 'PARTITION BY'),
  ],
  FuncCall: (node) => [
    ...drop(node, 'agg_distinct', 'DISTINCT in an aggregate dropped'),
    ...drop(node, 'agg_filter', `FILTER of ${shown({ FuncCall: node } as unknown as Node)} dropped`),
  ],
}

/** One row more, one less, and all. */
function limits(node: Tree): Edit[] {
  const count = asNode(node['limitCount'] as Node | undefined, 'A_Const')?.ival?.ival
  const set = (to: number): Edit => ({
    what: `LIMIT ${to} in place of ${count}`,
    apply(copy) {
      copy['limitCount'] = { A_Const: { ival: { ival: to } } }
    },
  })
  return [
    ...(node['limitCount'] === undefined
      ? []
      : [
          {
            what: 'LIMIT dropped',
            apply(copy: Tree) {
              delete copy['limitCount']
              copy['limitOption'] = 'LIMIT_OPTION_DEFAULT'
            },
          },
        ]),
    ...(count === undefined ? [] : [...(count > 1 ? [set(count - 1)] : []), set(count + 1)]),
  ]
}

/** One of the two bounds. */
function between(node: Tree): Edit[] {
  const bounds = asNode(node['rexpr'] as Node | undefined, 'List')?.items ?? []
  return ['>=', '<='].map((operator, at) => ({
    what: `only ${operator} of ${shown({ A_Expr: node } as unknown as Node)}`,
    apply(copy) {
      copy['kind'] = 'AEXPR_OP'
      copy['name'] = [{ String: { sval: operator } }]
      copy['rexpr'] = structuredClone(bounds[at])
    },
  }))
}

/** Structs that the tree holds without their type name. */
const STRUCTS: Readonly<Record<string, string>> = {
  larg: 'SelectStmt',
  rarg: 'SelectStmt',
  over: 'WindowDef',
  onConflictClause: 'OnConflictClause',
}

interface Found {
  readonly path: readonly (string | number)[]
  readonly edit: Edit
}

function editsOf(value: unknown, path: readonly (string | number)[], type: string | undefined): Found[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => editsOf(each, [...path, at], undefined))
  if (!isTree(value)) return []
  const own = type === undefined ? [] : (MUTATORS[type]?.(value) ?? []).map((edit) => ({ path, edit }))
  const below = Object.entries(value).flatMap(([key, inner]) =>
    editsOf(inner, [...path, key], /^[A-Z]/.test(key) ? key : STRUCTS[key]),
  )
  return [...own, ...below]
}

/** A text with its placeholders again, which were parameters while it was parsed. */
const restored = (text: string, placeholders: readonly string[]): string =>
  text.replaceAll(
    /\$(\d+)/g,
    (parameter, number: string) => placeholders[Number(number) - FIRST] ?? parameter,
  )

const written = (tree: Node, placeholders: readonly string[]): string =>
  restored(deparseSync(tree as Parameters<typeof deparseSync>[0]), placeholders)

/** Placeholders are numbered from here, out of the way of parameters that the text has itself. */
const FIRST = 1000

/** Gives each placeholder's parameter a number of its own. */
function number(value: unknown, byStart: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) return value.map((each) => number(each, byStart))
  if (!isTree(value)) return value
  const parameter = value['ParamRef']
  if (isTree(parameter)) {
    const at = byStart.get(parameter['location'] as number)
    return at === undefined ? value : { ParamRef: { ...parameter, number: FIRST + at } }
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, number(each, byStart)]))
}

/** Mutants of the statements of `text` that read or write rows, in their order. None of a text that does not parse. */
export function mutantsOf(text: string): readonly Mutant[] {
  const split = splitStatements(text, 'allowed')
  if (!split.ok) return []
  const covered = maskText(text)
  const spans = covered.ok ? covered.value.placeholders : []
  const placeholders = spans.map(({ start, end }) => text.slice(start, end))
  // Locations in the tree are bytes.
  const byStart = new Map(spans.map(({ start }, at) => [Buffer.byteLength(text.slice(0, start)), at]))
  const many = split.value.length > 1
  const seen = new Map<string, number>()
  return split.value.flatMap((statement, nr) => {
    const tree = number(statement.node, byStart) as Node
    return editsOf(tree, [], undefined).map(({ path, edit }): Mutant => {
      const copy = structuredClone(tree)
      let node: unknown = copy
      for (const step of path) node = (node as Record<string | number, unknown>)[step]
      edit.apply(node as Tree)
      const name = `${many ? `statement ${nr + 1}: ` : ''}${restored(edit.what, placeholders)}`
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      return {
        name: times > 1 ? `${name} (${times})` : name,
        text: text.slice(0, statement.start) + written(copy, placeholders) + text.slice(statement.end),
      }
    })
  })
}

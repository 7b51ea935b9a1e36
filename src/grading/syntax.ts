/** What an attempt's texts say, parsed once for all guards. Needs `loadSqlParser()` from `sql/`. */
import {
  asNode,
  nameParts,
  nodeName,
  rootVisit,
  walk,
  type Fields,
  type Node,
  type Visit,
} from '../sql/ast.ts'
import { splitStatements, type Statement } from '../sql/split.ts'
import type { PaneText } from '../experiment/types.ts'

export interface Syntax {
  readonly changes: readonly Statement[]
  readonly request: readonly Statement[]
}

/** Statements of a text; none where it does not parse, which the engine reports by itself. */
export function statementsOf(text: string): readonly Statement[] {
  const split = splitStatements(text, 'allowed')
  return split.ok ? split.value : []
}

export const syntaxOf = (attempt: PaneText): Syntax => ({
  changes: statementsOf(attempt.changes),
  request: statementsOf(attempt.query),
})

/** First words of a statement, to name it in a message. */
export function excerpt(statement: { readonly text: string }): string {
  const text = statement.text.replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** All nodes of one type in a tree. */
export function nodesNamed(node: Node, name: string): Fields[] {
  const found: Fields[] = []
  walk(node, (visit: Visit) => {
    if (visit.name === name) found.push(visit.fields)
  })
  return found
}

/** Functions that a statement calls, without their schema, in lower case. */
export const calledFunctions = (node: Node): string[] =>
  nodesNamed(node, 'FuncCall').map((call) =>
    (nameParts(call['funcname'] as Node[]).at(-1) ?? '').toLowerCase(),
  )

/** Relations that a statement names, CTEs of its own left out. */
export function relationNames(node: Node): { readonly schema: string | undefined; readonly name: string }[] {
  const ctes = new Set(nodesNamed(node, 'CommonTableExpr').map((cte) => cte['ctename']))
  return nodesNamed(node, 'RangeVar')
    .map((range) => ({ schema: range['schemaname'] as string | undefined, name: range['relname'] as string }))
    .filter((range) => range.schema !== undefined || !ctes.has(range.name))
}

/** The outermost SELECT of a statement. */
export const selectOf = (node: Node): Fields | undefined =>
  nodeName(node) === 'SelectStmt' ? rootVisit(node)?.fields : undefined

/** The integer of a constant node. */
export const integerOf = (node: unknown): number | undefined => {
  const constant = asNode(node as Node | undefined, 'A_Const')
  return constant?.ival ? (constant.ival.ival ?? 0) : undefined
}

/** Names of what a query reads: tables, their aliases, and the columns under the names of an alias's list. */
import { asNode, nameParts, type Node, type NodeOf } from '../ast.ts'
import { outputNames } from './outputs.ts'
import type { NamedRows } from './scope.ts'

/** Tables of PostgreSQL's own, and of its extensions, whose columns are not in the schema. */
export const isSystem = (schema: string | undefined, name: string): boolean =>
  schema === 'pg_catalog' || schema === 'information_schema' || name.startsWith('pg_')

interface Alias {
  readonly aliasname?: string
  readonly colnames?: Node[]
}

export function aliased(
  alias: Alias | undefined,
  columns: readonly string[] | null,
  name?: string,
): NamedRows {
  const given = alias?.colnames?.length ? nameParts(alias.colnames) : null
  const called = alias?.aliasname ?? name ?? null
  return {
    alias: called,
    columns: renamed(columns, given),
    ...(name !== undefined && name !== called ? { table: name } : {}),
  }
}

/** Columns under the names of an alias's list. */
export const renamed = (
  columns: readonly string[] | null,
  given: readonly string[] | null,
): readonly string[] | null =>
  given && columns ? columns.map((name, at) => given[at] ?? name) : columns && given === null ? columns : null

/** Output names of the first part of a recursive query's UNION, as far as they need no FROM clause. */
export function recursiveNames(query: Node | undefined): readonly string[] | null {
  let select = asNode(query, 'SelectStmt')
  while (select?.larg) select = select.larg
  return select?.targetList ? outputNames(select.targetList, null) : null
}

export function functionName(call: NodeOf<'RangeFunction'>): string | null {
  const first = asNode(call.functions?.[0], 'List')?.items?.[0]
  return nameParts(asNode(first, 'FuncCall')?.funcname).at(-1) ?? null
}

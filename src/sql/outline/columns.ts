/** Columns of sources: of tables from the schema, of subqueries and common table expressions from their own text. */
import { nameOf } from '../lexer.ts'
import { findTable, type Schema, type SchemaColumn } from '../schema.ts'
import { levelOf, type Cte, type Query } from './clauses.ts'
import { byComma, isGroup, isSign, nameIn, wordOf, type Group, type Item } from './groups.ts'
import { isAlias, sourcesIn, targetOf, type Source } from './sources.ts'

export interface OutputColumn {
  readonly name: string
  /** Empty where it is not known. */
  readonly type: string
  readonly key?: SchemaColumn['key']
  /** The table's column that it is, however many subqueries lie between. */
  readonly origin: { readonly table: string; readonly column: string } | null
}

/** What names mean at a place: the schema, and the common table expressions in sight. */
export interface Names {
  readonly schema: Schema
  readonly ctes: readonly VisibleCte[]
}

export interface VisibleCte {
  readonly cte: Cte
  /** What its own text sees. */
  readonly names: Names
}

/** Subqueries in subqueries that are looked into. */
const DEPTH = 12

/** Common table expressions of a level added to those around it. The last of a name is the one that counts. */
export function withCtes(names: Names, ctes: readonly Cte[], recursive: boolean): Names {
  let seen = names
  for (const cte of ctes) {
    const inner = recursive ? { ...seen, ctes: [...seen.ctes, { cte, names: seen }] } : seen
    seen = { ...seen, ctes: [...seen.ctes, { cte, names: inner }] }
  }
  return seen
}

export function findCte(names: Names, name: readonly string[]): VisibleCte | undefined {
  return name.length === 1 ? names.ctes.findLast(({ cte }) => cte.name === name[0]) : undefined
}

/** Columns of a source in their order; null where they cannot be told. */
export function columnsOf(source: Source, names: Names, depth = 0): readonly OutputColumn[] | null {
  const columns = depth > DEPTH ? null : ownColumns(source, names, depth)
  const given = source.columns
  if (!given) return columns
  if (!columns) return given.map(unknownColumn)
  return columns.length < given.length
    ? given.map(unknownColumn)
    : columns.map((column, index) => ({ ...column, name: given[index] ?? column.name }))
}

const unknownColumn = (name: string): OutputColumn => ({ name, type: '', origin: null })

function ownColumns(source: Source, names: Names, depth: number): readonly OutputColumn[] | null {
  if (source.kind === 'query') return source.body && groupColumns(source.body, names, depth + 1)
  if (source.kind === 'function')
    return source.alias === null || source.columns ? null : [unknownColumn(source.alias)]
  const found = findCte(names, source.name)
  if (found) {
    const { cte } = found
    const columns = cte.body && groupColumns(cte.body, found.names, depth + 1)
    if (!cte.columns) return columns
    return cte.columns.map((name, index) => ({ ...(columns?.[index] ?? unknownColumn(name)), name }))
  }
  const table = findTable(names.schema, source.name)
  return (
    table?.columns?.map((column) => ({ ...column, origin: { table: table.name, column: column.name } })) ??
    null
  )
}

/** Output columns of the query in a group. */
export function groupColumns(group: Group, names: Names, depth = 0): readonly OutputColumn[] | null {
  if (depth > DEPTH) return null
  const only = group.items.length === 1 ? group.items[0] : undefined
  if (isGroup(only)) return groupColumns(only, names, depth + 1)
  const level = levelOf(group)
  const inner = withCtes(names, level.ctes, level.recursive)
  const [query] = level.queries
  return query ? outputsOf(query, inner, depth) : null
}

function outputsOf(query: Query, names: Names, depth: number): readonly OutputColumn[] | null {
  const clause =
    query.clauses.find(({ name }) => name === 'select') ??
    query.clauses.find(({ name }) => name === 'returning')
  if (!clause) {
    const values = query.clauses.find(({ name }) => name === 'values')?.items[0]
    return isGroup(values)
      ? byComma(values.items).map((_, index) => unknownColumn(`column${index + 1}`))
      : null
  }
  const target = clause.name === 'returning' ? targetOf(query) : undefined
  const sources = [...(target ? [target] : []), ...sourcesIn(query)]
  const found: OutputColumn[] = []
  for (const part of byComma(selectList(clause.items))) {
    const columns = outputOf(part, sources, names, depth)
    if (!columns) return null
    found.push(...columns)
  }
  return found
}

/** The list of a SELECT without ALL and DISTINCT ON (…), and without INTO table. */
function selectList(items: readonly Item[]): readonly Item[] {
  let from = 0
  if (['ALL', 'DISTINCT'].includes(wordOf(items[0]))) from = 1
  if (wordOf(items[from]) === 'ON' && isGroup(items[from + 1])) from += 2
  const into = items.findIndex((item) => wordOf(item) === 'INTO')
  return items.slice(from, into < 0 ? undefined : into)
}

/** What one expression of a SELECT list gives; null where it cannot be told. */
function outputOf(
  part: readonly Item[],
  sources: readonly Source[],
  names: Names,
  depth: number,
): readonly OutputColumn[] | null {
  const last = part.at(-1)
  if (!last) return []
  if (isSign(last, '*') && (part.length === 1 || isSign(part.at(-2), '.'))) {
    const qualifier = part.length > 2 ? nameIn(part.at(-3)) : undefined
    const meant = sources.filter(({ alias }) => qualifier === undefined || alias === qualifier)
    const all = meant.map((source) => columnsOf(source, names, depth + 1))
    return all.length > 0 && all.every((columns) => columns !== null) ? all.flat() : null
  }
  const explicit = wordOf(part.at(-2)) === 'AS' ? nameIn(last) : undefined
  const beforeAlias = part.at(-2)
  const implicit =
    explicit === undefined &&
    part.length > 1 &&
    isAlias(last) &&
    beforeAlias?.kind !== 'sign' &&
    !isOperatorWord(beforeAlias)
      ? nameIn(last)
      : undefined
  const expression =
    explicit !== undefined ? part.slice(0, -2) : implicit !== undefined ? part.slice(0, -1) : part
  const column = plainColumn(expression, sources, names, depth)
  const name = explicit ?? implicit ?? column?.name ?? figuredName(expression)
  return [column ? { ...column, name } : unknownColumn(name)]
}

const OPERATOR_WORDS = new Set([
  'AND',
  'OR',
  'NOT',
  'IN',
  'LIKE',
  'ILIKE',
  'BETWEEN',
  'IS',
  'SIMILAR',
  'TO',
  'FROM',
  'WHEN',
  'THEN',
  'ELSE',
  'CASE',
  'COLLATE',
  'ZONE',
])
const isOperatorWord = (item: Item | undefined) => OPERATOR_WORDS.has(wordOf(item))

/** The source's column where the expression is `column` or `source.column`. */
function plainColumn(
  expression: readonly Item[],
  sources: readonly Source[],
  names: Names,
  depth: number,
): OutputColumn | undefined {
  const name = nameIn(expression.at(-1))
  const qualifier = expression.length === 3 && isSign(expression[1], '.') ? nameIn(expression[0]) : undefined
  if (name === undefined || !(expression.length === 1 || qualifier !== undefined)) return undefined
  for (const source of sources) {
    if (qualifier !== undefined && source.alias !== qualifier) continue
    const found = columnsOf(source, names, depth + 1)?.find((column) => column.name === name)
    if (found) return found
  }
  return expression[0]?.kind === 'word' && wordOf(expression[0]).length > 0 ? unknownColumn(name) : undefined
}

/** The name that PostgreSQL gives to an expression without one (FigureColname, src/backend/parser/parse_target.c). */
function figuredName(expression: readonly Item[]): string {
  const first = expression[0]
  if (wordOf(first) === 'CASE') return 'case'
  const cast = expression.findIndex((item) => isSign(item, '::'))
  const operand = cast < 0 ? expression : expression.slice(0, cast)
  const call = operand.findIndex((item) => isGroup(item))
  const before = operand[call - 1]
  if (
    call > 0 &&
    before?.kind === 'word' &&
    operand.slice(0, call).every((item) => !isGroup(item) && (item.kind === 'word' || isSign(item, '.')))
  )
    return nameOf(before)
  if (operand.length === 1 || isSign(operand.at(-2), '.')) {
    const name = nameIn(operand.at(-1))
    if (name !== undefined) return name
  }
  const type = expression[cast + 1]
  return cast >= 0 && type?.kind === 'word' ? nameOf(type) : '?column?'
}

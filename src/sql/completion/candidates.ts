/** What is offered for an expectation, best first. */
import { nameOf } from '../lexer.ts'
import { quoteName } from '../names.ts'
import { findCte, groupColumns, type OutputColumn } from '../outline/columns.ts'
import { targetOf, type Source } from '../outline/sources.ts'
import type { Surroundings, VisibleSource } from '../outline/surroundings.ts'
import { findTable, type Schema, type SchemaTable } from '../schema.ts'
import type { Expectation } from './expected.ts'
import { FUNCTIONS } from './functions.ts'
import { joinConditions, relatedTables } from './joins.ts'
import {
  clausesAfter,
  CONDITION_WORDS,
  JOINS,
  OPERAND_WORDS,
  QUERY_WORDS,
  STATEMENT_WORDS,
  TYPES,
  VALUE_WORDS,
} from './words.ts'

export interface Completion {
  readonly kind: 'column' | 'table' | 'alias' | 'condition' | 'function' | 'keyword' | 'type' | 'index'
  readonly label: string
  /** What is written; `|` stands where the caret goes, if not behind it. */
  readonly insert: string
  /** What the typed letters are compared with. */
  readonly filter: string
  /** A few words about it. */
  readonly detail: string
}

const keyword = (label: string): Completion => ({
  kind: 'keyword',
  label,
  insert: label,
  filter: label,
  detail: '',
})
const keywords = (words: readonly string[]) => [...new Set(words)].map(keyword)

export function candidates(
  place: Surroundings,
  expected: Expectation,
  schema: Schema,
  from: number,
): Completion[] {
  switch (expected.kind) {
    case 'nothing':
      return []
    case 'words':
      return keywords(expected.words)
    case 'statement':
      return keywords(expected.nested ? QUERY_WORDS : STATEMENT_WORDS)
    case 'type':
      return TYPES.map((label) => ({ kind: 'type', label, insert: label, filter: label, detail: 'type' }))
    case 'index':
      return schema.indexes.map(({ name, table }) => item('index', name, `index on ${table}`))
    case 'member':
      return members(place, expected.qualifier, schema)
    case 'source':
      return [
        ...sources(place, schema, expected.joined, from),
        ...(expected.queries
          ? [...functions(({ rows }) => rows), ...keywords(['LATERAL', ...QUERY_WORDS.slice(0, 2)])]
          : []),
      ]
    case 'after-source':
      return [
        ...conditions(place, expected.source, schema, 'ON '),
        ...keywords([
          ...(expected.source?.joined ? ['ON', 'USING'] : []),
          ...JOINS,
          ...clausesAfter('from'),
          'AS',
          'TABLESAMPLE',
        ]),
      ]
    case 'common-column':
      return commonColumns(place, expected.source)
    case 'target-column':
      return [...targetColumns(place), ...(expected.expressions ? functions(({ rows }) => !rows) : [])]
    case 'operand':
      return operands(place, expected, schema)
    case 'operator':
      return keywords(operators(place, expected.clause, expected.nested))
  }
}

function operands(
  place: Surroundings,
  { clause, nested, condition }: Extract<Expectation, { kind: 'operand' }>,
  schema: Schema,
): Completion[] {
  const more = clause === 'select' ? ['DISTINCT', 'DISTINCT ON'] : []
  const query = nested ? QUERY_WORDS.slice(0, 1) : []
  return [
    ...(condition ? conditions(place, condition, schema, '') : []),
    ...(clause === 'order by' || clause === 'group by' ? outputNames(place) : []),
    ...columns(place.visible),
    ...(clause === 'from' ? [] : keywords(query)),
    ...functions(() => true),
    ...schema.functions.map((name) => item('function', name, 'function')),
    ...aliases(place.visible),
    ...keywords([...more, ...OPERAND_WORDS]),
  ]
}

function operators(place: Surroundings, clause: string, nested: boolean): string[] {
  const inCondition = ['where', 'having', 'from', 'set', 'select', 'command'].includes(clause)
  const own =
    clause === 'order by' ? ['DESC', 'ASC', 'NULLS LAST', 'NULLS FIRST'] : inCondition ? CONDITION_WORDS : []
  const next = nested ? [] : clausesAfter(clause)
  const first =
    clause === 'select' || clause === 'set' || clause === 'values' ? [...next, ...own] : [...own, ...next]
  const joins = clause === 'from' && !nested ? JOINS : []
  const returning = place.query && !targetOf(place.query) ? ['RETURNING'] : []
  const within = nested ? ['ORDER BY'] : []
  return [...first, ...joins, ...within, ...VALUE_WORDS].filter((word) => !returning.includes(word))
}

/** A name as an item; quotes where it needs them. */
function item(kind: Completion['kind'], name: string, detail: string): Completion {
  const written = quoteName(name)
  return { kind, label: written, insert: written, filter: written, detail }
}

const keyRank = ({ key }: OutputColumn) => (key === 'primary' ? 0 : key === 'foreign' ? 1 : 2)
const byKey = (list: readonly OutputColumn[]) => list.toSorted((a, b) => keyRank(a) - keyRank(b))
const KEYS = { primary: 'primary key', foreign: 'foreign key' } as const

/** Types by the short names that PostgreSQL knows too. */
const SHORT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d\))? with time zone/, 'timetz$1'],
  [/^time(\(\d\))? without time zone/, 'time$1'],
  [/^character varying/, 'varchar'],
  [/^character\b/, 'char'],
]
const shortType = (type: string) =>
  SHORT_TYPES.reduce((text, [long, short]) => text.replace(long, short), type)

const columnDetail = ({ type, key }: OutputColumn, of: string) =>
  [shortType(type), key ? KEYS[key] : '', of].filter(Boolean).join(', ')

/** Columns in sight. Where a name is not alone, it is written with its source. */
function columns(visible: readonly VisibleSource[]): Completion[] {
  const count = new Map<string, number>()
  for (const { columns: list } of visible)
    for (const { name } of list ?? []) count.set(name, (count.get(name) ?? 0) + 1)
  return visible.flatMap(({ source, columns: list }) =>
    byKey(list ?? []).map((column) => {
      const written = quoteName(column.name)
      const several = (count.get(column.name) ?? 0) > 1 && source.alias !== null
      const full = several ? `${quoteName(source.alias ?? '')}.${written}` : written
      return {
        kind: 'column',
        label: full,
        insert: full,
        filter: written,
        detail: columnDetail(column, visible.length > 1 ? (source.alias ?? '') : ''),
      }
    }),
  )
}

const aliases = (visible: readonly VisibleSource[]): Completion[] =>
  visible.flatMap(({ source }) =>
    source.alias === null ? [] : [item('alias', source.alias, source.name.at(-1) ?? 'subquery')],
  )

/** Names that the SELECT list gives, for ORDER BY and GROUP BY. */
function outputNames({ levelGroup, names, visible }: Surroundings): Completion[] {
  const known = new Set(visible.flatMap(({ columns: list }) => list?.map(({ name }) => name) ?? []))
  return (groupColumns(levelGroup, names) ?? [])
    .filter(({ name }) => name !== '?column?' && !known.has(name))
    .map(({ name }) => item('column', name, 'of the SELECT list'))
}

function functions(wanted: (entry: (typeof FUNCTIONS)[number]) => boolean): Completion[] {
  return FUNCTIONS.filter(wanted).map((entry) => ({
    kind: 'function',
    label: entry.name,
    insert: entry.arguments === '' ? `${entry.name}()` : `${entry.name}(|)`,
    filter: entry.name,
    detail: `(${entry.arguments})`,
  }))
}

function tableDetail({ kind, rows }: SchemaTable): string {
  return rows === null || rows < 0 ? kind : `${kind}, ${rows.toLocaleString('en')} rows`
}

/** Tables and common table expressions; behind JOIN, those that a foreign key joins come first. */
function sources(place: Surroundings, schema: Schema, joined: boolean, from: number): Completion[] {
  const earlier = place.visible.filter(({ source, distance }) => distance === 0 && source.end < from)
  const related = joined ? relatedTables(earlier, schema) : new Map<string, string>()
  const ctes = place.names.ctes
    .map(({ cte }) => item('table', cte.name, 'common table expression'))
    .toReversed()
  const tables = schema.tables
    .toSorted((a, b) => Number(related.has(b.name)) - Number(related.has(a.name)))
    .map((table) => {
      const how = related.get(table.name)
      const made = item(
        'table',
        table.name,
        how === undefined ? tableDetail(table) : `${table.kind}, joins ${how}`,
      )
      const full = table.schema === 'public' ? made.insert : `${quoteName(table.schema)}.${made.insert}`
      return { ...made, label: full, insert: full }
    })
  return [...ctes, ...tables]
}

function conditions(
  place: Surroundings,
  source: Source | undefined,
  schema: Schema,
  before: string,
): Completion[] {
  const here = place.visible.filter(({ distance }) => distance === 0)
  const joined = here.find((each) => each.source.start === source?.start)
  if (!joined || !source?.joined) return []
  const earlier = here.filter((each) => each.source.start < joined.source.start)
  return joinConditions(joined, earlier.toReversed(), schema).map((text) => ({
    kind: 'condition',
    label: before + text,
    insert: before + text,
    filter: before + text,
    detail: 'foreign key',
  }))
}

function commonColumns(place: Surroundings, source: Source | undefined): Completion[] {
  const here = place.visible.filter(({ distance }) => distance === 0)
  const joined = here.find((each) => each.source.start === source?.start)
  const others = new Set(
    here.flatMap((each) =>
      each !== joined && each.source.start < (source?.start ?? 0)
        ? (each.columns ?? []).map(({ name }) => name)
        : [],
    ),
  )
  return byKey(joined?.columns ?? [])
    .filter(({ name }) => others.has(name))
    .map((column) => item('column', column.name, columnDetail(column, '')))
}

function targetColumns({ query, visible, group, levelGroup }: Surroundings): Completion[] {
  const target = query && targetOf(query)
  const found = visible.find(({ source }) => source.start === target?.start)
  const written = new Set(
    group === levelGroup ? [] : group.items.flatMap((each) => (each.kind === 'word' ? [nameOf(each)] : [])),
  )
  return byKey(found?.columns ?? [])
    .filter(({ name }) => !written.has(name))
    .map((column) => item('column', column.name, columnDetail(column, '')))
}

/** What stands behind a dot: columns of a source, or tables of a schema. */
function members(
  { visible, names, query }: Surroundings,
  qualifier: readonly string[],
  schema: Schema,
): Completion[] {
  const name = qualifier.at(-1)
  const source = visible.find((each) => each.source.alias === name)
  const conflict = name === 'excluded' && query ? targetOf(query) : undefined
  const excluded = conflict && visible.find((each) => each.source.start === conflict.start)
  const list =
    (source ?? excluded)?.columns ??
    (qualifier.length > 1 ? findTable(schema, qualifier)?.columns : undefined)
  if (list)
    return byKey(list.map((column) => ({ origin: null, ...column }))).map((column) =>
      item('column', column.name, columnDetail(column, '')),
    )
  if (name !== undefined && findCte(names, [name])) return []
  return schema.tables
    .filter((each) => each.schema === name)
    .map((each) => item('table', each.name, tableDetail(each)))
}

/** From what a request is about to the very rows, as SQL: a subquery that gives the `place` of each. */
import type { Focus, SortKey } from './focus.ts'
import { placeOf, qualify, type Link, type Table } from './tables.ts'
import { quotedIdentifier } from '../shared/quote.ts'

/** Rows of one table that the request is about. */
export interface FocusedTable {
  readonly table: Table
  readonly alias: string
  readonly before: string
  readonly from: string
  /** What the request sorts by; columns of other tables of the same FROM included. */
  readonly keys: readonly SortKey[]
  /** Those of them that are the table's own columns, each once. */
  readonly own: readonly SortKey[]
  readonly limit: number | undefined
  readonly offset: number
}

/** Rows that are disturbed at least, and how many times the LIMIT. */
const FEW = 40
const MOST = 300

/** As many rows as show what happens at the LIMIT. */
const enough = ({ limit }: Pick<FocusedTable, 'limit'>): number =>
  Math.min(MOST, Math.max(FEW, 3 * (limit ?? 0)))

/**
 * The tables of `focuses` that are among `tables`. A subquery that depends on the query around it says which rows it is
 * about only together with that one: its table is then taken by way of a foreign key.
 */
export function focusedTables(
  focuses: readonly Focus[],
  tables: readonly Table[],
  links: readonly Link[],
): readonly FocusedTable[] {
  const found: FocusedTable[] = []
  const dependent: { readonly focus: Focus; readonly table: Table }[] = []
  for (const focus of focuses) {
    const table = tables.find(({ relation }) => relation.name === focus.table)
    // In a partitioned table a place is one in each partition.
    if (!table || (table.key === undefined && table.relation.kind === 'p')) continue
    if (focus.dependent) dependent.push({ focus, table })
    else found.push(toFocused(focus, table, tables))
  }
  for (const { focus, table } of dependent) {
    const way = found
      .map((other) => ({ other, from: byLink(table, other, links) }))
      .find(({ from }) => from !== undefined)
    if (way?.from === undefined) continue
    const { name } = table.relation
    found.push(toFocused({ ...focus, before: way.other.before, from: way.from, alias: name }, table, tables))
  }
  const texts = found.map((each) => JSON.stringify([each.alias, each.from, each.limit]))
  return found.filter((_, at) => texts.indexOf(texts[at] as string) === at)
}

function toFocused(focus: Focus, table: Table, tables: readonly Table[]): FocusedTable {
  const has = (each: Table, column: string) => each.relation.columns.some(({ name }) => name === column)
  const keys = focus.keys.filter(
    ({ alias, column }) => alias !== undefined || tables.some((each) => has(each, column)),
  )
  const own = keys
    .filter(({ alias, column }) => (alias ?? focus.alias) === focus.alias && has(table, column))
    .filter((key, at, all) => all.findIndex((other) => other.column === key.column) === at)
  const { alias, before, from, limit, offset } = focus
  return { table, alias, before, from, keys, own, limit, offset }
}

/** Children of the rows of `other`, or their parents. */
function byLink(table: Table, other: FocusedTable, links: readonly Link[]): string | undefined {
  const name = qualify(table.relation)
  const rows = placesOf(other)
  const there = `SELECT %column% FROM ${qualify(other.table.relation)} WHERE ${placeOf(other.table)} IN (${rows})`
  for (const { child, column, parent, target } of links) {
    if (child === table && parent === other.table)
      return `FROM ${name} WHERE ${quotedIdentifier(column)} IN (${there.replace('%column%', quotedIdentifier(target))})`
    if (parent === table && child === other.table)
      return `FROM ${name} WHERE ${quotedIdentifier(target)} IN (${there.replace('%column%', quotedIdentifier(column))})`
  }
  return undefined
}

const sorted = ({ alias, column, descending, nullsFirst }: SortKey) =>
  `${alias === undefined ? '' : `${quotedIdentifier(alias)}.`}${quotedIdentifier(column)}${descending ? ' DESC' : ''} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`

/** All rows that match; `%` in `select` is the table's alias. */
export const matchesOf = ({ alias, before, from }: FocusedTable, select: string): string =>
  `${before}SELECT ${select.replaceAll('%', quotedIdentifier(alias))} ${from}`

/**
 * The rows that the request would sort first, or a choice of them by the hash of their key where it does not sort;
 * `enough` of them, the same ones in every database.
 */
export function placesOf(focused: FocusedTable): string {
  const { table, alias, keys, limit, offset } = focused
  const a = quotedIdentifier(alias)
  const last = table.key === undefined ? `${a}::text` : placeOf(table, a)
  const order = keys.length > 0 ? keys.map(sorted) : [table.hashOf(a)]
  const skipped = Math.max(0, offset - (limit ?? 0))
  return `${matchesOf(focused, `${placeOf(table, '%')} AS place`)} ORDER BY ${[...order, last].join(', ')}${skipped > 0 ? ` OFFSET ${skipped}` : ''} LIMIT ${enough(focused)}`
}

/**
 * Disturbances of the very rows that a request is about: where a disturbance of all rows would have to be large to meet
 * them, a few dozen rows do. Each is a PL/pgSQL block that does nothing where the rows cannot be found or a constraint
 * forbids it.
 */
import type { Bound } from './bounds.ts'
import { matchesOf, placesOf, type FocusedTable } from './focused-rows.ts'
import { placeOf, qualify, type Table } from './tables.ts'
import type { TextLiteral } from './text-literals.ts'
import { identifiersIn, quotedIdentifier } from '../shared/quote.ts'

/** Variables of the block around the disturbances. */
export const VARIABLES = 'this_row record; this_model record'

/** What an attempt's schema cannot answer, and what a constraint or a type does not allow. */
const SKIPPED =
  'EXCEPTION WHEN syntax_error_or_access_rule_violation OR integrity_constraint_violation OR data_exception THEN NULL'

/** All of the statements happen, or none. */
export const block = (...statements: readonly string[]): string =>
  `BEGIN ${statements.map((each) => `${each};`).join(' ')} ${SKIPPED}; END`

const among = (focused: FocusedTable) => `${placeOf(focused.table)} IN (${placesOf(focused)})`

/** A loop over the rows in an order that is not theirs, as what is written gets a new place in the table. */
function forEach(focused: FocusedTable, where: string, statement: string): string {
  const { table } = focused
  const place = placeOf(table)
  return `FOR this_row IN SELECT ${place} AS place FROM ${qualify(table.relation)} WHERE ${among(focused)} AND ${where} ORDER BY ${table.hash} / 13, 1 LOOP ${statement} WHERE ${place} = this_row.place; END LOOP`
}

const updatable = ({ relation, key }: Table) =>
  relation.columns.filter(({ name, generated }) => name !== key && !generated)

/** Key and columns of rows that are inserted; `values` are for the columns. */
function insertion(table: Table, key: string, values: (column: string) => string): string {
  const columns = updatable(table).map(({ name }) => name)
  const own = table.key === undefined ? [] : [{ into: quotedIdentifier(table.key), value: key }]
  const all = [...own, ...columns.map((name) => ({ into: quotedIdentifier(name), value: values(name) }))]
  return `INSERT INTO ${qualify(table.relation)} (${all.map(({ into }) => into).join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${all.map(({ value }) => value).join(', ')}`
}

/** LIMITs above this one are not filled by copies. */
const COPIES = 60

/**
 * Copies of the rows under new keys: more than a LIMIT lets through, but only as many as it lets through where nothing
 * says which rows those are.
 */
export function doubled(focused: FocusedTable): string {
  const { table, limit, keys } = focused
  const name = qualify(table.relation)
  const key = quotedIdentifier(table.key ?? '')
  const varied = variedColumns(table, focused.from)
  const room = limit !== undefined && limit < COPIES ? limit : undefined
  const times =
    room === undefined
      ? '1'
      : `(SELECT ${room} / greatest(1, count(*)) ${keys.length > 0 ? '+ 1' : '- 1'} FROM (${placesOf(focused)}) f)`
  return block(
    `${insertion(
      table,
      `(SELECT max(${key}) FROM ${name}) + row_number() OVER (ORDER BY copy.nr, o.${key})`,
      (column) => varied.get(column) ?? `o.${quotedIdentifier(column)}`,
    )} FROM ${name} o, generate_series(1, ${times}) copy(nr) WHERE ${placeOf(table, 'o')} IN (${placesOf(focused)}) ON CONFLICT DO NOTHING`,
  )
}

/** In each unique index one column gets other values, if possible one that the request does not look for. */
function variedColumns(table: Table, from: string): ReadonlyMap<string, string> {
  const varied = new Map<string, string>()
  const named = identifiersIn(from)
  for (const columns of table.unique) {
    if (columns.some((column) => varied.has(column))) continue
    const free = columns.findLast((column) => !named.has(column))
    const column = free ?? columns.at(-1) ?? ''
    const value = otherValue(table, column)
    if (value !== undefined) varied.set(column, value)
  }
  return varied
}

/** Another value for a column of the row `o`, by the number of the copy; of a foreign key one that exists. */
function otherValue({ relation, foreign, hashOf }: Table, column: string): string | undefined {
  const name = quotedIdentifier(column)
  const reference = foreign.get(column)
  if (reference) {
    const { parent, target } = reference
    const t = quotedIdentifier(target)
    return `(SELECT min(p.${t}) FROM ${parent} p WHERE p.${t} > (${hashOf('o')} / 17 + copy.nr * 7919) % (SELECT max(q.${t}) FROM ${parent} q))`
  }
  const type = relation.columns.find((each) => each.name === column)?.type ?? ''
  return /char|text/.test(type) ? `o.${name} || '-' || copy.nr` : undefined
}

/**
 * Half of the rows get the sort values of the first one, so that more rows tie than a LIMIT lets through; a quarter only
 * the first of them, so that each further key decides somewhere.
 */
export function ties(focused: FocusedTable): string[] {
  const { table, own } = focused
  const fixed = new Set([table.key, ...table.unique.flat()])
  const columns = own.map(({ column }) => column).filter((column) => !fixed.has(column))
  const [first] = columns
  if (first === undefined) return []
  const name = qualify(table.relation)
  const model = `SELECT * INTO this_model FROM ${name} WHERE ${placeOf(table)} = (SELECT place FROM (${placesOf(focused)}) f LIMIT 1)`
  const tied = (which: string, names: readonly string[]) =>
    forEach(
      focused,
      which,
      `UPDATE ${name} SET ${names.map((each) => `${quotedIdentifier(each)} = this_model.${quotedIdentifier(each)}`).join(', ')}`,
    )
  return [
    block(
      model,
      tied(`${table.hash} / 13 % 4 < 2`, columns),
      ...(columns.length > 1 ? [tied(`${table.hash} / 13 % 4 = 2`, [first])] : []),
    ),
  ]
}

/** A third of the rows lose their place in the table. */
export function scattered(focused: FocusedTable): string[] {
  const { table } = focused
  const column = table.key ?? updatable(table)[0]?.name
  return column === undefined
    ? []
    : [
        block(
          forEach(
            focused,
            `${table.hash} / 3 % 3 = 0`,
            `UPDATE ${qualify(table.relation)} SET ${quotedIdentifier(column)} = ${quotedIdentifier(column)}`,
          ),
        ),
      ]
}

/** NULL in the columns, one of them in each second row. */
export function nulled(focused: FocusedTable, columns: readonly string[]): string[] {
  const { relation, hash } = focused.table
  return columns.map((column, at) =>
    block(
      `UPDATE ${qualify(relation)} SET ${quotedIdentifier(column)} = NULL WHERE ${among(focused)} AND ${hash} / 7 % ${2 * columns.length} = ${at}`,
    ),
  )
}

/** Rows right on the bounds that the request compares a column with; what else it asks for still holds. */
export function bounded(
  focused: FocusedTable,
  { name, type }: { readonly name: string; readonly type: string },
  bounds: readonly Bound[],
): string[] {
  const { relation, hash } = focused.table
  return bounds.map(({ literal }, at) =>
    block(
      `UPDATE ${qualify(relation)} SET ${quotedIdentifier(name)} = ${literal}::${type} WHERE ${among(focused)} AND ${hash} / 11 % ${bounds.length + 1} = ${at}`,
    ),
  )
}

/** Only one of all matching rows is left: the one with the smallest or the largest key. */
export function oneLeft(focused: FocusedTable, which: 'min' | 'max'): string[] {
  const { relation, key } = focused.table
  if (key === undefined) return []
  const k = quotedIdentifier(key)
  return [
    block(
      `DELETE FROM ${qualify(relation)} WHERE ${k} IN (${matchesOf(focused, `%.${k}`)}) AND ${k} <> (${matchesOf(focused, `${which}(%.${k})`)})`,
    ),
  ]
}

/** Texts that are nearly the one that is looked for, in SQL; `t` is that one. */
const NEARLY = [
  `t || ' '`,
  `' ' || t`,
  't || chr(9)',
  'upper(t)',
  'lower(t)',
  'initcap(t)',
  'normalize(t, NFD)',
  `translate(t, 'àâäçéèêëîïôöûüßÀÂÄÇÉÈÊËÎÏÔÖÛÜ', 'aaaceeeeiioouusAAACEEEEIIOOUU')`,
  `'x' || t`,
  `t || 'x'`,
  `replace(t, '.', 'x')`,
  `translate(t, ' -', '-_')`,
  'reverse(t)',
]

/** Copies of a row in which a text is nearly the one that is looked for. */
export function lookalikes(
  table: Table,
  focused: FocusedTable | undefined,
  { column, literal }: TextLiteral,
): string {
  const name = qualify(table.relation)
  const any = `(SELECT ${placeOf(table)} FROM ${name} ORDER BY ${table.hash} LIMIT 1)`
  const model = focused ? `coalesce((SELECT place FROM (${placesOf(focused)}) f LIMIT 1), ${any})` : any
  const varied = variedColumns(table, `${focused?.from ?? ''} ${column}`)
  const inserted = insertion(
    table,
    `(SELECT max(${quotedIdentifier(table.key ?? '')}) + 1 FROM ${name})`,
    (each) => (each === column ? 'copy.text' : (varied.get(each) ?? `o.${quotedIdentifier(each)}`)),
  )
  const variants = `SELECT v AS text, row_number() OVER (ORDER BY v) AS nr FROM (SELECT DISTINCT v FROM (SELECT ${literal}::text AS t) s, LATERAL (VALUES ${NEARLY.map((each) => `(${each})`).join(', ')}) l(v) WHERE v <> t) d ORDER BY nr`
  return block(
    `SELECT ${model} AS place INTO this_model`,
    `FOR this_row IN ${variants} LOOP ${block(
      `${inserted} FROM ${name} o, (SELECT this_row.text, this_row.nr) copy(text, nr) WHERE ${placeOf(table, 'o')} = this_model.place`,
    )}; END LOOP`,
  )
}

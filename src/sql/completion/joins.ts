/** Conditions that join a source to those before it, from foreign keys. */
import { quoteName } from '../names.ts'
import type { OutputColumn } from '../outline/columns.ts'
import type { VisibleSource } from '../outline/surroundings.ts'
import type { ForeignKey, Schema } from '../schema.ts'

/** Conditions offered at most. */
const OFFERED = 8

interface Side {
  readonly alias: string
  readonly columns: readonly OutputColumn[]
}

const sideOf = ({ source, columns }: VisibleSource): Side | undefined =>
  source.alias === null || !columns ? undefined : { alias: source.alias, columns }

/** `a.id = b.a_id`, best first: a key of one side to the other, then keys of both to a third table. */
export function joinConditions(
  joined: VisibleSource,
  earlier: readonly VisibleSource[],
  { foreignKeys }: Schema,
): string[] {
  const own = sideOf(joined)
  if (!own) return []
  const direct: string[] = []
  const common: string[] = []
  for (const visible of earlier) {
    const other = sideOf(visible)
    if (!other || other.alias === own.alias) continue
    for (const key of foreignKeys) {
      add(direct, other, referenced(key, other), own, referencing(key, own))
      add(direct, other, referencing(key, other), own, referenced(key, own))
    }
    for (const mine of foreignKeys)
      for (const theirs of foreignKeys)
        if (
          mine.references === theirs.references &&
          mine.referencedColumns.join() === theirs.referencedColumns.join()
        )
          add(common, other, referencing(theirs, other), own, referencing(mine, own))
  }
  return [...new Set([...direct, ...common])].slice(0, OFFERED)
}

/** A side's columns that are these columns of a table; null where one is missing. */
function columnsFrom(side: Side, table: string, columns: readonly string[]): readonly string[] | null {
  const found = columns.map((column) =>
    side.columns.find(({ origin }) => origin?.table === table && origin.column === column),
  )
  return found.length > 0 && found.every((column) => column !== undefined)
    ? found.map(({ name }) => name)
    : null
}

const referencing = (key: ForeignKey, side: Side) => columnsFrom(side, key.table, key.columns)
const referenced = (key: ForeignKey, side: Side) => columnsFrom(side, key.references, key.referencedColumns)

function add(
  to: string[],
  a: Side,
  columnsA: readonly string[] | null,
  b: Side,
  columnsB: readonly string[] | null,
): void {
  if (!columnsA || !columnsB || columnsA.length !== columnsB.length) return
  const name = (side: Side, column: string) => `${quoteName(side.alias)}.${quoteName(column)}`
  to.push(
    columnsA.map((column, index) => `${name(a, column)} = ${name(b, columnsB[index] ?? '')}`).join(' AND '),
  )
}

/** Names of tables that a foreign key joins to one of `visible`, and through which columns. */
export function relatedTables(
  visible: readonly VisibleSource[],
  { foreignKeys }: Schema,
): Map<string, string> {
  const found = new Map<string, string>()
  const here = new Set(
    visible.flatMap(({ columns }) => columns?.flatMap(({ origin }) => (origin ? [origin.table] : [])) ?? []),
  )
  for (const { table, columns, references } of foreignKeys) {
    if (here.has(references) && !found.has(table)) found.set(table, `by its ${columns.join(', ')}`)
    if (here.has(table) && !found.has(references)) found.set(references, `by ${table}.${columns.join(', ')}`)
  }
  return found
}

/** The schema that a pane's text meets: the database's catalog, and what the texts themselves make of it. */
import type { Catalog } from '../../../engine/contract/index.ts'
import { foreignKeysOf, namesIn } from '../../../sql/outline/definitions.ts'
import { schemaAfter } from '../../../sql/outline/declared.ts'
import { isGroup, statementsOf } from '../../../sql/outline/groups.ts'
import { EMPTY_SCHEMA, type Schema, type SchemaColumn } from '../../../sql/schema.ts'
import type { AppState } from '../../../state/app-state.ts'
import type { PaneName } from '../../../experiment/types.ts'

const KINDS: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'partitioned table',
  m: 'materialized view',
  v: 'view',
  f: 'foreign table',
}

const known = new WeakMap<Catalog, Schema>()

/** A catalog as an editor needs it. */
export function schemaOf(catalog: Catalog): Schema {
  const found = known.get(catalog) ?? read(catalog)
  known.set(catalog, found)
  return found
}

function read({ relations, constraints, indexes, functions }: Catalog): Schema {
  const foreignKeys = constraints
    .filter(({ type }) => type === 'f')
    .flatMap(({ table, definition }) =>
      foreignKeysOf(table, statementsOf(definition)[0]?.items ?? [], EMPTY_SCHEMA),
    )
  const primary = new Set(
    constraints
      .filter(({ type }) => type === 'p')
      .flatMap(({ table, definition }) => {
        const list = statementsOf(definition)[0]?.items.find((item) => isGroup(item))
        return isGroup(list) ? namesIn(list).map((column) => `${table}.${column}`) : []
      }),
  )
  const foreign = new Set(
    foreignKeys.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  )
  const keyOf = (name: string): Pick<SchemaColumn, 'key'> =>
    primary.has(name) ? { key: 'primary' } : foreign.has(name) ? { key: 'foreign' } : {}
  return {
    tables: relations
      .filter(({ kind }) => Object.hasOwn(KINDS, kind))
      .map(({ schema, name, kind, tuples, columns }) => ({
        schema,
        name,
        kind: KINDS[kind] ?? 'table',
        rows: kind === 'v' || tuples < 0 ? null : tuples,
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          ...keyOf(`${name}.${column.name}`),
        })),
      })),
    foreignKeys,
    indexes: indexes.map(({ name, table }) => ({ name, table })),
    functions: [...new Set(functions.map(({ name }) => name))],
    incomplete: false,
  }
}

/**
 * The schema before the text of `pane`: of the Changes pane the dataset's, of the Query pane what the changes make of
 * it. null until a catalog has been read.
 */
export function paneSchema({ bench, schema, text }: AppState, pane: PaneName): Schema | null {
  const measured = (bench.attempt ?? bench.baseline)?.measurement.catalog
  const before = measured?.before ?? schema.catalog
  if (!before) return null
  if (pane === 'changes') return schemaOf(before)
  // What was run tells more than its text: a DO block may have made tables.
  if (measured && bench.attempt?.text.changes === text.changes) return schemaOf(measured.after)
  return schemaAfter(schemaOf(before), text.changes)
}

/** What the texts alone tell, as long as no catalog has been read. */
export const textSchema = ({ text }: AppState, pane: PaneName): Schema =>
  pane === 'changes' ? EMPTY_SCHEMA : schemaAfter(EMPTY_SCHEMA, text.changes)

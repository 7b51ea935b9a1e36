/** From collected wire rows to the protocol's RowSet, with type names as PostgreSQL prints them. */
import type { Database } from './database.ts'
import { jobErrorOf, unbound } from './job-error.ts'
import type { PreparedStatement } from './statements.ts'
import type { RowSet } from '../contract/index.ts'
import { RowCollector, type WireColumn } from './wire.ts'

const key = (column: WireColumn) => `${column.typeOid},${column.typeModifier}`

/** Names of the types of all columns in one query. */
async function typeNames(
  instance: Database,
  columns: readonly WireColumn[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(columns.map(key))]
  if (keys.length === 0) return new Map()
  const values = keys.map((pair) => `(${pair})`).join(',')
  const rows = await instance.rows(
    `SELECT t.oid || ',' || t.mod, pg_catalog.format_type(t.oid::pg_catalog.oid, t.mod) FROM (VALUES ${values}) t(oid, mod)`,
  )
  return new Map(rows.map((row) => [row[0] ?? '', row[1] ?? '']))
}

/** RowSets of collectors; null for a statement that returned no row description. */
export async function rowSets(
  instance: Database,
  collectors: readonly RowCollector[],
): Promise<(RowSet | null)[]> {
  const names = await typeNames(
    instance,
    collectors.flatMap((collector) => collector.columns ?? []),
  )
  return collectors.map((collector) =>
    collector.columns === null
      ? null
      : {
          columns: collector.columns.map((column) => ({
            name: column.name,
            typeOid: column.typeOid,
            type: names.get(key(column)) ?? `OID ${column.typeOid}`,
          })),
          rows: collector.rows,
          count: collector.count,
          bytes: collector.bytes,
          ...collector.digests(),
        },
  )
}

/** Runs queries and returns their rows. */
export async function rowSetsOf(
  instance: Database,
  statements: readonly PreparedStatement[],
  keep: number,
): Promise<RowSet[]> {
  const collectors: RowCollector[] = []
  for (const item of statements) {
    const collector = new RowCollector(keep)
    try {
      await instance.exec(item.statement.text, collector)
    } catch (error) {
      throw jobErrorOf(error, item, unbound(item))
    }
    collectors.push(collector)
  }
  return (await rowSets(instance, collectors)).filter((set) => set !== null)
}

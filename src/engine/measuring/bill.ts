/**
 * The index bill: what every index that the changes add costs. The workload runs on two databases at the state
 * after the changes, one with the index and one without it, in the same order.
 */
import { readCatalog } from '../postgres/catalog.ts'
import {
  insertWorkload,
  keyColumn,
  twoValues,
  updateColumns,
  updateWorkload,
  WORKLOAD_ROWS,
} from './bill-workload.ts'
import { explainTotals } from './explain-totals.ts'
import { PostgresError, type Database, type Lab } from '../postgres/database.ts'
import { apply } from './apply.ts'
import type { PreparedJob } from './prepare.ts'
import {
  newIndexesOfTables,
  type AppliedStatement,
  type Catalog,
  type CatalogIndex,
  type CatalogRelation,
  type IndexBill,
  type WriteCost,
} from '../contract/index.ts'
import { RowCollector } from '../postgres/wire.ts'
import { quotedIdentifier } from '../../shared/quote.ts'

interface Workload {
  readonly operation: WriteCost['operation']
  readonly column: string | undefined
  readonly sql: string
}

interface Cost {
  readonly buffers: number
  readonly walBytes: number
  readonly hotUpdates: number
}

/**
 * Bills the indexes that `prepared` adds to tables of the dataset. @throws JobError, DatabaseCrash
 */
export async function runBill(lab: Lab, prepared: PreparedJob): Promise<readonly IndexBill[]> {
  let instance = await lab.fresh()
  await apply(instance, prepared.setup, () => {})
  const before = await readCatalog(instance)
  const changes = await apply(instance, prepared.changes, () => {})
  const after = await readCatalog(instance)
  const bills: IndexBill[] = []
  for (const index of newIndexesOfTables(before, after)) {
    const relation = relationOf(after, index)
    if (!relation) continue
    const workloads = await workloadsFor(instance, after, index, relation)
    const run = async (without: boolean) => {
      instance = await lab.fresh()
      await apply(instance, prepared.setup, () => {})
      await apply(instance, prepared.changes, () => {})
      if (without) await dropIndex(instance, index)
      const costs: (Cost | undefined)[] = []
      for (const workload of workloads) costs.push(await costOf(instance, workload, relation))
      return costs
    }
    const bare = await run(true)
    const billed = await run(false)
    const costs = workloads.flatMap((workload, at): WriteCost[] => {
      const without = bare[at]
      const withIndex = billed[at]
      if (!without || !withIndex) return []
      const column = workload.column === undefined ? {} : { column: workload.column }
      return [{ operation: workload.operation, ...column, rows: WORKLOAD_ROWS, without, with: withIndex }]
    })
    bills.push({
      index: index.name,
      table: index.table,
      definition: index.definition,
      pages: index.pages,
      bytes: index.bytes,
      buildMs: buildTime(changes, index),
      costs,
    })
  }
  return bills
}

const relationOf = (catalog: Catalog, index: CatalogIndex) =>
  catalog.relations.find(
    (relation) => relation.name === index.table && relation.schema === index.schema && relation.kind === 'r',
  )

/** ms of the statement that made the index; null where it cannot be told apart. */
function buildTime(changes: readonly AppliedStatement[], index: CatalogIndex): number | null {
  const makers = changes.filter((change) => change.tag === 'CREATE INDEX')
  const named = makers.filter((change) => change.text.includes(index.name))
  const candidates = named.length > 0 ? named : makers.filter((change) => change.text.includes(index.table))
  return candidates.length === 1 ? (candidates[0]?.ms ?? null) : null
}

async function workloadsFor(
  instance: Database,
  catalog: Catalog,
  index: CatalogIndex,
  relation: CatalogRelation,
): Promise<Workload[]> {
  const workloads: Workload[] = []
  const insert = insertWorkload(catalog, relation)
  if (insert !== undefined) workloads.push({ operation: 'insert', column: undefined, sql: insert })
  const key = keyColumn(catalog, relation)
  if (key === undefined) return workloads
  const { covered, other } = updateColumns(catalog, relation, index)
  for (const [operation, column] of [
    ['update-indexed', covered],
    ['update-other', other],
  ] as const) {
    if (!column) continue
    const [first, second] = await instance.rows(twoValues(relation, column))
    if (first?.[0] == null || second?.[0] == null) continue
    workloads.push({
      operation,
      column: column.name,
      sql: updateWorkload(relation, key, column, [first[0], second[0]]),
    })
  }
  return workloads
}

async function dropIndex(instance: Database, index: CatalogIndex): Promise<void> {
  const table = `${quotedIdentifier(index.schema)}.${quotedIdentifier(index.table)}`
  const name = `${quotedIdentifier(index.schema)}.${quotedIdentifier(index.name)}`
  await instance.exec(
    index.constraint
      ? `ALTER TABLE ${table} DROP CONSTRAINT ${quotedIdentifier(index.name)} CASCADE`
      : `DROP INDEX ${name}`,
  )
}

/** Figures of one workload on a database that nothing else has written to; undefined where it cannot run. */
async function costOf(
  instance: Database,
  workload: Workload,
  relation: CatalogRelation,
): Promise<Cost | undefined> {
  const explained = new RowCollector(1)
  await instance.exec('BEGIN')
  try {
    await instance.exec(`EXPLAIN (ANALYZE, BUFFERS, WAL, TIMING OFF, FORMAT JSON) ${workload.sql}`, explained)
    const hot = await instance.rows(`SELECT pg_catalog.pg_stat_get_xact_tuples_hot_updated(${relation.oid})`)
    const totals = explainTotals((JSON.parse(explained.rows[0]?.[0] ?? '[]') as unknown[])[0])
    return { buffers: totals.buffers, walBytes: totals.walBytes, hotUpdates: Number(hot[0]?.[0] ?? 0) }
  } catch (error) {
    // A table of the learner's own making may refuse the standard workload; its bill then has no such line.
    if (error instanceof PostgresError) return undefined
    throw error
  } finally {
    await instance.exec('ROLLBACK').catch(() => {})
  }
}

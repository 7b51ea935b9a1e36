/**
 * What a statement that EXPLAIN does not cover costs: VACUUM, CREATE INDEX, ALTER TABLE, REFRESH, and the checks of
 * deferred constraints. From the tables' own counters and the WAL position, before and after.
 */
import { NO_TOTALS } from './explain-totals.ts'
import type { Classification } from '../../sql/classify.ts'
import type { Database, ExecResult } from '../postgres/database.ts'
import type { Totals } from '../contract/index.ts'

/** Sums over all relations outside of the system schemas: their tables, TOAST and indexes. */
const COUNTERS = (
  fetched: string,
) => `SELECT COALESCE(pg_catalog.sum(pg_catalog.${fetched}(c.oid)), 0) AS planground_fetched,
  pg_catalog.pg_current_wal_insert_lsn() OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn
FROM pg_catalog.pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'i', 't', 'm')`

/**
 * Whether a statement is measured so. Statements that steer the transaction or the session cost nothing, and some of
 * them (SET TRANSACTION) may not come after a query, as reading the counters is one.
 */
export const costsOf = ({
  explainable,
  kind,
  tag,
}: Pick<Classification, 'explainable' | 'kind' | 'tag'>): boolean =>
  !explainable && (!FREE.has(kind) || tag === 'SET CONSTRAINTS')

const FREE: ReadonlySet<Classification['kind']> = new Set(['transaction', 'set', 'read'])

interface Counters {
  readonly blocks: number
  readonly wal: number
}

/** Blocks of 8 kB fetched so far; inside a transaction, by that transaction. */
async function counters(instance: Database): Promise<Counters> {
  const inside = instance.status === 'T'
  if (!inside) {
    await instance.exec('SELECT pg_catalog.pg_stat_force_next_flush(), pg_catalog.pg_stat_clear_snapshot()')
  }
  const [row] = await instance.rows(
    COUNTERS(inside ? 'pg_stat_get_xact_blocks_fetched' : 'pg_stat_get_blocks_fetched'),
  )
  return { blocks: Number(row?.[0] ?? 0), wal: Number(row?.[1] ?? 0) }
}

/** Runs `work` and gives its cost. Counts nothing for statements that begin or end a transaction or fail in one. */
export async function utilityCost(
  instance: Database,
  work: () => Promise<ExecResult>,
): Promise<{ readonly totals: Totals; readonly result: ExecResult }> {
  const failed = instance.status === 'E'
  const status = instance.status
  const before = failed ? undefined : await counters(instance)
  const result = await work()
  const after = before && instance.status === status ? await counters(instance) : undefined
  const blocks = before && after ? Math.max(0, after.blocks - before.blocks) : 0
  return {
    totals: {
      ...NO_TOTALS,
      buffers: blocks,
      walBytes: before && after ? Math.max(0, after.wal - before.wal) : 0,
      executionTime: result.ms,
      timingRuns: 1,
      statements: 1,
    },
    result,
  }
}

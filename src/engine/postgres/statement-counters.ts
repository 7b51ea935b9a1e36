/**
 * What whole statements have cost so far, as pg_stat_statements counts it: the plan, sending the rows, and AFTER
 * triggers. EXPLAIN's plan holds the first of these only.
 * https://www.postgresql.org/docs/18/pgstatstatements.html
 */
import type { Row } from '../contract/index.ts'

/** Blocks of 8 kB and WAL of executions, summed. */
export interface StatementCounters {
  readonly sharedHit: number
  readonly sharedRead: number
  readonly sharedDirtied: number
  readonly sharedWritten: number
  readonly localHit: number
  readonly localRead: number
  readonly tempRead: number
  readonly tempWritten: number
  readonly walRecords: number
  readonly walBytes: number
}

/** The name under which the snapshot has the function of pg_stat_statements, whatever becomes of the extension. */
export const COUNTER_FUNCTION = 'planground_statements'

/**
 * Makes the function, in PostgreSQL 18's shape (pg_stat_statements 1.12), among the system's own: it belongs to no
 * extension that somebody could drop, and counts as nobody's object.
 */
export const CREATE_COUNTER_FUNCTION = `CREATE FUNCTION pg_catalog.${COUNTER_FUNCTION}(IN showtext boolean,
  OUT userid oid, OUT dbid oid, OUT toplevel bool, OUT queryid bigint, OUT query text, OUT plans int8,
  OUT total_plan_time float8, OUT min_plan_time float8, OUT max_plan_time float8, OUT mean_plan_time float8,
  OUT stddev_plan_time float8, OUT calls int8, OUT total_exec_time float8, OUT min_exec_time float8,
  OUT max_exec_time float8, OUT mean_exec_time float8, OUT stddev_exec_time float8, OUT rows int8,
  OUT shared_blks_hit int8, OUT shared_blks_read int8, OUT shared_blks_dirtied int8,
  OUT shared_blks_written int8, OUT local_blks_hit int8, OUT local_blks_read int8, OUT local_blks_dirtied int8,
  OUT local_blks_written int8, OUT temp_blks_read int8, OUT temp_blks_written int8,
  OUT shared_blk_read_time float8, OUT shared_blk_write_time float8, OUT local_blk_read_time float8,
  OUT local_blk_write_time float8, OUT temp_blk_read_time float8, OUT temp_blk_write_time float8,
  OUT wal_records int8, OUT wal_fpi int8, OUT wal_bytes numeric, OUT wal_buffers_full int8,
  OUT jit_functions int8, OUT jit_generation_time float8, OUT jit_inlining_count int8,
  OUT jit_inlining_time float8, OUT jit_optimization_count int8, OUT jit_optimization_time float8,
  OUT jit_emission_count int8, OUT jit_emission_time float8, OUT jit_deform_count int8,
  OUT jit_deform_time float8, OUT parallel_workers_to_launch int8, OUT parallel_workers_launched int8,
  OUT stats_since timestamp with time zone, OUT minmax_stats_since timestamp with time zone)
RETURNS SETOF record AS 'pg_stat_statements', 'pg_stat_statements_1_12' LANGUAGE C STRICT VOLATILE PARALLEL SAFE`

/**
 * Sums over all statements that a client sent, but for the playground's own questions, which name the function or
 * the counters of `utility-cost.ts`. Planning is not in them: pg_stat_statements.track_planning is off.
 */
export const COUNTERS_QUERY = `SELECT COALESCE(pg_catalog.sum(shared_blks_hit), 0), COALESCE(pg_catalog.sum(shared_blks_read), 0),
  COALESCE(pg_catalog.sum(shared_blks_dirtied), 0), COALESCE(pg_catalog.sum(shared_blks_written), 0),
  COALESCE(pg_catalog.sum(local_blks_hit), 0), COALESCE(pg_catalog.sum(local_blks_read), 0),
  COALESCE(pg_catalog.sum(temp_blks_read), 0), COALESCE(pg_catalog.sum(temp_blks_written), 0),
  COALESCE(pg_catalog.sum(wal_records), 0), COALESCE(pg_catalog.sum(wal_bytes), 0)
FROM pg_catalog.${COUNTER_FUNCTION}(true)
WHERE toplevel AND query OPERATOR(pg_catalog.!~~) '%planground\\_%'`

export function readCountersRow(row: Row | undefined): StatementCounters {
  const at = (index: number) => Number(row?.[index] ?? 0)
  return {
    sharedHit: at(0),
    sharedRead: at(1),
    sharedDirtied: at(2),
    sharedWritten: at(3),
    localHit: at(4),
    localRead: at(5),
    tempRead: at(6),
    tempWritten: at(7),
    walRecords: at(8),
    walBytes: at(9),
  }
}

/** What was counted between two readings. */
export function countedBetween(before: StatementCounters, after: StatementCounters): StatementCounters {
  const names = Object.keys(after) as (keyof StatementCounters)[]
  return Object.fromEntries(
    names.map((name) => [name, after[name] - before[name]]),
  ) as unknown as StatementCounters
}

/**
 * The settings that every database runs with: in the snapshot's build, in the browser and in Node. Plans, costs and
 * buffers depend on them, so they are pinned here and nowhere else. A change of any of them gives other plans, and
 * another snapshot.
 */
import { PLAN_LOG_SETTINGS } from './plan-log.ts'

/** A setting: name, value, and why it is pinned. */
type Setting = readonly [name: string, value: string, why: string]

/** Those that a session may set on any server: plans and printed values depend on them. */
export const SESSION_SETTINGS: readonly Setting[] = [
  // What the planner believes about the machine.
  ['random_page_cost', '2', "Azure Database for PostgreSQL's default: production's plans"],
  ['seq_page_cost', '1', 'the unit of all costs'],
  ['cpu_tuple_cost', '0.01', 'default, pinned'],
  ['effective_cache_size', '6GB', 'a production server: index scans are expected to find cached pages'],
  ['work_mem', '4MB', 'default: sorts and hashes spill at the size they do in production'],
  ['hash_mem_multiplier', '2', 'default, pinned: 8 MB for a hash'],
  ['default_statistics_target', '100', 'default, pinned: ANALYZE samples 30,000 rows'],
  ['jit', 'off', 'there is no JIT in WASM; its costs would still change plans'],
  [
    'max_parallel_workers_per_gather',
    '0',
    'there are no workers: a Gather would be planned and never launched',
  ],
  ['plan_cache_mode', 'auto', 'default, pinned'],

  // What would make two runs differ.
  ['synchronize_seqscans', 'off', 'a Seq Scan must start at block 0, not where the last one stopped'],
  ['timezone', 'UTC', 'timestamps print and truncate the same everywhere'],
  ['datestyle', 'iso, mdy', 'dates print the same everywhere'],
  ['default_text_search_config', 'pg_catalog.english', 'to_tsvector(text) gives the same lexemes everywhere'],
]

const SERVER_SETTINGS: readonly Setting[] = [
  // What would make two runs differ.
  ['autovacuum', 'off', 'statistics and the visibility map change only when somebody says so'],
  ['log_timezone', 'UTC', 'as above'],
  ['track_io_timing', 'off', 'no clock calls per block'],
  ['track_functions', 'pl', 'calls of PL/pgSQL functions are counted'],
  ['compute_query_id', 'on', 'pg_stat_statements and EXPLAIN VERBOSE show query ids'],
  ...PLAN_LOG_SETTINGS.map(([name, value]): Setting => [
    name,
    value,
    'plans come with the execution that gave the rows',
  ]),
  ['pg_stat_statements.save', 'off', 'the statements of the build are no part of the snapshot'],

  // Memory and limits of a browser tab.
  [
    'shared_buffers',
    '64MB',
    'most of the dataset; costs no extra heap within the 128 MB that PGlite starts with',
  ],
  ['temp_buffers', '8MB', 'default, pinned'],
  ['maintenance_work_mem', '64MB', 'index builds sort in memory at the default scales'],
  ['max_stack_depth', '256kB', 'endless recursion becomes an error (54001) before the WASM stack is gone'],
  ['temp_file_limit', '512MB', 'a runaway sort becomes an error (53400) before the tab is out of memory'],

  // Nothing needs to survive: the snapshot is the truth.
  ['fsync', 'off', 'files are memory'],
  ['full_page_writes', 'off', 'no torn pages in memory; WAL figures show the change, not page images'],
  [
    'synchronous_commit',
    'on',
    'hint bits wait for the commit to be flushed, and VACUUM for hint bits: there is no WAL writer here',
  ],
  ['wal_level', 'minimal', 'no replication'],
  ['max_wal_senders', '0', 'required by wal_level = minimal'],
  ['min_wal_size', '2MB', 'with 1 MB segments: two files'],
  ['max_wal_size', '64MB', 'WAL is reclaimed only by CHECKPOINT here'],
  ['wal_recycle', 'off', 'old segments are dropped, not kept'],
  ['wal_init_zero', 'off', 'new segments are not filled first'],
  ['statement_timeout', '0', 'it never fires in PGlite: pinned so that nobody counts on it'],
  ['idle_in_transaction_session_timeout', '0', 'as above'],
]

/** Whole content of postgresql.conf. PGlite replaces the file by this, so it is always passed whole. */
export const POSTGRESQL_CONF: readonly string[] = [...SESSION_SETTINGS, ...SERVER_SETTINGS].map(
  ([name, value]) => `${name} = '${value}'`,
)

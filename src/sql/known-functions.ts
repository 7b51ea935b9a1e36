/** Functions of PostgreSQL 18 and its bundled extensions that do more than compute a value. */

/** Run a text argument as SQL. */
export const SQL_TEXT_FUNCTIONS: ReadonlySet<string> = new Set([
  'query_to_xml',
  'query_to_xmlschema',
  'query_to_xml_and_xmlschema',
  'ts_stat',
  'ts_rewrite',
  'crosstab',
  'crosstab2',
  'crosstab3',
  'crosstab4',
  'dblink',
  'dblink_exec',
  'dblink_open',
  'dblink_send_query',
  'xpath_table',
])

const WRITERS: ReadonlySet<string> = new Set([
  'nextval',
  'setval',
  'set_config',
  'pg_notify',
  'pg_cancel_backend',
  'pg_terminate_backend',
  'pg_reload_conf',
  'pg_rotate_logfile',
  'pg_switch_wal',
  'pg_create_restore_point',
  'pg_logical_emit_message',
  'pg_import_system_collations',
  'pg_promote',
  'pg_backup_start',
  'pg_backup_stop',
  'pg_current_xact_id',
  'txid_current',
  'pg_extension_config_dump',
  'pg_prewarm',
  'gin_clean_pending_list',
  'brin_summarize_new_values',
  'brin_summarize_range',
  'brin_desummarize_range',
  'lowrite',
  'pg_truncate_visibility_map',
])

/** Families of writing functions, by how their names begin. */
const WRITER_FAMILIES =
  /^(?:lo_|pg_advisory_|pg_try_advisory_|pg_stat_reset|pg_stat_statements_reset|pg_stat_clear|pg_restore_|pg_clear_|pg_replication_|pg_drop_replication|pg_create_.*_replication|pg_file_|pg_buffercache_evict|pg_buffercache_mark|heap_force_|dblink_(?:exec|connect|open))/

/**
 * Whether calling the function changes something that outlives the statement: a sequence, a setting, a lock, a
 * statistic, a large object. A function that is not PostgreSQL's own is not known here: see its pg_proc.provolatile.
 */
export const functionWrites = (name: string): boolean => WRITERS.has(name) || WRITER_FAMILIES.test(name)

/** Settings and extensions that any attempt may use. */

/** Settings that change nothing in a plan or a result. */
const HARMLESS_SETTINGS = new Set([
  'application_name',
  'client_min_messages',
  'deadlock_timeout',
  'idle_in_transaction_session_timeout',
  'lock_timeout',
  'log_min_duration_statement',
  'maintenance_work_mem',
  'statement_timeout',
])

export const harmlessSetting = (name: string): boolean => HARMLESS_SETTINGS.has(name.toLowerCase())

/** Extensions that bring index types and operator classes. */
const INDEX_EXTENSIONS = new Set([
  'bloom',
  'btree_gin',
  'btree_gist',
  'intarray',
  'pg_trgm',
  'pg_stat_statements',
  'unaccent',
])

export const indexExtension = (name: string): boolean => INDEX_EXTENSIONS.has(name)

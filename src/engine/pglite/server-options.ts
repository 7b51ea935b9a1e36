/** How PGlite starts PostgreSQL: in the snapshot's build, in the browser and in Node. */
import { PGlite } from '@electric-sql/pglite'
import { POSTGRESQL_CONF } from '../postgres/settings.ts'

/**
 * Libraries that measure every Run. On the command line, because PGlite joins its extensions' libraries to the list
 * in the file without quotes, which is a list of one at most.
 */
const PRELOAD = 'shared_preload_libraries=pg_stat_statements,auto_explain'

/** Command line of the backend. Custom ones replace PGlite's own, so those are kept in front. */
const START_PARAMS: readonly string[] = [...PGlite.defaultStartParams, '-c', PRELOAD]

/**
 * Arguments of initdb, used by the snapshot's build only. 1 MB WAL segments keep the snapshot small;
 * en_US.UTF-8 gives a server's behaviour for LIKE and text_pattern_ops (the order is still C's: see pglite).
 */
const INITDB_PARAMS: readonly string[] = ['--wal-segsize=1', '--locale=en_US.UTF-8']

/** `PGliteOptions` that every instance gets. */
export const serverOptions = () => ({
  postgresqlconf: [...POSTGRESQL_CONF],
  startParams: [...START_PARAMS],
  initDbStartParams: [...INITDB_PARAMS],
})

/** The dataset on a native server, as a template database that jobs are copied from. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findDataset, SEED_FILES } from '../../src/dataset/read-datasets.node.ts'
import { COUNTER_FUNCTION } from '../../src/engine/postgres/statement-counters.ts'

/** The dataset's SQL, in the order in which it runs. */
const scripts = (dataset: string): readonly string[] =>
  SEED_FILES.map((file) => readFileSync(join(findDataset(dataset).folder, file), 'utf8'))

/**
 * What the snapshot declares for PostgreSQL 18, in whatever shape this server's extension has. Of this database alone:
 * the server counts for all of them in one table, and drops the least used statements where it is full.
 */
const COUNTER_FUNCTION_OF_EXTENSION = `CREATE FUNCTION pg_catalog.${COUNTER_FUNCTION}(showtext boolean)
  RETURNS SETOF public.pg_stat_statements LANGUAGE sql AS 'SELECT * FROM public.pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())'`

export interface NativeTemplate {
  readonly name: string
  /** Major version of the server. */
  readonly version: number
}

async function query(client: pg.Client, sql: string): Promise<Record<string, unknown>[]> {
  const result = await client.query<Record<string, unknown>>(sql)
  return result.rows
}

/**
 * Loads the dataset into a database of its own on the server at `url`, unless it is there already.
 * @throws where the server cannot be reached or the role may not create databases
 */
export async function ensureTemplate(url: string, dataset: string, scale: number): Promise<NativeTemplate> {
  const sql = scripts(dataset)
  const hash = createHash('sha256')
    .update(JSON.stringify([sql, COUNTER_FUNCTION_OF_EXTENSION]))
    .digest('hex')
    .slice(0, 8)
  const name = `planground_${dataset}_${String(scale).replace('.', '_')}_${hash}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    const [setting] = await query(admin, 'SHOW server_version_num')
    const version = Math.floor(Number(setting?.['server_version_num']) / 10_000)
    const found = await query(admin, `SELECT 1 FROM pg_database WHERE datname = '${name}' AND datistemplate`)
    if (found.length > 0) return { name, version }
    process.stderr.write(`Loading ${dataset} at scale ${scale} into ${name} …\n`)
    await query(admin, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await query(admin, `CREATE DATABASE "${name}" TEMPLATE template0`)
    const target = new URL(url)
    target.pathname = `/${name}`
    const client = new pg.Client({ connectionString: target.href })
    await client.connect()
    await query(client, `SET seed.scale = '${scale}'`)
    for (const part of sql) await query(client, part)
    await query(client, 'CREATE EXTENSION pg_stat_statements SCHEMA public')
    await query(client, COUNTER_FUNCTION_OF_EXTENSION)
    await query(client, 'VACUUM (FREEZE, ANALYZE)')
    await client.end()
    // Only a finished one is a template: an interrupted load is started anew.
    await query(admin, `ALTER DATABASE "${name}" IS_TEMPLATE true`)
    return { name, version }
  } finally {
    await admin.end()
  }
}

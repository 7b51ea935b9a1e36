/** Query time of PGlite against a native PostgreSQL on the same data, where one is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import { median } from '../../src/shared/median.ts'
import { heading, line, ms } from './print.ts'

const SCALE = 0.25
const ROUNDS = 7

const QUERIES: Readonly<Record<string, string>> = {
  'Seq Scan with a filter': "SELECT count(*) FROM crush_lu_connectionmessage WHERE message LIKE 'Moien%'",
  'Index Scan': 'SELECT count(message) FROM crush_lu_connectionmessage WHERE id BETWEEN 20000 AND 40000',
  'Hash Join':
    'SELECT count(*) FROM crush_lu_eventregistration r JOIN auth_user u ON u.id = r.user_id WHERE u.is_active',
  Sort: 'SELECT id FROM crush_lu_eventregistration ORDER BY registered_at DESC, id OFFSET 30000',
  'Hash Aggregate': 'SELECT user_id, count(*) FROM crush_lu_eventregistration GROUP BY 1',
}

const EXPLAIN = 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) '

/** Folder of a native server's programs, or undefined. */
function nativeServer(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort() : []
  return versions
    .map((version) => join(root, version, 'bin'))
    .findLast((bin) => existsSync(join(bin, 'initdb')))
}

interface Plan {
  readonly 'Execution Time': number
}

async function pgliteTimes(): Promise<Map<string, number>> {
  const engine = await createNodeEngine({ dataset: 'entreprinder', scale: SCALE })
  const times = new Map<string, number>()
  for (const [name, query] of Object.entries(QUERIES)) {
    const outcome = await engine.measure({
      dataset: 'entreprinder',
      scale: SCALE,
      changes: '',
      query,
      timingRuns: ROUNDS,
    })
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`)
    times.set(name, outcome.value.totals.executionTime)
  }
  await engine.close()
  return times
}

/** A throwaway cluster on a Unix socket, filled by the dataset's own scripts. */
async function nativeTimes(bin: string): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'planground-bench-'))
  chmodSync(folder, 0o777)
  const asOwner = (program: string, args: readonly string[]) => {
    const root = process.getuid?.() === 0
    const [file, list] = root
      ? ['runuser', ['-u', 'postgres', '--', join(bin, program), ...args]]
      : [join(bin, program), [...args]]
    execFileSync(file, list, { stdio: 'ignore', cwd: folder })
  }
  const data = join(folder, 'data')
  asOwner('initdb', ['-D', data, '--locale=C.UTF-8', '-A', 'trust', '-U', 'postgres'])
  const options = `-k ${folder} -c listen_addresses= -c jit=off -c max_parallel_workers_per_gather=0 -c shared_buffers=64MB -c fsync=off`
  asOwner('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' })
  try {
    await client.connect()
    await client.query(`SET seed.scale = '${SCALE}'`)
    for (const name of ['schema', 'seed', 'indexes', 'finish']) {
      await client.query(
        readFileSync(
          fileURLToPath(new URL(`../../seed-data/entreprinder/${name}.sql`, import.meta.url)),
          'utf8',
        ),
      )
    }
    await client.query('VACUUM (ANALYZE)')
    const times = new Map<string, number>()
    for (const [name, query] of Object.entries(QUERIES)) {
      const runs: number[] = []
      for (let round = 0; round < ROUNDS + 1; round++) {
        const { rows } = await client.query<{ 'QUERY PLAN': Plan[] }>(EXPLAIN + query)
        if (round > 0) runs.push(rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? 0)
      }
      times.set(name, median(runs))
    }
    return times
  } finally {
    await client.end().catch(() => {})
    asOwner('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function benchNative(): Promise<void> {
  heading('Query time against a native PostgreSQL')
  const bin = nativeServer()
  if (bin === undefined) {
    line('no native PostgreSQL is installed', '-', '')
    return
  }
  const version = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim()
  const [native, wasm] = [await nativeTimes(bin), await pgliteTimes()]
  for (const name of Object.keys(QUERIES)) {
    const [ours, theirs] = [wasm.get(name) ?? 0, native.get(name) ?? 1]
    line(name, (ours / theirs).toFixed(2), `${ms(ours)} over ${ms(theirs)} (${version})`)
  }
}

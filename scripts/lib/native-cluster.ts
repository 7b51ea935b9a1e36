/** A PostgreSQL server of our own, for as long as it is needed: in a temporary folder, on loopback. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** Where distributions put PostgreSQL's own programs, one folder for each major version. */
const FOLDER = '/usr/lib/postgresql'

/** Folder of the programs of the newest installed PostgreSQL; undefined where there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER).toSorted((a, b) => Number(b) - Number(a)) : []
  const known = [
    ...versions.map((version) => join(FOLDER, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return known.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** PostgreSQL does not run as root: the user that the distribution made for it, as uid and gid. */
async function owner(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export interface NativeCluster {
  readonly url: string
  stop(): Promise<void>
}

/**
 * PGlite's databases have the collation en_US, by whose order LIKE finds nothing. A machine may have no such locale, but
 * ICU knows the language everywhere (from PostgreSQL 15 on).
 */
const COLLATION = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US']

/** Longest time until a new server answers, ms. */
const STARTS_WITHIN = 30_000

/** Starts a server with what measuring needs preloaded. @throws where it does not start */
export async function startCluster(programs: string): Promise<NativeCluster> {
  const user = await owner()
  const folder = mkdtempSync(join(tmpdir(), 'planground-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'planground', '-A', 'trust', '-E', 'UTF8', ...COLLATION, '-N'],
    {
      ...user,
      cwd: folder,
    },
  )
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_preload_libraries: 'auto_explain,pg_stat_statements',
    autovacuum: 'off',
    fsync: 'off',
    full_page_writes: 'off',
  }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, cwd: folder, stdio: 'ignore' },
  )
  const url = `postgres://planground@127.0.0.1:${port}/postgres`
  const stop = () => end(server, folder)
  try {
    await answering(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + STARTS_WITHIN
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > until || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    // Fast shutdown: clients are disconnected.
    server.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}

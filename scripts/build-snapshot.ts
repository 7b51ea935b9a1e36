/**
 * Builds the snapshots that the browser and the command line start from, into public/snapshots/.
 *
 *   npm run snapshot -- [--scale 0.5]… [--if-needed] [--fingerprints]
 *
 * Without --scale: the default scales. With --if-needed a snapshot whose inputs have not changed is kept.
 * With --fingerprints the rows that it holds become the ones that the tests expect (fingerprints.json): only
 * after a wanted change of the generator, since the lessons' figures come from these rows.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildSnapshot, writeSnapshot } from '../src/engine/snapshot/builder.node.ts'
import { snapshotFingerprints } from '../src/engine/snapshot/fingerprint.node.ts'
import {
  FORMAT_VERSION,
  MANIFEST_FILE,
  snapshotFolder,
  type SnapshotManifest,
} from '../src/engine/snapshot/format.ts'
import { PUBLIC_FOLDER } from '../src/engine/snapshot/node-source.node.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export const DATASET = 'entreprinder'
export const DEFAULT_SCALES: readonly number[] = [0.5, 0.25]

/** Everything that the bytes of a snapshot depend on, besides the PGlite package. */
const INPUTS = [
  ...['schema', 'seed', 'indexes', 'finish'].map((name) => `seed-data/${DATASET}/${name}.sql`),
  'src/engine/postgres/settings.ts',
  ...['builder.node', 'package-files.node', 'format', 'frozen-world.node', 'pack-fs', 'seeded-random'].map(
    (name) => `src/engine/snapshot/${name}.ts`,
  ),
]

const pgliteVersion = (): string => {
  const text = readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

export function inputsHash(): string {
  const hash = createHash('sha256').update(`format ${FORMAT_VERSION} pglite ${pgliteVersion()}\n`)
  for (const path of INPUTS) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function isBuilt(folder: string): boolean {
  const path = join(folder, MANIFEST_FILE)
  if (!existsSync(path)) return false
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as SnapshotManifest
  return (
    manifest.inputsHash === inputsHash() &&
    manifest.parts.every((part) => existsSync(join(folder, part.file)))
  )
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** Whether the process that wrote its id into the lock is gone. */
function isAbandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    // ENOENT: released meanwhile. EPERM: alive, but another user's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Two processes must not build the same snapshot at a time: the later one waits and finds it done. */
async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = `${folder}.lock`
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isAbandoned(lock)) rmSync(lock, { force: true })
      else await setTimeout(250)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/**
 * Builds the snapshot of one scale, or keeps it where it is up to date and `ifNeeded` is set.
 * @returns whether it was built
 */
export async function ensureSnapshot(scale: number, ifNeeded = true, log = logLine): Promise<boolean> {
  const folder = join(PUBLIC_FOLDER, snapshotFolder(DATASET, scale))
  if (ifNeeded && isBuilt(folder)) return false
  return withLock(folder, async () => {
    if (ifNeeded && isBuilt(folder)) return false
    await build(scale, folder, (line) => log(`snapshot ${DATASET}-${scale}: ${line}`))
    return true
  })
}

async function build(scale: number, folder: string, log: (line: string) => void): Promise<void> {
  // hrtime, because performance.now stands still during the build.
  const start = process.hrtime()
  const seconds = () => {
    const [whole, nano] = process.hrtime(start)
    return `${(whole + nano / 1e9).toFixed(1)} s`
  }
  const built = await buildSnapshot({
    dataset: DATASET,
    scale,
    seedFolder: join(ROOT, 'seed-data', DATASET),
    inputsHash: inputsHash(),
    pgliteVersion: pgliteVersion(),
    onStep: (step) => log(`${seconds()} ${step}`),
  })
  writeSnapshot(folder, built)
  const { parts, tables } = built.manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const unpacked = parts.reduce((sum, part) => sum + part.bytes, 0)
  const packed = parts.reduce((sum, part) => sum + part.packedBytes, 0)
  log(
    `${seconds()} ${rows} rows, ${megabytes(unpacked)}, ${megabytes(packed)} packed in ${parts.length} parts`,
  )
}

function logLine(line: string): void {
  process.stderr.write(`${line}\n`)
}

export const FINGERPRINTS_FILE = join(ROOT, 'seed-data', DATASET, 'fingerprints.json')

async function recordFingerprints(scale: number): Promise<void> {
  const known = existsSync(FINGERPRINTS_FILE)
    ? (JSON.parse(readFileSync(FINGERPRINTS_FILE, 'utf8')) as Record<string, unknown>)
    : {}
  const all = { ...known, [scale]: await snapshotFingerprints(DATASET, scale) }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => Number(a) - Number(b)))
  writeFileSync(FINGERPRINTS_FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

async function main(args: readonly string[]): Promise<void> {
  const scales: number[] = []
  let ifNeeded = false
  let fingerprints = false
  for (let i = 0; i < args.length; i++) {
    const scale = Number(args[i + 1])
    if (args[i] === '--if-needed') ifNeeded = true
    else if (args[i] === '--fingerprints') fingerprints = true
    else if (args[i] === '--scale' && scale > 0 && scale <= 4) {
      scales.push(scale)
      i++
    } else
      throw new Error(
        `Unknown argument ${args[i]}. Usage: npm run snapshot -- [--scale 0.5] [--if-needed] [--fingerprints]`,
      )
  }
  for (const scale of scales.length > 0 ? scales : DEFAULT_SCALES) {
    await ensureSnapshot(scale, ifNeeded)
    if (fingerprints) await recordFingerprints(scale)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2))
    process.exit(0)
  } catch (error) {
    logLine(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
}

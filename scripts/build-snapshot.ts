/**
 * Builds the snapshots that the browser and the command line start from, into public/snapshots/.
 *
 *   npm run snapshot -- [--dataset NAME]… [--scale 0.5]… [--if-needed] [--fingerprints]
 *
 * Without --dataset: all datasets. Without --scale: the scales that a dataset's descriptor names. With --if-needed a snapshot whose inputs have not changed is kept.
 * With --fingerprints the rows that it holds become the ones that the tests expect (fingerprints.json): only
 * after a wanted change of the generator, since the lessons' figures come from these rows.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  findDataset,
  readDatasets,
  SEED_FILES,
  type DatasetSource,
} from '../src/dataset/read-datasets.node.ts'
import { serverOptions } from '../src/engine/pglite/server-options.ts'
import { CREATE_COUNTER_FUNCTION } from '../src/engine/postgres/statement-counters.ts'
import { buildSnapshot, writeSnapshot } from '../src/engine/snapshot/builder.node.ts'
import { snapshotFingerprints } from '../src/engine/snapshot/fingerprint.node.ts'
import {
  FORMAT_VERSION,
  MANIFEST_FILE,
  snapshotFolder,
  type SnapshotManifest,
} from '../src/engine/snapshot/format.ts'
import { installedPglite, PUBLIC_FOLDER } from '../src/engine/snapshot/node-source.node.ts'
import { readArguments, readScale } from './lib/arguments.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Everything that the bytes of any snapshot depend on, besides the PGlite package. */
const INPUTS = [
  'builder.node',
  'package-files.node',
  'format',
  'frozen-world.node',
  'pack-fs',
  'seeded-random',
].map((name) => `src/engine/snapshot/${name}.ts`)

export function inputsHash({ folder, firstVisit }: DatasetSource): string {
  const hash = createHash('sha256').update(`format ${FORMAT_VERSION} pglite ${installedPglite()}\n`)
  for (const file of SEED_FILES) hash.update(`${file}\n`).update(readFileSync(join(folder, file)))
  for (const path of INPUTS) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)))
  hash.update(JSON.stringify([firstVisit, serverOptions(), CREATE_COUNTER_FUNCTION]))
  return hash.digest('hex')
}

function isBuilt(dataset: DatasetSource, folder: string): boolean {
  const path = join(folder, MANIFEST_FILE)
  if (!existsSync(path)) return false
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as SnapshotManifest
  return (
    manifest.inputsHash === inputsHash(dataset) &&
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
 * Builds the snapshot of a dataset at a scale, or keeps it where it is up to date and `ifNeeded` is set.
 * @returns whether it was built
 */
export async function ensureSnapshot(
  name: string,
  scale: number,
  ifNeeded = true,
  log = logLine,
): Promise<boolean> {
  const dataset = findDataset(name)
  const folder = join(PUBLIC_FOLDER, snapshotFolder(name, scale))
  if (ifNeeded && isBuilt(dataset, folder)) return false
  return withLock(folder, async () => {
    if (ifNeeded && isBuilt(dataset, folder)) return false
    await build(dataset, scale, folder, (line) => log(`snapshot ${name}-${scale}: ${line}`))
    return true
  })
}

async function build(
  dataset: DatasetSource,
  scale: number,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  // hrtime, because performance.now stands still during the build.
  const start = process.hrtime()
  const seconds = () => {
    const [whole, nano] = process.hrtime(start)
    return `${(whole + nano / 1e9).toFixed(1)} s`
  }
  const built = await buildSnapshot({
    dataset: dataset.name,
    scale,
    seedFolder: dataset.folder,
    inputsHash: inputsHash(dataset),
    pgliteVersion: installedPglite(),
    firstVisit: dataset.firstVisit,
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

/** Where the rows of a dataset are recorded, by scale. */
export const fingerprintsFile = ({ folder }: DatasetSource): string => join(folder, 'fingerprints.json')

async function recordFingerprints(dataset: DatasetSource, scale: number): Promise<void> {
  const file = fingerprintsFile(dataset)
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  const all = { ...known, [scale]: await snapshotFingerprints(dataset.name, scale) }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => Number(a) - Number(b)))
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`)
}

const USAGE = 'Usage: npm run snapshot -- [--dataset NAME]… [--scale 0.5]… [--if-needed] [--fingerprints]'

async function main(): Promise<void> {
  const { values } = readArguments(USAGE, {
    dataset: { type: 'string', multiple: true, default: [] },
    scale: { type: 'string', multiple: true, default: [] },
    'if-needed': { type: 'boolean', default: false },
    fingerprints: { type: 'boolean', default: false },
  })
  const datasets =
    values.dataset.length > 0 ? values.dataset.map((name) => findDataset(name)) : readDatasets()
  const scales = values.scale.flatMap((text) => readScale(text) ?? [])
  for (const dataset of datasets)
    for (const scale of scales.length > 0 ? scales : dataset.scales) {
      await ensureSnapshot(dataset.name, scale, values['if-needed'])
      if (values.fingerprints) await recordFingerprints(dataset, scale)
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    logLine(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
}

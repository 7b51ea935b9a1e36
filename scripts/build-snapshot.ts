/**
 * Builds the snapshots that the browser and the command line start from, into public/snapshots/.
 *
 *   npm run snapshot [-- --scale 0.5]… [--if-needed]
 *
 * Without --scale: the default scales. With --if-needed a snapshot whose inputs have not changed is kept.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSnapshot, writeSnapshot } from '../src/engine/snapshot/builder.node.ts'
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
  'src/engine/settings.ts',
  ...['builder.node', 'extensions.node', 'format', 'frozen-world.node', 'pack-fs', 'seeded-random'].map(
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

/**
 * Builds the snapshot of one scale, or keeps it where it is up to date and `ifNeeded` is set.
 * @returns whether it was built
 */
export async function ensureSnapshot(scale: number, ifNeeded = true, log = logLine): Promise<boolean> {
  const folder = join(PUBLIC_FOLDER, snapshotFolder(DATASET, scale))
  if (ifNeeded && isBuilt(folder)) return false
  // hrtime, because performance.now stands still during the build.
  const start = process.hrtime.bigint()
  const seconds = () => `${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)} s`
  const built = await buildSnapshot({
    dataset: DATASET,
    scale,
    seedFolder: join(ROOT, 'seed-data', DATASET),
    inputsHash: inputsHash(),
    pgliteVersion: pgliteVersion(),
    onStep: (step) => log(`snapshot ${DATASET}-${scale}: ${seconds()} ${step}`),
  })
  writeSnapshot(folder, built)
  const { parts, tables } = built.manifest
  const sum = (pick: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + pick(part), 0)
  const rows = tables.reduce((total, table) => total + table.rows, 0)
  log(
    `snapshot ${DATASET}-${scale}: ${rows} rows, ${megabytes(sum((part) => part.bytes))} unpacked, ` +
      `${megabytes(sum((part) => part.packedBytes))} in ${parts.length} files, ${seconds()}`,
  )
  return true
}

function logLine(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function main(args: readonly string[]): Promise<void> {
  const scales: number[] = []
  let ifNeeded = false
  for (let i = 0; i < args.length; i++) {
    const scale = Number(args[i + 1])
    if (args[i] === '--if-needed') ifNeeded = true
    else if (args[i] === '--scale' && scale > 0 && scale <= 4) {
      scales.push(scale)
      i++
    } else
      throw new Error(`Unknown argument ${args[i]}. Usage: npm run snapshot -- [--scale 0.5] [--if-needed]`)
  }
  for (const scale of scales.length > 0 ? scales : DEFAULT_SCALES) await ensureSnapshot(scale, ifNeeded)
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

/** A built snapshot on disk, for Node: scripts and tests. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { checkManifest } from './manifest.ts'
import { MANIFEST_FILE, partOf, snapshotFolder, type PartSource, type SnapshotManifest } from './format.ts'

/** Folder that holds `snapshots/`. */
export const PUBLIC_FOLDER = fileURLToPath(new URL('../../../public', import.meta.url))

/** Version of the PGlite package that is installed. */
export const installedPglite = (): string => {
  const path = fileURLToPath(
    new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
  )
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

/**
 * The manifest of a built snapshot.
 * @throws where it has not been built, or was built by another version of this code
 */
export async function readManifest(dataset: string, scale: number): Promise<SnapshotManifest> {
  const path = join(PUBLIC_FOLDER, snapshotFolder(dataset, scale), MANIFEST_FILE)
  const what = `Dataset ${dataset} at scale ${scale}`
  const build = `npm run snapshot -- --dataset ${dataset} --scale ${scale}`
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${what} is not built: ${build}`)
  })
  const manifest = checkManifest(JSON.parse(text), { dataset, scale, pglite: installedPglite() })
  if (manifest.ok) return manifest.value
  const { error } = manifest
  const why = error.kind === 'other-version' ? `was built by ${error.what}` : `is damaged (${error.where})`
  throw new Error(`${what} ${why}: ${build}`)
}

/** Unpacked parts by path: one copy for all instances of a process. */
const unpacked = new Map<string, Uint8Array>()

export class NodeSource implements PartSource {
  private readonly manifest: SnapshotManifest
  private readonly folder: string

  constructor(manifest: SnapshotManifest) {
    this.manifest = manifest
    this.folder = join(PUBLIC_FOLDER, snapshotFolder(manifest.dataset, manifest.scale))
  }

  read(name: string, offset: number, length: number): Uint8Array {
    const path = join(this.folder, partOf(this.manifest, name).file)
    let bytes = unpacked.get(path)
    if (!bytes) {
      bytes = gunzipSync(readFileSync(path))
      unpacked.set(path, bytes)
    }
    // A copy: the database writes into what it is given.
    return new Uint8Array(bytes.subarray(offset, offset + length))
  }
}

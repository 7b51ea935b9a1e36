/** A built snapshot on disk, for Node: scripts and tests. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { MANIFEST_FILE, partOf, snapshotFolder, type PartSource, type SnapshotManifest } from './format.ts'

/** Folder that holds `snapshots/`. */
export const PUBLIC_FOLDER = fileURLToPath(new URL('../../../public', import.meta.url))

/**
 * The manifest of a built snapshot.
 * @throws if it has not been built
 */
export async function readManifest(dataset: string, scale: number): Promise<SnapshotManifest> {
  const folder = snapshotFolder(dataset, scale)
  try {
    return JSON.parse(await readFile(join(PUBLIC_FOLDER, folder, MANIFEST_FILE), 'utf8')) as SnapshotManifest
  } catch {
    throw new Error(`Dataset ${dataset} at scale ${scale} is not built: npm run snapshot -- --scale ${scale}`)
  }
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

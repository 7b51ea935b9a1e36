/** A built snapshot on disk, for Node: scripts and tests. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { MANIFEST_FILE, partOf, snapshotFolder, type PartSource, type SnapshotManifest } from './format.ts'

/** Folder that holds `snapshots/`. */
export const PUBLIC_FOLDER = fileURLToPath(new URL('../../../public', import.meta.url))

export interface NodeSnapshot {
  readonly manifest: SnapshotManifest
  readonly source: PartSource
}

const opened = new Map<string, NodeSnapshot>()

/**
 * Opens the snapshot of a dataset at a scale. Unpacked parts are kept, so that further instances start fast;
 * what `read` gives is a copy.
 * @throws if it has not been built
 */
export function openNodeSnapshot(dataset: string, scale: number, publicFolder = PUBLIC_FOLDER): NodeSnapshot {
  const folder = join(publicFolder, snapshotFolder(dataset, scale))
  const manifestText = readFileSync(join(folder, MANIFEST_FILE), 'utf8')
  const manifest = JSON.parse(manifestText) as SnapshotManifest
  const key = `${folder} ${manifest.inputsHash}`
  let snapshot = opened.get(key)
  if (!snapshot) {
    snapshot = { manifest, source: diskSource(folder, manifest) }
    opened.set(key, snapshot)
  }
  return snapshot
}

function diskSource(folder: string, manifest: SnapshotManifest): PartSource {
  const unpacked = new Map<string, Uint8Array>()
  return {
    read(name, offset, length) {
      let bytes = unpacked.get(name)
      if (!bytes) {
        bytes = gunzipSync(readFileSync(join(folder, partOf(manifest, name).file)))
        unpacked.set(name, bytes)
      }
      // A new buffer, not a Buffer from Node's shared pool.
      return new Uint8Array(bytes.subarray(offset, offset + length))
    },
  }
}

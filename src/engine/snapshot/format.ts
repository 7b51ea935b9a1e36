/**
 * Format of a built snapshot: a PostgreSQL data directory cut into parts, each one gzip file of its own, and a
 * manifest that says which bytes of which part make up which file. The database starts with the `base` part;
 * a table's files come from its own part when PostgreSQL first touches them.
 */

/** Version of this format. A snapshot of another version is rebuilt. */
export const FORMAT_VERSION = 1

/** Part that every start needs: control files, WAL, and the system catalogs that a first query touches. */
export const BASE_PART = 'base'

/** PGlite's own files (pglite.data): not of the data directory, but every start needs them, and packed they are a third. */
export const SYSTEM_PART = 'system'

/** The other system catalogs and the small tables. */
export const REST_PART = 'rest'

/** Libraries and scripts of PostgreSQL's contrib modules, for CREATE EXTENSION. */
export const EXTENSIONS_PART = 'extensions'

/** Name of the manifest file inside a snapshot's folder. */
export const MANIFEST_FILE = 'manifest.json'

/** A table of the dataset. */
export interface SnapshotTable {
  readonly name: string
  readonly rows: number
  /** Heap, TOAST, free space map, visibility map and indexes together, bytes. */
  readonly bytes: number
  /** Part that holds its files. */
  readonly part: string
}

/**
 * One gzip file. Its name carries a hash of its content. It does not end in .gz: some servers would then declare
 * it as an encoding, and the browser would unpack it before we do.
 */
export interface SnapshotPart {
  readonly name: string
  readonly file: string
  /** Size unpacked, bytes. */
  readonly bytes: number
  /** Size as served, bytes. */
  readonly packedBytes: number
}

/** A file of the data directory: `size` bytes from `offset` of the unpacked part. */
export interface SnapshotFile {
  /** Path below PGDATA, or absolute for files outside of it (extensions). */
  readonly path: string
  readonly part: string
  readonly offset: number
  readonly size: number
}

/** What a file system needs to know of a snapshot. */
export interface SnapshotLayout {
  readonly parts: readonly Pick<SnapshotPart, 'name' | 'bytes'>[]
  /** Directories, parents first; same path rule as files. */
  readonly dirs: readonly string[]
  readonly files: readonly SnapshotFile[]
}

export interface SnapshotManifest extends SnapshotLayout {
  readonly version: number
  readonly dataset: string
  readonly scale: number
  /** `server_version` of the PostgreSQL that built it. */
  readonly postgres: string
  /** Version of the PGlite package that built it; another version cannot read it. */
  readonly pglite: string
  /** Hash over everything the build depends on. */
  readonly inputsHash: string
  readonly tables: readonly SnapshotTable[]
  readonly parts: readonly SnapshotPart[]
}

/**
 * Where a snapshot's parts come from. Synchronous, because PostgreSQL's reads are.
 */
export interface PartSource {
  /**
   * `length` bytes from `offset` of the unpacked part, in a buffer that the caller owns and may change.
   * @throws if the part cannot be had
   */
  read(part: string, offset: number, length: number): Uint8Array
}

/** Folder of a snapshot below the site's root. */
export const snapshotFolder = (dataset: string, scale: number): string => `snapshots/${dataset}-${scale}`

/** The part of that name. @throws if there is none */
export function partOf<P extends { readonly name: string }>(
  layout: { readonly parts: readonly P[] },
  name: string,
): P {
  const part = layout.parts.find((candidate) => candidate.name === name)
  if (!part) throw new Error(`The snapshot has no part "${name}".`)
  return part
}

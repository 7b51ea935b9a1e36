/**
 * A data directory in memory whose files are filled from a snapshot, most of them only when PostgreSQL first
 * touches their content. Emscripten's in-memory file system (MEMFS) keeps a file as `node.contents` and
 * `node.usedBytes`; size, seek and stat use `usedBytes` alone, everything that needs bytes (read, write, mmap,
 * truncate) goes through `contents`. So `contents` of an unread file is an accessor that fetches the bytes and
 * then replaces itself by them.
 */
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { BASE_PART, partOf, type PartSource, type SnapshotFile, type SnapshotLayout } from './format.ts'
import { seededRandom } from './seeded-random.ts'

/** What is used of a MEMFS node. */
interface MemNode {
  contents: unknown
  usedBytes: number
  node_ops: MemNodeOps
}

interface MemNodeOps {
  mknod(parent: MemNode, name: string, mode: number, device: number): MemNode
  setattr(node: MemNode, attributes: { size?: number }): void
}

/** What is used of Emscripten's FS. */
interface EmscriptenFs {
  mkdirTree(path: string, mode?: number): void
  lookupPath(path: string): { node: MemNode }
  analyzePath(path: string): { exists: boolean }
  unlink(path: string): void
  createDevice(parent: string, name: string, input: () => number): void
}

/** PostgreSQL's process-wide random state (pg_prng_state: two 64-bit words) in WASM memory. */
interface RandomState {
  readonly HEAPU8: Uint8Array
  readonly _pg_global_prng_state: number
}
const GLOBAL_STATE_BYTES = 16

type InitArguments = Parameters<MemoryFS['init']>

const DIRECTORY_MODE = 0o700
const FILE_MODE = 0o100600

/** Seed of an instance until `reseed` is called. */
const START_SEED = 1

export class PackFs extends MemoryFS {
  private readonly layout: SnapshotLayout
  private readonly source: PartSource
  private readonly random = seededRandom(START_SEED)
  private readonly loaded = new Set<string>()

  constructor(layout: SnapshotLayout, source: PartSource) {
    super()
    this.layout = layout
    this.source = source
  }

  /**
   * Makes random(), gen_random_uuid() and ANALYZE's sample repeatable from here on. gen_random_uuid() reads the
   * device at each call and random() at its first; ANALYZE draws from `pg_global_prng_state`, which was filled
   * from the device when the backend started and has moved on since, so it is set as well.
   * A random() called before is not taken back: `SELECT setseed(…)` does that.
   */
  reseed(seed: number): void {
    this.random.reseed(seed)
    const module = (this.pg as PGlite).Module as unknown as RandomState
    const address = module._pg_global_prng_state
    for (let i = 0; i < GLOBAL_STATE_BYTES; i++) module.HEAPU8[address + i] = this.random.nextByte()
  }

  /** Files whose content has been fetched so far, beyond the base part. */
  get loadedFiles(): ReadonlySet<string> {
    return this.loaded
  }

  override async init(...[pg, options]: InitArguments): ReturnType<MemoryFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    emscriptenOpts.preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module) => {
        const fs = module.FS as unknown as EmscriptenFs
        for (const name of ['urandom', 'random']) {
          fs.unlink(`/dev/${name}`)
          fs.createDevice('/dev', name, () => this.random.nextByte())
        }
      },
    ]
    return { emscriptenOpts }
  }

  /** PGlite calls this once its file system is up and before it looks for a database. */
  override async initialSyncFs(): Promise<void> {
    const fs = (this.pg as PGlite).Module.FS as unknown as EmscriptenFs
    const base = this.source.read(BASE_PART, 0, partOf(this.layout, BASE_PART).bytes)
    const directories = new Map<string, MemNode>()
    const directory = (path: string) => {
      let node = directories.get(path)
      if (!node) {
        if (!fs.analyzePath(path).exists) fs.mkdirTree(path, DIRECTORY_MODE)
        node = fs.lookupPath(path).node
        directories.set(path, node)
      }
      return node
    }
    directory(PGlite.paths.PGDATA)
    for (const path of this.layout.dirs) directory(absolute(path))
    for (const file of this.layout.files) {
      const path = absolute(file.path)
      const slash = path.lastIndexOf('/')
      const parent = directory(path.slice(0, slash))
      const node = parent.node_ops.mknod(parent, path.slice(slash + 1), FILE_MODE, 0)
      node.usedBytes = file.size
      if (file.part === BASE_PART) node.contents = base.subarray(file.offset, file.offset + file.size)
      else this.deferContents(node, file)
    }
  }

  /** Leaves the content of `node` in the source until something asks for it. */
  private deferContents(node: MemNode, file: SnapshotFile): void {
    const settle = (value: unknown) => {
      Object.defineProperty(node, 'contents', { value, writable: true, enumerable: true, configurable: true })
      node.node_ops = fileOps
    }
    const fileOps = node.node_ops
    Object.defineProperty(node, 'contents', {
      enumerable: true,
      configurable: true,
      get: () => {
        const bytes = this.source.read(file.part, file.offset, file.size)
        this.loaded.add(file.path)
        settle(bytes)
        return bytes
      },
      set: settle,
    })
    // A file that is emptied (TRUNCATE, DROP, REINDEX) need not be fetched first.
    node.node_ops = {
      ...fileOps,
      setattr: (target, attributes) => {
        if (attributes.size === 0) {
          settle(new Uint8Array(0))
          target.usedBytes = 0
        }
        fileOps.setattr(target, attributes)
      },
    }
  }
}

/** A file system for one PostgreSQL instance: `new PGlite({ fs: createPackFs(manifest, source), … })`. */
export const createPackFs = (layout: SnapshotLayout, source: PartSource): PackFs => new PackFs(layout, source)

const absolute = (path: string) => (path.startsWith('/') ? path : `${PGlite.paths.PGDATA}/${path}`)

/** Opens databases on a snapshot, each with the pinned settings and a re-seeded random source. */
import { Instance } from './instance.ts'
import type { Lab } from '../postgres/database.ts'
import { createPackFs } from '../snapshot/pack-fs.ts'
import type { PartSource, SnapshotManifest } from '../snapshot/format.ts'
import { serverOptions } from './server-options.ts'

/** Seed of every measurement's random source; any value does, it must only stay the same. */
const MEASURE_SEED = 20_250_601

export interface LabOptions {
  readonly manifest: SnapshotManifest
  readonly source: PartSource
  /** Compiled pglite.wasm and pglite.data; PGlite fetches them itself where they are left out. */
  readonly module?: WebAssembly.Module
  readonly fsBundle?: Blob
}

/** One open database at a time: `fresh` closes the one before. */
export class SnapshotLab implements Lab {
  private readonly options: LabOptions
  private current: Instance | undefined
  private prepared: Promise<{ instance: Instance; reseed: () => void }> | undefined

  constructor(options: LabOptions) {
    this.options = options
  }

  /** Starts the first database ahead of its use. */
  async prepare(): Promise<void> {
    this.prepared ??= this.open()
    await this.prepared
  }

  async fresh(): Promise<Instance> {
    const opening = this.prepared ?? this.open()
    this.prepared = undefined
    const previous = this.current
    this.current = undefined
    await previous?.close().catch(() => {})
    const { instance, reseed } = await opening
    reseed()
    this.current = instance
    return instance
  }

  async close(): Promise<void> {
    const prepared = await this.prepared?.catch(() => undefined)
    await prepared?.instance.close().catch(() => {})
    await this.current?.close().catch(() => {})
  }

  private async open() {
    const { manifest, source, module, fsBundle } = this.options
    const fs = createPackFs(manifest, source)
    const instance = await Instance.open({
      ...serverOptions(),
      fs,
      // initdb never runs here; without a module of its own PGlite would fetch its 0.3 MB.
      ...(module ? { pgliteWasmModule: module, initdbWasmModule: module } : {}),
      ...(fsBundle ? { fsBundle } : {}),
    })
    return { instance, reseed: () => fs.reseed(MEASURE_SEED) }
  }
}

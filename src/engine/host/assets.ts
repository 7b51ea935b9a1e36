/** Everything a database in the browser is started from, fetched once and shared by all workers: the loader's side. */
import type { AssetOptions, StartOptions } from './calls.ts'
import { get } from './get.ts'
import { LoadError, type EngineProgress, type OnProgress } from '../contract/index.ts'
import { PGLITE_VERSION, PGLITE_WASM } from '../pglite/package.ts'
import {
  BASE_PART,
  MANIFEST_FILE,
  partOf,
  SYSTEM_PART,
  snapshotFolder,
  type SnapshotManifest,
  type SnapshotPart,
} from '../snapshot/format.ts'
import { checkManifest } from '../snapshot/manifest.ts'

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await get(url, 'PostgreSQL')
  try {
    // The browser keeps compiled code only for a streamed compilation, which insists on the content type.
    return await (response.headers.get('content-type') === 'application/wasm'
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()))
  } catch (error) {
    throw error instanceof WebAssembly.CompileError
      ? new LoadError('server', `PostgreSQL’s code is damaged: ${error.message}.`)
      : new LoadError('offline', 'PostgreSQL could not be loaded: the connection was lost on the way.')
  }
}

/** Runs `work` once and shares its result; after a failure the next caller tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    if (!running) {
      running = work()
      running.catch(() => (running = undefined))
    }
    return running
  }
}

export class Assets {
  private readonly options: AssetOptions
  private readonly snapshotUrl: string
  private readonly manifest = once(() => this.loadManifest())
  private readonly module = once(() => compile(new URL(PGLITE_WASM, this.options.baseUrl).href))
  private readonly blobs = new Map<string, Blob>()
  private readonly parts = new Map<string, () => Promise<Blob>>()
  private loadedBytes = 0
  /** Parts that are there or on their way. */
  private readonly expected = new Set<SnapshotPart>()
  private readonly onPart: (part: string, blob: Blob) => void
  private partCount = Infinity
  private readonly listeners = new Set<OnProgress>()

  /** @param onPart takes each part when it has arrived, unpacked */
  constructor(options: AssetOptions, onPart: (part: string, blob: Blob) => void) {
    this.options = options
    this.onPart = onPart
    this.snapshotUrl = `${options.baseUrl}${snapshotFolder(options.dataset, options.scale)}/`
    // Not awaited: a failure is told to whoever asks for the database.
    for (const load of [this.manifest, this.module]) load().catch(() => {})
  }

  private async loadManifest(): Promise<SnapshotManifest> {
    const { dataset, scale } = this.options
    const what = `Dataset ${dataset} at scale ${scale}`
    const response = await get(this.snapshotUrl + MANIFEST_FILE, what, {
      reason: 'no-dataset',
      message: `${what} is not part of this site.`,
    })
    const value: unknown = await response.json().catch(() => undefined)
    const manifest = checkManifest(value, { dataset, scale, pglite: PGLITE_VERSION })
    if (manifest.ok) {
      this.partCount = manifest.value.parts.length
      return manifest.value
    }
    const { error } = manifest
    throw error.kind === 'other-version'
      ? new LoadError('outdated', `${what} was built for another version of this page (${error.what}).`)
      : new LoadError('server', `The description of ${what.toLowerCase()} is damaged (${error.where}).`)
  }

  /** Every part has arrived. */
  get complete(): boolean {
    return this.blobs.size === this.partCount
  }

  /** What a worker starts from. @throws LoadError */
  async start(): Promise<StartOptions> {
    const manifest = await this.manifest()
    const [module, [fsBundle]] = await Promise.all([this.module(), this.loadFirst(manifest)])
    return {
      module,
      fsBundle,
      manifest,
      snapshotUrl: this.snapshotUrl,
      parts: Object.fromEntries(this.blobs),
    }
  }

  private loadFirst(manifest: SnapshotManifest): Promise<[Blob, Blob]> {
    return Promise.all([this.load(partOf(manifest, SYSTEM_PART)), this.load(partOf(manifest, BASE_PART))])
  }

  /**
   * Loads the parts of the tables that the texts of a job mention; others come when PostgreSQL asks for them.
   * `onProgress` hears of everything that is on its way meanwhile, whoever asked for it first. @throws LoadError
   */
  async prefetch(text: string, onProgress: OnProgress): Promise<void> {
    // Own, so that two that are the same function are told apart.
    const listener: OnProgress = (progress) => onProgress(progress)
    this.listeners.add(listener)
    this.tell([listener])
    try {
      const manifest = await this.manifest()
      const named = manifest.tables.filter((table) => text.includes(table.name)).map((table) => table.part)
      const wanted = manifest.parts.filter((part) => named.includes(part.name))
      // All of it from the beginning, so that the total does not grow while somebody waits.
      for (const part of [partOf(manifest, SYSTEM_PART), partOf(manifest, BASE_PART), ...wanted])
        this.expected.add(part)
      this.tell(this.listeners)
      // The database starts from these: they must not share the line with what it needs only afterwards.
      await this.loadFirst(manifest)
      await Promise.all(wanted.map((part) => this.load(part)))
    } finally {
      this.listeners.delete(listener)
    }
  }

  /** Loads what is left, one part after the other, so that later queries find everything at hand. */
  async loadRest(): Promise<void> {
    const manifest = await this.manifest()
    for (const part of manifest.parts) await this.load(part).catch(() => {})
  }

  private load(part: SnapshotPart): Promise<Blob> {
    let load = this.parts.get(part.name)
    if (!load) {
      load = once(() => this.fetchPart(part))
      this.parts.set(part.name, load)
    }
    return load()
  }

  /** Says how much has come of how much, while something is missing. */
  private tell(listeners: Iterable<OnProgress>): void {
    const progress = this.progress()
    if (progress.loaded < progress.total) for (const listener of listeners) listener(progress)
  }

  private progress() {
    const total = [...this.expected].reduce((sum, part) => sum + part.packedBytes, 0)
    return { stage: 'download', loaded: this.loadedBytes, total } satisfies EngineProgress
  }

  private async fetchPart(part: SnapshotPart): Promise<Blob> {
    const what = `Part ${part.name} of the dataset`
    let received = 0
    this.expected.add(part)
    try {
      const response = await get(this.snapshotUrl + part.file, what)
      const counted = (response.body ?? new Blob().stream()).pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: (chunk, controller) => {
            received += chunk.length
            this.loadedBytes += chunk.length
            for (const listener of this.listeners) listener(this.progress())
            controller.enqueue(chunk)
          },
        }),
      )
      const blob = await unpack(counted).catch(() => undefined)
      if (blob?.size !== part.bytes)
        throw received < part.packedBytes
          ? new LoadError('offline', `${what} could not be loaded: the connection was lost on the way.`)
          : new LoadError('server', `${what} is damaged.`)
      this.blobs.set(part.name, blob)
      this.onPart(part.name, blob)
      return blob
    } catch (error) {
      // Another attempt counts anew.
      this.expected.delete(part)
      this.loadedBytes -= received
      throw error
    }
  }
}

const unpack = (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> =>
  new Response(stream.pipeThrough(new DecompressionStream('gzip'))).blob()

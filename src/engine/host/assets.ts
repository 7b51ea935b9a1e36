/** Everything a database in the browser is started from, fetched once and shared by all workers: the loader's side. */
import { PGLITE_WASM } from '../pglite/wasm-url.ts'
import type { AssetOptions, StartOptions } from './calls.ts'
import type { EngineProgress } from '../contract/index.ts'
import {
  BASE_PART,
  MANIFEST_FILE,
  partOf,
  SYSTEM_PART,
  snapshotFolder,
  type SnapshotManifest,
  type SnapshotPart,
} from '../snapshot/format.ts'

async function get(url: string, what: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(`${what} could not be loaded: the network is not reachable.`)
  }
  if (!response.ok) throw new Error(`${what} could not be loaded: the server answered ${response.status}.`)
  return response
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await get(url, 'PostgreSQL')
  // The browser keeps compiled code only for a streamed compilation, which insists on the content type.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer())
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
  private expectedBytes = 0
  private readonly onPart: (part: string, blob: Blob) => void
  private partCount = Infinity
  private listener: ((progress: EngineProgress) => void) | undefined

  constructor(options: AssetOptions, onPart: (part: string, blob: Blob) => void) {
    this.options = options
    this.onPart = onPart
    this.snapshotUrl = `${options.baseUrl}${snapshotFolder(options.dataset, options.scale)}/`
    // Not awaited: a failure is told to whoever asks for the database.
    for (const load of [this.manifest, this.module]) load().catch(() => {})
  }

  private async loadManifest(): Promise<SnapshotManifest> {
    const response = await get(this.snapshotUrl + MANIFEST_FILE, `Dataset ${this.options.dataset}`)
    const type = response.headers.get('content-type') ?? ''
    if (type.includes('text/html'))
      throw new Error(
        `Dataset ${this.options.dataset} at scale ${this.options.scale} is not part of this site.`,
      )
    const manifest = (await response.json()) as SnapshotManifest
    this.partCount = manifest.parts.length
    return manifest
  }

  /** Every part has arrived. */
  get complete(): boolean {
    return this.blobs.size === this.partCount
  }

  /** What a worker starts from. */
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

  /** Loads the parts of the tables that the texts of a job mention; others come when PostgreSQL asks for them. */
  async prefetch(text: string, onProgress: (progress: EngineProgress) => void): Promise<void> {
    const manifest = await this.manifest()
    const wanted = manifest.tables.filter((table) => text.includes(table.name)).map((table) => table.part)
    this.listener = onProgress
    try {
      // The database starts from these: they must not share the line with what it needs only afterwards.
      await this.loadFirst(manifest)
      await Promise.all(
        manifest.parts.filter((part) => wanted.includes(part.name)).map((part) => this.load(part)),
      )
    } finally {
      this.listener = undefined
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

  private async fetchPart(part: SnapshotPart): Promise<Blob> {
    this.expectedBytes += part.packedBytes
    const response = await get(this.snapshotUrl + part.file, `Part ${part.name} of the dataset`)
    if (!response.body) throw new Error(`Part ${part.name} of the dataset came without content.`)
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          this.loadedBytes += chunk.length
          this.listener?.({ stage: 'download', loaded: this.loadedBytes, total: this.expectedBytes })
          controller.enqueue(chunk)
        },
      }),
    )
    const blob = await new Response(counted.pipeThrough(new DecompressionStream('gzip'))).blob()
    if (blob.size !== part.bytes) throw new Error(`Part ${part.name} of the dataset is damaged.`)
    this.blobs.set(part.name, blob)
    this.onPart(part.name, blob)
    return blob
  }
}

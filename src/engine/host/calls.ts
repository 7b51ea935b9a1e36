/**
 * Messages between the page, the database workers and the loader. Calls of a worker are derived from its
 * operations and numbered.
 */
import type {
  Catalog,
  ConsoleResult,
  DatasetRef,
  LoadFailure,
  EngineProgress,
  IndexBill,
  Job,
  Measurement,
  Outcome,
} from '../contract/index.ts'
import type { SnapshotManifest } from '../snapshot/format.ts'

/** What is loaded, and where from. */
export interface AssetOptions extends DatasetRef {
  /** Absolute URL of the site's root, with a slash at the end. */
  readonly baseUrl: string
}

/** What a worker needs to start a database. Blobs and the module are shared, not copied. */
export interface StartOptions {
  readonly module: WebAssembly.Module
  readonly fsBundle: Blob
  readonly manifest: SnapshotManifest
  /** Absolute URL of the snapshot's folder, for parts that have not arrived yet. */
  readonly snapshotUrl: string
  /** Decompressed parts by name. */
  readonly parts: Readonly<Record<string, Blob>>
}

/** Operations of a worker. */
export interface WorkerApi {
  /** In the browser with the loader's port, in Node with the dataset's name. */
  start(from: MessagePort | DatasetRef): Promise<Outcome<null>>
  measure(job: Job, catalogBefore: Catalog | undefined): Promise<Outcome<Measurement>>
  console(base: Job, sql: string): Promise<Outcome<readonly ConsoleResult[]>>
  catalog(base: Job): Promise<Outcome<Catalog>>
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>>
  reset(): Promise<Outcome<null>>
}

export type Call = {
  [M in keyof WorkerApi]: { readonly id: number; readonly method: M; readonly args: Parameters<WorkerApi[M]> }
}[keyof WorkerApi]

export type CallResult<M extends keyof WorkerApi> = Awaited<ReturnType<WorkerApi[M]>>

/** Loader → worker: what to start from, or why there is nothing, and the parts that arrive later. */
export type FromPort =
  | { readonly start: StartOptions }
  | { readonly failure: LoadFailure }
  | { readonly part: string; readonly blob: Blob }

/** Page → loader. */
export type ToLoader =
  | { readonly init: AssetOptions }
  | { readonly connect: MessagePort }
  | { readonly prefetch: string; readonly id: number }
  | { readonly rest: true }

/** Loader → page: about a `prefetch`. */
export type FromLoader = { readonly id: number; readonly progress?: EngineProgress }

/** Worker → page. */
export type FromWorker =
  | { readonly id: number; readonly result: Outcome<unknown> }
  | { readonly id: number; readonly progress: EngineProgress }

/** Messages between the page and a worker: requests and replies derived from the operations, with numbers. */
import type {
  Catalog,
  ConsoleResult,
  DatasetRef,
  EngineProgress,
  IndexBill,
  Job,
  Measurement,
  Outcome,
} from './protocol.ts'
import type { SnapshotManifest } from './snapshot/format.ts'

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
  /** In the browser with everything at hand; in Node with the dataset's name. */
  start(options: StartOptions | DatasetRef): Promise<Outcome<null>>
  measure(job: Job): Promise<Outcome<Measurement>>
  console(sql: string, base: Job | undefined): Promise<Outcome<readonly ConsoleResult[]>>
  catalog(base: Job | undefined): Promise<Outcome<Catalog>>
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>>
}

export type Call = {
  [M in keyof WorkerApi]: { readonly id: number; readonly method: M; readonly args: Parameters<WorkerApi[M]> }
}[keyof WorkerApi]

export type CallResult<M extends keyof WorkerApi> = Awaited<ReturnType<WorkerApi[M]>>

/** Page → worker. */
export type ToWorker = Call | { readonly part: string; readonly blob: Blob }

/** Worker → page. */
export type FromWorker =
  | { readonly id: number; readonly result: Outcome<unknown> }
  | { readonly id: number; readonly progress: EngineProgress }

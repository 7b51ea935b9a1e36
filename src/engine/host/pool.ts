/**
 * Active + standby: every measure starts on a database at the snapshot's state, because it gets a worker that has
 * not been used yet. The next one is made ready in the background, so that a Run, a reset or Stop finds it warm.
 */
import { CatalogMemo } from './catalog-memo.ts'
import type {
  Catalog,
  ConsoleResult,
  Engine,
  EngineError,
  EngineProgress,
  IndexBill,
  Job,
  Measurement,
  Outcome,
} from '../contract/index.ts'
import type { WorkerHandle } from './worker-handle.ts'

export interface PoolOptions {
  /** Starts a worker; its `ready` settles when the database answers. */
  readonly spawn: () => WorkerHandle
  /** Keep a second worker warm. Costs its memory (about 240 MB), saves some 300 ms a Run. */
  readonly standby: boolean
  /** Called before a job is sent, to have the parts of the snapshot that it needs at hand; always resolves. */
  readonly prefetch: (job: Job, onProgress: (progress: EngineProgress) => void) => Promise<void>
}

/** A standby is started when the active worker's job is done, or after this long (ms): Stop must find it. */
const STANDBY_AFTER = 3000

export class Pool implements Engine {
  private readonly options: PoolOptions
  private active: WorkerHandle
  private standby: WorkerHandle | undefined
  private lastJob: Job | undefined
  private readonly helpers = new Set<WorkerHandle>()
  private readonly catalogs = new CatalogMemo()
  private queue: Promise<unknown> = Promise.resolve()
  private generation = 0
  private closed = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: PoolOptions) {
    this.options = options
    this.active = options.spawn()
  }

  measure(
    job: Job,
    onProgress: (progress: EngineProgress) => void = () => {},
  ): Promise<Outcome<Measurement>> {
    return this.enqueue(async () => {
      const generation = this.generation
      this.replaceUsed()
      const worker = this.active
      this.lastJob = job
      onProgress({ stage: 'start' })
      await this.options.prefetch(job, onProgress)
      if (generation !== this.generation) return stopped
      this.timer = setTimeout(() => this.warm(), STANDBY_AFTER)
      const outcome = await worker.call('measure', [this.catalogs.complete(job)], onProgress)
      this.catalogs.learn(job, outcome)
      this.settle(worker, outcome)
      return outcome
    })
  }

  console(sql: string): Promise<Outcome<readonly ConsoleResult[]>> {
    return this.enqueue(async () => {
      const worker = this.usable()
      const outcome = await worker.call('console', [sql, this.lastJob])
      this.settle(worker, outcome)
      return outcome
    })
  }

  catalog(): Promise<Outcome<Catalog>> {
    return this.enqueue(async () => {
      const worker = this.usable()
      const outcome = await worker.call('catalog', [this.lastJob])
      this.settle(worker, outcome)
      return outcome
    })
  }

  /** On a worker of its own, so that the console keeps its database; Stop ends it too. */
  async bill(job: Job, signal?: AbortSignal): Promise<Outcome<readonly IndexBill[]>> {
    if (this.closed || signal?.aborted) return stopped
    const worker = this.options.spawn()
    this.helpers.add(worker)
    signal?.addEventListener('abort', () => worker.end({ kind: 'stopped' }), { once: true })
    const outcome = await worker.call('bill', [job])
    this.helpers.delete(worker)
    worker.end({ kind: 'stopped' })
    return outcome
  }

  stop(): void {
    this.generation++
    this.endHelpers()
    this.lastJob = undefined
    this.active.end({ kind: 'stopped' })
    this.replaceUsed()
    this.warm()
  }

  close(): void {
    this.closed = true
    this.generation++
    clearTimeout(this.timer)
    this.endHelpers()
    this.active.end({ kind: 'stopped' })
    this.standby?.end({ kind: 'stopped' })
  }

  private endHelpers(): void {
    for (const worker of this.helpers) worker.end({ kind: 'stopped' })
    this.helpers.clear()
  }

  /** One call at a time; a call that was queued when Stop came is not sent. */
  private enqueue<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const generation = this.generation
    const run = this.queue.then(() =>
      generation === this.generation && !this.closed ? work() : (stopped as Outcome<T>),
    )
    this.queue = run.catch(() => {})
    return run
  }

  private usable(): WorkerHandle {
    if (!this.active.alive) this.replaceUsed()
    return this.active
  }

  private replaceUsed(): void {
    if (this.closed || (this.active.alive && !this.active.used)) return
    this.active.end({ kind: 'stopped' })
    this.active = this.standby?.alive ? this.standby : this.options.spawn()
    this.standby = undefined
  }

  private settle(worker: WorkerHandle, outcome: Outcome<unknown>): void {
    clearTimeout(this.timer)
    if (!outcome.ok && REPLACE.has(outcome.error.kind)) {
      worker.end(outcome.error)
      this.lastJob = undefined
      // What could not be loaded is tried again when somebody asks, not at once.
      if (outcome.error.kind === 'load') return
    }
    this.warm()
  }

  private warm(): void {
    clearTimeout(this.timer)
    if (this.closed || !this.options.standby || this.standby?.alive) return
    this.standby = this.options.spawn()
  }
}

/** Errors after which the worker's database cannot be trusted. */
const REPLACE: ReadonlySet<EngineError['kind']> = new Set(['crash', 'internal', 'load', 'stopped'])

const stopped: { readonly ok: false; readonly error: EngineError } = { ok: false, error: { kind: 'stopped' } }

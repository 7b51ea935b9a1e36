/**
 * Active + standby: every measurement starts on a database at the snapshot's state, because it gets a worker that has
 * not been used yet. The next one is made ready in the background, so that a Run, a reset or Stop finds it warm.
 */
import { CallQueue } from './call-queue.ts'
import { STOPPED } from './outcomes.ts'
import type { Driver } from './driver.ts'
import type {
  Catalog,
  ConsoleResult,
  DatasetRef,
  EngineError,
  EngineTraits,
  IndexBill,
  Job,
  Measurement,
  OnProgress,
  Outcome,
} from '../contract/index.ts'
import type { WorkerHandle } from './worker-handle.ts'

export interface PoolOptions {
  readonly dataset: DatasetRef
  readonly traits: EngineTraits
  /** Starts a worker; its `ready` settles when the database answers. */
  readonly spawn: () => WorkerHandle
  /** Keep a second worker warm. Costs its memory (about 240 MB), saves some 300 ms a Run. */
  readonly standby: boolean
  /** Has the parts of the snapshot that `sql` needs at hand; always resolves. */
  readonly prefetch: (sql: string, onProgress: OnProgress) => Promise<void>
  /** Called after each measurement. */
  readonly onMeasured?: () => void
  readonly onClose?: () => void
}

/** A standby is started when the active worker's job is done, or after this long (ms): Stop must find it. */
const STANDBY_AFTER = 3000

export class Pool implements Driver {
  readonly dataset: DatasetRef
  readonly traits: EngineTraits
  private readonly options: PoolOptions
  private readonly queue = new CallQueue()
  private active: WorkerHandle
  private standby: WorkerHandle | undefined
  private billing: WorkerHandle | undefined
  private closed = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: PoolOptions) {
    this.options = options
    this.dataset = options.dataset
    this.traits = options.traits
    this.active = options.spawn()
  }

  get busy(): boolean {
    return this.queue.busy
  }

  measure(
    job: Job,
    catalogBefore: Catalog | undefined,
    onProgress: OnProgress,
  ): Promise<Outcome<Measurement>> {
    this.endBill()
    // At once, also where the job has to wait: it hears of the download that it waits for.
    const fetched = this.options.prefetch(sqlOf(job), onProgress)
    return this.queue.run(async (stopped) => {
      this.replaceUsed()
      const worker = this.active
      onProgress({ stage: 'start' })
      await fetched
      if (stopped()) return STOPPED
      this.timer = setTimeout(() => this.warm(), STANDBY_AFTER)
      const outcome = await worker.call('measure', [job, catalogBefore], onProgress)
      this.options.onMeasured?.()
      return this.settle(worker, outcome)
    })
  }

  console(base: Job, sql: string): Promise<Outcome<readonly ConsoleResult[]>> {
    return this.queue.run((stopped) =>
      this.look(`${sqlOf(base)}\n${sql}`, stopped, (worker) => worker.call('console', [base, sql])),
    )
  }

  catalog(base: Job): Promise<Outcome<Catalog>> {
    return this.queue.run((stopped) =>
      this.look(sqlOf(base), stopped, (worker) => worker.call('catalog', [base])),
    )
  }

  /** On a worker of its own, so that the console keeps its database. */
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>> {
    this.endBill()
    return this.queue.beside(async () => {
      const worker = this.options.spawn()
      this.billing = worker
      const outcome = await worker.call('bill', [job])
      worker.end({ kind: 'stopped' })
      return outcome
    })
  }

  reset(): void {
    void this.queue.run(() => {
      this.replaceUsed()
      this.warm()
      return Promise.resolve({ ok: true, value: null })
    })
  }

  stop(): void {
    this.queue.stop()
    this.endBill()
    this.active.end({ kind: 'stopped' })
    this.replaceUsed()
    this.warm()
  }

  close(): Promise<void> {
    this.closed = true
    this.queue.close()
    clearTimeout(this.timer)
    this.endBill()
    this.active.end({ kind: 'stopped' })
    this.standby?.end({ kind: 'stopped' })
    this.options.onClose?.()
    return Promise.resolve()
  }

  /** A call on the active worker, whose session brings its database to the job that is meant. */
  private async look<T>(
    sql: string,
    stopped: () => boolean,
    call: (worker: WorkerHandle) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    await this.options.prefetch(sql, () => {})
    if (stopped()) return STOPPED
    if (!this.active.alive) this.replaceUsed()
    const worker = this.active
    return this.settle(worker, await call(worker))
  }

  private endBill(): void {
    this.billing?.end({ kind: 'stopped' })
    this.billing = undefined
  }

  private replaceUsed(): void {
    if (this.closed || (this.active.alive && !this.active.used)) return
    this.active.end({ kind: 'stopped' })
    this.active = this.standby?.alive ? this.standby : this.options.spawn()
    this.standby = undefined
  }

  private settle<T>(worker: WorkerHandle, outcome: Outcome<T>): Outcome<T> {
    clearTimeout(this.timer)
    if (!outcome.ok && REPLACE.has(outcome.error.kind)) worker.end(outcome.error)
    // What could not be loaded is tried again when somebody asks, not at once.
    if (outcome.ok || outcome.error.kind !== 'load') this.warm()
    return outcome
  }

  private warm(): void {
    clearTimeout(this.timer)
    if (this.closed || !this.options.standby || this.standby?.alive) return
    this.standby = this.options.spawn()
  }
}

/** Everything that a job sends. */
const sqlOf = ({ setup = '', changes, query }: Job): string => [setup, changes, query].join('\n')

/** Errors after which the worker's database cannot be trusted. */
const REPLACE: ReadonlySet<EngineError['kind']> = new Set(['crash', 'internal', 'load', 'stopped'])

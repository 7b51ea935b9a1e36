/**
 * Measurements on the engines, remembered: a measurement is a pure function of its job. Knows which job a database
 * was left by, because the console looks at that one.
 */
import type {
  Catalog,
  ConsoleResult,
  DatasetRef,
  EngineProgress,
  IndexBill,
  Job,
  Measurement,
  Outcome,
} from '../engine/contract/index.ts'
import type { Deps } from './ports.ts'

/** Jobs whose outcome is kept; the oldest go first. */
const REMEMBERED = 24

type OnProgress = (progress: EngineProgress) => void

const keyOf = (job: Job): string => JSON.stringify(job)
const engineKey = (ref: DatasetRef): string => `${ref.dataset}@${ref.scale}`

export class Measurer {
  private readonly deps: Pick<Deps, 'engine'>
  private readonly known = new Map<string, Measurement>()
  private readonly running = new Map<string, Promise<Outcome<Measurement>>>()
  /** The job that each engine's database was left by. */
  private readonly standing = new Map<string, string>()
  private pendingCount = 0
  private billing: AbortController | undefined

  constructor(deps: Pick<Deps, 'engine'>) {
    this.deps = deps
  }

  /** Whether anything runs or waits on an engine. */
  get busy(): boolean {
    return this.pendingCount > 0
  }

  /** The measurement if it is known already. */
  remembered(job: Job): Measurement | undefined {
    return this.known.get(keyOf(job))
  }

  /** Measures, unless the same job was measured before or is being measured. */
  measure(job: Job, onProgress?: OnProgress): Promise<Outcome<Measurement>> {
    const key = keyOf(job)
    const known = this.known.get(key)
    if (known) return Promise.resolve({ ok: true, value: known })
    return this.running.get(key) ?? this.measureAnew(job, onProgress)
  }

  /** Measures even where the outcome is known: a Run is a run. */
  measureAnew(job: Job, onProgress?: OnProgress): Promise<Outcome<Measurement>> {
    this.billing?.abort()
    const key = keyOf(job)
    let early: Measurement | undefined
    const run = this.track(async () => {
      const measured = await this.deps.engine(job).measure(job, (progress) => {
        if (progress.stage === 'measured') early = progress.measurement
        onProgress?.(progress)
      })
      // What is on screen already stays the same object, so that nothing there is drawn anew.
      const outcome: Outcome<Measurement> =
        measured.ok && early
          ? { ok: true, value: { ...measured.value, statements: early.statements } }
          : measured
      this.running.delete(key)
      if (outcome.ok) {
        this.standing.set(engineKey(job), standingKey(job))
        this.remember(key, outcome.value)
      } else {
        this.standing.delete(engineKey(job))
      }
      return outcome
    })
    this.running.set(key, run)
    return run
  }

  /** SQL on the database that `base` leaves. */
  console(base: Job, sql: string): Promise<Outcome<readonly ConsoleResult[]>> {
    return this.track(async () => {
      const standing = await this.stand(base)
      if (!standing.ok) return standing
      return this.deps.engine(base).console(sql)
    })
  }

  /** The index bill of a job's changes. One at a time, and none while something is measured: they would share a processor. */
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>> {
    this.billing?.abort()
    this.billing = new AbortController()
    return this.deps.engine(job).bill(job, this.billing.signal)
  }

  /** Catalog of the database that `base` leaves, with what the console did to it. */
  catalog(base: Job): Promise<Outcome<Catalog>> {
    return this.track(async () => {
      const standing = await this.stand(base)
      if (!standing.ok) return standing
      return this.deps.engine(base).catalog()
    })
  }

  /** The next console command starts from a database of its own. */
  forgetStanding(ref: DatasetRef): void {
    this.standing.delete(engineKey(ref))
  }

  /** Ends what runs on the dataset's engine; those who wait for it get `stopped`. */
  stop(ref: DatasetRef): void {
    this.standing.delete(engineKey(ref))
    this.running.clear()
    this.deps.engine(ref).stop()
  }

  private async stand(base: Job): Promise<Outcome<null>> {
    if (this.standing.get(engineKey(base)) === standingKey(base)) return { ok: true, value: null }
    const outcome = await this.measureAnew({
      dataset: base.dataset,
      scale: base.scale,
      ...(base.setup === undefined ? {} : { setup: base.setup }),
      changes: base.changes,
      query: base.query,
      timingRuns: 1,
    })
    return outcome.ok ? { ok: true, value: null } : outcome
  }

  private async track<T>(work: () => Promise<T>): Promise<T> {
    this.pendingCount++
    try {
      return await work()
    } finally {
      this.pendingCount--
    }
  }

  private remember(key: string, measurement: Measurement): void {
    this.known.delete(key)
    this.known.set(key, measurement)
    for (const oldest of this.known.keys()) {
      if (this.known.size <= REMEMBERED) break
      this.known.delete(oldest)
    }
  }
}

/** What a job leaves in the database, whatever else it measured. */
const standingKey = ({ setup = '', changes, query }: Job): string => JSON.stringify([setup, changes, query])

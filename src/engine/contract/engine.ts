/** The engine as the page and the command line hold it, whatever kind of database is behind it. */
import type { IndexBill } from './bill.ts'
import type { Catalog } from './catalog.ts'
import type { ConsoleResult } from './console.ts'
import type { DatasetRef } from './dataset.ts'
import type { Outcome } from './errors.ts'
import type { Job } from './job.ts'
import type { Measurement } from './measurement.ts'
import type { OnProgress } from './progress.ts'

/** What a kind of engine can do; fixed for the engine's life. */
export interface EngineTraits {
  /** Major version of its PostgreSQL, e.g. 18. From 17 on the buffers of sending rows are counted (SERIALIZE). */
  readonly version: number
  /** Equal jobs give equal plans, buffers, samples of ANALYZE and OIDs, on every machine. */
  readonly repeatable: boolean
  /** `stop` ends a statement that is running; otherwise it only takes back what still waits. */
  readonly interruptible: boolean
}

/**
 * Measures jobs, and lets one look around in the database that a job leaves: the dataset with the job's setup and
 * changes applied. Calls are served one after the other. Every call resolves: what goes wrong, a crash or a stop
 * included, is an error outcome, and the next call finds a working database.
 */
export interface Engine {
  /** What it was opened on; jobs of another dataset or scale are refused. */
  readonly dataset: DatasetRef
  readonly traits: EngineTraits
  /** Whether a call is running or waiting. */
  readonly busy: boolean

  /**
   * Measures `job`, also where its measurement is known. Its figures depend on the job alone, whatever ran before.
   * The outcome's statements are the same object as those of the progress `measured`.
   */
  measure(job: Job, onProgress?: OnProgress): Promise<Outcome<Measurement>>
  /** The measurement of an equal job that is known or on its way, with the progress of the latter; measured otherwise. */
  measureOnce(job: Job, onProgress?: OnProgress): Promise<Outcome<Measurement>>
  /** The measurement of an equal job, if it is among those that the engine still remembers. */
  remembered(job: Job): Measurement | undefined

  /**
   * Runs SQL, or psql's commands of the \d family, on the database that `base` leaves. What it changes lasts until
   * another job is measured or looked at, `reset` or `stop`.
   */
  console(base: Job, sql: string): Promise<Outcome<readonly ConsoleResult[]>>
  /** The catalog of the database that `base` leaves, with what the console has changed there. */
  catalog(base: Job): Promise<Outcome<Catalog>>
  /**
   * What each index that the job's changes add costs. Takes seconds, and gives way: a measurement or another bill that
   * is asked for meanwhile may end it, and then it resolves to `stopped`.
   */
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>>

  /** Undoes what the console has changed. */
  reset(): void
  /** Ends what runs and takes back what waits: these calls resolve to `stopped`. */
  stop(): void
  /** Ends everything and frees what the engine holds; later calls resolve to `stopped`. */
  close(): Promise<void>
}

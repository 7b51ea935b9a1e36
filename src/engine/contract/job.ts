/** What an engine is asked to measure. */
import type { DatasetRef } from './dataset.ts'

/** A disturbance of the data: SQL run in a transaction after the changes, then the request again, then ROLLBACK. */
export interface Probe {
  readonly name: string
  readonly sql: string
  /** Applied before the changes, on a database of its own: what do the changes do with other data? */
  readonly early?: boolean
  /** The request's figures are wanted, too. */
  readonly measured?: boolean
  /**
   * SQL after which the request runs once more, as a rule settings of the planner. It gives a result of its own,
   * right after the first one.
   */
  readonly again?: string
}

/** What to measure. A job is pure: it always starts from the dataset's snapshot. */
export interface Job extends DatasetRef {
  /** A lesson's addition to the dataset, applied before the changes. */
  readonly setup?: string
  readonly changes: string
  readonly query: string
  /** Other requests to measure on the same database, once: for buffers, rows and estimates. */
  readonly variants?: readonly string[]
  readonly probes?: readonly Probe[]
  /** Queries that describe the state after the request's writes, run before they are undone. */
  readonly state?: readonly string[]
  /** How many rows of each result to keep; default ROWS_KEPT. Compared rows (grading) need more than shown ones. */
  readonly rowsKept?: number
  /** Collect `Measurement.catalog`. */
  readonly catalog?: boolean
  /** Executions whose median is shown as execution time; default 5. */
  readonly timingRuns?: number
}

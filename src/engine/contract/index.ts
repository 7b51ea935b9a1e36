/**
 * What crosses the boundary between the page and the database, as plain data. One interface, `EngineApi`, is
 * implemented by the worker (and directly in Node); requests and replies are derived from it.
 */

import type { Catalog } from './catalog.ts'

export type * from './catalog.ts'

/** Dataset to open: name and scale of a built snapshot. */
export interface DatasetRef {
  readonly dataset: string
  readonly scale: number
}

/** PostgreSQL's error fields, kept as it sent them. https://www.postgresql.org/docs/18/protocol-error-fields.html */
export interface PgError {
  readonly severity: string
  /** SQLSTATE, five characters. */
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** UTF-16 offset into the pane's text where the error points, when PostgreSQL told a position. */
  readonly offset?: number
  readonly where?: string
}

/** Where a statement stands in what the learner wrote. Offsets are UTF-16, `end` exclusive. */
export interface SourceSpan {
  readonly pane: 'setup' | 'changes' | 'query' | 'console' | 'probe' | 'state'
  readonly start: number
  readonly end: number
}

/** Why a job gave no measurement. */
export type EngineError =
  /** The text was refused before it was sent: a syntax error or something that cannot work here. */
  | { readonly kind: 'text'; readonly span: SourceSpan; readonly message: string; readonly hint?: string }
  /** PostgreSQL reported an error. */
  | { readonly kind: 'postgres'; readonly span: SourceSpan; readonly error: PgError }
  /** The database crashed or ran out of memory; it has been replaced by a clean one. */
  | { readonly kind: 'crash'; readonly message: string; readonly span?: SourceSpan }
  /** Stop was pressed, or the engine was closed. */
  | { readonly kind: 'stopped' }
  /** The dataset could not be loaded. */
  | { readonly kind: 'load'; readonly message: string }
  /** A fault of the playground itself. */
  | { readonly kind: 'internal'; readonly message: string }

export interface Column {
  readonly name: string
  /** Type as PostgreSQL prints it, e.g. `timestamp with time zone`. */
  readonly type: string
  readonly typeOid: number
}

/** Values as PostgreSQL's text format gives them; null is SQL NULL. */
export type Row = readonly (string | null)[]

/** Rows of one statement. `rows` holds at most the first `ROWS_KEPT`; `count` is the true number. */
export interface RowSet {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly count: number
  /** Order-independent digest over all rows (values, NULLs and column types), hex. */
  readonly bagDigest: string
  /** Order-dependent digest over all rows, hex. */
  readonly listDigest: string
  /** Bytes of all rows in PostgreSQL's text format. */
  readonly bytes: number
}

/**
 * Figures of one statement or of the whole request. What EXPLAIN told is `PlanTotals` (plan/figures/totals.ts), summed
 * over executions; what it does not cover was counted by the tables' own counters.
 */
export interface Totals {
  /** The score: blocks of 8 kB that were asked for, shared and local, hit and read. */
  readonly buffers: number
  /**
   * Part of `buffers`: blocks fetched after the plan was done: AFTER triggers, foreign-key checks and cascades, and
   * the checks of deferred constraints (Django's foreign keys), as COMMIT would make them.
   */
  readonly triggerBuffers: number
  /** Buffers used while planning; shown, never scored: they vary by up to 3 with the state of the catalog caches. */
  readonly planningBuffers: number
  /** Rows that scans of tables fetched, those that they threw away included. */
  readonly rowsRead: number
  /** Rows that left the top node(s). */
  readonly rowsReturned: number
  /** Blocks of temporary files, written and read. */
  readonly tempBlocks: number
  readonly walBytes: number
  readonly walRecords: number
  /** Estimated total cost of the top node(s). */
  readonly cost: number
  /** ms; median of `timingRuns` executions, for display only. */
  readonly executionTime: number
  readonly planningTime: number
  readonly timingRuns: number
  /** Statements sent: a for-each-row step counts once for each row of the step before it. */
  readonly statements: number
}

/** What one trigger did for a statement: a user trigger, or a foreign key's check or cascade. */
export interface TriggerWork {
  /** Of the constraint where one stands behind it; several, with commas, where their statements look alike. */
  readonly name: string
  /** The table that it is a trigger of. */
  readonly relation: string
  readonly kind: 'constraint' | 'trigger'
  /** BEFORE triggers run inside the plan, which counts their blocks; AFTER triggers when it is done. */
  readonly timing: 'before' | 'after'
  readonly calls: number
  /** Statements that it ran. */
  readonly statements: number
  /** Blocks of 8 kB that these statements fetched. */
  readonly buffers: number
  /** Rows that their scans read. */
  readonly rowsRead: number
  readonly walBytes: number
  /** The statement that fetched most in one execution, and EXPLAIN's JSON of that one; null where it ran none. */
  readonly query: string | null
  readonly plan: unknown
}

/** One statement of the request, measured. */
export interface StatementMeasurement {
  readonly text: string
  /** libpg_query's fingerprint: the same for statements that differ in their values, IN lists and spelling only. */
  readonly fingerprint: string | null
  readonly tag: string
  readonly span: SourceSpan
  readonly forEachRow: boolean
  /** How often it ran: 1, or once for each row of the step before it. */
  readonly executions: number
  /**
   * EXPLAIN's JSON object of the execution with the most buffers, as auto_explain reports it (ANALYZE, BUFFERS, WAL,
   * TIMING OFF), with `Serialization` (blocks fetched to send the rows) and planning. null where there is no plan
   * (VACUUM, SET …).
   */
  readonly plan: unknown
  readonly totals: Totals
  /** What its triggers did; none where none fired. Those of deferred constraints are with the last statement. */
  readonly triggers: readonly TriggerWork[]
  /** Rows of all executions, one after the other; null where the statement returns none. */
  readonly result: RowSet | null
  /** Command tag, e.g. `UPDATE 12`. */
  readonly commandTag: string
  readonly notices: readonly string[]
  /** PostgreSQL's error, in a script that opens transactions itself: such a script goes on, as in psql. */
  readonly error?: PgError
}

/** A statement of setup or changes, applied. `ms` is wall time inside the worker. */
export interface AppliedStatement {
  readonly text: string
  readonly tag: string
  readonly span: SourceSpan
  readonly commandTag: string
  readonly ms: number
  readonly notices: readonly string[]
}

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

export interface ProbeResult {
  readonly name: string
  /** One for each statement of the request that returns rows; null where the probe's own SQL failed. */
  readonly results: readonly RowSet[]
  /** Figures of the request, where the probe asked for them and the request is no script. */
  readonly totals?: Totals
  /** Set where the request or the probe itself failed under the probe. */
  readonly error?: EngineError
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
  /** The catalog of this job before its changes, where the caller has it from a job before: saves a second start. */
  readonly catalogBefore?: Catalog
  /** Executions whose median is shown as execution time; default 5. */
  readonly timingRuns?: number
}

/** What a Run of an experiment gives. */
export interface Measurement {
  readonly dataset: string
  readonly scale: number
  readonly setup: readonly AppliedStatement[]
  readonly changes: readonly AppliedStatement[]
  readonly statements: readonly StatementMeasurement[]
  readonly totals: Totals
  readonly variants: readonly {
    readonly totals: Totals
    readonly results: readonly RowSet[]
    /** EXPLAIN (ANALYZE, FORMAT JSON) of its statements, where they have a plan. */
    readonly plans?: readonly unknown[]
    readonly error?: EngineError
  }[]
  readonly probes: readonly ProbeResult[]
  readonly state: readonly RowSet[]
  /** The catalog before and after the changes, with write counters from before the request; undefined unless asked for. */
  readonly catalog?: { readonly before: Catalog; readonly after: Catalog }
  readonly notices: readonly string[]
  /**
   * For display: EXPLAIN's JSON of a further execution with timing on, for each statement of the request; null where
   * there was none.
   */
  readonly timed: readonly unknown[]
  /** ms inside the worker by stage, for the bench. */
  readonly wall: {
    readonly total: number
    /** Waiting for a database at the snapshot's state. */
    readonly start: number
    readonly setup: number
    readonly changes: number
    readonly request: number
    readonly variants: number
    readonly catalog: number
    readonly probes: number
    /** Part of `request`: what PostgreSQL itself took. */
    readonly postgres: number
  }
}

/** One statement of the console, run against the current database. */
export interface ConsoleResult {
  readonly span: SourceSpan
  readonly tag: string
  readonly commandTag: string
  readonly result: RowSet | null
  readonly notices: readonly string[]
  readonly ms: number
  readonly error?: EngineError
}

/** What 1,000 rows written in one way cost without and with an index. Buffers of 8 kB, WAL in bytes. */
export interface WriteCost {
  readonly operation: 'insert' | 'update-indexed' | 'update-other'
  /** The column that is updated. */
  readonly column?: string
  readonly rows: number
  readonly without: { readonly buffers: number; readonly walBytes: number; readonly hotUpdates: number }
  readonly with: { readonly buffers: number; readonly walBytes: number; readonly hotUpdates: number }
}

/** What one new index costs. `buildMs` is null where its statement cannot be told apart. */
export interface IndexBill {
  readonly index: string
  readonly table: string
  readonly definition: string
  readonly pages: number
  readonly bytes: number
  readonly buildMs: number | null
  readonly costs: readonly WriteCost[]
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EngineError }

/** Everything the page may ask of a database. */
export interface EngineApi {
  measure(job: Job): Promise<Outcome<Measurement>>
  /** SQL against the database as the last measure left it; psql's \d and \di family is understood. */
  console(sql: string): Promise<Outcome<readonly ConsoleResult[]>>
  catalog(): Promise<Outcome<Catalog>>
  /** The index bill of a job's changes. Takes some seconds; does not disturb the database that the console sees. */
  bill(job: Job): Promise<Outcome<readonly IndexBill[]>>
}

/** Progress of a long operation. */
export type EngineProgress =
  | { readonly stage: 'download'; readonly loaded: number; readonly total: number }
  | { readonly stage: 'start' }
  | {
      readonly stage: 'setup' | 'changes'
      readonly index: number
      readonly count: number
      readonly text: string
    }
  | {
      readonly stage: 'request'
      readonly index: number
      readonly count: number
      readonly run: number
      readonly runs: number
    }
  /** The figures are there; variants, catalog and probes, which grading needs, are still to come. */
  | { readonly stage: 'measured'; readonly measurement: Measurement }
  /** All but the probes is there. */
  | { readonly stage: 'undisturbed'; readonly measurement: Measurement }
  | { readonly stage: 'probe' | 'variant'; readonly index: number; readonly count: number }

/** Rows kept of each result unless a job asks for more. */
export const ROWS_KEPT = 500

/**
 * The engine as the page and the command line hold it: a pool of databases behind one interface. All methods
 * settle: a stopped or crashed call resolves with an error outcome.
 */
export interface Engine extends EngineApi {
  measure(job: Job, onProgress?: (progress: EngineProgress) => void): Promise<Outcome<Measurement>>
  /** As `EngineApi.bill`; an aborted one gives `stopped`. */
  bill(job: Job, signal?: AbortSignal): Promise<Outcome<readonly IndexBill[]>>
  /** Ends whatever runs; its caller gets `{ kind: 'stopped' }`. The next call starts from the snapshot. */
  stop(): void
  close(): void
}

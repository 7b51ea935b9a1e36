/** What an engine measured. */
import type { Catalog } from './catalog.ts'
import type { EngineError, PgError, SourceSpan } from './errors.ts'
import type { RowSet } from './rows.ts'

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
  /**
   * Rows that all nodes took in, filtered rows and compared pairs included: work that shows in no block. Defined in
   * `plan/figures/rows.ts`.
   */
  readonly rowsProcessed: number
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
  /** Rows that their scans read, and that all their nodes took in. */
  readonly rowsRead: number
  readonly rowsProcessed: number
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

export interface ProbeResult {
  readonly name: string
  /** One for each statement of the request that returns rows; null where the probe's own SQL failed. */
  readonly results: readonly RowSet[]
  /** Figures of the request, where the probe asked for them and the request is no script. */
  readonly totals?: Totals
  /** Set where the request or the probe itself failed under the probe. */
  readonly error?: EngineError
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

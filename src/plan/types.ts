/**
 * A plan as PostgreSQL reported it. Nothing here is computed: figures stand as EXPLAIN printed them (per loop where
 * EXPLAIN averages over loops). What follows from them lives in `figures/`, keyed by `PlanNode.id`.
 *
 * Null means that EXPLAIN did not print the figure. Blocks are of 8 kB, times in ms, memory and disk in kB.
 * Keys of EXPLAIN: https://www.postgresql.org/docs/18/sql-explain.html
 */

/** The planner's guess for one execution of the node. Costs are in the planner's own unit. */
export interface Estimate {
  readonly startupCost: number
  readonly totalCost: number
  readonly rows: number
  /** Average bytes of a row. */
  readonly width: number
}

/** What happened, averaged over `loops`. Rows may be fractional from PostgreSQL 18 on. Times are null with TIMING OFF. */
export interface Actual {
  readonly startupMs: number | null
  readonly totalMs: number | null
  readonly rows: number
  /** How often the node ran, all parallel workers together; 0 = never executed. */
  readonly loops: number
}

/** Blocks touched by the node and everything below it, over all loops. */
export interface Buffers {
  readonly sharedHit: number
  readonly sharedRead: number
  readonly sharedDirtied: number
  readonly sharedWritten: number
  readonly localHit: number
  readonly localRead: number
  readonly localDirtied: number
  readonly localWritten: number
  readonly tempRead: number
  readonly tempWritten: number
}

/** Time spent reading and writing blocks (track_io_timing), ms over all loops. Before PostgreSQL 17 `shared` includes local. */
export interface IoTimings {
  readonly sharedReadMs: number
  readonly sharedWriteMs: number
  readonly localReadMs: number
  readonly localWriteMs: number
  readonly tempReadMs: number
  readonly tempWriteMs: number
}

/** Write-ahead log produced by the node and everything below it. */
export interface Wal {
  readonly records: number
  /** Full page images. */
  readonly fpi: number
  readonly bytes: number
  readonly buffersFull: number
}

/** An expression that the node evaluates, with EXPLAIN's own label, e.g. `Index Cond`, `Filter`, `Hash Cond`. */
export interface Condition {
  readonly label: string
  readonly text: string
}

export interface SortDetail {
  /** Sort keys as printed, with DESC and NULLS LAST. */
  readonly key: readonly string[]
  /** Leading keys that the input is already sorted by (Incremental Sort). */
  readonly presortedKey: readonly string[]
  readonly method: string | null
  readonly spaceKb: number | null
  readonly spaceType: 'Memory' | 'Disk' | null
  /** Incremental Sort only. */
  readonly fullGroups: SortGroups | null
  readonly prefixGroups: SortGroups | null
}

export interface SortGroups {
  readonly count: number
  readonly methods: readonly string[]
  readonly averageMemoryKb: number | null
  readonly peakMemoryKb: number | null
  readonly averageDiskKb: number | null
  readonly peakDiskKb: number | null
}

export interface HashDetail {
  readonly buckets: number
  readonly originalBuckets: number
  readonly batches: number
  readonly originalBatches: number
  readonly memoryKb: number
}

export interface GroupingSet {
  readonly kind: 'Group Key' | 'Hash Key'
  readonly keys: readonly (readonly string[])[]
  readonly sortKey: readonly string[]
}

export interface AggregateDetail {
  readonly groupKey: readonly string[]
  readonly groupingSets: readonly GroupingSet[]
  readonly plannedPartitions: number | null
  readonly batches: number | null
  readonly memoryKb: number | null
  /** Temporary file space of a hash aggregate that did not fit in memory. */
  readonly diskKb: number | null
}

export interface BitmapDetail {
  readonly exactBlocks: number
  readonly lossyBlocks: number
}

export interface MemoizeDetail {
  readonly key: string
  readonly mode: string | null
  readonly hits: number | null
  readonly misses: number | null
  readonly evictions: number | null
  readonly overflows: number | null
  readonly memoryKb: number | null
}

/** Where a node keeps rows that it may need again (PostgreSQL 18: Materialize, CTE Scan, WindowAgg …). */
export interface StorageDetail {
  readonly type: string
  readonly maximumKb: number
}

export interface SampleDetail {
  readonly method: string
  readonly parameters: readonly string[]
  readonly seed: string | null
}

export interface ModifyDetail {
  /** Insert, Update, Delete or Merge. */
  readonly operation: string
  /** Target tables where there is more than one (partitions, inheritance). */
  readonly targets: readonly {
    readonly schema: string | null
    readonly relation: string
    readonly alias: string
  }[]
  readonly conflictResolution: string | null
  readonly conflictArbiters: readonly string[]
  readonly tuples: Readonly<
    Record<'inserted' | 'updated' | 'deleted' | 'skipped' | 'conflicting', number | null>
  >
}

/** Rows thrown away, averaged over loops as EXPLAIN prints them (rounded to whole rows). 0 where nothing was printed. */
export interface RowsRemoved {
  readonly filter: number
  readonly joinFilter: number
  readonly indexRecheck: number
}

export interface ParallelDetail {
  /** The node divides its work between workers: `Parallel Seq Scan`. */
  readonly aware: boolean
  readonly workersPlanned: number | null
  readonly workersLaunched: number | null
  readonly singleCopy: boolean
}

/** One worker's part of a node's figures (EXPLAIN VERBOSE, or a Sort's or Hash's memory). */
export interface Worker {
  readonly number: number
  readonly actual: Actual | null
  readonly buffers: Buffers | null
  readonly wal: Wal | null
  /** Everything else printed for the worker, under EXPLAIN's JSON keys: `Sort Method`, `Sort Space Used` … */
  readonly extra: Readonly<Record<string, unknown>>
}

export interface PlanNode {
  /** Position as a path, stable for one plan: `0`, `0.1`, `0.1.0`. */
  readonly id: string
  /** `Node Type` of the JSON format: `Seq Scan`, `Aggregate`, `ModifyTable` … */
  readonly nodeType: string
  /** Outer, Inner, Member, Subquery, InitPlan, SubPlan; null for the top node. */
  readonly parentRelationship: string | null
  /** `InitPlan 1`, `SubPlan 2`, `CTE recent`. */
  readonly subplanName: string | null
  /** Table or materialized view. */
  readonly relation: string | null
  readonly schema: string | null
  /** Alias in the query; equals the relation's name where none was given. */
  readonly alias: string | null
  readonly index: string | null
  readonly scanDirection: string | null
  /** CTE read by a CTE Scan or WorkTable Scan. */
  readonly cteName: string | null
  readonly functionName: string | null
  /** Inner, Left, Right, Full, Semi, Anti, Right Semi, Right Anti. */
  readonly joinType: string | null
  readonly innerUnique: boolean | null
  /** Plain, Sorted, Hashed, Mixed (Aggregate, SetOp). */
  readonly strategy: string | null
  /** Simple, Partial, Finalize. */
  readonly partialMode: string | null
  /** Of a SetOp: Intersect, Intersect All, Except, Except All. */
  readonly setOperation: string | null
  readonly conditions: readonly Condition[]
  readonly output: readonly string[]
  readonly estimate: Estimate | null
  /** Null where the plan was not executed (no ANALYZE). */
  readonly actual: Actual | null
  readonly disabled: boolean
  readonly removed: RowsRemoved
  readonly heapFetches: number | null
  readonly indexSearches: number | null
  readonly buffers: Buffers | null
  readonly io: IoTimings | null
  readonly wal: Wal | null
  readonly sort: SortDetail | null
  readonly hash: HashDetail | null
  readonly aggregate: AggregateDetail | null
  readonly bitmap: BitmapDetail | null
  readonly memoize: MemoizeDetail | null
  /** Definition of the window (PostgreSQL 18). */
  readonly window: string | null
  readonly storage: StorageDetail | null
  readonly sample: SampleDetail | null
  readonly modify: ModifyDetail | null
  readonly parallel: ParallelDetail
  readonly workers: readonly Worker[]
  /** Partitions left out when execution started. */
  readonly subplansRemoved: number | null
  /** Keys that this model does not know, as they came. */
  readonly extra: Readonly<Record<string, unknown>>
  readonly children: readonly PlanNode[]
}

export interface Trigger {
  readonly name: string | null
  readonly constraint: string | null
  readonly relation: string | null
  readonly timeMs: number | null
  readonly calls: number
}

export interface Jit {
  readonly functions: number
  readonly options: Readonly<Record<string, boolean>>
  /** ms by stage; `Deform` is part of Generation (PostgreSQL 17). */
  readonly timing: Readonly<Record<string, number>>
}

/** Cost of turning the result into what is sent to the client (EXPLAIN SERIALIZE). */
export interface Serialization {
  readonly timeMs: number | null
  readonly outputKb: number
  readonly format: string
  readonly buffers: Buffers | null
}

export interface PlanningDetail {
  readonly timeMs: number | null
  readonly buffers: Buffers | null
  readonly memoryUsedKb: number | null
  readonly memoryAllocatedKb: number | null
}

export interface Plan {
  readonly root: PlanNode
  readonly planning: PlanningDetail
  readonly executionTimeMs: number | null
  readonly triggers: readonly Trigger[]
  readonly jit: Jit | null
  readonly serialization: Serialization | null
  /** Settings that differ from the defaults (EXPLAIN SETTINGS). */
  readonly settings: Readonly<Record<string, string>>
  readonly queryText: string | null
  /** 64-bit number as text. */
  readonly queryId: string | null
  readonly source: 'json' | 'text'
  /** The text ended early: the tree holds what was there. */
  readonly truncated: boolean
  /** Top-level keys that this model does not know. */
  readonly extra: Readonly<Record<string, unknown>>
  /** What was parsed: text, or the value as it was given. */
  readonly raw: unknown
}

/** Why a text is no plan. `line` counts from 1 in the text as it was given; null where the input was no text. */
export interface PlanError {
  readonly kind: 'empty' | 'json' | 'no-plan' | 'text'
  readonly line: number | null
  /** One sentence that names the line and what is wrong there. */
  readonly message: string
}

/** Findings: what there is to notice in a request's plans, with evidence and advice. */
import type { NodeFigures, PlanFigures } from '../figures/node-figures.ts'
import type { PlanTotals } from '../figures/totals.ts'
import type { Plan, PlanNode } from '../types.ts'

/**
 * Facts of the catalog that some rules need. The engine's catalog has this shape and more; a pasted plan has none.
 */
export interface CatalogFacts {
  readonly relations: readonly TableFacts[]
  readonly indexes: readonly IndexFacts[]
  readonly statistics?: readonly { readonly table: string; readonly definition: string }[]
  readonly constraints?: readonly {
    readonly name: string
    readonly table: string
    readonly type: string
    readonly definition: string
  }[]
  readonly extensions?: readonly string[]
}

export interface TableFacts {
  readonly name: string
  /** Pages of 8 kB. */
  readonly pages: number
  /** The planner's row count, -1 if never analyzed. */
  readonly tuples: number
  readonly modifiedSinceAnalyze: number
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    /** pg_stats.n_distinct: positive a number, negative a share of the rows; null without statistics. */
    readonly distinct: number | null
  }[]
}

export interface IndexFacts {
  readonly name: string
  readonly table: string
  readonly method: string
  readonly unique: boolean
  readonly primary: boolean
  readonly valid: boolean
  readonly constraint: boolean
  readonly keys: readonly {
    readonly expression: string
    readonly isColumn: boolean
    readonly descending: boolean
    readonly nullsFirst: boolean
    readonly opclass: string
    readonly collation: string | null
  }[]
  readonly include: readonly string[]
  readonly predicate: string | null
  readonly pages: number
  readonly scans: number
}

/** One statement of the request. */
export interface StatementFacts {
  /** Its SQL; null where only a plan is known. */
  readonly text: string | null
  /** The same for statements that differ in their values only; null or missing where the SQL is not known. */
  readonly fingerprint?: string | null
  /** null where PostgreSQL cannot explain it. */
  readonly plan: Plan | null
  /** How often it ran. */
  readonly executions: number
  /** Buffers of all executions, measured. Without them the plan's own stand for each execution. */
  readonly buffers?: number
  /** Part of `buffers` that was fetched after the plan was done, by AFTER triggers. */
  readonly triggerBuffers?: number
  /** What its triggers did, of all executions; missing where only a plan is known. */
  readonly triggers?: readonly TriggerFacts[]
}

/** What one trigger did, measured. Blocks of 8 kB. */
export interface TriggerFacts {
  readonly name: string
  readonly relation: string
  readonly kind: 'constraint' | 'trigger'
  readonly timing: 'before' | 'after'
  readonly calls: number
  readonly buffers: number
  readonly rowsRead: number
}

export interface FindingInput {
  readonly statements: readonly StatementFacts[]
  readonly catalog?: CatalogFacts | null
  /** Names of indexes that the changes added: only these are called unused. */
  readonly addedIndexes?: readonly string[]
}

export interface Evidence {
  readonly label: string
  readonly value: string
}

/** Rank of a finding by what it costs; a note explains and costs nothing. */
export type Severity = 'high' | 'medium' | 'low' | 'note'

export interface Finding {
  /** The rule's id, e.g. `seq-scan-filter`. */
  readonly id: string
  readonly title: string
  /** One sentence in PostgreSQL's terms. */
  readonly what: string
  readonly evidence: readonly Evidence[]
  /** Why it costs. */
  readonly why: string
  readonly advice: string
  /** Node that it is about; null where it is about the whole statement or request. */
  readonly nodeId: string | null
  /** Index of the statement in the request. */
  readonly statement: number
  /** Part of the request's buffers, time or row work that is at stake, 0 to 1. */
  readonly share: number
  readonly severity: Severity
  /** SQL for the Changes pane, where the plan gives enough to write it. */
  readonly tryIt?: string
}

/** What a rule gives; the registry adds what follows from it. */
export interface Candidate {
  readonly node: PlanNode | null
  readonly what: string
  readonly evidence: readonly Evidence[]
  readonly why: string
  readonly advice: string
  readonly share: number
  readonly tryIt?: string | null
  /** Explains something that is no fault: shown last, whatever its share. */
  readonly note?: boolean
}

/** One statement's plan with everything a rule may ask about it. */
export interface PlanContext {
  readonly plan: Plan
  readonly planFigures: PlanFigures
  readonly totals: PlanTotals
  readonly nodes: readonly PlanNode[]
  readonly text: string | null
  readonly executions: number
  readonly catalog: CatalogFacts | null
  figures(node: PlanNode): NodeFigures
  parent(node: PlanNode): PlanNode | null
  /** Nodes above, nearest first. */
  ancestors(node: PlanNode): readonly PlanNode[]
  /** Buffers of all executions of the statement: measured, else those of the plan for each of them. */
  readonly buffers: number
  /** Share of the request's work done by the node itself (`own`) or with everything below it (`below`). */
  share(node: PlanNode, scope: 'own' | 'below'): number
  /** Share of the request's buffers that the node itself touched; its share of the work where none were counted. */
  bufferShare(node: PlanNode): number
  /** What the statement's triggers did, where it was measured. */
  readonly triggers: readonly TriggerFacts[]
  /** Share of the request's buffers that so many blocks are. */
  blocksShare(blocks: number): number
  /** Share of the request's temporary blocks and buffers that these temporary blocks are. */
  tempShare(blocks: number): number
  table(name: string | null): TableFacts | null
  indexesOf(table: string | null): readonly IndexFacts[]
}

export interface RequestContext {
  readonly statements: readonly StatementFacts[]
  readonly plans: readonly (PlanContext | null)[]
  readonly catalog: CatalogFacts | null
  readonly addedIndexes: readonly string[] | null
  /** Buffers of one statement over all its executions ÷ those of the request. */
  weight(statement: number): number
}

interface RuleBase {
  readonly id: string
  readonly title: string
  /** Rules that say the same of a node in a more general way: dropped where this one speaks. */
  readonly supersedes?: readonly string[]
}

export type Rule =
  | (RuleBase & { readonly plan: (context: PlanContext) => readonly Candidate[] })
  | (RuleBase & { readonly request: (context: RequestContext) => readonly Candidate[] })

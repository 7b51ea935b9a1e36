/** The nodes of measured plans, flat, with the few figures that checks need. Straight from EXPLAIN (FORMAT JSON). */
import type { Measurement } from '../engine/contract/index.ts'

export interface PlanNode {
  /** `Node Type`, e.g. `Index Only Scan`; of a ModifyTable its operation, e.g. `Delete`. */
  readonly type: string
  readonly relation: string | null
  readonly index: string | null
  /** Planner's rows for one execution. */
  readonly planRows: number
  /** Rows of one execution, averaged over loops. */
  readonly actualRows: number
  readonly loops: number
  /** Rows that filters and rechecks dropped, of one execution. */
  readonly removed: number
  readonly heapFetches: number | null
  /** 0 for the top node. */
  readonly depth: number
}

type Raw = Readonly<Record<string, unknown>>

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function collect(raw: Raw, depth: number, into: PlanNode[]): void {
  into.push({
    // Insert, Update, Delete and Merge as EXPLAIN's text names them.
    type:
      (raw['Node Type'] === 'ModifyTable' ? text(raw['Operation']) : null) ?? text(raw['Node Type']) ?? '',
    relation: text(raw['Relation Name']),
    index: text(raw['Index Name']),
    planRows: number(raw['Plan Rows']),
    actualRows: number(raw['Actual Rows']),
    loops: number(raw['Actual Loops']),
    removed:
      number(raw['Rows Removed by Filter']) +
      number(raw['Rows Removed by Index Recheck']) +
      number(raw['Rows Removed by Join Filter']),
    heapFetches: typeof raw['Heap Fetches'] === 'number' ? raw['Heap Fetches'] : null,
    depth,
  })
  const children = raw['Plans']
  if (Array.isArray(children)) for (const child of children) if (isRaw(child)) collect(child, depth + 1, into)
}

/** Nodes of one plan, parents first; none where there is no plan. */
export function planNodes(plan: unknown): PlanNode[] {
  const nodes: PlanNode[] = []
  if (isRaw(plan) && isRaw(plan['Plan'])) collect(plan['Plan'], 0, nodes)
  return nodes
}

/** Nodes of all plans of a request. */
export const nodesOf = (measurement: Measurement): PlanNode[] =>
  measurement.statements.flatMap((statement) => planNodes(statement.plan))

/** Nodes of all plans of the request under the variant at `at`; none where it was not measured. */
export const variantNodes = (measurement: Measurement, at: number): PlanNode[] =>
  (measurement.variants[at]?.plans ?? []).flatMap(planNodes)

/** Rows that a node produced over all its loops. */
export const rowsOut = (node: PlanNode): number => node.actualRows * node.loops

/** Rows that a node looked at over all its loops. */
export const rowsSeen = (node: PlanNode): number => (node.actualRows + node.removed) * node.loops

/** `Seq Scan on crush_lu_like`. */
export function describeNode(node: PlanNode): string {
  const on = node.relation ?? node.index
  return on === null ? node.type : `${node.type} on ${on}`
}

/** The scan that looks at most rows, to point at in a message. */
export function heaviestScan(measurement: Measurement): PlanNode | undefined {
  return nodesOf(measurement)
    .filter((node) => node.type.endsWith('Scan'))
    .sort((a, b) => rowsSeen(b) - rowsSeen(a))[0]
}

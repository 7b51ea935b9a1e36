/** The nodes of measured plans, flat, with their figures, as checks look at them. */
import type { Measurement } from '../engine/contract/index.ts'
import { planFigures, type NodeFigures } from '../plan/figures/node-figures.ts'
import { totals } from '../plan/figures/totals.ts'
import { explainedPlan } from '../plan/read/explain-value.ts'
import { preorder } from '../plan/tree.ts'
import type { Plan, PlanNode } from '../plan/types.ts'
import { nodeTitle } from '../plan/words/node-names.ts'
import { count } from '../shared/words.ts'

/** A node of a request's plans. */
export interface MeasuredNode {
  readonly node: PlanNode
  readonly figures: NodeFigures
  /** How often its statement ran; node and figures are of the execution with the most buffers. */
  readonly executions: number
  /** What lessons call it: EXPLAIN's `Node Type`, and of a ModifyTable its operation, e.g. `Delete`. */
  readonly type: string
  /** `Seq Scan on crush_lu_like`. */
  readonly title: string
}

function nodesOfPlan(plan: Plan, executions: number): readonly MeasuredNode[] {
  const { nodes } = planFigures(plan)
  return preorder(plan.root).map((node) => ({
    node,
    figures: nodes.get(node.id)!,
    executions,
    type: node.modify?.operation ?? node.nodeType,
    title: nodeTitle(node),
  }))
}

/** Nodes of all plans of a request, of each plan parents first. */
export const nodesOf = ({ statements }: Pick<Measurement, 'statements'>): readonly MeasuredNode[] =>
  statements.flatMap((statement) => {
    const plan = explainedPlan(statement.plan)
    return plan ? nodesOfPlan(plan, statement.executions) : []
  })

/** Nodes of all plans of the request under the variant at `at`; none where it was not measured. */
export const variantNodes = (measurement: Measurement, at: number): readonly MeasuredNode[] =>
  (measurement.variants[at]?.plans ?? []).flatMap((explain) => {
    const plan = explainedPlan(explain)
    return plan ? nodesOfPlan(plan, 1) : []
  })

/** Rows of the widest place in any plan of the request, in one execution. */
export const peakRows = ({ statements }: Measurement): number =>
  statements.reduce((most, { plan: explain }) => {
    const plan = explainedPlan(explain)
    return plan ? Math.max(most, totals(plan).peakRows) : most
  }, 0)

/** The node with the most of a figure in all executions together, and only where it has any. */
export function heaviest(
  measurement: Measurement,
  figure: (figures: NodeFigures) => number,
): MeasuredNode | undefined {
  const all = ({ figures, executions }: MeasuredNode): number => figure(figures) * executions
  const [first] = nodesOf(measurement).toSorted((a, b) => all(b) - all(a))
  return first && all(first) > 0 ? first : undefined
}

/** `1,204 of them`, for a node's part of a total; a statement that ran often has its largest execution looked at. */
export const partWords = ({ executions }: MeasuredNode, amount: number): string =>
  executions === 1
    ? `${count(amount)} of them`
    : `up to ${count(amount)} of them in each of ${count(executions)} executions`

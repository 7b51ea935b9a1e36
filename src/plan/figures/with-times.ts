/** A plan's times, taken from another execution of the same plan: figures come with timing off, which would slow them. */
import type { Plan, PlanNode } from '../types.ts'

const alike = (node: PlanNode, other: PlanNode): boolean =>
  node.nodeType === other.nodeType &&
  node.relation === other.relation &&
  node.children.length === other.children.length

/** `node` with the times of `timed`; null where the two are not the same step. */
function timesOf(node: PlanNode, timed: PlanNode): PlanNode | null {
  if (!alike(node, timed)) return null
  const children: PlanNode[] = []
  for (const [at, child] of node.children.entries()) {
    const merged = timesOf(child, timed.children[at]!)
    if (!merged) return null
    children.push(merged)
  }
  const actual = node.actual && {
    ...node.actual,
    startupMs: timed.actual?.startupMs ?? null,
    totalMs: timed.actual?.totalMs ?? null,
  }
  return { ...node, actual, children }
}

/** `plan` with the times of `timed` for its nodes and triggers; `plan` itself where the other has another shape. */
export function withTimes(plan: Plan, timed: Plan | null): Plan {
  const root = timed && timesOf(plan.root, timed.root)
  if (!timed || !root) return plan
  const triggers = plan.triggers.map((trigger) => ({
    ...trigger,
    timeMs:
      timed.triggers.find((one) => one.name === trigger.name && one.relation === trigger.relation)?.timeMs ??
      null,
  }))
  return { ...plan, root, triggers }
}

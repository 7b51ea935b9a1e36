import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { count } from '../numbers.ts'
import { describeNode, nodesOf, type PlanNode } from '../plan-nodes.ts'

const schema = z.strictObject({
  factor: z.number().gt(1).describe('Estimated and actual rows may differ by this factor, either way.'),
  node: z
    .string()
    .optional()
    .describe('Node type to look at; the worst of them counts. Without it and `on`: the top node.'),
  on: z.string().optional().describe('Relation whose scan is looked at.'),
  anywhere: z
    .boolean()
    .default(false)
    .describe(
      'The worst of all nodes counts: a condition cannot be moved out of the scan to hide its estimate.',
    ),
})

/** How far the estimate is off, at least 1. Rows below one count as one. */
const estimateError = (each: PlanNode): number => {
  const planned = Math.max(1, each.planRows)
  const actual = Math.max(1, each.actualRows)
  return Math.max(planned / actual, actual / planned)
}

/** The planner's row estimate is close to the truth. */
export const estimate: CheckKind<z.infer<typeof schema>> = {
  kind: 'estimate',
  schema,
  evaluate({ factor, node, on, anywhere }, { attempt }) {
    const executed = nodesOf(attempt).filter((each) => each.loops > 0)
    const looked = executed.filter((each) =>
      node === undefined && on === undefined
        ? anywhere || each.depth === 0
        : (node === undefined || each.type === node) && (on === undefined || each.relation === on),
    )
    const worst = looked.sort((a, b) => estimateError(b) - estimateError(a))[0]
    const where = [anywhere ? 'every node' : undefined, node, on]
      .filter((part) => part !== undefined)
      .join(' on ')
    const title = `Estimate within a factor of ${count(factor)}${where === '' ? '' : ` (${where})`}`
    if (!worst)
      return {
        title,
        passed: false,
        message: `The plan has no ${where || 'node'} to look at.`,
        actual: null,
        limit: factor,
      }
    const error = estimateError(worst)
    const passed = error <= factor
    const found = `${describeNode(worst)}: ${count(Math.round(worst.planRows))} rows estimated, ${count(Math.round(worst.actualRows))} found (a factor of ${count(Math.round(error * 10) / 10)}).`
    return {
      title,
      passed,
      message: passed
        ? found
        : `${found} Give the planner better statistics: ANALYZE, or CREATE STATISTICS for columns that belong together.`,
      actual: Math.round(error * 10) / 10,
      limit: factor,
    }
  },
}

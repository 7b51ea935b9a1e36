import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { code, count, list, counted } from '../../shared/words.ts'
import { nodesOf, variantNodes, type MeasuredNode } from '../plan-nodes.ts'

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

/** How far the estimate is off, either way, at least 1. */
const estimateError = ({ figures: { estimateFactor } }: MeasuredNode): number =>
  estimateFactor === null ? 1 : Math.max(estimateFactor, 1 / estimateFactor)

/** The planner's row estimate is close to the truth, also under the variants for which the solution's is. */
export const estimate: CheckKind<z.infer<typeof schema>> = {
  kind: 'estimate',
  schema,
  evaluate(params, { task, attempt, reference }) {
    const { factor, node, on, anywhere } = params
    const worst = worstOf(nodesOf(attempt), params)
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
    const moved = on === undefined ? undefined : unfiltered(nodesOf(attempt), nodesOf(reference), on)
    if (moved !== undefined) return { title, passed: false, message: moved, actual: null, limit: factor }
    const error = estimateError(worst)
    if (error > factor)
      return {
        title,
        passed: false,
        message: `${described(worst)} Give the planner better statistics: ANALYZE, or CREATE STATISTICS for columns that belong together.`,
        actual: rounded(error),
        limit: factor,
      }
    for (const [at, variant] of task.variants.entries()) {
      const loose =
        on === undefined ? undefined : unfiltered(variantNodes(attempt, at), variantNodes(reference, at), on)
      if (loose !== undefined)
        return {
          title,
          passed: false,
          message: `With ${shown(variant)}: ${loose}`,
          actual: null,
          limit: factor,
        }
      const expected = worstOf(variantNodes(reference, at), params)
      const found = worstOf(variantNodes(attempt, at), params)
      if (!expected || estimateError(expected) > factor || !found || estimateError(found) <= factor) continue
      return {
        title,
        passed: false,
        message: `With ${shown(variant)} the estimate is wrong. ${described(found)} The planner still guesses and is lucky with the question’s own values; let statistics tell it.`,
        actual: rounded(estimateError(found)),
        limit: factor,
      }
    }
    return { title, passed: true, message: described(worst), actual: rounded(error), limit: factor }
  },
}

/** The node with the worst estimate among those that `params` name. */
const worstOf = (
  nodes: readonly MeasuredNode[],
  { node, on, anywhere }: z.infer<typeof schema>,
): MeasuredNode | undefined =>
  nodes
    .filter((each) => each.figures.executed)
    .filter((each) =>
      node === undefined && on === undefined
        ? anywhere || each.figures.depth === 0
        : (node === undefined || each.type === node) && (on === undefined || each.node.relation === on),
    )
    .sort((a, b) => estimateError(b) - estimateError(a))[0]

/**
 * What to say where the scans of `relation` let through far more rows than the solution's do: the conditions stand
 * somewhere else, and the estimate of a scan without them proves nothing.
 */
function unfiltered(
  nodes: readonly MeasuredNode[],
  reference: readonly MeasuredNode[],
  relation: string,
): string | undefined {
  const rows = (all: readonly MeasuredNode[]) =>
    all
      .filter(({ node, figures }) => node.relation === relation && figures.executed)
      .map(({ node }) => node.actual?.rows ?? 0)
  const wanted = Math.max(...rows(reference))
  const found = Math.min(...rows(nodes))
  return Number.isFinite(wanted) && Number.isFinite(found) && found > 1.2 * wanted + 10
    ? `The scan of ${code(relation)} returns ${count(Math.round(found))} rows, the solution’s ${count(Math.round(wanted))}: the conditions have moved out of the scan, so its estimate no longer says whether the planner knows the values. Keep them in the WHERE clause of this table.`
    : undefined
}

const rounded = (error: number) => Math.round(error * 10) / 10

const described = (measured: MeasuredNode) => {
  const { estimate, actual } = measured.node
  const planned = counted(Math.round(estimate?.rows ?? 0), 'row')
  const found = count(Math.round(actual?.rows ?? 0))
  return `${measured.title}: ${planned} estimated, ${found} found (a factor of ${count(rounded(estimateError(measured)))}).`
}

const shown = (variant: Readonly<Record<string, string>>) =>
  list(Object.entries(variant).map(([value, other]) => `${code(other)} in place of ${code(value)}`))

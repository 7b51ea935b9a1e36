import { count, ratio } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { condition, inputs, isJoin, isTableScan, preorder } from '../../tree.ts'
import { loopsOf } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_FACTOR = 10
/** Rows of one loop, estimated or actual: being wrong about a handful does no harm. */
const LEAST_ROWS = 100

/** What a wrong estimate counts where no join was planned with it. */
const NO_JOIN_ABOVE = 0.25

/** What counts of a wrong estimate where the plan above does next to nothing. */
const HARMLESS = 0.1
/** Work outside the node ÷ work below it, up to which that is so. */
const NEXT_TO_NOTHING = 0.1

const SKIPPED: ReadonlySet<string> = new Set([
  'BitmapAnd',
  'BitmapOr',
  'Bitmap Index Scan',
  'Hash',
  'Materialize',
  'Memoize',
])
const EARLY_JOINS: ReadonlySet<string> = new Set(['Semi', 'Anti', 'Right Semi', 'Right Anti'])

/** True where the node may have been stopped before it gave all its rows. */
function stopsEarly(context: PlanContext, node: PlanNode): boolean {
  let child = node
  for (const parent of context.ancestors(node)) {
    if (parent.nodeType === 'Limit') return true
    if (condition(parent, 'Run Condition') !== null) return true
    if (parent.nodeType === 'Merge Join') return true
    if (parent.joinType !== null && EARLY_JOINS.has(parent.joinType)) return true
    if (parent.innerUnique && inputs(parent)[1] === child) return true
    // A Sort or Hash below has read its input to the end, whoever stops above.
    if (/^(?:Sort|Hash|Aggregate)$/.test(parent.nodeType) && parent.strategy !== 'Sorted') return false
    child = parent
  }
  return context.ancestors(node).some((one) => one.parentRelationship === 'SubPlan')
}

/** How many times the estimate is off, at least 1; 1 where nothing can be said. */
function offBy(context: PlanContext, node: PlanNode): number {
  const factor = context.figures(node).estimateFactor
  if (factor === null || SKIPPED.has(node.nodeType) || condition(node, 'Run Condition') !== null) return 1
  if (Math.max(node.actual?.rows ?? 0, node.estimate?.rows ?? 0) < LEAST_ROWS) return 1
  if (factor < 1 && stopsEarly(context, node)) return 1
  return Math.max(factor, 1 / factor)
}

/** True where all that was planned with the estimate does next to nothing: it cannot have been planned badly. */
function isHarmless(context: PlanContext, node: PlanNode): boolean {
  if (isTableScan(node) || isJoin(node)) return false
  const outside = context.nodes
    .filter((one) => one.id !== node.id && !one.id.startsWith(`${node.id}.`))
    .reduce((sum, one) => sum + context.share(one, 'own'), 0)
  return outside <= context.share(node, 'below') * NEXT_TO_NOTHING
}

/** What a grouping key is, where it is an expression over columns of one table: the SQL that gets statistics. */
function groupedExpression(node: PlanNode): { expression: string; table: string } | null {
  const key = node.aggregate?.groupKey.find((one) => /[( ]/.test(one.replace(/"(?:[^"]|"")+"/g, 'x')))
  if (key === undefined) return null
  const scans = preorder(node).filter((one) => isTableScan(one) && one.relation !== null)
  const owner = scans.find((one) => scans.length === 1 || key.includes(`${one.alias}.`))
  if (!owner?.relation) return null
  const bare = key.replaceAll(`${owner.alias}.`, '').replace(/^\((.*)\)$/, '$1')
  return { expression: bare, table: owner.relation }
}

function advise(node: PlanNode): string {
  if (isTableScan(node))
    return 'ANALYZE the table; for conditions on several columns CREATE STATISTICS, for conditions on an expression statistics on that expression.'
  const grouped = groupedExpression(node)
  if (grouped)
    return `The planner knows how many values a column has, not an expression over it. Statistics on the expression tell: CREATE STATISTICS … ON (${grouped.expression}) FROM ${grouped.table}, then ANALYZE.`
  return 'Look at the conditions of this node: the planner multiplies their shares as if they had nothing to do with each other. CREATE STATISTICS (ndistinct) helps grouping, fresh statistics help joins.'
}

/** 15: rows estimated and rows found are far apart; named where it starts. */
export const estimateOff: Rule = {
  id: 'estimate-off',
  title: 'Estimate far off',
  plan: (context) =>
    context.nodes
      .filter((node) => loopsOf(node) > 0 && offBy(context, node) >= LEAST_FACTOR)
      // Deepest first: above the first wrong node everything is wrong with it.
      .filter((node) =>
        inputs(node).every(
          (child) => offBy(context, child) < Math.min(LEAST_FACTOR, offBy(context, node) / 3),
        ),
      )
      .map((node) => {
        const off = offBy(context, node)
        const under = (context.figures(node).estimateFactor ?? 1) > 1
        const above = context.parent(node) ?? node
        // A wrong estimate harms through the plan above it, joins most of all; by itself it costs nothing.
        const harm =
          node.id === '0'
            ? 0
            : isHarmless(context, node)
              ? HARMLESS
              : context.ancestors(node).some(isJoin)
                ? 1
                : NO_JOIN_ABOVE
        return {
          node,
          what: `The planner expected ${count(node.estimate?.rows ?? 0)} rows from ${nodeTitle(node)} and got ${count(node.actual?.rows ?? 0)}: ${ratio(off)} too ${under ? 'few' : 'many'}. The error starts here.`,
          evidence: [
            evidence('Estimated rows of one loop', count(node.estimate?.rows ?? 0)),
            evidence('Actual rows of one loop', count(node.actual?.rows ?? 0)),
            evidence('Off by', ratio(off)),
          ],
          why: 'Everything above is planned for the estimated number: the kind of join, the order of joins, the memory.',
          advice: advise(node),
          share: context.share(above, 'below') * Math.min(1, 0.3 * Math.log10(off)) * harm,
        }
      }),
}

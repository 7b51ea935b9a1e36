import { count, percent } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { condition } from '../../tree.ts'
import { loopsOf } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import { identifier } from '../sql.ts'
import type { Candidate, PlanContext, Rule } from '../types.ts'

/** What makes autovacuum analyze a table: 10 % of its rows and 50 more. */
const CHANGED = 0.1
const CHANGED_ROWS = 50
/** Without the catalog: the estimate of a whole table's size is off by this much. */
const SIZE_OFF = 3
const LEAST_ROWS = 1000
/** Some estimate of the plan must be off by this for old statistics to matter. */
const HARM = 3
/** Being wrong about fewer rows does no harm. */
const FEW = 50

function fromCatalog(context: PlanContext, node: PlanNode): Candidate | null {
  const table = context.table(node.relation)
  if (!table || node.relation === null) return null
  const never = table.tuples < 0
  if (!never && table.modifiedSinceAnalyze <= table.tuples * CHANGED + CHANGED_ROWS) return null
  return candidate(
    context,
    node,
    never
      ? `${node.relation} was never analyzed, or was rewritten since: the planner works with default guesses.`
      : `${node.relation} changed by ${count(table.modifiedSinceAnalyze)} rows since its last ANALYZE, of ${count(table.tuples)} known then.`,
    never
      ? [evidence('Last ANALYZE', 'never')]
      : [
          evidence('Rows changed since ANALYZE', count(table.modifiedSinceAnalyze)),
          evidence('Rows at the last ANALYZE', count(table.tuples)),
          evidence('Changed', percent(table.modifiedSinceAnalyze / Math.max(1, table.tuples))),
        ],
  )
}

/** A Seq Scan without a filter returns the whole table: if even that is estimated wrongly, the table's size is. */
function fromPlan(context: PlanContext, node: PlanNode): Candidate | null {
  const actual = node.actual?.rows ?? 0
  if (!node.estimate) return null
  const estimated = node.estimate.rows
  const whole = node.nodeType === 'Seq Scan' && condition(node, 'Filter') === null && loopsOf(node) === 1
  const stopped = context.ancestors(node).some((one) => one.nodeType === 'Limit' || one.joinType === 'Semi')
  if (!whole || node.parallel.aware || Math.max(actual, estimated) < LEAST_ROWS) return null
  const off = Math.max(actual, 1) / Math.max(estimated, 1)
  if (off < SIZE_OFF && (stopped || off > 1 / SIZE_OFF)) return null
  return candidate(
    context,
    node,
    `The planner took ${nodeTitle(node)} for ${count(estimated)} rows; it has ${count(actual)}.`,
    [evidence('Estimated rows', count(estimated)), evidence('Actual rows', count(actual))],
  )
}

/** How far the worst estimate of the plan is off, at least 1. */
const worstEstimate = (context: PlanContext): number =>
  Math.max(
    1,
    ...context.nodes.map((node) => {
      const factor = context.figures(node).estimateFactor ?? 1
      return Math.max(node.actual?.rows ?? 0, node.estimate?.rows ?? 0) < FEW
        ? 1
        : Math.max(factor, 1 / factor)
    }),
  )

const candidate = (
  context: PlanContext,
  node: PlanNode,
  what: string,
  proof: Candidate['evidence'],
): Candidate => ({
  node,
  what,
  evidence: proof,
  why: 'Without fresh statistics every estimate above this table is a guess, and the plan is built on it.',
  advice: 'ANALYZE the table; after a bulk import do it by hand, autovacuum comes later.',
  // Old statistics that still give the right numbers do no harm.
  share: worstEstimate(context) >= HARM ? context.share(context.ancestors(node).at(-1) ?? node, 'below') : 0,
  tryIt: `ANALYZE ${identifier(node.relation ?? '')};`,
})

/** 16: the planner works with old or no statistics. */
export const staleStatistics: Rule = {
  id: 'stale-statistics',
  title: 'Statistics are stale or missing',
  supersedes: ['estimate-off', 'correlated-columns'],
  plan(context) {
    const seen = new Set<string>()
    return context.nodes.flatMap((node) => {
      if (node.relation === null || seen.has(node.relation) || node.nodeType === 'ModifyTable') return []
      const found =
        fromCatalog(context, node) ?? (context.table(node.relation) ? null : fromPlan(context, node))
      if (!found) return []
      seen.add(node.relation)
      return [found]
    })
  },
}

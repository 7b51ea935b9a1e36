import { count, list, ratio } from '../../../shared/words.ts'
import { loopsOf } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Expression } from '../../expression/index.ts'
import { isTableScan } from '../../tree.ts'
import { identifiersIn } from '../../../shared/quote.ts'
import { literalOf, predicatesOf } from '../predicates.ts'
import { identifier, indexName } from '../sql.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_FACTOR = 10
const LEAST_ROWS = 100

/** True where extended statistics on these columns exist already. */
const known = (context: PlanContext, table: string, columns: readonly string[]): boolean =>
  (context.catalog?.statistics ?? []).some((one) => {
    const named = identifiersIn(one.definition)
    return one.table === table && columns.every((column) => named.has(column))
  })

/** True where the compared value stands in the statement. */
const isKnown = (expression: Expression): boolean =>
  expression.kind !== 'operator' || literalOf(expression) !== null

/** 17: conditions on columns that belong together are multiplied as if they did not. */
export const correlatedColumns: Rule = {
  id: 'correlated-columns',
  title: 'Columns that belong together',
  supersedes: ['estimate-off'],
  plan: (context) =>
    context.nodes.filter(isTableScan).flatMap((node) => {
      const factor = context.figures(node).estimateFactor ?? 0
      if (
        node.relation === null ||
        factor < LEAST_FACTOR ||
        (node.actual?.rows ?? 0) < LEAST_ROWS ||
        loopsOf(node) !== 1
      )
        return []
      const equal = (predicatesOf(node, context.table(node.relation)) ?? []).filter(
        // Statistics are consulted for values known when planning.
        (one) => one.kind === 'equality' && isKnown(one.expression),
      )
      const columns = [...new Set(equal.flatMap((one) => one.columns))]
      if (columns.length < 2 || known(context, node.relation, columns)) return []
      const name = indexName(node.relation, columns).replace(/_idx$/, '_stats')
      const table = identifier(node.relation)
      return [
        {
          node,
          what: `${node.relation} is filtered on ${list(columns)}; the planner multiplied their shares and expected ${count(node.estimate?.rows ?? 0)} rows instead of ${count(node.actual?.rows ?? 0)}.`,
          evidence: [
            evidence('Columns', columns.join(', ')),
            evidence('Estimated rows', count(node.estimate?.rows ?? 0)),
            evidence('Actual rows', `${count(node.actual?.rows ?? 0)} (${ratio(factor)})`),
          ],
          why: 'If one column follows from another, each further condition removes nothing, but the planner thinks it does.',
          advice:
            'Tell the planner that the columns depend on each other, and ANALYZE: extended statistics cost nothing at writes.',
          share: context.share(context.parent(node) ?? node, 'below'),
          tryIt: `CREATE STATISTICS ${identifier(name)} (dependencies, mcv) ON ${columns.map(identifier).join(', ')} FROM ${table};\nANALYZE ${table};`,
        },
      ]
    }),
}

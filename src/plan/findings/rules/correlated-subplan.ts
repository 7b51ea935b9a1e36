import { count, times } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { planNodes, preorder } from '../../tree.ts'
import { adviseIndex } from '../index-advice.ts'
import { loopsOf, shareFiltered } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_LOOPS = 100

/** 9: a subquery runs once for every row. */
export const correlatedSubplan: Rule = {
  id: 'correlated-subplan',
  title: 'Subquery runs once per row',
  plan: (context) =>
    planNodes(context.plan)
      .filter((node) => node.parentRelationship === 'SubPlan' && loopsOf(node) >= LEAST_LOOPS)
      .map((node) => {
        const scan = preorder(node).find((one) => one.nodeType === 'Seq Scan' && shareFiltered(one) >= 0.9)
        const index = scan ? adviseIndex(context, scan) : null
        const { inclusiveBuffers } = context.figures(node)
        return {
          node,
          what: `${node.subplanName} ran ${times(loopsOf(node))}, once for each row of ${nodeTitle(context.parent(node) ?? node)}.`,
          evidence: [
            evidence('Loops', count(loopsOf(node))),
            evidence('Buffers of all loops', count(inclusiveBuffers)),
            evidence('Buffers of one loop', count(inclusiveBuffers / loopsOf(node))),
          ],
          why: 'A correlated subquery is executed again for every outer row: its cost is that of one run times the number of rows.',
          advice: index
            ? `At least make each run short: try an index on ${index.columns}. Better still, compute all groups at once with a join to a GROUP BY.`
            : 'Compute all groups at once: join to a subquery with GROUP BY, or use a window function; for the latest row per group, DISTINCT ON or LATERAL with an index in that order.',
          share: context.share(node, 'below'),
          tryIt: index?.sql ?? null,
        }
      }),
}

import { count, ratio, times } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { inputs } from '../../tree.ts'
import { loopsOf } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_LOOPS = 1000
const LEAST_FACTOR = 10

/** 8: a Nested Loop was chosen for few outer rows, and many came. */
export const nestedLoopUnderestimate: Rule = {
  id: 'nested-loop-underestimate',
  title: 'Nested Loop chosen for too few rows',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Nested Loop')
      .flatMap((node) => {
        const [outer, inner] = inputs(node)
        if (!outer || !inner) return []
        const factor = context.figures(outer).estimateFactor ?? 0
        if (loopsOf(inner) < LEAST_LOOPS || factor < LEAST_FACTOR) return []
        return [
          {
            node,
            what: `The planner expected ${count(outer.estimate?.rows ?? 0)} rows from ${nodeTitle(outer)} and got ${count(outer.actual?.rows ?? 0)}, so the inner side ran ${times(loopsOf(inner))}.`,
            evidence: [
              evidence('Estimated outer rows', count(outer.estimate?.rows ?? 0)),
              evidence('Actual outer rows', `${count(outer.actual?.rows ?? 0)} (${ratio(factor)} more)`),
              evidence('Loops of the inner side', count(loopsOf(inner))),
              evidence('Buffers of the inner side', count(context.figures(inner).inclusiveBuffers)),
            ],
            why: 'A Nested Loop is best for a handful of outer rows; for thousands a Hash Join reads the inner side once.',
            advice:
              'Repair the estimate rather than the join: ANALYZE the tables below, and CREATE STATISTICS where several conditions on one table belong together.',
            share: context.share(inner, 'below'),
          },
        ]
      }),
}

import { count, times } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { loopsOf, rowsOut, rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_LOOPS = 100
const LEAST_ROWS = 100_000

/** 10: kept rows are read through again and again. */
export const rescanned: Rule = {
  id: 'rescanned',
  title: 'Kept rows are read again and again',
  plan: (context) =>
    context.nodes
      .filter((node) =>
        ['Materialize', 'CTE Scan', 'Function Scan', 'WorkTable Scan'].includes(node.nodeType),
      )
      .filter((node) => {
        const seen = rowsOut(node) + rowsRemovedBy(node, 'filter')
        return loopsOf(node) >= LEAST_LOOPS && seen >= LEAST_ROWS
      })
      .map((node) => ({
        node,
        what: `${nodeTitle(node)} was read through ${times(loopsOf(node))}: ${count(rowsOut(node) + rowsRemovedBy(node, 'filter'))} rows in all.`,
        evidence: [
          evidence('Loops', count(loopsOf(node))),
          evidence('Rows of one loop', count((node.actual?.rows ?? 0) + node.removed.filter)),
        ],
        why: 'Rows kept in memory have no index: whoever looks something up in them reads them all, for every outer row.',
        advice:
          node.nodeType === 'CTE Scan'
            ? 'Join to the table itself, or write the CTE as NOT MATERIALIZED, so that a Hash Join or an index can be used.'
            : 'Give the join an equality on bare columns, so that a Hash Join or an index on the inner table can replace the repeated reading.',
        share: context.share(context.parent(node) ?? node, 'below'),
      })),
}

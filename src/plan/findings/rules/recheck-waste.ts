import { count, percent } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { loopsOf, rowsOut, rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.5
const LEAST_ROWS = 100
/** BRIN that reads this part of the table or more: the column's order is not that of the table. */
const MOST_PAGES = 0.5
const BRIN_AGAINST_ORDER = 0.3

/** 14: the index finds candidates that the recheck throws away. */
export const recheckWaste: Rule = {
  id: 'recheck-waste',
  title: 'Index recheck throws rows away',
  plan: (context) =>
    context.nodes.flatMap((node) => {
      const removed = rowsRemovedBy(node, 'indexRecheck')
      const part = removed / Math.max(1, removed + rowsOut(node) + rowsRemovedBy(node, 'filter'))
      // BRIN knows ranges of pages, not rows: rechecking them is how it works.
      const byPages = node.bitmap !== null && node.bitmap.exactBlocks === 0
      const pages = context.table(node.relation)?.pages
      const few = pages === undefined || context.figures(node).buffers < pages * MOST_PAGES * loopsOf(node)
      if (removed < LEAST_ROWS || part <= LEAST_SHARE) return []
      return [
        {
          node,
          what: `${nodeTitle(node)} fetched rows that the index only suspected: the recheck removed ${count(removed)} of them (${percent(part)}).`,
          evidence: [
            evidence('Rows removed by Index Recheck', count(removed)),
            evidence('Rows kept', count(rowsOut(node))),
            evidence('Buffers', count(context.figures(node).buffers)),
          ],
          why:
            byPages && few
              ? 'A lossy bitmap, as BRIN gives, knows pages and not rows: rechecking their rows is how it works.'
              : 'GIN, GiST, BRIN and trigram indexes answer with candidates; each one is fetched from the table to be checked.',
          advice:
            byPages && few
              ? 'Nothing has to change. With BRIN, a smaller pages_per_range leaves fewer rows to recheck and makes the index larger.'
              : 'Choose an index that answers more exactly: GIN instead of GiST, a smaller pages_per_range for BRIN, a longer search term for trigrams, or a B-tree where the comparison allows one.',
          share: context.share(node, 'own') * (byPages ? BRIN_AGAINST_ORDER : 1),
          note: byPages && few,
        },
      ]
    }),
}

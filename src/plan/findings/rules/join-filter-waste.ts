import { count } from '../../../shared/words.ts'
import { condition, isJoin } from '../../tree.ts'
import { rowsOut, rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 10_000

/** 7: pairs are built and then dropped by the join's filter. */
export const joinFilterWaste: Rule = {
  id: 'join-filter-waste',
  title: 'Join filter drops most pairs',
  plan: (context) =>
    context.nodes
      .filter((node) => isJoin(node) && rowsRemovedBy(node, 'joinFilter') >= LEAST_ROWS)
      .map((node) => {
        const removed = rowsRemovedBy(node, 'joinFilter')
        return {
          node,
          what: `The ${node.nodeType} compared ${count(removed + rowsOut(node))} pairs of rows; its Join Filter dropped ${count(removed)} of them.`,
          evidence: [
            evidence('Join Filter', condition(node, 'Join Filter') ?? ''),
            evidence('Rows removed by Join Filter', count(removed)),
            evidence('Rows kept', count(rowsOut(node))),
          ],
          why: 'Every pair is built before the filter sees it: the work grows with the product of both sides.',
          advice:
            'Give the join an equality that an index or a hash can use, on bare columns; where that is impossible, narrow both sides before they are joined.',
          share: context.share(node, 'below'),
        }
      }),
}

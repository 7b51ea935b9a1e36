import { count, percent } from '../../../shared/words.ts'
import { rowsRemovedBy } from '../../figures/rows.ts'
import { evidence, onTable } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.5

/** 13: the bitmap ran out of memory and remembers pages instead of rows. */
export const lossyBitmap: Rule = {
  id: 'lossy-bitmap',
  title: 'Bitmap became lossy',
  supersedes: ['recheck-waste'],
  plan: (context) =>
    context.nodes.flatMap((node) => {
      const { exactBlocks = 0, lossyBlocks = 0 } = node.bitmap ?? {}
      const part = lossyBlocks / Math.max(1, exactBlocks + lossyBlocks)
      // A BRIN index gives pages by design; memory has nothing to do with it.
      const brin = node.children.some((child) =>
        context
          .indexesOf(node.relation)
          .some((index) => index.name === child.index && index.method === 'brin'),
      )
      // Without the catalog: only BRIN remembers not a single row.
      if (exactBlocks === 0 || part < LEAST_SHARE || brin) return []
      const removed = rowsRemovedBy(node, 'indexRecheck')
      return [
        {
          node,
          what: `The bitmap for ${node.relation ?? 'the table'} outgrew work_mem: ${count(lossyBlocks)} of ${count(lossyBlocks + exactBlocks)} pages are remembered as whole pages.`,
          evidence: [
            evidence('Lossy Heap Blocks', `${count(lossyBlocks)} (${percent(part)})`),
            evidence('Exact Heap Blocks', count(exactBlocks)),
            evidence('Rows removed by Index Recheck', count(removed)),
          ],
          why: 'For a lossy page every row must be checked again, not only those that the index found.',
          advice: `Make the index narrower in what it finds (a further column in it, or a partial index${onTable(node)}); a larger work_mem keeps the bitmap exact.`,
          share: context.share(node, 'own'),
        },
      ]
    }),
}

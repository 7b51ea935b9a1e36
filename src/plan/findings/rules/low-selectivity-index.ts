import { count } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { loopsOf } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 10_000
/** Blocks touched ÷ pages of the table: well above 1, pages are visited again and again. */
const REPEATED = 1.5
/** Without the catalog: blocks per row, when rows lie scattered. */
const SCATTERED = 0.5

/** 5: an index fetches so many rows that most of the table is read through it. */
export const lowSelectivityIndex: Rule = {
  id: 'low-selectivity-index',
  title: 'Index Scan over most of the table',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Index Scan' && loopsOf(node) === 1)
      .filter((node) => {
        const { rowsRead, buffers } = context.figures(node)
        const pages = context.table(node.relation)?.pages
        return (
          rowsRead >= LEAST_ROWS && buffers >= (pages === undefined ? rowsRead * SCATTERED : pages * REPEATED)
        )
      })
      .map((node) => {
        const { rowsRead, buffers } = context.figures(node)
        const pages = context.table(node.relation)?.pages
        return {
          node,
          what: `${nodeTitle(node)} fetched ${count(rowsRead)} rows one by one and touched ${count(buffers)} buffers for them.`,
          evidence: [
            evidence('Rows through the index', count(rowsRead)),
            evidence('Buffers', count(buffers)),
            ...(pages === undefined ? [] : [evidence('Pages of the table', count(pages))]),
          ],
          why: 'Rows that lie scattered are fetched page by page, the same page again and again; for a large part of a table a Seq Scan or a Bitmap Heap Scan reads less.',
          advice:
            'Ask for fewer rows or columns: with all needed columns in the index (INCLUDE) an Index Only Scan leaves the table alone. If the order is not needed, leave out the ORDER BY.',
          share: context.share(node, 'own'),
        }
      }),
}

import { count, percent } from '../../../shared/words.ts'
import { condition } from '../../tree.ts'
import { adviseIndex } from '../index-advice.ts'
import { predicatesOf } from '../predicates.ts'
import { rowsOut, rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { filterEvidence, onTable } from '../evidence.ts'
import { isWorthAnIndex } from '../index-worth.ts'
import type { Rule } from '../types.ts'

const LEAST_WASTE = 0.5
const LEAST_ROWS = 100
const SCANS: ReadonlySet<string> = new Set(['Index Scan', 'Index Only Scan', 'Bitmap Heap Scan'])

/** 3: an index finds rows that a filter then drops. */
export const indexScanFilter: Rule = {
  id: 'index-scan-filter',
  title: 'Index finds rows that a filter drops',
  plan: (context) =>
    context.nodes
      .filter((node) => SCANS.has(node.nodeType) && condition(node, 'Filter') !== null)
      .filter((node) => condition(node, 'Index Cond') !== null || condition(node, 'Recheck Cond') !== null)
      .filter((node) => shareFiltered(node) >= LEAST_WASTE && rowsRemovedBy(node, 'filter') >= LEAST_ROWS)
      .map((node) => {
        const special = predicatesOf(node, null)?.some((one) => one.indexed && one.kind === 'other') ?? true
        // What a GIN or GiST index answers cannot go into an ordinary one.
        const worth = isWorthAnIndex(context, node)
        const index = special || !worth ? null : adviseIndex(context, node)
        return {
          node,
          what: `${node.nodeType}${onTable(node)} fetched ${count(rowsOut(node) + rowsRemovedBy(node, 'filter'))} rows and its filter kept ${count(rowsOut(node))} (${percent(shareFiltered(node))} wasted).`,
          evidence: filterEvidence(context, node),
          why: 'The index answers only a part of the condition; every row it finds is fetched from the table and checked.',
          advice: index
            ? `Try one index for the whole condition: ${index.columns}.`
            : !worth
              ? 'So many rows are kept that another index would hardly read less; ask for fewer rows or columns.'
              : 'The rest of the condition cannot be read off an ordinary index; a partial index (WHERE …) or another way to write the condition may.',
          share: context.share(node, 'own'),
          tryIt: index?.sql ?? null,
        }
      }),
}

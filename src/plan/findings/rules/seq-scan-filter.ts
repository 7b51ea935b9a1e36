import { count, percent } from '../../../shared/words.ts'
import { condition } from '../../tree.ts'
import { adviseIndex } from '../index-advice.ts'
import { loopsOf, rowsOut, rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { filterEvidence, onTable, rows } from '../evidence.ts'
import { isWorthAnIndex, pagesOfWanted } from '../index-worth.ts'
import type { PlanNode } from '../../types.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_ROWS = 3000
/** Where no index would pay, only a large scan that is a good part of the request is worth a note. */
const LARGE = 10_000
const LEAST_SHARE = 0.05
const LEAST_WASTE = 0.5

function notWorth(context: PlanContext, node: PlanNode): string {
  const { touched, pages } = pagesOfWanted(context, node)
  const kept = rows(rowsOut(node) / Math.max(1, loopsOf(node)))
  const where =
    pages > 0
      ? `the ${kept} that it keeps lie on about ${count(touched)} of ${count(pages)} pages`
      : `it keeps ${kept}`
  return `An index would not spare much: unless they lie close together, ${where}. Ask for fewer rows; or put every needed column into the index, so that an Index Only Scan can leave the table alone.`
}

/** 1: a Seq Scan throws most of what it reads away. */
export const seqScanFilter: Rule = {
  id: 'seq-scan-filter',
  title: 'Seq Scan throws most rows away',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Seq Scan' && condition(node, 'Filter') !== null)
      .filter((node) => context.figures(node).rowsRead >= LEAST_ROWS && shareFiltered(node) >= LEAST_WASTE)
      .flatMap((node) => {
        const worth = isWorthAnIndex(context, node)
        const index = worth ? adviseIndex(context, node) : null
        const read = context.figures(node).rowsRead
        const share = context.bufferShare(node)
        if (!worth && (read < LARGE || share < LEAST_SHARE)) return []
        return {
          node,
          what: `Seq Scan${onTable(node)} read ${count(read)} rows and its filter removed ${count(rowsRemovedBy(node, 'filter'))} of them (${percent(shareFiltered(node))}).`,
          evidence: filterEvidence(context, node),
          why: 'A Seq Scan reads every page of the table, however few rows are wanted.',
          advice: index
            ? `Try an index on ${index.columns}: it leads to the wanted rows directly.`
            : worth
              ? 'No ordinary index answers this filter as it is written: compare a bare column, or look at the other findings for this node.'
              : notWorth(context, node),
          share,
          note: !worth,
          tryIt: index?.sql ?? null,
        }
      }),
}

import { count, percent } from '../../format.ts'
import { condition } from '../../tree.ts'
import { filteredOut, filterEvidence, isWorthAnIndex, onTable, wasteOf } from '../helpers.ts'
import { adviseIndex } from '../index-advice.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 3000
/** Where no index would pay, only a large scan is worth a word, and a quiet one. */
const LARGE = 10_000
const NOT_WORTH = 0.3
const LEAST_WASTE = 0.5

/** 1: a Seq Scan throws most of what it reads away. */
export const seqScanFilter: Rule = {
  id: 'seq-scan-filter',
  title: 'Seq Scan throws most rows away',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Seq Scan' && condition(node, 'Filter') !== null)
      .filter((node) => context.figures(node).rowsRead >= LEAST_ROWS && wasteOf(node) >= LEAST_WASTE)
      .map((node) => {
        const worth = isWorthAnIndex(context, node)
        const index = worth ? adviseIndex(context, node) : null
        const read = context.figures(node).rowsRead
        return {
          node,
          what: `Seq Scan${onTable(node)} read ${count(read)} rows and its filter removed ${count(filteredOut(node))} of them (${percent(wasteOf(node))}).`,
          evidence: filterEvidence(context, node),
          why: 'A Seq Scan reads every page of the table, however few rows are wanted.',
          advice: index
            ? `Try an index on ${index.columns}: it leads to the wanted rows directly.`
            : worth
              ? 'No ordinary index answers this filter as it is written: compare a bare column, or look at the other findings for this node.'
              : 'So many rows are kept that fetching each through an index would not pay. Ask for fewer rows; or put every needed column into the index, so that an Index Only Scan can leave the table alone.',
          share: context.share(node, 'own') * (worth ? 1 : read >= LARGE ? NOT_WORTH : 0),
          tryIt: index?.sql ?? null,
        }
      }),
}

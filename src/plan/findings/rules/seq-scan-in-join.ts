import { count } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { inputs, isJoin, source } from '../../tree.ts'
import { loopsOf, rowsOut, rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import { adviseIndex } from '../index-advice.ts'
import { joinColumns } from '../join-columns.ts'
import type { Candidate, PlanContext, Rule } from '../types.ts'

const LEAST_ROWS = 10_000
const SMALLER = 0.1
/** The join must drop most of the scan's rows, or an index could not avoid reading them. */
const KEPT = 0.3
/** Blocks to find one key in an index. */
const DESCENT = 3
/** Lookups must need at most this part of the blocks that are read now. */
const WORTH = 0.6

function candidate(context: PlanContext, join: PlanNode, scan: PlanNode, other: PlanNode): Candidate | null {
  const columns = joinColumns(join, scan)
  const read = context.figures(scan).rowsRead
  const sibling = rowsOut(other) / Math.max(1, loopsOf(other))
  if (scan.nodeType !== 'Seq Scan' || read < LEAST_ROWS || columns.length === 0) return null
  // What only the Join Filter dropped did find a partner: an index would fetch it all the same.
  const partners = rowsOut(join) + rowsRemovedBy(join, 'joinFilter')
  // A Nested Loop descends the index once per row of the other side and fetches each partner.
  const lookups = sibling * DESCENT + partners
  const { buffers } = context.figures(scan)
  if (buffers > 0 && lookups > buffers * WORTH) return null
  if (sibling >= read * SMALLER || partners > rowsOut(scan) * KEPT) return null
  const index = adviseIndex(context, scan, columns)
  return {
    node: scan,
    what: `${nodeTitle(scan)} read ${count(read)} rows for a ${join.nodeType} whose other side has only ${count(sibling)}.`,
    evidence: [
      evidence('Rows read', count(read)),
      evidence('Rows of the other side', count(sibling)),
      evidence('Rows after the join', count(rowsOut(join))),
    ],
    why: 'Nearly all of the rows that were read find no partner and are dropped by the join.',
    advice: index
      ? `Try an index on ${index.columns}: a Nested Loop can then fetch just the partners of each row.`
      : `There is an index on ${columns.join(', ')} already: see whether estimates keep the planner from a Nested Loop over it.`,
    share: context.share(scan, 'own'),
    tryIt: index?.sql ?? null,
  }
}

/** 2: a whole table is read although the other side of the join is tiny. */
export const seqScanInJoin: Rule = {
  id: 'seq-scan-in-join',
  title: 'Whole table read for a small join',
  plan: (context) =>
    context.nodes.filter(isJoin).flatMap((join) => {
      const [outer, inner] = inputs(join).map(source)
      if (!outer || !inner) return []
      return [candidate(context, join, outer, inner), candidate(context, join, inner, outer)].filter(
        (one) => one !== null,
      )
    }),
}

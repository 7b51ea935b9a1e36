import { count } from '../../../shared/words.ts'
import { condition, inputs, isJoin, source } from '../../tree.ts'
import { rowsOut, rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import { adviseIndex } from '../index-advice.ts'
import { joinColumns } from '../join-columns.ts'
import type { Candidate, PlanContext, Rule } from '../types.ts'

const LEAST_ROWS = 10_000

const ADVICE =
  'Give the join an equality that an index or a hash can use, on bare columns; where that is impossible, narrow both sides before they are joined.'

/** A Nested Loop whose filter is an equality on the inner table: an index there finds the partners. */
function lookup(context: PlanContext, join: PlanNode): Pick<Candidate, 'advice' | 'tryIt'> | null {
  const inner = inputs(join).map(source).at(-1)
  if (join.nodeType !== 'Nested Loop' || inner?.nodeType !== 'Seq Scan') return null
  const columns = joinColumns(join, inner, ['Join Filter'])
  if (columns.length === 0) return null
  const index = adviseIndex(context, inner, columns)
  return {
    advice: index
      ? `The filter is an equality: with an index on ${index.columns} the Nested Loop looks each row’s partners up. Where both sides are large a Hash Join is better still: see whether estimates keep the planner from it.`
      : `The filter is an equality, and there is an index on ${columns.join(', ')}: see whether estimates keep the planner from it, or from a Hash Join.`,
    tryIt: index?.sql ?? null,
  }
}

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
          ...(lookup(context, node) ?? { advice: ADVICE }),
          share: context.share(node, 'below'),
        }
      }),
}

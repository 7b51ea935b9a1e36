import { count, percent } from '../../../shared/words.ts'
import { condition } from '../../tree.ts'
import { adviseIndex } from '../index-advice.ts'
import { identifier } from '../sql.ts'
import { rowsOut, rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { filterEvidence } from '../evidence.ts'
import type { PlanContext, Rule } from '../types.ts'
import type { PlanNode } from '../../types.ts'

const LEAST_WASTE = 0.9
const LEAST_ROWS = 1000

/** Leading plain column of the index that the scan walks, where the catalog knows it. */
function walkedColumn(context: PlanContext, node: PlanNode): string | null {
  const key = context.indexesOf(node.relation).find((one) => one.name === node.index)?.keys[0]
  return key?.isColumn ? key.expression : null
}

/** The index that has the filter's columns first and keeps the order that is walked now. */
function ordered(context: PlanContext, node: PlanNode): { sql: string; columns: string } | null {
  const index = adviseIndex(context, node)
  const column = walkedColumn(context, node)
  if (!index || column === null || index.keys.includes(identifier(column))) return index
  const columns = `(${[...index.keys, identifier(column)].join(', ')})`
  return { columns, sql: index.sql.replace(index.columns, columns).replace(/_idx ON/, `_${column}_idx ON`) }
}

/** 4: an index is walked for its order and the filter drops nearly everything on the way. */
export const indexOrderFilter: Rule = {
  id: 'index-order-filter',
  supersedes: ['low-selectivity-index'],
  title: 'Index walked for its order, nearly all rows dropped',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Index Scan' || node.nodeType === 'Index Only Scan')
      .filter((node) => condition(node, 'Index Cond') === null && condition(node, 'Filter') !== null)
      .filter((node) => shareFiltered(node) >= LEAST_WASTE && rowsRemovedBy(node, 'filter') >= LEAST_ROWS)
      .map((node) => {
        const index = ordered(context, node)
        return {
          node,
          what: `The planner walked ${node.index} in order, hoping to find matches early; it went through ${count(rowsOut(node) + rowsRemovedBy(node, 'filter'))} rows to find ${count(rowsOut(node))}.`,
          evidence: filterEvidence(context, node),
          why: `A walk in index order only pays if matches are frequent and spread evenly; here ${percent(shareFiltered(node))} of the rows were dropped.`,
          advice: index
            ? `Try an index with the filter's columns first and the order after them: ${index.columns}.`
            : 'An index that has the filter’s columns first, then the order, stops as soon as enough rows are found.',
          share: context.share(node, 'own'),
          tryIt: index?.sql ?? null,
        }
      }),
}

import { columnsOf, everyPart, parseExpression } from '../../expression/index.ts'
import { count } from '../../../shared/words.ts'
import { isJoin } from '../../tree.ts'
import { rowsRemovedBy } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 1000

/** True where an OR joins conditions on columns of different tables. */
function orAcross(text: string): boolean {
  const expression = parseExpression(text)
  if (!expression) return false
  return everyPart(expression).some((part) => {
    if (part.kind !== 'or') return false
    const tables = part.parts.map((one) => [...new Set(columnsOf(one).map((column) => column.table))])
    return new Set(tables.filter((one) => one.length === 1).map((one) => one[0])).size > 1
  })
}

/** 6: an OR over two tables' columns can only be checked after the join. */
export const orAcrossTables: Rule = {
  id: 'or-across-tables',
  title: 'OR over two tables is checked after the join',
  supersedes: ['join-filter-waste'],
  plan: (context) =>
    context.nodes.filter(isJoin).flatMap((node) => {
      const filter = node.conditions.find((one) => one.label.endsWith('Filter') && orAcross(one.text))
      const removed = rowsRemovedBy(node, 'joinFilter') + rowsRemovedBy(node, 'filter')
      if (!filter || removed < LEAST_ROWS) return []
      return [
        {
          node,
          what: `The ${node.nodeType} built all pairs first and then dropped ${count(removed)} of them, because its OR needs columns of both tables.`,
          evidence: [evidence(filter.label, filter.text), evidence('Rows removed', count(removed))],
          why: 'Neither table can be narrowed before the join: no index of one table answers an OR that the other table may satisfy.',
          advice:
            'Write two queries, one for each side of the OR, and combine them with UNION (it removes rows that both find; UNION ALL would give them twice). Each half can then use its own index.',
          share: context.share(node, 'below'),
        },
      ]
    }),
}

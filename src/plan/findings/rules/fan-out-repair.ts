import { count, ratio } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { inputs, isJoin, source } from '../../tree.ts'
import { rowsOut } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_FACTOR = 5
const LEAST_ROWS = 1000

const SAYS_DISTINCT = /\bselect\s+distinct\b|\b(?:count|sum|avg|string_agg|array_agg)\s*\(\s*distinct\b/i

/** True where the node removes duplicates; a GROUP BY that counts is no repair. */
function removesDuplicates(context: PlanContext, node: PlanNode): boolean {
  if (node.nodeType === 'Unique') return true
  if (node.nodeType !== 'Aggregate') return false
  if (context.text !== null) return SAYS_DISTINCT.test(context.text)
  // Without the statement, only output that is nothing but the key shows it (EXPLAIN VERBOSE).
  const keys = node.aggregate?.groupKey ?? []
  return node.output.length > 0 && keys.length > 0 && node.output.every((one) => keys.includes(one))
}

/** 27: a join multiplies rows, and DISTINCT makes them few again. */
export const fanOutRepair: Rule = {
  id: 'fan-out-repair',
  title: 'DISTINCT repairs a join that multiplies rows',
  plan: (context) =>
    context.nodes
      .filter((node) => removesDuplicates(context, node))
      .flatMap((node) => {
        const [input] = inputs(node)
        const join = input ? source(input) : null
        if (!join || !isJoin(join)) return []
        const factor = rowsOut(join) / Math.max(1, rowsOut(node))
        if (rowsOut(join) < LEAST_ROWS || factor < LEAST_FACTOR) return []
        return [
          {
            node,
            what: `The ${join.nodeType} gave ${count(rowsOut(join))} rows, and ${nodeTitle(node)} reduced them to ${count(rowsOut(node))}.`,
            evidence: [
              evidence('Rows after the join', count(rowsOut(join))),
              evidence('Rows after removing duplicates', count(rowsOut(node))),
              evidence('Factor', ratio(factor)),
            ],
            why: 'Each row is copied once for every partner, then the copies are sorted or hashed away; two such joins multiply each other.',
            advice:
              'If the other table only filters, ask EXISTS instead of joining. If it is counted, count each table in a subquery of its own before joining.',
            share: context.share(node, 'below'),
          },
        ]
      }),
}

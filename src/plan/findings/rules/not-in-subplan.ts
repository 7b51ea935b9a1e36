import { everyPart, parseExpression, type Expression } from '../../expression/index.ts'
import { count, times } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { loopsOf, rowsOut } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const subplanIn = (expression: Expression): Extract<Expression, { kind: 'parameter' }> | null =>
  (everyPart(expression).find((part) => part.kind === 'parameter' && part.subplan) as
    Extract<Expression, { kind: 'parameter' }> | undefined) ?? null

/** The subplan of a NOT IN in a condition: `NOT (ANY (x = (hashed SubPlan 1).col1))`, before 17 `NOT (hashed SubPlan 1)`. */
function notIn(text: string): Extract<Expression, { kind: 'parameter' }> | null {
  const expression = parseExpression(text)
  if (!expression) return null
  for (const part of everyPart(expression)) {
    if (
      part.kind === 'not' &&
      !everyPart(part).some((one) => one.kind === 'group' && one.name === 'exists')
    ) {
      const subplan = subplanIn(part.part)
      if (subplan) return subplan
    }
    if (part.kind === 'operator' && part.operator === '<>' && part.quantifier === 'all')
      return subplanIn(part.right)
  }
  return null
}

const HASHED = 0.3

/** 26: NOT IN with a subquery. */
export const notInSubplan: Rule = {
  id: 'not-in-subplan',
  title: 'NOT IN with a subquery',
  supersedes: ['seq-scan-filter', 'index-order-filter'],
  plan: (context) =>
    context.nodes.flatMap((node) => {
      const filter = node.conditions.find((one) => one.label === 'Filter')
      const found = filter && notIn(filter.text)
      if (!found) return []
      const number = found.name.replace(/\D+/g, '')
      const subplan = node.children.find((child) => (child.subplanName ?? '').startsWith(`SubPlan ${number}`))
      const loops = subplan ? loopsOf(subplan) : 0
      return [
        {
          node,
          what: found.hashed
            ? `${nodeTitle(node)} checks NOT IN against a hash table of the whole subquery.`
            : `${nodeTitle(node)} checks NOT IN by reading the subquery's result from the start for every row${loops > 1 ? ` (${times(loops)})` : ''}.`,
          evidence: [
            evidence('Filter', filter.text),
            evidence('Subquery', found.hashed ? 'hashed once' : 'read per row'),
            ...(subplan ? [evidence('Rows of the subquery', count(rowsOut(subplan)))] : []),
          ],
          why: 'NOT IN must know about every NULL, so it cannot become a join; if the result outgrows work_mem it is searched row by row. And one NULL in the subquery makes the answer empty.',
          advice:
            'Write NOT EXISTS (SELECT 1 FROM … WHERE …): it becomes an anti join that can hash, merge or use an index, and NULLs do not spoil it.',
          // A hash table that fits in memory is quick; it is the NULLs that remain.
          share: context.share(node, 'below') * (found.hashed ? HASHED : 1),
        },
      ]
    }),
}

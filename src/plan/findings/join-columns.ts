/** What a join compares. */
import { columnsOf, conjuncts, parseExpression } from '../expression/index.ts'
import type { PlanNode } from '../types.ts'

const LABELS = ['Hash Cond', 'Merge Cond', 'Join Filter'] as const

/** Columns of the scan that the join compares for equality, under the labels given. */
export function joinColumns(
  join: PlanNode,
  scan: PlanNode,
  labels: readonly (typeof LABELS)[number][] = LABELS,
): readonly string[] {
  return join.conditions
    .filter(({ label }) => labels.some((one) => one === label))
    .flatMap(({ text }) => {
      const expression = parseExpression(text)
      return expression ? conjuncts(expression) : []
    })
    .filter((part) => part.kind === 'operator' && part.operator === '=' && columnsOf(part).length === 2)
    .flatMap((part) => columnsOf(part).filter((column) => column.table === scan.alias))
    .map((column) => column.name)
}

import { z } from 'zod'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import type { CheckKind, GradingContext } from '../check.ts'
import { code, counted } from '../../shared/words.ts'
import { comparisons } from '../rows/answers.ts'
import { chosen, differenceIn, onData, ruleFor } from '../rows/differences.ts'
import { statesOrder } from '../rows/order-stated.ts'
import { excerpt } from '../syntax.ts'

const schema = z.strictObject({
  order: z
    .union([z.literal('any'), z.literal('exact'), z.array(z.string()).min(1)])
    .default('any')
    .describe(
      '`any`, `exact`, or the result columns that the rows are ordered by; rows that tie in them may come in any order.',
    ),
  columns: z.enum(['exact', 'at-least']).default('exact').describe('`at-least`: further columns do no harm.'),
  results: z
    .enum(['each', 'last'])
    .default('each')
    .describe('Compare the results of all statements, or only of the last.'),
})

/** The first statement that gives several rows in the order asked for without having asked for it itself. */
function orderedByChance(
  { attempt, reference, syntax }: GradingContext,
  rule: z.infer<typeof schema>,
): string | undefined {
  if (rule.order === 'any') return undefined
  const expected = chosen(results(reference), rule)
  const answering = attempt.statements.flatMap(({ result, forEachRow, text }, at) =>
    result ? [{ result, forEachRow, text, node: syntax.request[at]?.node }] : [],
  )
  const found = chosen(answering, rule).find(
    ({ forEachRow, node }, at) =>
      (expected[at]?.count ?? 0) > 1 &&
      ruleFor(rule, expected[at] as RowSet).order !== 'any' &&
      !forEachRow &&
      node !== undefined &&
      !statesOrder(node),
  )
  if (!found) return undefined
  return answering.length > 1 ? code(excerpt(found)) : ''
}

const results = ({ statements }: Measurement): RowSet[] =>
  statements.flatMap(({ result }) => (result ? [result] : []))

/** The same answer as the reference solution, on the lesson's data and on every disturbance of it. */
export const rows: CheckKind<z.infer<typeof schema>> = {
  kind: 'rows',
  schema,
  evaluate(rule, context) {
    const title =
      typeof rule.order === 'string'
        ? rule.order === 'any'
          ? 'The same rows'
          : 'The same rows in the same order'
        : `The same rows, ordered by ${rule.order.join(', ')}`
    const all = comparisons(context)
    for (const comparison of all) {
      const found = differenceIn(comparison, 'results', rule)
      if (!found) continue
      return {
        title,
        passed: false,
        message: `The answer differs ${onData(comparison.data)}: ${found.note ?? 'other rows.'}`,
        actual: null,
        limit: null,
        difference: found,
      }
    }
    const chance = orderedByChance(context, rule)
    if (chance !== undefined)
      return {
        title,
        passed: false,
        message: `Nothing says in which order the rows come${chance === '' ? '' : ` (${chance})`}: that they are in order here is chance, and another plan changes it. Add an ORDER BY.`,
        actual: null,
        limit: null,
      }
    const size = all[0]?.expected.results.reduce((sum, set) => sum + set.count, 0) ?? 0
    return {
      title,
      passed: true,
      message: `${counted(size, 'row')} as expected${all.length > 1 ? `, also with the data changed in ${counted(all.length - 1, 'way')}` : ''}.`,
      actual: size,
      limit: size,
    }
  },
}

import { z } from 'zod'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import type { CheckKind, GradingContext } from '../check.ts'
import { code, counted } from '../../shared/words.ts'
import { comparisons, type Comparison } from '../rows/answers.ts'
import { chosen, differenceIn, onData, ruleFor } from '../rows/differences.ts'
import { statesOrder } from '../rows/order-stated.ts'
import { tiedRows } from '../rows/order-ties.ts'
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

/**
 * Why the order of a statement's rows is chance, and what to do: it asks for none, or its ORDER BY leaves rows tied
 * that the answer tells apart, on the lesson's data or on changed data. Undefined where it asks for enough.
 */
function orderedByChance(
  { attempt, reference, syntax }: GradingContext,
  rule: z.infer<typeof schema>,
  all: readonly Comparison[],
): string | undefined {
  if (rule.order === 'any') return undefined
  const expected = chosen(results(reference), rule)
  const answering = attempt.statements.flatMap(({ result, forEachRow, text }, at) =>
    result ? [{ forEachRow, text, node: syntax.request[at]?.node }] : [],
  )
  const answers = all.map(({ data, actual }) => ({ data, results: chosen(actual.results, rule) }))
  for (const [at, { forEachRow, node, text }] of chosen(answering, rule).entries()) {
    const order = ruleFor(rule, expected[at] as RowSet).order
    if (order === 'any' || forEachRow || !node) continue
    const where = answering.length > 1 ? ` (${code(excerpt({ text }))})` : ''
    if ((expected[at]?.count ?? 0) > 1 && !statesOrder(node))
      return `Nothing says in which order the rows come${where}: that they are in order here is chance, and another plan changes it. Add an ORDER BY.`
    for (const { data, results: found } of answers) {
      const tied = found[at] && tiedRows(node, found[at], order)
      if (tied)
        return `The ORDER BY is too short${where}: ${onData(data)} ${counted(tied.length, 'row')} tie in it, and which of them comes first is chance. Add a key that tells them apart.`
    }
  }
  return undefined
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
    const chance = orderedByChance(context, rule, all)
    if (chance !== undefined)
      return {
        title,
        passed: false,
        message: chance,
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

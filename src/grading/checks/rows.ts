import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { counted } from '../../shared/words.ts'
import { comparisons } from '../rows/answers.ts'
import { differenceIn, onData } from '../rows/differences.ts'

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

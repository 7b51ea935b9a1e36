import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { comparisons } from '../rows/answers.ts'
import { differenceIn, onData } from '../rows/differences.ts'
import { counted } from '../../shared/words.ts'

const schema = z.strictObject({
  order: z
    .enum(['any', 'exact'])
    .default('any')
    .describe('Whether the order of the state queries’ rows counts.'),
})

/** The request leaves the same final state as the solution's: compared by the lesson's `state` queries. */
export const state: CheckKind<z.infer<typeof schema>> = {
  kind: 'state',
  schema,
  evaluate({ order }, context) {
    const title = 'The same final state'
    const all = comparisons(context)
    for (const comparison of all) {
      const found = differenceIn(comparison, 'state', { order, columns: 'exact', results: 'each' })
      if (!found) continue
      return {
        title,
        passed: false,
        message: `The final state differs ${onData(comparison.data)}: ${found.note ?? 'other rows.'}`,
        actual: null,
        limit: null,
        difference: found,
      }
    }
    return {
      title,
      passed: true,
      message: `The final state is right${all.length > 1 ? `, also with the data changed in ${counted(all.length - 1, 'way')}` : ''}.`,
      actual: null,
      limit: null,
    }
  },
}

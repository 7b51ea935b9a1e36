import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { count, counted } from '../../shared/words.ts'

const schema = z.strictObject({
  max: z
    .number()
    .int()
    .positive()
    .describe('Statements that the request may send, each run of a for-each-row step counted.'),
  min: z.number().int().nonnegative().default(0).describe('Statements that the task takes at least.'),
})

/** How many statements go to the database. */
export const statements: CheckKind<z.infer<typeof schema>> = {
  kind: 'statements',
  schema,
  evaluate({ max, min }, { attempt, before }) {
    const actual = attempt.totals.statements
    const passed = actual <= max && actual >= min
    const found = `${counted(actual, 'statement')} sent; the baseline sends ${count(before.totals.statements)}.`
    return {
      title: `At most ${counted(max, 'statement')}`,
      passed,
      message: passed
        ? found
        : actual < min
          ? `${found} The task takes at least ${min}: something is left out, or done for several at once.`
          : `${found} Each is a round trip: fetch the rows together instead of one by one.`,
      actual,
      limit: max,
    }
  },
}

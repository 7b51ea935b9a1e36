import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { code, plural } from '../numbers.ts'

const schema = z.strictObject({
  max: z.number().int().nonnegative().default(0).describe('Statements that may fail.'),
  min: z.number().int().nonnegative().default(0).describe('Statements that must fail, as the lesson has it.'),
})

/** How many statements of a script fail. A script that opens transactions goes on after errors, as in psql. */
export const errors: CheckKind<z.infer<typeof schema>> = {
  kind: 'errors',
  schema,
  evaluate({ max, min }, { attempt }) {
    const failed = attempt.statements.filter((statement) => statement.error)
    const actual = failed.length
    const [first] = failed
    const found = first
      ? `${plural(actual, 'statement')} ${actual === 1 ? 'fails' : 'fail'}; the first is ${code(first.tag)}: ${first.error?.message ?? ''}.`
      : 'No statement fails.'
    return {
      title:
        max === 0
          ? 'No statement fails'
          : min === max
            ? `Exactly ${plural(max, 'statement')} ${max === 1 ? 'fails' : 'fail'}`
            : `At most ${plural(max, 'statement')} ${max === 1 ? 'fails' : 'fail'}`,
      passed: actual <= max && actual >= min,
      message: actual < min ? `${found} Send everything that the lesson sends, also what is refused.` : found,
      actual,
      limit: max,
    }
  },
}

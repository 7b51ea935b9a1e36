import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { code, counted } from '../../shared/words.ts'

const schema = z.strictObject({
  max: z.number().int().nonnegative().default(0).describe('Statements that may fail.'),
  code: z
    .string()
    .regex(/^[0-9A-Z]{5}$/)
    .optional()
    .describe('SQLSTATE that the failing statements must have, e.g. `23514` for a check violation.'),
  min: z.number().int().nonnegative().default(0).describe('Statements that must fail, as the lesson has it.'),
})

/** How many statements of a script fail. A script that opens transactions goes on after errors, as in psql. */
export const errors: CheckKind<z.infer<typeof schema>> = {
  kind: 'errors',
  schema,
  evaluate({ max, min, code: expected }, { attempt }) {
    const failed = attempt.statements.filter((statement) => statement.error)
    const actual = failed.length
    const other = expected === undefined ? undefined : failed.find((each) => each.error?.code !== expected)
    const first = (actual > max ? undefined : other) ?? failed[0]
    const found = first
      ? `${counted(actual, 'statement')} ${actual === 1 ? 'fails' : 'fail'}; ${other === first && actual > 1 ? 'one' : actual > 1 ? 'the first' : 'it'} is ${code(first.tag)}: ${first.error?.message ?? ''}.`
      : 'No statement fails.'
    return {
      title:
        max === 0
          ? 'No statement fails'
          : min === max
            ? `Exactly ${counted(max, 'statement')} ${max === 1 ? 'fails' : 'fail'}`
            : `At most ${counted(max, 'statement')} ${max === 1 ? 'fails' : 'fail'}`,
      passed: actual <= max && actual >= min && other === undefined,
      message:
        actual < min
          ? `${found} Send everything that the lesson sends, also what is refused.`
          : actual <= max && other
            ? `${found} That is not the error of the lesson: send what the lesson sends.`
            : found,
      actual,
      limit: max,
    }
  },
}

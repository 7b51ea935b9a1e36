import { z } from 'zod'
import type { Measurement, StatementMeasurement } from '../../engine/contract/index.ts'
import { code, counted } from '../../shared/words.ts'
import type { CheckKind, GradingContext } from '../check.ts'
import { excerpt } from '../syntax.ts'

const schema = z.strictObject({
  max: z.number().int().nonnegative().default(0).describe('Statements that may fail.'),
  code: z
    .string()
    .regex(/^[0-9A-Z]{5}$/)
    .optional()
    .describe('SQLSTATE that the failing statements must have, e.g. `23514` for a check violation.'),
  min: z.number().int().nonnegative().default(0).describe('Statements that must fail, as the lesson has it.'),
  between: z
    .string()
    .optional()
    .describe('Those that fail come after such a statement (`INSERT`) that succeeds and before another one.'),
})

const sameText = (a: StatementMeasurement, b: StatementMeasurement) =>
  a.text.replaceAll(/\s+/g, ' ').trim() === b.text.replaceAll(/\s+/g, ' ').trim()

/** What to do where fewer statements fail than should: all are sent and nothing refuses them, or some are not sent. */
function fewerThan({ attempt, reference }: GradingContext): string {
  const refused = reference.statements.find(
    (statement) => statement.error && attempt.statements.some((each) => sameText(each, statement)),
  )
  return refused
    ? `${code(excerpt(refused))} should be refused and is stored: a constraint has to forbid it.`
    : 'Send everything that the lesson sends, also what is refused.'
}

/** The first that fails where nothing of the sort has succeeded before it, or will after it. */
function outOfPlace(attempt: Measurement, tag: string): StatementMeasurement | undefined {
  const succeeds = (statement: StatementMeasurement) => statement.tag === tag && !statement.error
  return attempt.statements.find(
    (statement, at, all) =>
      statement.error && !(all.slice(0, at).some(succeeds) && all.slice(at + 1).some(succeeds)),
  )
}

/** How many statements of a script fail. A script that opens transactions goes on after errors, as in psql. */
export const errors: CheckKind<z.infer<typeof schema>> = {
  kind: 'errors',
  schema,
  evaluate({ max, min, code: expected, between }, context) {
    const { attempt } = context
    const failed = attempt.statements.filter((statement) => statement.error)
    const actual = failed.length
    const other = expected === undefined ? undefined : failed.find((each) => each.error?.code !== expected)
    const misplaced = between === undefined ? undefined : outOfPlace(attempt, between)
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
      passed: actual <= max && actual >= min && other === undefined && misplaced === undefined,
      message:
        actual < min
          ? `${found} ${fewerThan(context)}`
          : actual <= max && other
            ? `${found} That is not the error of the lesson: send what the lesson sends.`
            : actual <= max && misplaced
              ? `${found} It stands between others in the lesson, and which one is refused nobody knows before: leave the statements in their order.`
              : found,
      actual,
      limit: max,
    }
  },
}

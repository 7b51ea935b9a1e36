/** The shape that most checks share: a figure of the request with an upper limit. */
import type { Measurement } from '../../engine/contract/index.ts'
import type { CheckKind, GradingContext, Verdict } from '../check.ts'
import { limitIn, limitSchema, type LimitParams } from '../limits.ts'
import { count, counted } from '../../shared/words.ts'

export interface Amount {
  readonly kind: string
  /** Unit, singular and counted. */
  readonly unit: readonly [string, string]
  readonly pick: (measurement: Measurement) => number
  /** What `max: auto` adds for small figures. */
  readonly slack: number
  /** What to do where the limit is passed: one sentence. */
  readonly advice: (context: GradingContext) => string
}

export function amountCheck(amount: Amount): CheckKind<LimitParams> {
  const { kind, unit, pick, slack, advice } = amount
  return {
    kind,
    schema: limitSchema,
    evaluate(params, context): Verdict {
      const actual = pick(context.attempt)
      const limit = limitIn(params, context, pick, slack)
      const passed = actual <= limit
      const found = `${counted(actual, unit[0], unit[1])}; the baseline has ${count(pick(context.before))}.`
      return {
        title: `At most ${counted(limit, unit[0], unit[1])}`,
        passed,
        message: passed ? found : `${found} ${advice(context)}`,
        actual,
        limit,
      }
    },
  }
}

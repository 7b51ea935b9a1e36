/** Answers that are cheap only as long as nothing has been written: the price is paid where the data has changed. */
import type { Totals } from '../../engine/contract/index.ts'
import type { GradingContext, Violation } from '../check.ts'
import { limitIn, limitSchema } from '../limits.ts'
import { count, counted } from '../../shared/words.ts'

/** Checks of a request's figures that are compared on changed data, too. */
const FIGURES = {
  buffers: { pick: (totals: Totals) => totals.buffers, unit: ['buffer', 'buffers'] },
  'rows-read': { pick: (totals: Totals) => totals.rowsRead, unit: ['row read', 'rows read'] },
  statements: { pick: (totals: Totals) => totals.statements, unit: ['statement', 'statements'] },
} as const

/**
 * Fresh rows and dead ones weigh differently on different right answers, most of all on Index Only Scans. What is told
 * apart is a request that is as slow there as the lesson's own: one that needs so much of what that needs,
 */
const SLOW = 0.6
/** and so many times what the solution needs, and more than the lesson's own limit. */
const TIMES = 3
const MARGIN = 1.2
const PLUS = 30
/**
 * A covering index or an index with dead entries reads more blocks where rows have just been written, but it looks at as
 * many rows as before. A request that does something else there looks at more.
 */
const looksAtMore = (disturbed: Totals, own: Totals, expected: Totals): boolean =>
  disturbed.rowsProcessed > TIMES * Math.max(own.rowsProcessed, expected.rowsProcessed) + PLUS

/** Where the solution itself gets dearer by more, it is the disturbance that is paid for: deleted rows still lie in the way. */
const STEADY = 2

/** A request that is too dear on the lesson's own data is left to the lesson's check. */
export function cheapUntilWritten(context: GradingContext): readonly Violation[] {
  const { task, attempt, reference, before } = context
  return task.checks.flatMap((spec): Violation[] => {
    if (!Object.hasOwn(FIGURES, spec.kind)) return []
    const { pick, unit } = FIGURES[spec.kind as keyof typeof FIGURES]
    const limits = limitSchema.safeParse({ max: spec['max'], ratio: spec['ratio'] })
    if (!limits.success) return []
    const own = limitIn(limits.data, context, (measurement) => pick(measurement.totals))
    if (pick(attempt.totals) > own) return []
    const dear = reference.probes.flatMap((probe, at) => {
      const expected = probe.totals
      const actual = attempt.probes[at]?.totals
      if (!expected || !actual || pick(expected) > STEADY * pick(reference.totals) + PLUS) return []
      const limit = Math.floor(
        Math.max(MARGIN * own + PLUS, TIMES * pick(expected) + PLUS, SLOW * pick(before.totals)),
      )
      return pick(actual) > limit && looksAtMore(actual, attempt.totals, expected)
        ? [{ name: probe.name, actual: pick(actual), limit }]
        : []
    })
    const [first] = dear
    return first
      ? [
          {
            message: `With the data changed (${first.name}) the request needs ${counted(first.actual, unit[0], unit[1])}, at most ${count(first.limit)}: it is cheap only as long as nothing has been written.`,
            actual: first.actual,
            limit: first.limit,
          },
        ]
      : []
  })
}

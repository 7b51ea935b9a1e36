/** Answers that do not come from the data, and fixes that only work for the question's own literals. */
import type { RowSet, Totals } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { countedIndexes } from '../catalog-diff.ts'
import type { GradingContext, Violation } from '../check.ts'
import { limitIn, limitSchema, autoLimit } from '../limits.ts'
import { replaceLiterals } from '../literals.ts'
import { code, count, list, counted } from '../../shared/words.ts'
import { comparisons, errorText, type Answer } from '../rows/answers.ts'
import { differenceIn } from '../rows/differences.ts'
import type { AnswerRule } from '../rows/differences.ts'
import { valuesBuiltIn } from './partial-rules.ts'

const fingerprint = (answer: Answer): string =>
  [...answer.results, ...answer.state].map((set: RowSet) => set.bagDigest).join('|')

const isEmpty = ({ results, state }: Answer): boolean =>
  results.length > 0 && [...results, ...state].every((set) => set.count === 0)

/** The data changed and the right answer with it, but the attempt's answer never did. */
export function hardCoded(context: GradingContext): readonly Violation[] {
  const [main, ...probes] = comparisons(context)
  // An answer that finds nothing at all is wrong, which the rows say; nothing is written into it.
  if (!main || (isEmpty(main.actual) && !isEmpty(main.expected))) return []
  const telling = probes.filter(
    (probe) => !probe.actual.error && fingerprint(probe.expected) !== fingerprint(main.expected),
  )
  const stuck = telling.filter((probe) => fingerprint(probe.actual) === fingerprint(main.actual))
  if (telling.length === 0 || stuck.length < telling.length) return []
  return [
    {
      message: `The answer stays the same although the data changes (${list(stuck.map((probe) => probe.data))}): it is written into the text or kept somewhere instead of being read from the tables.`,
    },
  ]
}

/** How the lesson compares rows, for the same comparison with other literals. */
function rowsRule(checks: readonly CheckSpec[]): AnswerRule {
  const spec = checks.find((check) => check.kind === 'rows')
  return {
    order: (spec?.['order'] as AnswerRule['order'] | undefined) ?? 'any',
    columns: (spec?.['columns'] as AnswerRule['columns'] | undefined) ?? 'exact',
    results: (spec?.['results'] as AnswerRule['results'] | undefined) ?? 'each',
  }
}

const shown = (variant: Readonly<Record<string, string>>) =>
  list(Object.entries(variant).map(([value, other]) => `${code(other)} in place of ${code(value)}`))

/** The same question about something else gets the right answer at a price of the same order. */
export function otherValues(context: GradingContext): readonly Violation[] {
  const { task, texts, reference, attempt, candidates } = context
  const builtIn = valuesBuiltIn(context)
  const rule = rowsRule(task.checks)
  const [main] = comparisons(context)
  // Wrong for the question itself: the check says so already.
  const wrongAnyway = main !== undefined && differenceIn(main, 'results', rule) !== null
  const varied = task.variants.flatMap((variant, at): Violation[] => {
    const expected = reference.variants[at]
    const actual = attempt.variants[at]
    if (!expected || expected.error || (expected.results.length === 0 && expected.totals.buffers === 0))
      return []
    if (replaceLiterals(texts.query, variant).count === 0)
      return [
        {
          message: `The request no longer names ${list(Object.keys(variant).map(code))}, so it cannot be asked about anything else. Keep the literal in the query.`,
        },
      ]
    if (!actual) return []
    if (actual.error)
      return [{ message: `With ${shown(variant)} the request fails: ${errorText(actual.error)}` }]
    // Only requests that read are measured with other values.
    if (expected.results.length > 0 && actual.results.length === 0 && actual.totals.statements === 0)
      return [
        {
          message: `The request does more than read, so it cannot be asked with ${shown(variant)}: send the query alone, without BEGIN, and leave everything else to the changes.`,
        },
      ]
    const comparison = {
      data: shown(variant),
      expected: { results: expected.results, state: [] },
      actual: { results: actual.results, state: [] },
      candidates: candidates?.variants[at] && { results: candidates.variants[at].results, state: [] },
    }
    const difference = differenceIn(comparison, 'results', rule)
    if (difference && wrongAnyway) return []
    if (difference)
      return [
        {
          message: `With ${shown(variant)} the answer is wrong: ${difference.note ?? 'other rows.'}`,
          difference,
        },
      ]
    return budgetViolation(context, variant, expected.totals, actual.totals)
  })
  return [...builtIn, ...varied]
}

function budgetViolation(
  context: GradingContext,
  variant: Readonly<Record<string, string>>,
  expected: Totals,
  actual: Totals,
): Violation[] {
  const spec = context.task.checks.find((check) => check.kind === 'buffers')
  if (!spec) return []
  const params = limitSchema.parse({ max: spec['max'], ratio: spec['ratio'] })
  const own = limitIn(params, context, (measurement) => measurement.totals.buffers)
  // Dear for the question itself: the check says so already.
  if (context.attempt.totals.buffers > own) return []
  const { max } = params
  // Other values may have more rows: what the check allows beyond the solution, it allows here too.
  const times =
    typeof max === 'object' && 'times' in max ? Math.floor(expected.buffers * max.times + max.plus) : 0
  const limit = Math.max(own, autoLimit(expected.buffers, 0), times)
  if (actual.buffers <= limit) return []
  return [
    {
      message: `With ${shown(variant)} the request needs ${counted(actual.buffers, 'buffer')}, at most ${count(limit)}: the fix works for the value in the question and not for others. Check that no index has the value built in, and that its columns stand in the right order.`,
      actual: actual.buffers,
      limit,
    },
  ]
}

/** One index more than the solution is fine; more is paying for luck. */
export function tooManyIndexes(context: GradingContext): readonly Violation[] {
  if (context.task.checks.some((check) => check.kind === 'index-count')) return []
  const added = countedIndexes(context.attempt)
  const limit = countedIndexes(context.reference).length + 1
  if (added.length <= limit) return []
  return [
    {
      message: `${count(added.length)} new indexes (${list(added.map((index) => code(index.name)))}), at most ${limit}: each is paid for by every write. Keep the one that does the work.`,
      actual: added.length,
      limit,
    },
  ]
}

/** Planning may use a few hundred buffers more than the solution's, not thousands. */
export function planning({ attempt, reference, before }: GradingContext): readonly Violation[] {
  const actual = attempt.totals.planningBuffers
  const limit = 10 * Math.max(reference.totals.planningBuffers, before.totals.planningBuffers) + 1000
  return actual <= limit
    ? []
    : [
        {
          message: `Planning alone needs ${counted(actual, 'buffer')}: the work is done while the plan is made, where it is not counted.`,
          actual,
          limit,
        },
      ]
}

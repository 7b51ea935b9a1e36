/** Finds where an attempt's answer differs, over all results and all data. */
import type { EngineError, RowSet } from '../../engine/contract/index.ts'
import { counted } from '../../shared/words.ts'
import type { RowDifference } from '../types.ts'
import { errorText, LESSON_DATA, type Comparison } from './answers.ts'
import { compareResults, type RowRule } from './compare.ts'

export interface AnswerRule extends RowRule {
  /** Which results count: all, one by one, or only the last. */
  readonly results: 'each' | 'last'
}

/** The results that count, of results or of what stands for them. */
export const chosen = <T>(results: readonly T[], rule: Pick<AnswerRule, 'results'>): readonly T[] =>
  rule.results === 'last' ? results.slice(-1) : results

/** A stated order holds for the results that have its columns. */
export const ruleFor = (rule: AnswerRule, set: RowSet): RowRule =>
  typeof rule.order === 'string' ||
  rule.order.every((name) => set.columns.some((column) => column.name === name))
    ? rule
    : { ...rule, order: 'any' }

const note = (data: string, text: string): RowDifference => ({
  data,
  columns: [],
  missing: [],
  extra: [],
  note: text,
})

const failing = (error: EngineError) =>
  'span' in error && error.span.pane === 'changes' ? 'The changes fail' : 'The request fails'

/** The first difference in one comparison, of the results or of the state. */
export function differenceIn(
  comparison: Comparison,
  part: 'results' | 'state',
  rule: AnswerRule,
): RowDifference | null {
  const { data, actual } = comparison
  if (actual.error) return note(data, `${failing(actual.error)} there: ${errorText(actual.error)}`)
  const expected = chosen(comparison.expected[part], rule)
  const own = chosen(actual[part], rule)
  if (own.length !== expected.length)
    return note(
      data,
      `The request gives ${counted(own.length, 'result')}, the answer is ${expected.length === 1 ? 'one' : expected.length}: ${expected
        .map((set) => set.columns.map((column) => column.name).join(', '))
        .join(' / ')}.`,
    )
  const candidates = chosen(comparison.candidates?.[part] ?? [], rule)
  for (const [index, set] of expected.entries()) {
    const found = compareResults(set, own[index] as RowSet, ruleFor(rule, set), candidates[index])
    if (found) return { data, ...found }
  }
  return null
}

/** `on the lesson’s data`, `on changed data (duplicated rows)`. */
export const onData = (data: string): string =>
  data === LESSON_DATA ? `on ${data}` : `on changed data (${data})`

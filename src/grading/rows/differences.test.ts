import { describe, expect, test } from 'vitest'
import type { EngineError, RowSet, SourceSpan } from '../../engine/contract/index.ts'
import { measurement, rowSet, task } from '../testing/fixtures.ts'
import { comparisons, errorText, LESSON_DATA, type Answer, type Comparison } from './answers.ts'
import { differenceIn, onData, type AnswerRule } from './differences.ts'

const RULE: AnswerRule = { order: 'any', columns: 'exact', results: 'each' }
const ids = (...values: readonly string[]) =>
  rowSet(
    ['id int8'],
    values.map((value) => [value]),
  )
const answer = (results: readonly RowSet[], state: readonly RowSet[] = []): Answer => ({ results, state })
const comparison = (expected: Answer, actual: Answer, candidates?: Answer): Comparison => ({
  data: 'ties',
  expected,
  actual,
  candidates,
})
const error = (pane: SourceSpan['pane']): EngineError => ({
  kind: 'postgres',
  span: { pane, start: 0, end: 1 },
  error: { severity: 'ERROR', code: '22012', message: 'division by zero' },
})

describe('the first difference', () => {
  test('none where all results are the same', () => {
    const both = answer([ids('1'), ids('2')])
    expect(differenceIn(comparison(both, both), 'results', RULE)).toBeNull()
  })
  test('carries the data on which it was found', () => {
    const found = differenceIn(
      comparison(answer([ids('1'), ids('2')]), answer([ids('1'), ids('3')])),
      'results',
      RULE,
    )
    expect(found).toEqual({
      data: 'ties',
      columns: ['id'],
      missing: [['2']],
      extra: [['3']],
      note: '`id` is 3 in place of 2.',
    })
  })
  test('results and state are told apart', () => {
    const pair = comparison(answer([ids('1')], [ids('1')]), answer([ids('1')], [ids('2')]))
    expect(differenceIn(pair, 'results', RULE)).toBeNull()
    expect(differenceIn(pair, 'state', RULE)).toMatchObject({ missing: [['1']], extra: [['2']] })
  })
  test('only the last result, where the lesson says so', () => {
    const pair = comparison(answer([ids('1'), ids('2')]), answer([ids('9'), ids('8'), ids('2')]))
    expect(differenceIn(pair, 'results', { ...RULE, results: 'last' })).toBeNull()
    expect(differenceIn(pair, 'results', RULE)).toEqual({
      data: 'ties',
      columns: [],
      missing: [],
      extra: [],
      note: 'The request gives 3 results, the answer is 2: id / id.',
    })
  })
  test('a number of results that is not the answer’s names what the answer has', () => {
    const wanted = rowSet(['id int8', 'name text'], [])
    expect(differenceIn(comparison(answer([wanted]), answer([])), 'results', RULE)?.note).toBe(
      'The request gives 0 results, the answer is one: id, name.',
    )
  })
  test.each([
    ['changes', 'The changes fail there: division by zero'],
    ['query', 'The request fails there: division by zero'],
  ] as const)('an error in the %s', (pane, note) => {
    const failed = { ...answer([]), error: error(pane) }
    expect(differenceIn(comparison(answer([ids('1')]), failed), 'results', RULE)).toEqual({
      data: 'ties',
      columns: [],
      missing: [],
      extra: [],
      note,
    })
  })
  test('an error without a place is the request’s', () => {
    const failed: Answer = { ...answer([]), error: { kind: 'stopped' } }
    expect(differenceIn(comparison(answer([ids('1')]), failed), 'results', RULE)?.note).toBe(
      'The request fails there: it was stopped',
    )
  })
  test('an order holds for the results that have all its columns', () => {
    const one = (rows: string[][]) => rowSet(['id int8', 'at text'], rows)
    const rows = [
      ['1', 'a'],
      ['2', 'b'],
    ]
    const turned = rows.toReversed()
    const pair = comparison(answer([one(rows)]), answer([one(turned)]))
    const under = (...order: string[]) => differenceIn(pair, 'results', { ...RULE, order })
    expect(under('at')?.note).toMatch(/their order is not/)
    expect(under('at', 'elsewhere')).toBeNull()
    expect(under('elsewhere')).toBeNull()
    expect(differenceIn(pair, 'results', { ...RULE, order: 'exact' })?.note).toMatch(/their order is not/)
  })
  test('candidates are those of the same result', () => {
    const tied = (...rows: string[]) =>
      rowSet(
        ['id int8', 'at text'],
        rows.map((id) => [id, 'x']),
      )
    const rule: AnswerRule = { ...RULE, order: ['at'] }
    const pair = (candidates?: Answer) =>
      comparison(answer([ids('1'), tied('1')]), answer([ids('1'), tied('2')]), candidates)
    expect(differenceIn(pair(answer([ids('1'), tied('1', '2')])), 'results', rule)).toBeNull()
    expect(differenceIn(pair(answer([tied('1', '2'), ids('1')])), 'results', rule)).not.toBeNull()
    expect(differenceIn(pair(), 'results', rule)).not.toBeNull()
  })
})

test('the data in a sentence', () => {
  expect(onData(LESSON_DATA)).toBe('on the lesson’s data')
  expect(onData('ties')).toBe('on changed data (ties)')
})

test('every engine error says something', () => {
  expect(errorText(error('query'))).toBe('division by zero')
  expect(errorText({ kind: 'stopped' })).toBe('it was stopped')
  for (const kind of ['crash', 'internal'] as const) expect(errorText({ kind, message: 'why' })).toBe('why')
  expect(errorText({ kind: 'load', reason: 'offline', message: 'why' })).toBe('why')
  expect(errorText({ kind: 'text', span: { pane: 'query', start: 0, end: 1 }, message: 'why' })).toBe('why')
})

describe('what is compared', () => {
  const probe = (name: string, results: readonly RowSet[]) => ({ name, results })
  const context = (reference: object, attempt: object, candidates?: object, state: readonly string[] = []) =>
    comparisons({
      task: task({ state }),
      texts: { changes: '', query: '' },
      syntax: { changes: [], request: [] },
      before: measurement(),
      reference: measurement(reference),
      attempt: measurement(attempt),
      ...(candidates ? { candidates: measurement(candidates) } : {}),
    })

  test('the request’s results and the state on the lesson’s data', () => {
    expect(
      context({ result: ids('1'), state: [ids('2')] }, { result: null, state: [] }, { result: ids('4') }),
    ).toEqual([
      {
        data: LESSON_DATA,
        expected: { results: [ids('1')], state: [ids('2')] },
        actual: { results: [], state: [] },
        candidates: { results: [ids('4')], state: [] },
      },
    ])
    expect(context({}, {})[0]?.candidates).toBeUndefined()
  })
  test('then every probe, its last results being those of the state queries', () => {
    const probes = [probe('a', [ids('1'), ids('2')]), probe('b', [ids('3'), ids('4')])]
    const other = [probe('a', [ids('5'), ids('6')]), probe('b', [ids('7'), ids('8')])]
    const found = context({ probes }, { probes: other }, { probes }, ['SELECT 1'])
    expect(found.slice(1)).toEqual([
      {
        data: 'a',
        expected: { results: [ids('1')], state: [ids('2')] },
        actual: { results: [ids('5')], state: [ids('6')] },
        candidates: { results: [ids('1')], state: [ids('2')] },
      },
      {
        data: 'b',
        expected: { results: [ids('3')], state: [ids('4')] },
        actual: { results: [ids('7')], state: [ids('8')] },
        candidates: { results: [ids('3')], state: [ids('4')] },
      },
    ])
  })
  test('a probe that gave fewer results than there are state queries has none of its own', () => {
    const probes = [probe('a', [ids('1')])]
    const [, found] = context({ probes }, { probes }, undefined, ['SELECT 1', 'SELECT 2'])
    expect(found?.expected).toEqual({ results: [], state: [ids('1')] })
    expect(found?.candidates).toBeUndefined()
  })
  test('a probe under which the solution fails, or that one side lacks, is left out; the attempt’s failure is kept', () => {
    const fine = probe('a', [ids('1')])
    const failed = { ...probe('a', []), error: error('query') }
    const names = (reference: object[], attempt: object[]) =>
      context({ probes: reference }, { probes: attempt }).map(({ data }) => data)
    expect(names([failed], [fine])).toEqual([LESSON_DATA])
    expect(names([fine], [])).toEqual([LESSON_DATA])
    expect(names([fine], [failed])).toEqual([LESSON_DATA, 'a'])
    expect(context({ probes: [fine] }, { probes: [failed] })[1]?.actual.error).toEqual(error('query'))
    expect('error' in (context({ probes: [fine] }, { probes: [fine] })[1]?.actual ?? {})).toBe(false)
  })
})

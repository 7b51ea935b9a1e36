/** Checks that compare rows with the reference solution’s. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { RowSet } from '../../engine/contract/index.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { check, passes } from '../testing/check.ts'
import { measurement, rowSet } from '../testing/fixtures.ts'

beforeAll(() => loadSqlParser())

describe('rows and state', () => {
  const answer = (...ids: string[]): RowSet =>
    rowSet(
      ['id int8'],
      ids.map((id) => [id]),
    )
  const answering = (
    main: RowSet,
    probes: readonly (readonly RowSet[])[] = [],
    state: readonly RowSet[] = [],
  ) =>
    measurement({
      result: main,
      state,
      probes: probes.map((results, at) => ({ name: `probe ${at}`, results })),
    })

  test('a difference is shown with its data', () => {
    const reference = answering(answer('1', '2'), [[answer('1')]])
    expect(passes({ kind: 'rows' }, answering(answer('2', '1'), [[answer('1')]]), { reference })).toBe(true)
    expect(check({ kind: 'rows' }, answering(answer('1'), [[answer('1')]]), { reference })).toMatchObject({
      passed: false,
      difference: { data: 'the lesson’s data', missing: [['2']] },
    })
    expect(
      check({ kind: 'rows' }, answering(answer('1', '2'), [[answer('1', '2')]]), { reference }),
    ).toMatchObject({ passed: false, difference: { data: 'probe 0', extra: [['2']] } })
    expect(
      check({ kind: 'rows' }, answering(answer('1', '2'), [[answer('1', '2')]]), { reference }).message,
    ).toMatch(/changed data \(probe 0\)/)
  })
  test('a request that fails on changed data fails; where the solution fails too, nothing is said', () => {
    const failing = (main: RowSet) => ({
      ...answering(main),
      probes: [{ name: 'nulls', results: [], error: { kind: 'internal', message: 'boom' } as const }],
    })
    const reference = answering(answer('1'), [[answer('1')]])
    expect(check({ kind: 'rows' }, failing(answer('1')), { reference }).message).toMatch(/fails there: boom/)
    expect(
      passes({ kind: 'rows' }, answering(answer('1'), [[answer('9')]]), { reference: failing(answer('1')) }),
    ).toBe(true)
  })
  test('the number of results counts, unless only the last does', () => {
    const two = {
      ...answering(answer('1')),
      statements: [...answering(answer('9')).statements, ...answering(answer('1')).statements],
    }
    const reference = answering(answer('1'))
    expect(check({ kind: 'rows' }, two, { reference }).message).toMatch(/2 results, the answer is one: id/)
    expect(passes({ kind: 'rows', results: 'last' }, two, { reference })).toBe(true)
  })
  test('state queries are compared apart from results, on probes too', () => {
    const given = {
      states: ['SELECT 1'],
      reference: answering(answer('1'), [[answer('1'), answer('5')]], [answer('7')]),
    }
    expect(passes({ kind: 'state' }, answering(answer('1'), [[answer('5')]], [answer('7')]), given)).toBe(
      true,
    )
    expect(
      passes({ kind: 'state' }, answering(answer('1'), [[answer('1'), answer('6')]], [answer('7')]), given),
    ).toBe(false)
    expect(
      passes({ kind: 'state' }, answering(answer('1'), [[answer('1'), answer('5')]], [answer('8')]), given),
    ).toBe(false)
    expect(
      passes({ kind: 'rows' }, answering(answer('1'), [[answer('1'), answer('5')]], [answer('8')]), given),
    ).toBe(true)
  })

  test('what the verdicts say', () => {
    const reference = answering(answer('1', '2'), [[answer('1')], [answer('2')]])
    expect(check({ kind: 'rows' }, reference, { reference })).toEqual({
      title: 'The same rows',
      passed: true,
      message: '2 rows as expected, also with the data changed in 2 ways.',
      actual: 2,
      limit: 2,
    })
    const alone = answering(answer('1'))
    expect(check({ kind: 'rows' }, alone, { reference: alone }).message).toBe('1 row as expected.')
    expect(check({ kind: 'rows', order: 'exact' }, alone, { reference: alone }).title).toBe(
      'The same rows in the same order',
    )
    expect(check({ kind: 'rows', order: ['id', 'at'] }, alone, { reference: alone }).title).toBe(
      'The same rows, ordered by id, at',
    )
    expect(check({ kind: 'rows' }, answering(answer('3')), { reference: alone })).toMatchObject({
      message: 'The answer differs on the lesson’s data: `id` is 3 in place of 1.',
      actual: null,
      limit: null,
    })
    const settled = answering(answer('1'), [[answer('7')]], [answer('7')])
    const given = { states: ['SELECT 1'], reference: settled }
    expect(check({ kind: 'state' }, settled, given)).toEqual({
      title: 'The same final state',
      passed: true,
      message: 'The final state is right, also with the data changed in 1 way.',
      actual: null,
      limit: null,
    })
    const still = answering(answer('1'), [], [answer('7')])
    expect(check({ kind: 'state' }, still, { states: ['SELECT 1'], reference: still }).message).toBe(
      'The final state is right.',
    )
    expect(check({ kind: 'state' }, answering(answer('1'), [], [answer('8')]), given)).toMatchObject({
      passed: false,
      message: 'The final state differs on the lesson’s data: `id` is 8 in place of 7.',
      difference: { extra: [['8']] },
    })
  })
  test('the order of the state’s rows counts where the lesson says so', () => {
    const given = { states: ['SELECT 1'], reference: answering(answer('1'), [], [answer('1', '2')]) }
    const turned = answering(answer('1'), [], [answer('2', '1')])
    expect(passes({ kind: 'state' }, turned, given)).toBe(true)
    expect(passes({ kind: 'state', order: 'exact' }, turned, given)).toBe(false)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { catalog, index, measurement, rowSet, task, totals } from '../fixtures.ts'
import type { Context } from '../check.ts'
import { hardCoded, otherValues, planning, tooManyIndexes } from './answer-rules.ts'

beforeAll(() => loadSqlParser())

const answer = (...ids: string[]): RowSet =>
  rowSet(
    ['id int8'],
    ids.map((id) => [id]),
  )
const probed = (main: RowSet, ...probes: RowSet[]) =>
  measurement({ result: main, probes: probes.map((set, at) => ({ name: `probe ${at}`, results: [set] })) })

const context = (attempt: Measurement, reference: Measurement, more: Partial<Context> = {}): Context => ({
  task: task(),
  texts: { changes: '', query: 'SELECT id FROM message WHERE id = 1' },
  syntax: { changes: [], request: [] },
  before: measurement({ totals: totals({ buffers: 900 }) }),
  reference,
  attempt,
  ...more,
})

describe('hard-coded answers', () => {
  const reference = probed(answer('1', '2'), answer('1'), answer('1', '2'), answer())
  test('never follow the data', () => {
    const stuck = probed(answer('1', '2'), answer('1', '2'), answer('1', '2'), answer('1', '2'))
    expect(hardCoded(context(stuck, reference))[0]?.message).toMatch(/probe 0 and probe 2/)
  })
  test('an answer that finds nothing is only wrong', () => {
    const nothing = probed(answer(), answer(), answer(), answer())
    expect(hardCoded(context(nothing, reference))).toEqual([])
  })
  test('an answer that follows, if wrongly, is not hard-coded', () => {
    expect(hardCoded(context(reference, reference))).toEqual([])
    expect(
      hardCoded(
        context(probed(answer('1', '2'), answer('1', '2'), answer('1', '2'), answer('3')), reference),
      ),
    ).toEqual([])
  })
})

describe('other values', () => {
  const lesson = task({
    variants: [{ '1': '7' }],
    checks: [{ kind: 'rows' }, { kind: 'buffers', max: 'auto' }],
  })
  const varied = (set: RowSet, buffers: number) =>
    measurement({
      totals: totals({ buffers: 20 }),
      variants: [{ totals: totals({ buffers }), results: [set] }],
    })
  const found = (attempt: Measurement, query = 'SELECT id FROM message WHERE id = 1') =>
    otherValues(
      context(attempt, varied(answer('7'), 25), { task: lesson, texts: { changes: '', query } }),
    ).map((each) => each.message)

  test('right and cheap', () => expect(found(varied(answer('7'), 110))).toEqual([]))
  test('right and dear: an index for the one value', () =>
    expect(found(varied(answer('7'), 800))[0]).toMatch(/`7` in place of `1`.*800 buffers, at most 120/))
  test('as dear as the check allows beyond the solution', () => {
    const generous = task({
      variants: [{ '1': '7' }],
      checks: [{ kind: 'rows' }, { kind: 'buffers', max: { times: 5, plus: 0 } }],
    })
    const messages = (buffers: number) =>
      otherValues(context(varied(answer('7'), buffers), varied(answer('7'), 100), { task: generous }))
    expect(messages(500)).toEqual([])
    expect(messages(501)).toHaveLength(1)
  })
  test('wrong', () => expect(found(varied(answer('1'), 25))[0]).toMatch(/answer is wrong/))
  test('wrong for the question itself too: said once, by the check', () => {
    const reference = {
      ...varied(answer('7'), 25),
      ...probed(answer('1')),
      variants: varied(answer('7'), 25).variants,
    }
    const attempt = { ...reference, ...probed(answer('2')), variants: varied(answer('2'), 25).variants }
    expect(otherValues(context(attempt, reference, { task: lesson }))).toEqual([])
    const same = { ...attempt, ...probed(answer('1')), variants: attempt.variants }
    expect(otherValues(context(same, reference, { task: lesson }))).toHaveLength(1)
  })
  test('the literal is not in the request', () =>
    expect(
      found(varied(answer('7'), 25), 'SELECT id FROM message WHERE id = 2 - length(now()::text)')[0],
    ).toMatch(/no longer names `1`/))
  test('a request that writes or controls transactions has no variants', () => {
    const unmeasured = measurement({ variants: [{ totals: totals({ statements: 0 }), results: [] }] })
    expect(found(unmeasured)[0]).toMatch(/does more than read.*`7` in place of `1`/)
  })
  test('the request fails', () => {
    const failing = measurement({
      variants: [{ totals: totals({}), results: [], error: { kind: 'internal', message: 'boom' } }],
    })
    expect(found(failing)[0]).toMatch(/fails: boom/)
  })
})

test('more indexes than the solution and one', () => {
  const having = (count: number) =>
    measurement({
      catalog: {
        before: catalog(),
        after: catalog({
          indexes: Array.from({ length: count }, (_, at) => index(`i${at}`, 'message', [`c${at}`])),
        }),
      },
    })
  expect(tooManyIndexes(context(having(2), having(1)))).toEqual([])
  expect(tooManyIndexes(context(having(3), having(1)))[0]).toMatchObject({ actual: 3, limit: 2 })
  expect(
    tooManyIndexes(
      context(having(3), having(1), { task: task({ checks: [{ kind: 'index-count', max: 5 }] }) }),
    ),
  ).toEqual([])
})

test('an index on a partitioned table counts once', () => {
  const whole = index('archive_i', 'archive', ['sent_at'])
  const parts = [1, 2, 3].map((n) => index(`part_${n}_i`, `part_${n}`, ['sent_at'], { parent: 'archive_i' }))
  const attempt = measurement({
    catalog: { before: catalog(), after: catalog({ indexes: [whole, ...parts] }) },
  })
  expect(tooManyIndexes(context(attempt, measurement()))).toEqual([])
  const loose = measurement({
    catalog: {
      before: catalog(),
      after: catalog({ indexes: parts.map((part) => ({ ...part, parent: null })) }),
    },
  })
  expect(tooManyIndexes(context(loose, measurement()))[0]).toMatchObject({ actual: 3, limit: 1 })
})

test('work done while planning', () => {
  const planned = (planningBuffers: number) => measurement({ totals: totals({ planningBuffers }) })
  expect(planning(context(planned(1200), planned(50)))).toEqual([])
  expect(planning(context(planned(5000), planned(50)))[0]?.message).toMatch(/Planning alone/)
})

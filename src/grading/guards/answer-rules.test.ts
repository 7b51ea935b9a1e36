import { beforeAll, describe, expect, test } from 'vitest'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { catalog, index, measurement, rowSet, task, totals } from '../testing/fixtures.ts'
import type { GradingContext } from '../check.ts'
import { hardCoded, otherValues, planning, tooManyIndexes } from './answer-rules.ts'

beforeAll(() => loadSqlParser())

const answer = (...ids: string[]): RowSet =>
  rowSet(
    ['id int8'],
    ids.map((id) => [id]),
  )
const probed = (main: RowSet, ...probes: RowSet[]) =>
  measurement({ result: main, probes: probes.map((set, at) => ({ name: `probe ${at}`, results: [set] })) })

const context = (
  attempt: Measurement,
  reference: Measurement,
  more: Partial<GradingContext> = {},
): GradingContext => ({
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
  test('data under which the right answer stays the same tells nothing', () => {
    const still = probed(answer('1'), answer('1'))
    expect(hardCoded(context(still, still))).toEqual([])
    expect(hardCoded(context(probed(answer('1')), probed(answer('1'))))).toEqual([])
  })
  test('an answer that fails on changed data is not hard-coded', () => {
    const failing = {
      ...probed(answer('1', '2')),
      probes: [0, 1, 2].map((at) => ({
        name: `probe ${at}`,
        results: [answer('1', '2')],
        error: { kind: 'internal', message: 'boom' } as const,
      })),
    }
    expect(hardCoded(context(failing, reference))).toEqual([])
  })
  test('state counts as well as results; a request without results is no empty answer', () => {
    const writing = (id: string, after: string) => ({
      ...measurement({ result: null, state: [answer(id)] }),
      probes: [{ name: 'rows deleted', results: [answer(after)] }],
    })
    const lesson = task({ state: ['SELECT 1'] })
    expect(hardCoded(context(writing('5', '5'), writing('5', '6'), { task: lesson }))[0]?.message).toMatch(
      /\(rows deleted\)/,
    )
    expect(hardCoded(context(writing('5', '6'), writing('5', '6'), { task: lesson }))).toEqual([])
    const emptied = { ...writing('5', '5'), state: [answer()], probes: [{ name: 'x', results: [answer()] }] }
    expect(hardCoded(context(emptied, writing('5', '6'), { task: lesson }))).toHaveLength(1)
  })
  test('where the right answer is empty, an empty one may be hard-coded', () => {
    const none = probed(answer(), answer())
    expect(hardCoded(context(none, probed(answer(), answer('1'))))).toHaveLength(1)
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
  test('the limits: the check’s own, or twice what the solution needs there and ten', () => {
    const at = (buffers: number, solution: number) =>
      otherValues(context(varied(answer('7'), buffers), varied(answer('7'), solution), { task: lesson }))
    expect(at(130, 60)).toEqual([])
    expect(at(131, 60)[0]).toMatchObject({ actual: 131, limit: 130 })
  })
  test('only a check of buffers sets a price, and where the question itself is over it, it says so alone', () => {
    const free = task({ variants: [{ '1': '7' }], checks: [{ kind: 'rows' }] })
    const solved = varied(answer('7'), 25)
    expect(otherValues(context(varied(answer('7'), 90_000), solved, { task: free }))).toEqual([])
    const dear = (own: number) => ({ ...varied(answer('7'), 90_000), totals: totals({ buffers: own }) })
    expect(otherValues(context(dear(120), solved, { task: lesson }))).toHaveLength(1)
    expect(otherValues(context(dear(121), solved, { task: lesson }))).toEqual([])
  })
  test('a variant that the solution does not measure, or fails under, says nothing', () => {
    const attempt = varied(answer('1'), 90_000)
    const solving = (...variants: Measurement['variants'][number][]) =>
      otherValues(context(attempt, measurement({ variants }), { task: lesson }))
    expect(solving()).toEqual([])
    expect(solving({ totals: totals({}), results: [] })).toEqual([])
    expect(
      solving({
        totals: totals({ buffers: 9 }),
        results: [answer('7')],
        error: { kind: 'internal', message: 'boom' },
      }),
    ).toEqual([])
    expect(solving({ totals: totals({ buffers: 9 }), results: [answer('7')] })).toHaveLength(1)
    expect(solving({ totals: totals({}), results: [answer('7')] })).toHaveLength(1)
  })
  test('an attempt that was not measured under it says nothing either', () => {
    expect(found(measurement())).toEqual([])
  })
  test('a solution without results is compared by its price alone', () => {
    const silent = (buffers: number) =>
      measurement({
        totals: totals({ buffers: 20 }),
        variants: [{ totals: totals({ buffers, statements: 0 }), results: [] }],
      })
    expect(otherValues(context(silent(25), silent(25), { task: lesson }))).toEqual([])
    expect(otherValues(context(silent(900), silent(25), { task: lesson }))).toHaveLength(1)
  })
  test('an empty answer of statements that ran is an answer', () => {
    const nothing = measurement({ variants: [{ totals: totals({ statements: 1 }), results: [] }] })
    expect(found(nothing)[0]).toMatch(/answer is wrong.*0 results/)
  })
  test('rows are compared as the check compares them', () => {
    const rows = (columns: string[], ...ids: string[]) =>
      rowSet(
        columns,
        ids.map((id) => columns.map(() => id)),
      )
    const compared = (check: object, mine: RowSet[], theirs: RowSet[], candidates?: RowSet[]) => {
      const measured = (results: RowSet[]) =>
        measurement({ variants: [{ totals: totals({ buffers: 1 }), results }] })
      return otherValues(
        context(measured(mine), measured(theirs), {
          task: task({
            variants: [{ '1': '7' }],
            checks: [
              { kind: 'wal', max: 1 },
              { kind: 'rows', ...check },
            ],
          }),
          ...(candidates ? { candidates: measured(candidates) } : {}),
        }),
      ).length
    }
    const one = rows(['id int8'], '1', '2')
    const turned = rows(['id int8'], '2', '1')
    expect(compared({}, [turned], [one])).toBe(0)
    expect(compared({ order: 'exact' }, [turned], [one])).toBe(1)
    expect(compared({ order: ['id'] }, [turned], [one])).toBe(1)
    const wide = rows(['id int8', 'n text'], '1', '2')
    expect(compared({}, [wide], [one])).toBe(1)
    expect(compared({ columns: 'at-least' }, [wide], [one])).toBe(0)
    expect(compared({}, [turned, one], [one])).toBe(1)
    expect(compared({ results: 'last' }, [turned, one], [one])).toBe(0)
    const tie = (id: string) => rowSet(['id int8', 'at text'], [[id, 'x']])
    const both = rowSet(
      ['id int8', 'at text'],
      [
        ['1', 'x'],
        ['2', 'x'],
      ],
    )
    expect(compared({ order: ['at'] }, [tie('2')], [tie('1')])).toBe(1)
    expect(compared({ order: ['at'] }, [tie('2')], [tie('1')], [both])).toBe(0)
  })
  test('wrong rows are shown', () => {
    const [violation] = otherValues(
      context(varied(answer('8'), 25), varied(answer('7'), 25), { task: lesson }),
    )
    expect(violation?.message).toMatch(/^With `7` in place of `1` the answer is wrong: `id` is 8/)
    expect(violation?.difference).toMatchObject({ missing: [['7']], extra: [['8']] })
  })
  test('every literal is named', () => {
    const two = task({ variants: [{ '1': '7', '2': '8' }], checks: [{ kind: 'rows' }] })
    const message = (query: string) =>
      otherValues(
        context(varied(answer('8'), 25), varied(answer('7'), 25), {
          task: two,
          texts: { changes: '', query },
        }),
      )[0]?.message
    expect(message('SELECT 1')).toMatch(/`7` in place of `1` and `8` in place of `2`/)
    expect(message('SELECT 3')).toMatch(/no longer names `1` and `2`/)
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
  expect(tooManyIndexes(context(having(3), having(1)))[0]?.message).toMatch(
    /^3 new indexes \(`i0`, `i1` and `i2`\), at most 2: /,
  )
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

test('work done while planning: ten times the larger of solution and baseline, and a thousand', () => {
  const planned = (planningBuffers: number) => measurement({ totals: totals({ planningBuffers }) })
  const found = (own: number, solution: number, baseline: number) =>
    planning(context(planned(own), planned(solution), { before: planned(baseline) }))
  expect(found(1500, 50, 0)).toEqual([])
  expect(found(1500, 0, 50)).toEqual([])
  expect(found(1501, 50, 20)[0]).toMatchObject({ actual: 1501, limit: 1500 })
  expect(found(1501, 50, 20)[0]?.message).toMatch(/^Planning alone needs 1,501 buffers/)
})

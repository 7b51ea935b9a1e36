import { describe, expect, test } from 'vitest'
import { measurement, task, totals } from '../testing/fixtures.ts'
import { cheapUntilWritten } from './sentinel-rules.ts'

/** Buffers on the lesson's own data, then under each probe; undefined where there are no figures. */
const costing = (own: number, ...probes: (number | undefined)[]) =>
  measurement({
    totals: totals({ buffers: own, rowsRead: 10 * own, rowsProcessed: 20 * own }),
    probes: probes.map((buffers, at) => ({
      name: `probe ${at}`,
      results: [],
      ...(buffers === undefined
        ? {}
        : { totals: totals({ buffers, rowsRead: 10 * buffers, rowsProcessed: 20 * buffers }) }),
    })),
  })

const found = (
  attempt: readonly (number | undefined)[],
  reference: readonly (number | undefined)[] = [20, 22, 25],
  checks = [{ kind: 'rows' }, { kind: 'buffers', max: { times: 2, plus: 0 } }],
  slow = 150,
) => {
  const [own = 0, ...probes] = attempt
  const [best = 0, ...others] = reference
  return cheapUntilWritten({
    task: task({ checks }),
    texts: { changes: '', query: '' },
    syntax: { changes: [], request: [] },
    before: costing(slow),
    reference: costing(best, ...others),
    attempt: costing(own, ...probes),
  })
}

describe('what a request costs on changed data', () => {
  test('may be a few times what the solution costs there', () => {
    expect(found([20, 22, 25])).toEqual([])
    expect(found([40, 78, 105])).toEqual([])
  })
  test('may be more than that where it is far from what the slow request costs', () => {
    expect(found([20, 400, 25], undefined, undefined, 1000)).toEqual([])
    expect(found([20, 700, 25], undefined, undefined, 1000)).toMatchObject([{ limit: 600 }])
  })
  test('is not what the slow request costs', () => {
    expect(found([0, 22, 1000])).toMatchObject([{ actual: 1000, limit: 105 }])
    expect(found([0, 22, 1000])[0]?.message).toMatch(
      /^With the data changed \(probe 1\) the request needs 1,000 buffers, at most 105/,
    )
  })
  test('may be blocks alone: an Index Only Scan visits the table for rows just written', () => {
    const fresh = costing(20, 22, 1000)
    const probes = fresh.probes.map((probe) => ({
      ...probe,
      totals: totals({ ...probe.totals, rowsProcessed: 500 }),
    }))
    const attempt = { ...fresh, probes }
    const reference = costing(20, 22, 25)
    const given = {
      task: task({ checks: [{ kind: 'rows' }, { kind: 'buffers', max: { times: 2, plus: 0 } }] }),
      texts: { changes: '', query: '' },
      syntax: { changes: [], request: [] },
      before: costing(150),
      reference,
    }
    expect(cheapUntilWritten({ ...given, attempt })).toEqual([])
    expect(cheapUntilWritten({ ...given, attempt: fresh })).toHaveLength(1)
  })
  test('counts in rows read, too, and not where the lesson limits nothing', () => {
    expect(found([0, 22, 1000], undefined, [{ kind: 'rows-read', max: { times: 2, plus: 0 } }])).toHaveLength(
      1,
    )
    expect(found([0, 22, 1000], undefined, [{ kind: 'rows' }])).toEqual([])
  })
  test('tells nothing where the solution is as dear there, where nothing was measured, or on the lesson’s own data', () => {
    expect(found([20, 900, 25], [20, 300, 25])).toEqual([])
    expect(found([20, undefined, 25])).toEqual([])
    expect(found([20, 900, 25], [20, undefined, 25])).toEqual([])
    // That check says it already.
    expect(found([500, 1000, 1000])).toEqual([])
  })
})

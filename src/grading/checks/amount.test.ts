/** Checks that compare a figure of the request with a limit: what is counted, and what is said of it. */
import { describe, expect, test } from 'vitest'
import type { Measurement, Totals } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { context, measurement, totals, type MeasurementFixture } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

const having = (figures: Partial<Totals>, more: MeasurementFixture = {}) =>
  measurement({ ...more, totals: totals(figures) })

const evaluate = (spec: CheckSpec, attempt: Measurement, before = measurement(), reference = measurement()) =>
  evaluateCheck(spec, context(attempt, { before, reference }))

/** A plan with figures of its own on each node. */
const plan = (fields: object, below: readonly object[] = []) => ({
  Plan: {
    'Node Type': 'Nested Loop',
    'Plan Rows': 1,
    'Actual Rows': 1,
    'Actual Loops': 1,
    ...fields,
    Plans: below.map((each) => ({
      'Node Type': 'Seq Scan',
      'Plan Rows': 1,
      'Actual Rows': 1,
      'Actual Loops': 1,
      ...each,
    })),
  },
})

test.each<[string, Partial<Totals>, string]>([
  ['buffers', { buffers: 1 }, '1 buffer; the baseline has 7.'],
  ['rows-read', { rowsRead: 1 }, '1 row read; the baseline has 7.'],
  ['rows-returned', { rowsReturned: 1 }, '1 row returned; the baseline has 7.'],
  ['wal', { walBytes: 1 }, '1 byte of WAL; the baseline has 7.'],
])('%s: the figure and the baseline’s', (kind, figures, message) => {
  const figure = Object.keys(figures)[0] as keyof Totals
  const before = having({ [figure]: 7 })
  expect(evaluate({ kind, max: 1 }, having(figures), before)).toMatchObject({
    passed: true,
    message,
    actual: 1,
    limit: 1,
  })
  const dear = evaluate({ kind, max: 1 }, having({ [figure]: 2345 }), before)
  expect(dear).toMatchObject({ passed: false, actual: 2345, limit: 1 })
  expect(dear.title).toMatch(/^At most 1 /)
  expect(dear.message).toMatch(/^2,345 \w+.*; the baseline has 7\. \w+/)
})

test.each([
  ['buffers', 'buffers', 10],
  ['rows-read', 'rowsRead', 10],
  ['rows-returned', 'rowsReturned', 0],
  ['wal', 'walBytes', 1024],
] as const)('%s: `auto` is twice the solution’s and %s more', (kind, figure, slack) => {
  expect(
    evaluate({ kind, max: 'auto' }, having({}), having({ [figure]: 60 }), having({ [figure]: 30 })).limit,
  ).toBe(60 + slack)
})

describe('the node to look at', () => {
  const heavy = having(
    { buffers: 100, rowsRead: 900 },
    {
      plan: plan({ 'Shared Hit Blocks': 100 }, [
        { 'Relation Name': 'small', 'Shared Hit Blocks': 20, 'Actual Rows': 800 },
        { 'Relation Name': 'large', 'Shared Hit Blocks': 70, 'Actual Rows': 100 },
      ]),
    },
  )
  test('has the most of the figure by itself', () => {
    expect(evaluate({ kind: 'buffers', max: 1 }, heavy).message).toMatch(
      /Seq Scan on large alone touches 70 of them/,
    )
    expect(evaluate({ kind: 'rows-read', max: 1 }, heavy).message).toMatch(
      /Seq Scan on small alone reads 800 of them/,
    )
  })
  test('counts every execution of its statement', () => {
    const [once] = heavy.statements
    const [often] = having(
      {},
      { plan: plan({ 'Shared Hit Blocks': 30 }, [{ 'Relation Name': 'looped', 'Shared Hit Blocks': 30 }]) },
    ).statements
    if (!once || !often) throw new Error('The fixture has a statement.')
    const both = { ...heavy, statements: [once, { ...often, executions: 50 }] }
    expect(evaluate({ kind: 'buffers', max: 1 }, both).message).toMatch(
      /Seq Scan on looped alone touches up to 30 of them in each of 50 executions/,
    )
  })
  test('is not named where no node has any', () => {
    const without = having({ buffers: 2, rowsRead: 2 }, { plan: plan({ 'Actual Rows': 0 }) })
    expect(evaluate({ kind: 'buffers', max: 1 }, without).message).not.toMatch(/alone/)
    expect(evaluate({ kind: 'rows-read', max: 1 }, without).message).not.toMatch(/alone/)
  })
})

test('peak: the widest node of any plan', () => {
  const [statement] = measurement().statements
  if (!statement) throw new Error('The fixture has a statement.')
  const plans = [
    plan({}, [{ 'Actual Rows': 5 }]),
    plan({}, [{ 'Actual Rows': 30 }, { 'Actual Rows': 7 }]),
    null,
  ]
  const attempt = { ...measurement(), statements: plans.map((each) => ({ ...statement, plan: each })) }
  expect(evaluate({ kind: 'peak', max: 29 }, attempt)).toMatchObject({
    title: 'At most 29 rows at the widest node',
    passed: false,
    actual: 30,
    limit: 29,
  })
  expect(evaluate({ kind: 'peak', max: 30 }, attempt).message).toBe(
    '30 rows at the widest node; the baseline has 0.',
  )
  expect(evaluate({ kind: 'peak', max: 'auto' }, attempt, measurement(), attempt).limit).toBe(70)
})

test('no-spill: temporary blocks', () => {
  expect(evaluate({ kind: 'no-spill' }, having({ tempBlocks: 0 }))).toMatchObject({
    title: 'No temporary files',
    passed: true,
    message: '0 temporary blocks.',
    actual: 0,
    limit: 0,
  })
  expect(evaluate({ kind: 'no-spill', max: 4 }, having({ tempBlocks: 4 })).passed).toBe(true)
  const spilled = evaluate({ kind: 'no-spill', max: 4 }, having({ tempBlocks: 5 }))
  expect(spilled).toMatchObject({ title: 'At most 4 temporary blocks', passed: false, actual: 5, limit: 4 })
  expect(spilled.message).toMatch(/^5 temporary blocks .*work_mem/)
})

test('statements: too many, or fewer than the task takes', () => {
  const before = having({ statements: 41 })
  const sent = (statements: number, min = 0) =>
    evaluate({ kind: 'statements', max: 3, min }, having({ statements }), before)
  expect(sent(3)).toMatchObject({
    title: 'At most 3 statements',
    passed: true,
    message: '3 statements sent; the baseline sends 41.',
    actual: 3,
    limit: 3,
  })
  expect(sent(1, 1).passed).toBe(true)
  expect(sent(4)).toMatchObject({ passed: false, actual: 4 })
  expect(sent(4).message).toMatch(/round trip/)
  expect(sent(1, 2)).toMatchObject({ passed: false, actual: 1 })
  expect(sent(1, 2).message).toMatch(/at least 2/)
})

import { expect, test } from 'vitest'
import type { Measurement } from '../../engine/contract/index.ts'
import { measurement, task, totals } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

const scan = (planned: number, actual: number) => ({
  Plan: {
    'Node Type': 'Seq Scan',
    'Relation Name': 'message',
    'Plan Rows': planned,
    'Actual Rows': actual,
    'Actual Loops': 1,
  },
})

const measured = (own: unknown, ...variants: unknown[]): Measurement =>
  measurement({
    plan: own,
    variants: variants.map((plan) => ({ totals: totals({}), results: [], plans: [plan] })),
  })

const estimate = (attempt: Measurement, reference: Measurement) =>
  evaluateCheck(
    { kind: 'estimate', on: 'message', factor: 5 },
    {
      task: task({ variants: [{ sent: 'queued' }, { sent: 'failed' }] }),
      texts: { changes: '', query: '' },
      syntax: { changes: [], request: [] },
      before: measurement(),
      reference,
      attempt,
    },
  )

const solved = measured(scan(900, 900), scan(90, 100), scan(300, 3))

test('a guess that fits the question’s value and no other is not a good estimate', () => {
  const verdict = estimate(measured(scan(500, 900), scan(500, 100), scan(500, 3)), solved)
  expect(verdict).toMatchObject({ passed: true, actual: 1.8 })
  const guess = estimate(measured(scan(500, 900), scan(501, 100), scan(500, 3)), solved)
  expect(guess).toMatchObject({ passed: false, actual: 5, limit: 5 })
  expect(guess.message).toMatch(/`queued` in place of `sent`.*501 rows estimated, 100 found/)
})

test('variants that the solution’s own statistics do not cover say nothing', () => {
  expect(estimate(measured(scan(900, 900), scan(100, 100), scan(900, 3)), solved).passed).toBe(true)
})

test('variants that were not measured say nothing', () => {
  expect(estimate(measured(scan(900, 900)), solved).passed).toBe(true)
  expect(estimate(measured(scan(900, 900), scan(900, 1)), measured(scan(900, 900))).passed).toBe(true)
})

test('a scan without the conditions proves nothing', () => {
  const verdict = estimate(measured(scan(9000, 9000)), solved)
  expect(verdict).toMatchObject({ passed: false })
  expect(verdict.message).toMatch(/returns 9,000 rows, the solution’s 900/)
})

test('nor does one that happens to return hardly more rows for the question’s value', () => {
  const verdict = estimate(measured(scan(1000, 1000), scan(1000, 1000)), solved)
  expect(verdict).toMatchObject({ passed: false })
  expect(verdict.message).toMatch(/`queued` in place of `sent`.*returns 1,000 rows, the solution’s 100/)
})

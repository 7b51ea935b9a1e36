/** Parameters of checks, and checks of single figures and nodes. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { validateCheck } from '../registry.ts'
import { check, passes } from '../testing/check.ts'
import { measurement, totals } from '../testing/fixtures.ts'

beforeAll(() => loadSqlParser())

const withTotals = (figures: Parameters<typeof totals>[0]) => measurement({ totals: totals(figures) })

test('parameters are validated with the kind and the key named', () => {
  const problem = (spec: CheckSpec) => {
    const result = validateCheck(spec)
    return result.ok ? null : result.error
  }
  expect(problem({ kind: 'buffers', max: 'auto' })).toBeNull()
  expect(problem({ kind: 'buffers' })).toMatch(/give `max`, `ratio` or both/)
  expect(problem({ kind: 'buffers', max: 5, least: 3 })).toMatch(/buffers.*least/)
  expect(problem({ kind: 'bufers', max: 5 })).toMatch(/no check `bufers`; there are rows/)
  expect(problem({ kind: 'node' })).toMatch(/either/)
  expect(problem({ kind: 'index', table: 't', keys: [] })).toMatch(/keys/)
})

test('amounts: within the limit, with the number behind it', () => {
  const given = { before: withTotals({ buffers: 900 }), reference: withTotals({ buffers: 20 }) }
  expect(check({ kind: 'buffers', max: 'auto' }, withTotals({ buffers: 120 }), given)).toMatchObject({
    passed: true,
    actual: 120,
    limit: 120,
  })
  expect(check({ kind: 'buffers', max: 'auto' }, withTotals({ buffers: 121 }), given)).toMatchObject({
    passed: false,
    actual: 121,
    limit: 120,
  })
  expect(passes({ kind: 'buffers', ratio: 10 }, withTotals({ buffers: 90 }), given)).toBe(true)
  expect(passes({ kind: 'buffers', ratio: 10 }, withTotals({ buffers: 91 }), given)).toBe(false)
  expect(passes({ kind: 'rows-read', max: 5 }, withTotals({ rowsRead: 6 }))).toBe(false)
  expect(
    passes({ kind: 'rows-returned', max: { times: 1 } }, withTotals({ rowsReturned: 11 }), {
      reference: withTotals({ rowsReturned: 10 }),
    }),
  ).toBe(false)
  expect(passes({ kind: 'wal', max: 100 }, withTotals({ walBytes: 101 }))).toBe(false)
  expect(passes({ kind: 'statements', max: 1 }, withTotals({ statements: 2 }))).toBe(false)
  expect(passes({ kind: 'statements', max: 32, min: 30 }, withTotals({ statements: 31 }))).toBe(true)
  expect(passes({ kind: 'statements', max: 32, min: 30 }, withTotals({ statements: 3 }))).toBe(false)
  expect(passes({ kind: 'no-spill' }, withTotals({ tempBlocks: 1 }))).toBe(false)
  expect(passes({ kind: 'no-spill' }, withTotals({ tempBlocks: 0 }))).toBe(true)
})

const scan = (fields: object) =>
  measurement({
    plan: {
      Plan: {
        'Node Type': 'Limit',
        'Plan Rows': 1,
        'Actual Rows': 1,
        'Actual Loops': 1,
        Plans: [
          {
            'Node Type': 'Seq Scan',
            'Relation Name': 'message',
            'Plan Rows': 100,
            'Actual Rows': 1000,
            'Actual Loops': 3,
            ...fields,
          },
        ],
      },
    },
  })

describe('plans', () => {
  test('node', () => {
    expect(passes({ kind: 'node', absent: 'Seq Scan' }, scan({}))).toBe(false)
    expect(passes({ kind: 'node', absent: 'Seq Scan', on: 'other' }, scan({}))).toBe(true)
    expect(passes({ kind: 'node', absent: 'Seq Scan' }, scan({ 'Actual Loops': 0 }))).toBe(true)
    expect(passes({ kind: 'node', present: ['Index Scan', 'Seq Scan'], on: 'message' }, scan({}))).toBe(true)
    expect(check({ kind: 'node', present: 'Index Scan' }, scan({})).message).toMatch(/Seq Scan on message/)
  })
  test('estimate', () => {
    expect(check({ kind: 'estimate', factor: 5, on: 'message' }, scan({}))).toMatchObject({
      passed: false,
      actual: 10,
    })
    expect(passes({ kind: 'estimate', factor: 10, node: 'Seq Scan' }, scan({}))).toBe(true)
    expect(passes({ kind: 'estimate', factor: 2 }, scan({}))).toBe(true)
    expect(passes({ kind: 'estimate', factor: 2, node: 'Hash Join' }, scan({}))).toBe(false)
    const hidden = { 'Node Type': 'Aggregate', 'Plan Rows': 1, 'Actual Rows': 1, 'Actual Loops': 1 }
    const scanBelow = { 'Node Type': 'Subquery Scan', 'Plan Rows': 3, 'Actual Rows': 300, 'Actual Loops': 1 }
    const moved = scan({ ...hidden, 'Relation Name': undefined, Plans: [scanBelow] })
    expect(passes({ kind: 'estimate', factor: 5 }, moved)).toBe(true)
    expect(check({ kind: 'estimate', factor: 5, anywhere: true }, moved)).toMatchObject({
      passed: false,
      actual: 100,
    })
    expect(passes({ kind: 'estimate', factor: 101, anywhere: true }, moved)).toBe(true)
    expect(passes({ kind: 'estimate', factor: 5, on: 'message' }, scan({ 'Plan Rows': 100_000 }))).toBe(false)
  })
  test('peak counts the widest node over its loops', () => {
    expect(check({ kind: 'peak', max: 2999 }, scan({}))).toMatchObject({ passed: false, actual: 3000 })
  })
  test('heap fetches need an Index Only Scan', () => {
    expect(check({ kind: 'heap-fetches' }, scan({})).message).toMatch(/every column/)
    expect(
      check({ kind: 'heap-fetches' }, scan({}), { before: scan({ 'Node Type': 'Index Only Scan' }) }),
    ).toMatchObject({ passed: false, message: expect.stringMatching(/no longer.*all-visible/) as string })
    expect(
      passes({ kind: 'heap-fetches' }, scan({ 'Node Type': 'Index Only Scan', 'Heap Fetches': 0 })),
    ).toBe(true)
    expect(
      check({ kind: 'heap-fetches' }, scan({ 'Node Type': 'Index Only Scan', 'Heap Fetches': 7 })).message,
    ).toMatch(/VACUUM/)
  })
})

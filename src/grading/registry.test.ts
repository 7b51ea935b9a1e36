import { describe, expect, test } from 'vitest'
import type { CheckSpec } from '../shared/check-spec.ts'
import { context, measurement, totals } from './testing/fixtures.ts'
import { checkKinds, evaluateCheck, validateCheck } from './registry.ts'

const problem = (spec: CheckSpec) => {
  const result = validateCheck(spec)
  return result.ok ? null : result.error
}

test('every kind is there, once', () => {
  expect([...checkKinds()].sort()).toEqual([
    'blocking',
    'buffers',
    'constraint',
    'errors',
    'estimate',
    'heap-fetches',
    'hot-updates',
    'index',
    'index-count',
    'index-size',
    'no-rewrite',
    'no-spill',
    'node',
    'peak',
    'relation-size',
    'rows',
    'rows-read',
    'rows-returned',
    'state',
    'statements',
    'statistics',
    'wal',
  ])
})

describe('parameters', () => {
  test('every problem is named with its key', () => {
    expect(problem({ kind: 'errors', max: -1, code: 'nonsense' })).toMatch(/^check `errors`: max: .*; code: /)
    expect(problem({ kind: 'node' })).toMatch(/^check `node`: parameters: give either/)
    expect(problem({ kind: 'rows', order: [] })).toMatch(/^check `rows`: order: /)
  })
  test('an unknown kind is told with those there are', () => {
    expect(problem({ kind: 'speed' })).toMatch(/^there is no check `speed`; there are rows, state, /)
  })
  test.each<CheckSpec>([
    { kind: 'rows' },
    { kind: 'rows', order: ['a'], columns: 'at-least', results: 'last' },
    { kind: 'buffers', max: { scales: { '0.5': 60, '1': 90 } } },
    { kind: 'buffers', max: { times: 1.5 } },
    { kind: 'estimate', factor: 1.5, anywhere: true },
    { kind: 'errors', code: '23505' },
    { kind: 'index', table: 't', keys: [['a', 'b'], 'c'] },
  ])('%j', (spec) => {
    expect(problem(spec)).toBeNull()
  })
  test.each<CheckSpec>([
    { kind: 'rows', order: 'some' },
    { kind: 'buffers', max: -1 },
    { kind: 'buffers', ratio: 1 },
    { kind: 'buffers', max: { scales: { half: 60 } } },
    { kind: 'buffers', max: { scales: { '1x': 60 } } },
    { kind: 'buffers', max: { times: 0 } },
    { kind: 'buffers', max: { times: 1, minus: 2 } },
    { kind: 'estimate', factor: 1 },
    { kind: 'errors', code: '2350' },
    { kind: 'errors', code: '235050' },
    { kind: 'errors', code: 'x23505' },
    { kind: 'errors', max: 0.5 },
    { kind: 'hot-updates', table: 't', share: 1.1 },
    { kind: 'hot-updates', table: 't', share: -0.1 },
    { kind: 'index', table: 't', keys: [['a'], 'c'] },
    { kind: 'index-count', max: -1 },
    { kind: 'no-spill', max: 1.5 },
    { kind: 'node', present: [] },
    { kind: 'node', present: 'Sort', absent: 'Hash' },
    { kind: 'statements', max: 0 },
    { kind: 'statistics', table: 't', on: [] },
    { kind: 'constraint', table: 't', type: 'key' },
  ])('not %j', (spec) => {
    expect(problem(spec)).not.toBeNull()
  })
})

test('a check is evaluated by its parameters; an unknown one throws', () => {
  const attempt = measurement({ totals: totals({ buffers: 41 }) })
  expect(evaluateCheck({ kind: 'buffers', max: 40 }, context(attempt))).toMatchObject({
    passed: false,
    actual: 41,
    limit: 40,
  })
  expect(() => evaluateCheck({ kind: 'speed' }, context(attempt))).toThrow('There is no check speed.')
  expect(() => evaluateCheck({ kind: 'buffers', max: 'low' }, context(attempt))).toThrow()
})

/** Checks that look at single nodes of the plan: `node`, `estimate`, `heap-fetches`. */
import { describe, expect, test } from 'vitest'
import type { Measurement } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { context, measurement } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

const node = (type: string, fields: object = {}, ...below: readonly object[]) => ({
  'Node Type': type,
  'Plan Rows': 1,
  'Actual Rows': 1,
  'Actual Loops': 1,
  ...fields,
  ...(below.length > 0 ? { Plans: below } : {}),
})

const planned = (root: object) => measurement({ plan: { Plan: root } })

const evaluate = (spec: CheckSpec, attempt: Measurement, given: Parameters<typeof context>[1] = {}) =>
  evaluateCheck(spec, context(attempt, given))

describe('node', () => {
  const attempt = planned(
    node(
      'Nested Loop',
      {},
      node('Seq Scan', { 'Relation Name': 'message' }),
      node('Index Scan', { 'Relation Name': 'member', 'Index Name': 'member_pk' }),
      node('Bitmap Heap Scan', { 'Relation Name': 'idle', 'Actual Loops': 0 }),
    ),
  )
  test('present: it, or one of several', () => {
    expect(evaluate({ kind: 'node', present: 'Seq Scan' }, attempt)).toEqual({
      title: 'Seq Scan',
      passed: true,
      message: 'The plan has a Seq Scan on message.',
      actual: 'Seq Scan on message',
      limit: 'Seq Scan',
    })
    expect(evaluate({ kind: 'node', present: ['Hash Join', 'Index Scan'] }, attempt)).toMatchObject({
      title: 'Hash Join or Index Scan',
      passed: true,
      actual: 'Index Scan using member_pk on member',
      limit: 'Hash Join or Index Scan',
    })
    expect(evaluate({ kind: 'node', present: ['Hash Join', 'Sort'], on: 'message' }, attempt)).toEqual({
      title: 'Hash Join or Sort on message',
      passed: false,
      message:
        'The plan has no Hash Join or Sort on message; it reads by Seq Scan on message, Index Scan using member_pk on member and Bitmap Heap Scan on idle.',
      actual: 'Seq Scan on message, Index Scan using member_pk on member and Bitmap Heap Scan on idle',
      limit: 'Hash Join or Sort',
    })
    expect(evaluate({ kind: 'node', present: 'Sort' }, planned(node('Result'))).message).toMatch(
      /reads by no scan at all/,
    )
  })
  test('on a relation or an index', () => {
    const on = (name: string) => evaluate({ kind: 'node', present: 'Index Scan', on: name }, attempt).passed
    expect(on('member')).toBe(true)
    expect(on('member_pk')).toBe(true)
    expect(on('message')).toBe(false)
  })
  test('absent', () => {
    expect(evaluate({ kind: 'node', absent: ['Sort', 'Hash'] }, attempt)).toMatchObject({
      title: 'No Sort and Hash',
      passed: true,
      message: 'The plan has no Sort or Hash.',
    })
    expect(evaluate({ kind: 'node', absent: 'Seq Scan', on: 'message' }, attempt)).toMatchObject({
      title: 'No Seq Scan on message',
      passed: false,
      message: 'The plan has a Seq Scan on message: find a way around it.',
    })
  })
  test('nodes that never ran count only where the lesson says so', () => {
    const idle = { kind: 'node', present: 'Bitmap Heap Scan' }
    expect(evaluate(idle, attempt).passed).toBe(false)
    expect(evaluate({ ...idle, executed: false }, attempt).passed).toBe(true)
  })
  test('a scan is named once, however often it is there', () => {
    const twice = planned(
      node(
        'Append',
        {},
        node('Seq Scan', { 'Relation Name': 'a' }),
        node('Seq Scan', { 'Relation Name': 'a' }),
      ),
    )
    expect(evaluate({ kind: 'node', present: 'Sort' }, twice).actual).toBe('Seq Scan on a')
  })
  test('a statement that does not write as wanted', () => {
    const update = node('ModifyTable', { Operation: 'Update', 'Relation Name': 'message' })
    expect(evaluate({ kind: 'node', present: 'Update' }, planned(update)).passed).toBe(true)
    expect(evaluate({ kind: 'node', present: ['Delete', 'Merge'] }, planned(update)).message).toBe(
      'No statement of the request does a Delete or Merge.',
    )
    expect(evaluate({ kind: 'node', present: 'Insert', on: 'message' }, planned(update)).message).toBe(
      'No statement of the request does a Insert on message.',
    )
    expect(evaluate({ kind: 'node', present: ['Insert', 'Sort'] }, planned(update)).message).toMatch(
      /^The plan has no Insert or Sort/,
    )
  })
})

describe('estimate', () => {
  const scan = (planRows: number, rows: number, fields: object = {}) =>
    node('Seq Scan', { 'Relation Name': 'message', 'Plan Rows': planRows, 'Actual Rows': rows, ...fields })
  const spec = { kind: 'estimate', factor: 4 }

  test('too many and too few rows alike, up to the factor itself', () => {
    for (const [estimated, actual] of [
      [10, 40],
      [40, 10],
    ] as const)
      expect(evaluate(spec, planned(scan(estimated, actual)))).toMatchObject({
        title: 'Estimate within a factor of 4',
        passed: true,
        actual: 4,
        limit: 4,
      })
    expect(evaluate(spec, planned(scan(10, 41)))).toMatchObject({ passed: false, actual: 4.1 })
    const off = evaluate(spec, planned(scan(41, 10)))
    expect(off).toMatchObject({ passed: false, actual: 4.1, limit: 4 })
    expect(off.message).toMatch(
      /^Seq Scan on message: 41 rows estimated, 10 found \(a factor of 4\.1\)\..*ANALYZE/,
    )
  })
  test('of the top node, of the worst of a type, of a relation’s scan, or anywhere', () => {
    const attempt = planned(
      node(
        'Hash Join',
        {},
        scan(1, 7),
        node('Seq Scan', { 'Relation Name': 'member', 'Plan Rows': 1, 'Actual Rows': 9 }),
        node('Sort', { 'Plan Rows': 1, 'Actual Rows': 20 }),
        node('Result', {
          'Relation Name': 'idle',
          'Plan Rows': 90,
          'Actual Rows': 0,
          'Actual Loops': 0,
        }),
      ),
    )
    const worst = (more: object) => evaluate({ ...spec, ...more }, attempt)
    expect(worst({})).toMatchObject({ passed: true, actual: 1, title: 'Estimate within a factor of 4' })
    expect(worst({ node: 'Seq Scan' })).toMatchObject({ passed: false, actual: 9 })
    expect(worst({ node: 'Seq Scan' }).title).toMatch(/\(Seq Scan\)$/)
    expect(worst({ on: 'message' })).toMatchObject({ passed: false, actual: 7 })
    expect(worst({ node: 'Seq Scan', on: 'message' }).title).toMatch(/\(Seq Scan on message\)$/)
    expect(worst({ node: 'Seq Scan', on: 'message' })).toMatchObject({ actual: 7 })
    expect(worst({ anywhere: true })).toMatchObject({ passed: false, actual: 20 })
    expect(worst({ anywhere: true }).title).toMatch(/\(every node\)$/)
    expect(worst({ on: 'idle' })).toMatchObject({ passed: false, actual: null })
    expect(worst({ on: 'nowhere' })).toMatchObject({
      passed: false,
      actual: null,
      limit: 4,
      message: 'The plan has no nowhere to look at.',
    })
    expect(evaluate(spec, measurement()).message).toBe('The plan has no node to look at.')
  })
  test('a scan that returns much more than the solution’s proves nothing', () => {
    const reference = planned(scan(100, 100))
    const own = (rows: number) =>
      evaluate({ ...spec, on: 'message' }, planned(scan(rows, rows)), { reference })
    expect(own(130).passed).toBe(true)
    expect(own(131)).toMatchObject({ passed: false, actual: null, limit: 4 })
    expect(own(131).message).toMatch(/`message` returns 131 rows, the solution’s 100/)
    // The smallest of the attempt's scans is held against the largest of the solution's.
    const two = (a: number, b: number) => planned(node('Append', {}, scan(a, a), scan(b, b)))
    expect(evaluate({ ...spec, on: 'message' }, two(900, 120), { reference }).passed).toBe(true)
    expect(
      evaluate({ ...spec, on: 'message' }, planned(scan(900, 900)), { reference: two(5, 900) }).passed,
    ).toBe(true)
    // A scan that never ran lets nothing through.
    const idle = planned(node('Append', {}, scan(900, 900), scan(1, 0, { 'Actual Loops': 0 })))
    expect(evaluate({ ...spec, on: 'message' }, idle, { reference }).passed).toBe(false)
  })
})

describe('heap-fetches', () => {
  const only = (fetches: number | undefined, more: object = {}) =>
    node('Index Only Scan', { 'Index Name': 'i', 'Heap Fetches': fetches, ...more })

  test('are summed over all Index Only Scans that ran', () => {
    const attempt = planned(
      node('Append', {}, only(3), only(4), only(90, { 'Actual Loops': 0 }), node('Seq Scan')),
    )
    expect(evaluate({ kind: 'heap-fetches', max: 7 }, attempt)).toEqual({
      title: 'Index Only Scan with at most 7 heap fetches',
      passed: true,
      message: '7 heap fetches.',
      actual: 7,
      limit: 7,
    })
    expect(evaluate({ kind: 'heap-fetches', max: 6 }, attempt)).toMatchObject({ passed: false, actual: 7 })
    expect(evaluate({ kind: 'heap-fetches', max: 6 }, attempt).message).toMatch(/^7 heap fetches: .*VACUUM/)
  })
  test('a scan that says nothing of them has none', () => {
    expect(evaluate({ kind: 'heap-fetches' }, planned(only(undefined)))).toMatchObject({
      title: 'Index Only Scan without heap fetches',
      passed: true,
      actual: 0,
      limit: 0,
    })
  })
  test('one that never ran is none', () => {
    const idle = planned(only(0, { 'Actual Loops': 0 }))
    expect(evaluate({ kind: 'heap-fetches' }, idle)).toMatchObject({ passed: false, actual: null, limit: 0 })
  })
})

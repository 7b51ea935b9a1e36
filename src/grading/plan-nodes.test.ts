import { describe, expect, test } from 'vitest'
import type { Measurement } from '../engine/contract/index.ts'
import { measurement, totals } from './testing/fixtures.ts'
import { heaviest, nodesOf, partWords, peakRows, variantNodes } from './plan-nodes.ts'

const node = (type: string, fields: object = {}, ...below: readonly object[]) => ({
  'Node Type': type,
  'Plan Rows': 1,
  'Actual Rows': 1,
  'Actual Loops': 1,
  ...fields,
  ...(below.length > 0 ? { Plans: below } : {}),
})

/** A request of statements with these plans, each run so often. */
function request(...statements: readonly (readonly [object | null, number])[]): Measurement {
  const [first] = measurement().statements
  if (!first) throw new Error('The fixture has a statement.')
  return {
    ...measurement(),
    statements: statements.map(([root, executions]) => ({
      ...first,
      executions,
      plan: root && { Plan: root },
    })),
  }
}

const scan = (name: string, buffers: number) =>
  node('Seq Scan', { 'Relation Name': name, 'Shared Hit Blocks': buffers })

test('nodes of all plans, parents first, named as EXPLAIN does', () => {
  const nodes = nodesOf(
    request(
      [node('Limit', {}, scan('a', 5)), 1],
      [null, 1],
      [node('ModifyTable', { Operation: 'Delete', 'Relation Name': 'b' }), 3],
    ),
  )
  expect(nodes.map(({ type, title, executions }) => ({ type, title, executions }))).toEqual([
    { type: 'Limit', title: 'Limit', executions: 1 },
    { type: 'Seq Scan', title: 'Seq Scan on a', executions: 1 },
    { type: 'Delete', title: 'Delete on b', executions: 3 },
  ])
  expect(nodes.map(({ figures }) => figures.buffers)).toEqual([0, 5, 0])
})

test('nodes under a variant; none where it was not measured', () => {
  const varied: Measurement = {
    ...measurement(),
    variants: [
      { totals: totals({}), results: [], plans: [{ Plan: scan('a', 5) }, null, { Plan: scan('b', 5) }] },
      { totals: totals({}), results: [] },
    ],
  }
  expect(variantNodes(varied, 0).map(({ title, executions }) => `${title} ${executions}`)).toEqual([
    'Seq Scan on a 1',
    'Seq Scan on b 1',
  ])
  expect(variantNodes(varied, 1)).toEqual([])
  expect(variantNodes(varied, 2)).toEqual([])
})

test('the widest place of any plan, in one execution', () => {
  const wide = (rows: number) => node('Limit', {}, node('Seq Scan', { 'Actual Rows': rows }))
  expect(peakRows(request([wide(5), 100], [wide(70), 1], [null, 1], [wide(6), 1]))).toBe(70)
  expect(peakRows(request([null, 1]))).toBe(0)
})

describe('the heaviest node', () => {
  const buffers = (figures: { readonly buffers: number }) => figures.buffers
  test('over all executions of its statement', () => {
    const once = scan('once', 100)
    expect(heaviest(request([once, 1], [scan('often', 30), 3]), buffers)?.title).toBe('Seq Scan on once')
    expect(heaviest(request([once, 1], [scan('often', 30), 4]), buffers)?.title).toBe('Seq Scan on often')
  })
  test('none where there is none of the figure', () => {
    expect(heaviest(request([scan('a', 0), 1]), buffers)).toBeUndefined()
    expect(heaviest(request([null, 1]), buffers)).toBeUndefined()
  })
})

test('a part of a total, in words', () => {
  const [once] = nodesOf(request([scan('a', 5), 1]))
  const [often] = nodesOf(request([scan('a', 5), 1200]))
  if (!once || !often) throw new Error('The fixtures have a node.')
  expect(partWords(once, 1204)).toBe('1,204 of them')
  expect(partWords(often, 1204)).toBe('up to 1,204 of them in each of 1,200 executions')
})

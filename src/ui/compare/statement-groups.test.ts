import { describe, expect, test } from 'vitest'
import { measurement, totals } from '../../grading/testing/fixtures.ts'
import type { StatementMeasurement } from '../../engine/contract/index.ts'
import { groupSums, statementGroups } from './statement-groups.ts'
import type { StatementItem } from './statement-items.ts'
import type { ComparedSide } from './use-compared-side.ts'

/** A side with a statement for each letter: its shape; the k-th reads k + 1 buffers. */
function side(which: ComparedSide['side'], shapes: string): ComparedSide {
  const statements = shapes.split('').map((fingerprint) => ({ fingerprint }) as StatementMeasurement)
  return {
    side: which,
    measurement: measurement({ statements, totals: totals({}) }),
    plans: [],
    drawn: [],
    request: { statements: statements.map((_, at) => ({ plan: null, executions: 1, buffers: at + 1 })) },
    catalog: undefined,
  }
}

const item = (before: number | null, after: number | null): StatementItem => ({
  key: `${before ?? ''} ${after ?? ''}`,
  before,
  after,
  open: false,
})
const pairs = (count: number) => Array.from({ length: count }, (_, at) => item(at, at))
const sizes = (before: string, after: string) =>
  statementGroups(pairs(before.length), side('before', before), side('after', after)).map(
    ({ items }) => items.length,
  )

describe('statements of one shape', () => {
  test('are one line in a long request', () => {
    expect(sizes('aaaaaaaaaaaaa', 'aaaaaaaaaaaaa')).toEqual([13])
    expect(sizes('xaaaaaaaaaaay', 'xaaaaaaaaaaay')).toEqual([1, 11, 1])
  })
  test('stand alone in a short one, and where there are few of them', () => {
    expect(sizes('aaaaaaaaaaaa', 'aaaaaaaaaaaa')).toEqual(Array(12).fill(1))
    expect(sizes('aaabcdefghijk', 'aaabcdefghijk')).toEqual(Array(13).fill(1))
    expect(sizes('aaaabcdefghij', 'aaaabcdefghij')).toEqual([4, ...Array<number>(9).fill(1)])
  })
  test('are alike on both sides', () => {
    expect(sizes('aaaaaaaaaaaaa', 'aaaaaaabbbbbb')).toEqual([7, 6])
  })
})

test('a group’s line has the sums of its sides', () => {
  const [before, after] = [side('before', 'aaaa'), side('after', 'aaa')]
  const group = { key: 'g', items: [item(0, 0), item(1, 2), item(3, null)] }
  expect(groupSums(group, before, after)).toEqual({ count: 3, before: 7, after: 4 })
  expect(groupSums({ key: 'g', items: [item(0, null)] }, before, after)).toEqual({
    count: 1,
    before: 1,
    after: null,
  })
  expect(groupSums(group, null, after)).toMatchObject({ before: null, after: 4 })
})

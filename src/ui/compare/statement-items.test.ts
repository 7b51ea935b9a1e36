import { describe, expect, test } from 'vitest'
import { measurement, totals } from '../../grading/testing/fixtures.ts'
import { planOf } from '../../plan/testing/corpus.node.ts'
import { statementItems } from './statement-items.ts'
import type { ComparedSide } from './use-compared-side.ts'

/** A side with one scan for each table, of so many buffers; null: a statement without a plan. */
function read(
  side: ComparedSide['side'],
  tables: readonly (readonly [string, number] | null)[],
): ComparedSide {
  const statements = tables.map((table) => {
    if (!table) return { plan: null, executions: 1, buffers: 0 }
    const [name, buffers] = table
    const plan = planOf(
      `Seq Scan on ${name} (cost=0.00..9.00 rows=9 width=8) (actual rows=9.00 loops=1)\n  Buffers: shared hit=${buffers}`,
    )
    return { plan, executions: 1, buffers }
  })
  const buffers = statements.reduce((sum, one) => sum + one.buffers, 0)
  return {
    side,
    measurement: measurement({ totals: totals({ buffers }) }),
    plans: statements.map(({ plan }) => plan),
    drawn: statements.map(({ plan }) => plan),
    request: { statements },
    catalog: undefined,
  }
}

const shown = (before: ComparedSide | null, after: ComparedSide | null): readonly string[] =>
  statementItems(before, after).map((item) => `${item.key}${item.open ? '' : ' folded'}`)

describe('statementItems', () => {
  test('pairs first, then what is only before', () => {
    const before = read('before', [
      ['event', 20],
      ['person', 300],
    ])
    expect(shown(before, read('after', [['event', 20]]))).toEqual(['0 0', '1 '])
  })

  test('one side alone keeps its order', () => {
    const before = read('before', [
      ['b', 20],
      ['a', 30],
    ])
    expect(shown(before, null)).toEqual(['0 ', '1 '])
  })

  test('folds what is a small part of both sides, and what has no plan', () => {
    const before = read('before', [['a', 1000], ['b', 20], null, ['c', 30]])
    const after = read('after', [['a', 10], ['b', 20], null, ['c', 1]])
    expect(shown(before, after)).toEqual(['0 0', '1 1', '2 2 folded', '3 3 folded'])
  })

  test('unfolds the four heaviest of many, and one where nothing reads anything', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => [name, 100 + at] as const)
    const open = statementItems(read('before', many), read('after', many)).filter((item) => item.open)
    expect(open.map(({ before }) => before)).toEqual([2, 3, 4, 5])
    expect(shown(read('before', [['a', 0]]), read('after', [['a', 0]]))).toEqual(['0 0'])
  })
})

import { describe, expect, it } from 'vitest'
import { planOf } from '../testing/corpus.node.ts'
import { comparePlans } from './diff.ts'
import { countMarks, differences, marksOf } from './marks.ts'

describe('marks of a comparison', () => {
  const line = (indent: number, title: string) =>
    `${' '.repeat(indent)}${indent > 0 ? '->  ' : ''}${title}  (cost=0.00..1.00 rows=10 width=4) (actual rows=10 loops=1)\n${' '.repeat(indent + (indent > 0 ? 6 : 2))}Buffers: shared hit=9`
  const before = planOf([line(0, 'Limit'), line(2, 'Sort'), line(8, 'Seq Scan on t')].join('\n'))
  const after = planOf([line(0, 'Limit'), line(2, 'Index Scan using i on t')].join('\n'))
  const diff = comparePlans(before, after)

  it('tell each node what became of it', () => {
    expect(marksOf(diff, 'before').get('0.0')).toEqual({ kind: 'removed', otherId: null, other: null })
    expect(marksOf(diff, 'before').get('0.0.0')).toEqual({
      kind: 'replaced',
      otherId: '0.0',
      other: 'after: Index Scan using i on t (9 buffers)',
    })
    expect(marksOf(diff, 'after').get('0.0')?.other).toBe('before: Seq Scan on t (9 buffers)')
  })

  it('are counted and visited once each', () => {
    expect(countMarks(diff)).toEqual([
      { kind: 'replaced', count: 1 },
      { kind: 'removed', count: 1 },
      { kind: 'same', count: 1 },
    ])
    expect(differences(diff)).toEqual([
      { side: 'after', id: '0.0' },
      { side: 'before', id: '0.0' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { comparePlans } from '../../../plan/compare/diff.ts'
import { alignTops } from './align.ts'
import { modelOf, shaped } from '../testing/models.node.ts'
import { layoutTree } from './layout.ts'
import { matchedPairs } from '../../../plan/compare/marks.ts'

const NOTHING: ReadonlySet<string> = new Set()
const UNFOLDED = { before: NOTHING, after: NOTHING }

const line = (indent: number, title: string) =>
  `${' '.repeat(indent)}${indent > 0 ? '->  ' : ''}${title}  (cost=0.00..1.00 rows=10 width=4)`

describe('alignTops', () => {
  it('stands a scan at one height although a Sort above it is gone', () => {
    const before = modelOf([line(0, 'Limit'), line(2, 'Sort'), line(8, 'Seq Scan on t')].join('\n'))
    const after = modelOf([line(0, 'Limit'), line(2, 'Index Scan using i on t')].join('\n'))
    const diff = comparePlans(before.plan, after.plan)
    const tops = alignTops(before, after, matchedPairs(diff), UNFOLDED)
    const left = layoutTree(before, NOTHING, tops.before)
    const right = layoutTree(after, NOTHING, tops.after)
    expect(right.byId.get('0.0')!.y0).toBe(left.byId.get('0.0.0')!.y0)
  })

  it('holds every pair that both trees have in one order, and ends where they cross', () => {
    const chain = shaped({ children: [{ children: [{ children: [{}] }] }] })
    const crossed = [
      ['0.0', '0.0.0'],
      ['0.0.0', '0.0'],
      ['0.0.0.0', '0.0.0.0'],
    ] as const
    const tops = alignTops(chain, chain, crossed, UNFOLDED)
    expect(tops.before.get('0.0')).toBe(tops.after.get('0.0.0'))
    expect(tops.before.get('0.0.0.0')).toBe(tops.after.get('0.0.0.0'))
    expect(tops.before.get('0.0.0')).not.toBe(tops.after.get('0.0'))
  })

  it('leaves folded nodes out', () => {
    const tree = shaped({ children: [{ children: [{}] }] })
    const tops = alignTops(tree, tree, [['0.0.0', '0.0.0']], { before: new Set(['0.0']), after: NOTHING })
    expect(layoutTree(tree, new Set(['0.0']), tops.before).cards).toHaveLength(2)
  })
})

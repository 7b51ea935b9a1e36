import { describe, expect, it } from 'vitest'
import { planOf } from '../testing/corpus.node.ts'
import { figureLabel, planNotes, summaryFigures } from './plan-summary.ts'
import { REPEATED_SCAN } from '../testing/samples.ts'

const scan = planOf(REPEATED_SCAN)

describe('a plan’s headline figures', () => {
  it('counts one as one', () => {
    const one = planOf(
      'Seq Scan on t  (cost=0.00..1.00 rows=1 width=8) (actual rows=1 loops=1)\n  Filter: a\n  Rows Removed by Filter: 1\n  Buffers: shared hit=1',
    )
    expect(summaryFigures(one).map((figure) => `${figure.value} ${figureLabel(figure)}`)).toEqual([
      '1 buffer',
      '2 rows read',
      '1 row returned',
    ])
  })

  it('leaves out what EXPLAIN did not give', () => {
    expect(summaryFigures(scan)).toEqual([
      { name: 'buffers', value: '3,000' },
      { name: 'rows read', value: '3,000' },
      { name: 'rows returned', value: '1,000' },
      { name: 'execution', value: '512 ms' },
    ])
  })

  it('has the same figures as the plan beside it', () => {
    const other = planOf(
      'Result  (cost=0.00..1.00 rows=1 width=8) (actual rows=1 loops=1)\nPlanning Time: 0.100 ms',
    )
    const names = (figures: ReturnType<typeof summaryFigures>) => figures.map((one) => one.name)
    expect(names(summaryFigures(scan, { beside: other }))).toEqual(
      names(summaryFigures(other, { beside: scan })),
    )
    expect(summaryFigures(other, { beside: scan })).toContainEqual({ name: 'buffers', value: 'none' })
  })

  it('gives WAL and the buffers of sending the rows as they were counted', () => {
    const plan = planOf(
      [
        'Insert on t  (cost=0.00..1.00 rows=0 width=0) (actual rows=0 loops=1)',
        '  WAL: records=3 bytes=865',
        '  ->  Result  (cost=0.00..1.00 rows=1 width=0) (actual rows=1 loops=1)',
        'Serialization: output=2355kB  format=text',
        '  Buffers: shared hit=1523',
      ].join('\n'),
    )
    expect(plan.root.wal?.bytes).toBe(865)
    expect(summaryFigures(plan)).toContainEqual({ name: 'WAL', value: '865 bytes' })
    expect(planNotes(plan)).toEqual(['Serialization: 2.3 MB as text, 1,523 buffers.'])
  })

  it('says what the tree does not show', () => {
    const plan = planOf(
      [
        'Insert on orders  (cost=0.00..1.00 rows=0 width=0)',
        '  ->  Result  (cost=0.00..1.00 rows=1 width=8)',
      ].join('\n'),
    )
    expect(planNotes(plan)).toEqual([
      'Not executed: all figures are the planner’s estimates. EXPLAIN (ANALYZE, BUFFERS) tells what happened.',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { comparePlans } from '../../../plan/compare/diff.ts'
import type { Finding } from '../../../plan/findings/types.ts'
import { cardLines, LINE_CHARACTERS } from '../drawing/card.ts'
import { findingRanks, findingsOf } from '../findings/finding-ranks.ts'
import { corpusModels, modelOf } from '../testing/models.node.ts'
import { factorWords } from '../../../plan/words/figures.ts'
import { shortCount } from '../drawing/fit.ts'
import { nodeLabel } from './labels.ts'
import { countMarks, differences, marksOf } from './marks.ts'
import { planModel } from './model.ts'
import { figureLabel, planNotes, summaryFigures } from './summary-line.ts'

const scan = modelOf(
  [
    'Index Scan using users_pkey on users u  (cost=0.00..1.00 rows=10 width=8) (actual time=0.1..0.5 rows=1 loops=1000)',
    '  Index Cond: (id = o.user_id)',
    "  Filter: (name <> ''::text)",
    '  Rows Removed by Filter: 2',
    '  Buffers: shared hit=3000',
    'Execution Time: 512.345 ms',
  ].join('\n'),
)

describe('a card', () => {
  it('says what the node reads, how it finds it, and how much came', () => {
    expect(cardLines(scan.root)).toEqual([
      { kind: 'target', text: 'users u', right: null },
      { kind: 'index', text: 'using users_pkey', right: null },
      { kind: 'condition', text: 'Index Cond id = o.user_id', right: '+1' },
      { kind: 'rows', text: '1 row, est 10', right: '10 × fewer' },
      { kind: 'note', text: '1,000 loops, 1,000 rows in all', right: null },
      { kind: 'removed', text: '2,000 rows removed by filter', right: null },
    ])
  })

  it('counts one row as one', () => {
    const one = modelOf(
      'Seq Scan on t  (cost=0.00..1.00 rows=1 width=8) (actual rows=1 loops=1)\n  Filter: a\n  Rows Removed by Filter: 1\n  Buffers: shared hit=1',
    )
    expect(cardLines(one.root).map(({ text }) => text)).toContain('1 row removed by filter')
    expect(summaryFigures(one).map((figure) => `${figure.value} ${figureLabel(figure)}`)).toEqual([
      '1 buffer',
      '2 rows read',
      '1 row returned',
    ])
  })

  it('never has a line that is longer than the card is wide', () => {
    for (const [name, model] of corpusModels())
      for (const item of model.items)
        for (const { kind, text, right } of cardLines(item)) {
          if (kind === 'rows')
            expect(text.length + (right?.length ?? 0), name).toBeLessThanOrEqual(LINE_CHARACTERS)
          else expect(text.length, name).toBeLessThanOrEqual(LINE_CHARACTERS)
        }
  })
})

describe('a node read out', () => {
  it('names it, its share, its rows and what is marked on it', () => {
    expect(nodeLabel(scan.root, 'buffers')).toBe(
      'Index Scan using users_pkey on users u, 100 % of the buffers, 1 row, 10 × fewer than estimated, in each of 1,000 loops',
    )
    const mark = { kind: 'changed', otherId: '0', other: 'before: Seq Scan on users' } as const
    expect(nodeLabel(scan.root, 'time', { mark, findings: 2, folded: true })).toBe(
      'Index Scan using users_pkey on users u, changed, 100 % of the time, 1 row, 10 × fewer than estimated, in each of 1,000 loops, 2 findings, 0 nodes folded',
    )
  })
})

describe('a plan’s headline figures', () => {
  it('leaves out what EXPLAIN did not give', () => {
    expect(summaryFigures(scan)).toEqual([
      { name: 'buffers', value: '3,000' },
      { name: 'rows read', value: '3,000' },
      { name: 'rows returned', value: '1,000' },
      { name: 'execution', value: '512\u00a0ms' },
    ])
  })

  it('has the same figures as the plan beside it', () => {
    const other = modelOf(
      'Result  (cost=0.00..1.00 rows=1 width=8) (actual rows=1 loops=1)\nPlanning Time: 0.100 ms',
    )
    const names = (figures: ReturnType<typeof summaryFigures>) => figures.map((one) => one.name)
    expect(names(summaryFigures(scan, { beside: other }))).toEqual(
      names(summaryFigures(other, { beside: scan })),
    )
    expect(summaryFigures(other, { beside: scan })).toContainEqual({ name: 'buffers', value: 'none' })
  })

  it('gives WAL and the buffers of sending the rows as they were counted', () => {
    const { root, plan } = modelOf(
      [
        'Insert on t  (cost=0.00..1.00 rows=0 width=0) (actual rows=0 loops=1)',
        '  WAL: records=3 bytes=865',
        '  ->  Result  (cost=0.00..1.00 rows=1 width=0) (actual rows=1 loops=1)',
        'Serialization: output=2355kB  format=text',
        '  Buffers: shared hit=1523',
      ].join('\n'),
    )
    expect(root.node.wal?.bytes).toBe(865)
    expect(summaryFigures(planModel(plan))).toContainEqual({ name: 'WAL', value: '865\u00a0bytes' })
    expect(planNotes(plan)).toEqual(['Serialization: 2.3 MB as text, 1,523 buffers.'])
  })

  it('says what the tree does not show', () => {
    const { plan } = modelOf(
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

describe('marks of a comparison', () => {
  const line = (indent: number, title: string) =>
    `${' '.repeat(indent)}${indent > 0 ? '->  ' : ''}${title}  (cost=0.00..1.00 rows=10 width=4) (actual rows=10 loops=1)\n${' '.repeat(indent + (indent > 0 ? 6 : 2))}Buffers: shared hit=9`
  const before = modelOf([line(0, 'Limit'), line(2, 'Sort'), line(8, 'Seq Scan on t')].join('\n'))
  const after = modelOf([line(0, 'Limit'), line(2, 'Index Scan using i on t')].join('\n'))
  const diff = comparePlans(before.plan, after.plan)

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

describe('findings on nodes', () => {
  const finding = (nodeId: string | null, statement: number, severity: Finding['severity']): Finding => ({
    id: 'rule',
    title: '',
    what: '',
    evidence: [],
    why: '',
    advice: '',
    nodeId,
    statement,
    share: 0.5,
    severity,
  })
  const all = [
    finding('0.1', 0, 'high'),
    finding('0.1', 1, 'high'),
    finding(null, 0, 'low'),
    finding('0.1', 0, 'low'),
  ]

  it('keep the rank that they have in the list of the whole request', () => {
    expect([...findingRanks(all, 0)]).toEqual([['0.1', [1, 4]]])
    expect([...findingRanks(all, 1)]).toEqual([['0.1', [2]]])
    expect(findingRanks([finding('0', 0, 'note')], 0).size).toBe(0)
    expect(findingsOf(all, 0, '0.1')).toHaveLength(2)
  })
})

describe('numbers', () => {
  it('read as people read them', () => {
    expect([1, 1.4, 0.7, 2, 0.1, 9.96, 1234].map(factorWords)).toEqual([
      null,
      null,
      null,
      '2 × more',
      '10 × fewer',
      '10 × more',
      '1,234 × more',
    ])
    expect([0.54, 1204, 9_999_999, 12_345_678, 12_345_678_901].map(shortCount)).toEqual([
      '0.54',
      '1,204',
      '9,999,999',
      '12.3 M',
      '12.3 G',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { corpusModels, modelOf } from '../testing/models.node.ts'
import { cardLines, LINE_CHARACTERS } from './card.ts'
import { shortCount } from './fit.ts'
import { REPEATED_SCAN } from '../../../plan/testing/samples.ts'

const scan = modelOf(REPEATED_SCAN)

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

it('counts fit on a card', () => {
  expect([0.54, 1204, 9_999_999, 12_345_678, 12_345_678_901].map(shortCount)).toEqual([
    '0.54',
    '1,204',
    '9,999,999',
    '12.3 M',
    '12.3 G',
  ])
})

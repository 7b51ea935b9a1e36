import { describe, expect, it } from 'vitest'
import { modelOf } from '../testing/models.node.ts'
import { nodeLabel } from './labels.ts'

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

import { describe, expect, it } from 'vitest'
import { modelOf } from '../testing/models.node.ts'
import { nodeLabel } from './labels.ts'
import { REPEATED_SCAN } from '../../../plan/testing/samples.ts'

const scan = modelOf(REPEATED_SCAN)

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

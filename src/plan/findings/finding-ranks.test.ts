import { describe, expect, it } from 'vitest'
import { findingRanks, findingsOf } from './finding-ranks.ts'
import type { Finding } from './types.ts'

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

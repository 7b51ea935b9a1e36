import { describe, expect, it } from 'vitest'
import { corpusPairs, nativePlans, planOf } from '../testing/corpus.node.ts'
import { planFigures, type NodeFigures } from './node-figures.ts'
import { nodeTitle, planShape, relationsBelow } from '../words/node-names.ts'
import { totals } from './totals.ts'
import { planNodes } from '../tree.ts'
import type { Plan } from '../types.ts'

const corpus = new Map(corpusPairs().map((pair) => [pair.name, planOf(pair.json)]))
const named = (name: string): Plan => {
  const found = corpus.get(`plan-corpus/${name}`)
  if (!found) throw new Error(`no plan ${name}`)
  return found
}

/** Figures by the node's title, with the subplan's name before it. */
function figures(of: Plan): ReadonlyMap<string, NodeFigures> {
  const all = planFigures(of)
  return new Map(
    planNodes(of).map((node) => {
      const name = node.subplanName === null ? '' : `${node.subplanName}: `
      return [`${name}${nodeTitle(node)}`, all.nodes.get(node.id) as NodeFigures] as const
    }),
  )
}

describe('figures of nodes', () => {
  it('charges an InitPlan to the node whose condition asks for it, not to the node that owns it', () => {
    const by = figures(named('initplan-below-sort'))
    expect(by.get('Sort')).toMatchObject({ buffers: 0, inclusiveBuffers: 1082 })
    expect(by.get('Seq Scan on crush_lu_eventregistration')).toMatchObject({
      buffers: 541,
      inclusiveBuffers: 1082,
    })
    expect(by.get('Seq Scan on crush_lu_eventregistration crush_lu_eventregistration_1')?.buffers).toBe(541)
  })

  it('counts a CTE once, however many scans read it', () => {
    const by = figures(named('cte-twice'))
    expect(by.get('CTE Scan on r a')?.buffers).toBe(0)
    expect(by.get('CTE Scan on r b')?.buffers).toBe(0)
    expect([...by.values()].reduce((sum, one) => sum + one.buffers, 0)).toBe(45)
  })

  it('keeps apart what a data-modifying CTE did after the top node', () => {
    const all = planFigures(named('cte-delete-not-read'))
    expect(all.nodes.get('0')?.inclusiveBuffers).toBe(0)
    expect(all.outside.sharedHit).toBe(all.total.sharedHit)
    expect(all.outside.sharedHit).toBeGreaterThan(0)
  })

  it('counts parallel workers side by side once in time, and all their rows', () => {
    const file = nativePlans().find((one) => one.name.endsWith('parallel-seq-scan.timed.json'))
    const parallel = planOf(file?.content)
    const by = figures(parallel)
    const scan = by.get('Parallel Seq Scan on crush_lu_connectionmessage')
    expect(scan?.rowsRead).toBeGreaterThan(59_900)
    expect(scan?.inclusive.timeMs).toBeLessThanOrEqual(parallel.root.actual?.totalMs ?? 0)
  })

  it('multiplies by loops', () => {
    const by = figures(
      planOf(`Nested Loop  (cost=0.00..10.00 rows=10 width=4) (actual time=0.100..9.000 rows=40 loops=1)
  Buffers: shared hit=50
  ->  Seq Scan on a  (cost=0.00..5.00 rows=2 width=4) (actual time=0.050..1.000 rows=20 loops=1)
        Buffers: shared hit=10
  ->  Index Scan using b_a on b  (cost=0.00..1.00 rows=1 width=4) (actual time=0.100..0.300 rows=2 loops=20)
        Filter: (x > 1)
        Rows Removed by Filter: 3
        Buffers: shared hit=40`),
    )
    expect(by.get('Index Scan using b_a on b')).toMatchObject({
      rows: 40,
      rowsRemoved: 60,
      rowsRead: 100,
      estimateFactor: 2,
    })
    expect(by.get('Index Scan using b_a on b')?.exclusive.timeMs).toBeCloseTo(6)
    expect(by.get('Nested Loop')?.exclusive.timeMs).toBeCloseTo(2)
    expect(by.get('Index Scan using b_a on b')?.share.buffers).toBeCloseTo(0.8)
    expect(by.get('Seq Scan on a')?.estimateFactor).toBe(10)
  })

  it('never lets rounded times of many loops exceed their parent', () => {
    const by = figures(
      planOf(`Nested Loop  (cost=0.00..10.00 rows=10 width=4) (actual time=0.100..90.000 rows=40 loops=1)
  ->  Seq Scan on a  (cost=0.00..5.00 rows=2 width=4) (actual time=0.050..10.000 rows=100000 loops=1)
  ->  Index Scan using b_a on b  (cost=0.00..1.00 rows=1 width=4) (actual time=0.001..0.001 rows=2 loops=100000)`),
    )
    expect(by.get('Nested Loop')?.exclusive.timeMs).toBe(0)
    expect([...by.values()].reduce((sum, one) => sum + (one.exclusive.timeMs ?? 0), 0)).toBeCloseTo(90)
  })

  it('says nothing of what was not executed', () => {
    const by = figures(named('not-executed'))
    for (const one of by.values())
      expect(one).toMatchObject({ executed: false, rows: 0, estimateFactor: null, share: { buffers: null } })
  })
})

describe('totals', () => {
  it('are the top node’s buffers, rows of all scans, and the widest point', () => {
    expect(totals(named('hash-join-three-tables'))).toMatchObject({
      rowsReturned: 1,
      tempBlocks: 0,
      walBytes: 0,
    })
    const join = totals(named('join-fan-out-counts'))
    expect(join.peakRows).toBeGreaterThan(join.rowsReturned)
    expect(totals(named('sort-disk')).tempBlocks).toBeGreaterThan(0)
    expect(totals(named('update-primary-key')).walRecords).toBeGreaterThan(0)
    expect(totals(named('serialize')).serializationBuffers).toBeGreaterThan(0)
    expect(totals(named('temporary-table')).buffers).toBeGreaterThan(0)
  })
})

describe('titles and shapes', () => {
  it('are those of the text format', () => {
    for (const pair of corpusPairs()) {
      const titles = planNodes(planOf(pair.json)).map((node) => nodeTitle(node).replaceAll('"', ''))
      const text = pair.text.replaceAll('"', '').replaceAll('public.', '')
      for (const title of titles)
        expect([pair.name, text.includes(title.replaceAll('public.', ''))]).toEqual([pair.name, true])
    }
  })

  it('say the structure in one line', () => {
    expect(planShape(named('sort-top-n'))).toBe('Limit > Sort > Seq Scan on crush_lu_connectionmessage')
    expect(planShape(named('hash-join'))).toBe(
      'Aggregate > Hash Join > (Index Only Scan using crush_lu_eventregistration_event_id_42796169 on crush_lu_eventregistration r, Seq Scan on crush_lu_meetupevent e)',
    )
    expect(relationsBelow(named('bitmap-or').root)).toEqual(['crush_lu_eventconnection'])
  })
})

import { describe, expect, it } from 'vitest'
import { allPlans, planOf, planPairs } from '../testing/corpus.node.ts'
import { comparePlans, type NodeChange } from './diff.ts'
import { headline } from './headline.ts'
import { nodeTitle } from '../words/node-names.ts'
import { planNodes } from '../tree.ts'
import type { Plan } from '../types.ts'

const pairs = new Map(
  planPairs().map((pair) => [pair.name, { before: planOf(pair.before), after: planOf(pair.after) }]),
)
const pair = (name: string): { before: Plan; after: Plan } => {
  const found = pairs.get(name)
  if (!found) throw new Error(`no pair ${name}`)
  return found
}
const sentence = (name: string): string => headline(comparePlans(pair(name).before, pair(name).after))
const described = (changes: readonly NodeChange[]): readonly string[] =>
  changes.map(
    (one) =>
      `${one.status}: ${[one.before, one.after].map((node) => (node ? nodeTitle(node) : '–')).join(' → ')}`,
  )

describe('comparePlans', () => {
  it('finds the same work under another operation and in another place', () => {
    const { before, after } = pair('partial-index')
    expect(described(comparePlans(before, after).changes)).toEqual([
      'same: Limit → Limit',
      'replaced: Seq Scan on crush_lu_meetupevent → Index Scan using event_upcoming on crush_lu_meetupevent',
      'removed: Sort → –',
    ])
  })

  it('finds the sort that orders the result, also where a join came below it', () => {
    const scan = (indent: string): string =>
      `${indent}->  Seq Scan on event e  (cost=0.00..9.00 rows=9 width=4) (actual rows=9.00 loops=1)`
    const sort = (indent: string, key: string): string =>
      `${indent}Sort  (cost=0.00..9.00 rows=9 width=4) (actual rows=9.00 loops=1)\n${indent.replace('->', '  ')}  Sort Key: ${key}`
    const before = [sort('', 'event_date'), scan('  ')].join('\n')
    const after = [
      sort('', 'e.event_date'),
      '  ->  Merge Join  (cost=0.00..9.00 rows=9 width=4) (actual rows=9.00 loops=1)',
      '        Merge Cond: (e.person_id = p.id)',
      sort('        ->  ', 'e.person_id'),
      scan('              '),
      '        ->  Index Scan using person_pkey on person p  (cost=0.00..9.00 rows=9 width=4) (actual rows=9.00 loops=1)',
    ].join('\n')
    const { changes } = comparePlans(planOf(before), planOf(after))
    const sorts = changes.filter((one) => one.role === 'sort')
    expect(sorts.map((one) => [one.before?.id, one.after?.id])).toEqual([
      ['0', '0'],
      [undefined, '0.0.0'],
    ])
  })

  it('calls a plan compared with itself identical, node by node', () => {
    for (const { name, content } of allPlans()) {
      const one = planOf(content)
      const diff = comparePlans(one, planOf(content))
      expect([name, diff.identical]).toEqual([name, true])
      for (const change of diff.changes) expect(change.before?.id).toBe(change.after?.id)
    }
  })

  it('has every node of both plans exactly once, whatever is compared', () => {
    const plans = allPlans().map((file) => planOf(file.content))
    for (const [at, before] of plans.entries()) {
      const after = plans.at((at * 7 + 3) % plans.length) ?? before
      const { changes } = comparePlans(before, after)
      const ids = (side: 'before' | 'after'): string[] =>
        changes.flatMap((one) => one[side]?.id ?? []).toSorted()
      expect(ids('before')).toEqual(
        planNodes(before)
          .map((node) => node.id)
          .toSorted(),
      )
      expect(ids('after')).toEqual(
        planNodes(after)
          .map((node) => node.id)
          .toSorted(),
      )
    }
  })
})

describe('headline', () => {
  it.each([
    [
      'partial-index',
      'Seq Scan on crush_lu_meetupevent (95 buffers) became Index Scan using event_upcoming (7 buffers); the Sort is gone.',
    ],
    [
      'nothing',
      'The plan is the same, and so is its work (95 buffers, all in Seq Scan on crush_lu_meetupevent).',
    ],
    [
      'bitmap',
      'Seq Scan on crush_lu_connectionmessage (785 buffers) became Bitmap Heap Scan using message_sent (18 buffers).',
    ],
    [
      'not-in',
      'Index Only Scan using crush_lu_connectionmessage_sender_id_edae8c50 on crush_lu_connectionmessage m: 66 → 10,001 buffers (ran once, now 5,000 times).',
    ],
    [
      'statistics',
      'The plan is the same, and so is its work (164 buffers, all in Seq Scan on crush_lu_crushprofile); the estimate of Seq Scan on crush_lu_crushprofile was 3.1 × off, now 1 ×.',
    ],
    [
      'or-to-union',
      'Seq Scan on crush_lu_connectionmessage (785 buffers) became Bitmap Heap Scan using crush_lu_connectionmessage_sender_id_edae8c50 (8 buffers) and Bitmap Heap Scan using crush_lu_connectionmessage_connection_id_8cce4caf (6 buffers); the Unique and the Sort are new.',
    ],
    ['capped-count', 'Seq Scan on crush_lu_connectionmessage: 785 → 266 buffers (59,936 → 20,211 rows).'],
    [
      'sort-key',
      'The plan is the same, and so is its work (95 buffers, all in Seq Scan on crush_lu_meetupevent); it sorts by event_date now.',
    ],
    [
      'subquery-to-group-by',
      'Index Scan using crush_lu_eventregistration_event_id_42796169 on crush_lu_eventregistration r (12,187 buffers) became Seq Scan (541 buffers); the SubPlan that ran 1,000 times is gone; Aggregate became HashAggregate.',
    ],
    [
      'distinct-to-exists',
      'Seq Scan on crush_lu_eventregistration r (541 buffers) became Index Scan using crush_lu_eventregistration_event_id_42796169 (10,827 buffers); Hash Join became Nested Loop Semi Join; the HashAggregate is gone.',
    ],
    [
      'cte-fence',
      'Seq Scan on crush_lu_connectionmessage (785 buffers) became Index Only Scan using crush_lu_connectionmessage_pkey (3 buffers).',
    ],
  ])('%s', (name, expected) => expect(sentence(name)).toBe(expected))

  it('names a table of the plan for every pair', () => {
    for (const name of pairs.keys()) expect(sentence(name)).toMatch(/crush_lu_\w+|The plan is the same/)
  })

  it('counts the scans of partitions that are gone', () => {
    const month = (at: number, buffers: number): string =>
      `  ->  Seq Scan on log_2024_0${at} log_${at}  (cost=0.00..10.00 rows=5 width=4) (actual rows=5.00 loops=1)\n        Buffers: shared hit=${buffers}`
    const all = [
      'Append  (cost=0.00..40.00 rows=20 width=4) (actual rows=20.00 loops=1)',
      '  Buffers: shared hit=60',
      month(1, 10),
      month(2, 20),
      month(3, 30),
    ].join('\n')
    const one =
      'Seq Scan on log_2024_02 log  (cost=0.00..10.00 rows=5 width=4) (actual rows=5.00 loops=1)\n  Buffers: shared hit=20'
    expect(headline(comparePlans(planOf(all), planOf(one)))).toBe(
      'Seq Scan on log_2024_03 (30 buffers) is gone; Seq Scan on log_2024_01 (10 buffers) is gone.',
    )
    const four = all.replace('hit=60', 'hit=100') + '\n' + month(4, 40)
    expect(headline(comparePlans(planOf(four), planOf(one)))).toBe(
      '3 scans of partitions of log (together 80 buffers) are gone.',
    )
  })

  it('names a recursion and its join, and counts no scan of what the query itself made', () => {
    const before = planOf(
      'Seq Scan on chapter  (cost=0.00..2.00 rows=1 width=4) (actual rows=1.00 loops=1)\n  Buffers: shared hit=1',
    )
    const after = planOf(
      [
        'Sort  (cost=0.00..9.00 rows=6 width=4) (actual rows=6.00 loops=1)',
        '  Sort Key: chain.depth',
        '  Buffers: shared hit=6',
        '  CTE chain',
        '    ->  Recursive Union  (cost=0.00..9.00 rows=6 width=4) (actual rows=6.00 loops=1)',
        '          Buffers: shared hit=6',
        '          ->  Seq Scan on chapter  (cost=0.00..2.00 rows=1 width=4) (actual rows=1.00 loops=1)',
        '                Buffers: shared hit=1',
        '          ->  Hash Join  (cost=0.00..2.00 rows=1 width=4) (actual rows=1.00 loops=5)',
        '                Hash Cond: (c.id = chain_1.before)',
        '                Buffers: shared hit=5',
        '                ->  Seq Scan on chapter c  (cost=0.00..2.00 rows=72 width=4) (actual rows=72.00 loops=5)',
        '                      Buffers: shared hit=5',
        '                ->  Hash  (cost=0.00..2.00 rows=1 width=4) (actual rows=1.00 loops=5)',
        '                      ->  WorkTable Scan on chain chain_1  (cost=0.00..2.00 rows=1 width=4) (actual rows=1.00 loops=5)',
        '  ->  CTE Scan on chain  (cost=0.00..2.00 rows=6 width=4) (actual rows=6.00 loops=1)',
      ].join('\n'),
    )
    expect(headline(comparePlans(before, after))).toBe(
      'Seq Scan on chapter c (5 buffers) is new; the Sort, the Recursive Union and the Hash Join are new.',
    )
  })

  it('works on plans that were not executed', () => {
    const before = planOf('Seq Scan on t  (cost=0.00..100.00 rows=5 width=4)')
    const after = planOf('Index Scan using t_a on t  (cost=0.00..8.00 rows=5 width=4)')
    expect(headline(comparePlans(before, after))).toBe(
      'Seq Scan on t (cost 100) became Index Scan using t_a (cost 8).',
    )
  })
})

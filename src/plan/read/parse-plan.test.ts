import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusPairs } from '../testing/corpus.node.ts'
import { parsePlan } from './parse-plan.ts'
import { planShape } from '../words/node-names.ts'
import { planNodes } from '../tree.ts'
import type { Plan, PlanError } from '../types.ts'

function plan(input: unknown): Plan {
  const result = parsePlan(input)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function failure(input: unknown): PlanError {
  const result = parsePlan(input)
  if (result.ok) throw new Error('parsed')
  return result.error
}

describe('text of older versions', () => {
  it('reads I/O timings and InitPlans as PostgreSQL 14 prints them', () => {
    const { root } = plan(`
Seq Scan on orders o  (cost=12.00..40.50 rows=7 width=16) (actual time=0.912..4.018 rows=31 loops=1)
  Filter: (total > $0)
  Rows Removed by Filter: 969
  Buffers: shared hit=20 read=30 dirtied=1
  I/O Timings: read=2.500 write=0.125
  InitPlan 1 (returns $0)
    ->  Aggregate  (cost=11.99..12.00 rows=1 width=32) (actual time=0.801..0.802 rows=1 loops=1)
          Buffers: shared hit=10 read=15
          ->  Seq Scan on orders  (cost=0.00..9.50 rows=1000 width=4) (actual time=0.003..0.310 rows=1000 loops=1)
                Buffers: shared hit=10 read=15
Planning Time: 0.201 ms
Execution Time: 4.120 ms`)
    expect(root.io).toMatchObject({ sharedReadMs: 2.5, sharedWriteMs: 0.125 })
    expect(root.alias).toBe('o')
    expect(root.children[0]).toMatchObject({
      parentRelationship: 'InitPlan',
      subplanName: 'InitPlan 1 (returns $0)',
    })
    expect(root.children[0]?.io).toMatchObject({ sharedReadMs: 0 })
  })

  it('reads shared/local and temp I/O timings of PostgreSQL 15 and 16', () => {
    const { root } = plan(`
Sort  (cost=1.00..2.00 rows=9 width=4) (actual time=1.000..2.000 rows=9 loops=1)
  Sort Key: a DESC NULLS LAST, lower((b)::text)
  Sort Method: external merge  Disk: 1520kB
  Buffers: shared read=4, temp read=190 written=191
  I/O Timings: shared/local read=0.700, temp read=1.500 write=3.250
  ->  Seq Scan on t  (cost=0.00..1.00 rows=9 width=4) (actual time=0.010..0.020 rows=9 loops=1)`)
    expect(root.io).toMatchObject({ sharedReadMs: 0.7, tempReadMs: 1.5, tempWriteMs: 3.25 })
    expect(root.sort).toMatchObject({
      key: ['a DESC NULLS LAST', 'lower((b)::text)'],
      method: 'external merge',
      spaceKb: 1520,
      spaceType: 'Disk',
    })
  })

  it('reads per-worker lines, JIT, triggers, settings and the query identifier', () => {
    const parsed = plan(`
Gather  (cost=10.00..20.00 rows=100 width=4) (actual time=5.000..9.000 rows=90 loops=1)
  Output: a
  Workers Planned: 2
  Workers Launched: 2
  ->  Parallel Seq Scan on public.t  (cost=0.00..9.00 rows=42 width=4) (actual time=0.100..3.000 rows=30 loops=3)
        Output: a
        Filter: (t.a > 1)
        Rows Removed by Filter: 10
        Worker 0:  actual time=0.100..2.500 rows=28 loops=1
          Buffers: shared hit=9
        Worker 1:  actual time=0.110..2.600 rows=31 loops=1
Settings: jit_above_cost = '0', search_path = 'a, "b"'
Query Identifier: -8479383572613162574
Planning:
  Buffers: shared hit=7 read=1
  Memory: used=20kB  allocated=32kB
Planning Time: 0.400 ms
Trigger audit_row on t: time=1.250 calls=3
Trigger for constraint t_fk: calls=2
JIT:
  Functions: 6
  Options: Inlining false, Optimization true, Expressions true, Deforming true
  Timing: Generation 0.900 ms (Deform 0.300 ms), Inlining 0.000 ms, Optimization 0.500 ms, Emission 6.000 ms, Total 7.400 ms
Execution Time: 17.900 ms`)
    const scan = parsed.root.children[0]
    expect(scan).toMatchObject({ schema: 'public', relation: 't', alias: 't', parallel: { aware: true } })
    expect(scan?.workers).toMatchObject([
      { number: 0, actual: { rows: 28, totalMs: 2.5 }, buffers: { sharedHit: 9 } },
      { number: 1, actual: { rows: 31 } },
    ])
    expect(parsed.queryId).toBe('-8479383572613162574')
    expect(parsed.settings).toEqual({ jit_above_cost: '0', search_path: 'a, "b"' })
    expect(parsed.planning).toMatchObject({ timeMs: 0.4, memoryUsedKb: 20, memoryAllocatedKb: 32 })
    expect(parsed.planning.buffers).toMatchObject({ sharedHit: 7, sharedRead: 1 })
    expect(parsed.triggers).toEqual([
      { name: 'audit_row', constraint: null, relation: 't', timeMs: 1.25, calls: 3 },
      { name: null, constraint: 't_fk', relation: null, timeMs: null, calls: 2 },
    ])
    expect(parsed.jit).toMatchObject({
      functions: 6,
      options: { Optimization: true },
      timing: { Deform: 0.3, Total: 7.4 },
    })
    expect(parsed.executionTimeMs).toBe(17.9)
  })

  it('reads a plan without costs and without ANALYZE', () => {
    const parsed = plan(
      'Nested Loop Left Join\n  ->  Seq Scan on a\n  ->  Materialize\n        ->  Seq Scan on b x',
    )
    expect(planShape(parsed)).toBe('Nested Loop Left Join > (Seq Scan on a, Materialize > Seq Scan on b x)')
    expect(parsed.root.children.map((node) => node.parentRelationship)).toEqual(['Outer', 'Inner'])
    expect(parsed.root.estimate).toBeNull()
  })

  it('keeps a literal with a line break in one condition', () => {
    const { root } = plan(
      "Seq Scan on t  (cost=0.00..1.00 rows=1 width=4)\n  Filter: (a = 'one\n  two (or'::text)\nPlanning Time: 0.1 ms",
    )
    expect(root.conditions).toEqual([{ label: 'Filter', text: "(a = 'one\n  two (or'::text)" }])
  })
})

describe('logs', () => {
  it('takes the first plan of a log and leaves the rest', () => {
    const parsed = plan(`2026-01-05 08:00:00 UTC [7] LOG:  connection received
2026-01-05 08:00:01 UTC [7] LOG:  duration: 3.210 ms  plan:
\tQuery Text: SELECT *
\t  FROM t WHERE a = 1
\tSeq Scan on t  (cost=0.00..1.00 rows=1 width=4)
\t  Filter: (a = 1)
2026-01-05 08:00:02 UTC [7] LOG:  duration: 9.000 ms  plan:
\tQuery Text: SELECT 2
\tResult  (cost=0.00..0.01 rows=1 width=4)`)
    expect(planNodes(parsed)).toHaveLength(1)
    expect(parsed.queryText).toBe('SELECT *\n  FROM t WHERE a = 1')
  })

  it('reads jsonlog and csvlog', () => {
    const message =
      'duration: 3.2 ms  plan:\n{\n  "Query Text": "SELECT 1",\n  "Plan": {"Node Type": "Result"}\n}'
    const jsonlog = JSON.stringify({ timestamp: '2026-01-05', error_severity: 'LOG', message })
    const csvlog = `2026-01-05,"app","app",7,LOG,00000,"${message.replaceAll('"', '""')}",,,,,,,,,"psql"`
    for (const log of [jsonlog, csvlog])
      expect(plan(log)).toMatchObject({ queryText: 'SELECT 1', root: { nodeType: 'Result' } })
  })
})

describe('what ends early', () => {
  it('keeps the tree up to the cut in both formats', () => {
    for (const pair of corpusPairs().slice(0, 40)) {
      const whole = planNodes(plan(pair.json)).length
      const json = parsePlan(pair.json.slice(0, Math.floor(pair.json.length * 0.7)))
      if (json.ok) {
        expect(json.value.truncated).toBe(true)
        expect(planNodes(json.value).length).toBeLessThanOrEqual(whole)
      } else expect(json.error.message).not.toBe('')
      const cut = pair.text.split('\n').slice(0, 4).join('\n')
      expect(plan(cut).root.nodeType).toBe(plan(pair.text).root.nodeType)
    }
  })

  it('reads a line that was cut inside its figures', () => {
    expect(
      plan('Sort  (cost=1.00..2.00 rows=5 width=4)\n  ->  Seq Scan on t  (cost=0.0').root.children[0]
        ?.relation,
    ).toBe('t')
  })
})

describe('errors name the line', () => {
  it.each([
    ['', 'empty', null, /nothing to read/],
    ['   \n\n', 'empty', null, /nothing to read/],
    ['hello\nworld', 'text', 1, /line 1/i],
    ['\n\nSELECT * FROM orders', 'text', 3, /line 3/i],
    ['<explain xmlns="x">\n<Query/>', 'text', 1, /XML or YAML/],
    ['- Plan: \n    Node Type: "Result"', 'text', 1, /XML or YAML/],
    ['Seq Scan on t  (cost=0.00..1.00 rows=1 width=4)\n  nonsense here', 'text', 2, /Line 2.*nonsense/],
    ['Sort  (cost=0.00..1.00 rows=1 width=4)\n  Sort Key: a\n  ->  what is this', 'text', 3, /Line 3/],
    ['[\n  {\n    "Plan": {\n      "Node Type" "Result"\n    }\n  }\n]', 'json', 4, /Line 4.*expected :/],
    ['{"a": [1, 2}', 'json', 1, /Line 1.*expected , or ]/],
    ['[{"Plan": {"no": 1}}]', 'no-plan', 1, /Node Type/],
  ] as const)('%j', (input, kind, line, message) => {
    const error = failure(input)
    expect(error).toMatchObject({ kind, line })
    expect(error.message).toMatch(message)
  })

  it('says so for values that hold no plan', () => {
    for (const input of [null, undefined, 3, {}, [], [{ a: 1 }], { Plan: 'x' }, true])
      expect(failure(input).kind).toBe('no-plan')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'binary' }),
        (text) => typeof parsePlan(text).ok === 'boolean',
      ),
    )
    fc.assert(fc.property(fc.anything(), (value) => typeof parsePlan(value).ok === 'boolean'))
  })

  it('never throws on damaged plans', () => {
    const pairs = corpusPairs()
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string(),
        (pair, text, where, noise) => {
          const source = text ? pair.text : pair.json
          const cut = Math.floor(source.length * where)
          const result = parsePlan(source.slice(0, cut) + noise + source.slice(cut + noise.length))
          return result.ok || result.error.message.length > 10
        },
      ),
      { numRuns: 400 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { planOf } from '../testing/corpus.node.ts'
import { requestHeadline } from './request-headline.ts'
import { pairStatements } from './request-pairs.ts'
import { type RequestStatement } from './request-statements.ts'

/** A statement by its plan in EXPLAIN's text format; without a plan PostgreSQL cannot explain it. */
function statement(text: string | null, executions = 1): RequestStatement {
  if (text === null) return { plan: null, executions, buffers: 0 }
  const plan = planOf(text)
  const { buffers } = plan.root
  return { plan, executions, buffers: (buffers?.sharedHit ?? 0) * executions }
}

const scan = (table: string, buffers: number, rows = 10): string =>
  `Seq Scan on ${table} (cost=0.00..10.00 rows=${rows} width=8) (actual rows=${rows}.00 loops=1)\n  Buffers: shared hit=${buffers}`
const byKey = (table: string, buffers: number): string =>
  `Index Scan using ${table}_pkey on ${table} (cost=0.00..8.00 rows=1 width=8) (actual rows=1.00 loops=1)\n  Buffers: shared hit=${buffers}`
const insert = (table: string, buffers: number): string =>
  `Insert on ${table} (cost=0.00..1.00 rows=0 width=0) (actual rows=0.00 loops=1)\n  Buffers: shared hit=${buffers}\n  ->  Result (cost=0.00..1.00 rows=1 width=8) (actual rows=1.00 loops=1)`
const join = (buffers: number): string =>
  [
    `Nested Loop (cost=0.00..90.00 rows=10 width=8) (actual rows=10.00 loops=1)`,
    `  Buffers: shared hit=${buffers}`,
    `  ->  Seq Scan on event (cost=0.00..10.00 rows=10 width=8) (actual rows=10.00 loops=1)`,
    `        Buffers: shared hit=20`,
    `  ->  Index Scan using person_pkey on person (cost=0.00..8.00 rows=1 width=8) (actual rows=1.00 loops=10)`,
    `        Buffers: shared hit=${buffers - 20}`,
  ].join('\n')

const pairsOf = (
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): readonly string[] => pairStatements(before, after).pairs.map((pair) => `${pair.before}→${pair.after}`)

describe('long requests', () => {
  const many = (count: number, of: (at: number) => RequestStatement): RequestStatement[] =>
    Array.from({ length: count }, (_, at) => of(at))
  const texted = (one: RequestStatement, text: string): RequestStatement => ({ ...one, text })

  it('are paired in their order where they are alike, however long they are', () => {
    const one = statement(byKey('a', 3))
    const request = many(20_000, (at) => texted(one, `SELECT ${at}`))
    const { pairs, onlyBefore, onlyAfter } = pairStatements(request, request.slice(1))
    expect(pairs).toHaveLength(19_999)
    expect(pairs.every((pair) => pair.before === pair.after + 1)).toBe(true)
    expect([onlyBefore, onlyAfter]).toEqual([[0], []])
  })

  it('by text first, then by kind and tables, then by tables, then by most of them', () => {
    const filler = many(150, (at) => texted(statement(byKey('filler', 3)), `filler ${at}`))
    const before = [
      ...filler,
      statement(insert('a', 2)),
      statement(scan('a', 1)),
      statement(scan('person', 5)),
    ]
    const after = [
      statement(scan('a', 9)),
      statement(insert('a', 9)),
      statement(join(60)),
      ...filler.toReversed(),
    ]
    const { pairs, onlyBefore, onlyAfter } = pairStatements(before, after)
    expect(pairs.slice(0, 3)).toEqual([
      { before: 151, after: 0 },
      { before: 150, after: 1 },
      { before: 152, after: 2 },
    ])
    expect(pairs[3]).toEqual({ before: 149, after: 3 })
    expect([onlyBefore, onlyAfter]).toEqual([[], []])
  })

  it('a loop that is gone has its heir', () => {
    const filler = many(150, (at) => texted(statement(byKey('filler', 3)), `filler ${at}`))
    const { goneLoops, onlyBefore } = pairStatements(
      [...filler, statement(byKey('person', 3), 40)],
      [...filler, statement(join(60))],
    )
    expect(goneLoops).toEqual([{ before: 150, heir: 150 }])
    expect(onlyBefore).toEqual([150])
  })

  it('of equal length, the rest is paired in order', () => {
    const nothing = many(200, () => statement(null))
    expect(pairsOf(nothing, nothing)).toEqual(nothing.map((_, at) => `${at}→${at}`))
    expect(pairsOf(nothing, nothing.slice(1))).toEqual([])
  })

  it('say the same of it as short ones', () => {
    const loop = many(3, (at) => texted(statement(byKey('a', 3)), `SELECT ${at}`))
    const long = many(130, (at) => texted(statement(byKey('a', 3)), `SELECT ${at}`))
    const said = (request: readonly RequestStatement[]) =>
      requestHeadline({ statements: request }, { statements: [statement(scan('a', 7))] })
    expect(said(long)).toBe(
      said(loop)
        .replace('3 statements', '130 statements')
        .replace(/\b2 SELECTs on a \(together 6/, '129 SELECTs on a (together 387'),
    )
  })
})

describe('pairStatements', () => {
  it('pairs one statement with one, whatever they read', () => {
    expect(pairsOf([statement(scan('a', 1))], [statement(scan('b', 1))])).toEqual(['0→0'])
    expect(pairsOf([statement(null)], [statement(scan('b', 1))])).toEqual(['0→0'])
  })

  it('pairs by what is read, also where the order is another', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((table) => statement(scan(table, 1)))
    expect(pairsOf([a!, b!, c!], [c!, a!, b!])).toEqual(['2→0', '0→1', '1→2'])
  })

  it('keeps the order among statements about the same table', () => {
    const one = statement(scan('a', 1))
    expect(pairsOf([one, one, one], [one, one, one])).toEqual(['0→0', '1→1', '2→2'])
  })

  it('keeps the order among statements about the same table where one of them is gone', () => {
    const before = [statement(scan('a', 5)), statement(insert('a', 3)), statement(insert('a', 4))]
    expect(pairsOf(before, [statement(insert('a', 3)), statement(insert('a', 4))])).toEqual(['1→0', '2→1'])
  })

  it('pairs what has the same text first, also where PostgreSQL has no plan and where the number changes', () => {
    const texts = (...all: string[]): readonly RequestStatement[] =>
      all.map((text) => ({ ...statement(null), text }))
    expect(
      pairsOf(texts('BEGIN', 'CREATE  INDEX', 'COMMIT'), texts('SET x', 'BEGIN', 'CREATE INDEX', 'COMMIT')),
    ).toEqual(['0→1', '1→2', '2→3'])
    expect(pairsOf(texts('BEGIN', 'a', 'COMMIT'), texts('a', 'BEGIN', 'b', 'b', 'COMMIT'))).toEqual([
      '1→0',
      '0→1',
      '2→4',
    ])
    const failed = { ...statement(null), text: 'INSERT a' }
    const worked = { ...statement(insert('a', 3)), text: 'INSERT a' }
    expect(pairsOf([statement(insert('a', 3)), failed], [worked, statement(insert('a', 9))])).toEqual([
      '1→0',
      '0→1',
    ])
  })

  it('does not pair an INSERT with a SELECT of the same table while there is another INSERT', () => {
    const before = [statement(scan('a', 5)), statement(insert('a', 3), 30)]
    expect(pairsOf(before, [statement(insert('a', 60))])).toEqual(['1→0'])
  })

  it('leaves the loop alone where the other statement took its place', () => {
    const before = [statement(scan('event', 20)), statement(byKey('person', 3), 100)]
    expect(pairStatements(before, [statement(join(50))])).toEqual({
      pairs: [{ before: 0, after: 0 }],
      onlyBefore: [1],
      onlyAfter: [],
      goneLoops: [{ before: 1, heir: null }],
    })
  })

  it('has every statement of both requests exactly once', () => {
    const pool = [scan('a', 1), byKey('a', 1), insert('b', 1), join(30), null].map((text) => statement(text))
    for (let size = 0; size < 25; size++) {
      const before = Array.from({ length: size % 5 }, (_, at) => pool[(at * 3 + size) % pool.length]!)
      const after = Array.from({ length: size % 7 }, (_, at) => pool[(at * 2 + size) % pool.length]!)
      const { pairs, onlyBefore, onlyAfter } = pairStatements(before, after)
      const all = (side: 'before' | 'after', only: readonly number[]): readonly number[] =>
        [...pairs.map((pair) => pair[side]), ...only].toSorted((x, y) => x - y)
      expect(all('before', onlyBefore)).toEqual([...before.keys()])
      expect(all('after', onlyAfter)).toEqual([...after.keys()])
    }
  })
})

const sentence = (before: readonly RequestStatement[], after: readonly RequestStatement[]): string =>
  requestHeadline({ statements: before }, { statements: after })

describe('requestHeadline', () => {
  const events = statement(scan('event', 20))

  it('is the sentence of the plans where there is one statement', () => {
    expect(sentence([statement(scan('event', 20))], [statement(byKey('event', 3))])).toBe(
      'Seq Scan on event (20 buffers) became Index Scan using event_pkey (3 buffers).',
    )
  })

  it('tells of a loop that a join replaced', () => {
    expect(sentence([events, statement(byKey('person', 3), 100)], [statement(join(50))])).toBe(
      '101 statements became 1: the repeated SELECT on person (100 times) is gone. Index Scan using person_pkey on person (30 buffers) is new; the Nested Loop is new.',
    )
  })

  it('tells of a loop that became one statement, and leaves what is the same unsaid', () => {
    expect(
      sentence([events, statement(byKey('person', 3), 100)], [events, statement(scan('person', 40))]),
    ).toBe(
      '101 statements became 2: the repeated SELECT on person (100 times), 300 buffers, became one (40 buffers).',
    )
  })

  it('tells of two loops that became one statement', () => {
    const before = [events, statement(byKey('person', 3), 100), statement(byKey('photo', 2), 50)]
    const both = join(90).replaceAll('event', 'photo')
    expect(sentence(before, [events, statement(both)])).toBe(
      '151 statements became 2: the repeated statements SELECT on person (100 times) and SELECT on photo (50 times), together 400 buffers, became one (90 buffers).',
    )
  })

  it('names the statement that changed most', () => {
    const before = [events, statement(scan('person', 90)), statement(scan('photo', 30))]
    const after = [events, statement(byKey('person', 3)), statement(byKey('photo', 3))]
    expect(sentence(before, after)).toBe(
      '2 of 3 plans changed, most of all statement 2: Seq Scan on person (90 buffers) became Index Scan using person_pkey (3 buffers).',
    )
    expect(sentence(before, [events, before[1]!, after[2]!])).toMatch(
      /^Only statement 3 changed: Seq Scan on photo/,
    )
    expect(sentence(before, before)).toBe('No plan changed.')
  })

  it('tells the plan of one run from the work of all', () => {
    const loop = (text: string): readonly RequestStatement[] => [events, statement(text, 200)]
    expect(sentence(loop(scan('person', 9)), loop(byKey('person', 3)))).toBe(
      'Only statement 2 changed (run 200 times, 1,800 → 600 buffers), in one run: Seq Scan on person (9 buffers) became Index Scan using person_pkey (3 buffers).',
    )
  })

  it('tells of other work with the same plan', () => {
    const loop = (buffers: number): readonly RequestStatement[] => [
      events,
      { ...statement(scan('person', 6), 3), buffers },
    ]
    expect(sentence(loop(18), loop(15))).toBe(
      'Statement 2, SELECT on person, run 3 times: 18 → 15 buffers with the same plan.',
    )
    // Also where the other statement changed its plan, and where a condition was added to this one.
    const guarded = { ...statement(`${scan('person', 6)}\n  Filter: (a < b)`, 3), buffers: 15 }
    expect(
      sentence([statement(scan('event', 3)), loop(18)[1]!], [statement(byKey('event', 4)), guarded]),
    ).toBe('Statement 2, SELECT on person, run 3 times: 18 → 15 buffers with the same plan.')
  })

  it('names what came and went', () => {
    expect(sentence([events], [events, statement(insert('log', 7))])).toBe(
      '1 statement became 2: the INSERT on log (7 buffers) is new.',
    )
    expect(sentence([events, statement(scan('b', 1)), statement(scan('b', 1))], [events])).toBe(
      '3 statements became 1: 2 SELECTs on b (together 2 buffers) are gone.',
    )
  })

  it('says so where PostgreSQL has no plan', () => {
    const rewrite = { plan: null, executions: 1, buffers: 500 }
    expect(sentence([rewrite], [{ ...rewrite, buffers: 2 }])).toBe(
      'PostgreSQL has no plan for this statement: 500 → 2 buffers.',
    )
  })

  it('tells what the checks at COMMIT cost', () => {
    const request = (triggerBuffers: number) => ({ statements: [events], triggerBuffers })
    expect(requestHeadline(request(900), request(9))).toBe(
      'The plan is the same, and so is its work (20 buffers, all in Seq Scan on event). Triggers and foreign-key checks after the plan: 900 → 9 buffers.',
    )
    expect(requestHeadline(request(552), request(552))).toContain(
      'Triggers and foreign-key checks after the plan: 552 buffers before and after.',
    )
    expect(requestHeadline(request(0), request(0))).not.toContain('COMMIT')
  })

  it('names the statements that failed', () => {
    const failed = { ...statement(null), text: 'INSERT', failed: true }
    const worked = { ...statement(null), text: 'INSERT' }
    expect(sentence([events, failed], [events, worked])).toBe('No plan changed. Before, statement 2 failed.')
    expect(sentence([events, worked, worked], [events, failed, failed])).toBe(
      'No plan changed. Statements 2 and 3 fail.',
    )
    expect(sentence([failed, failed], [events, failed])).toMatch(
      /Before, statements 1 and 2 failed; now statement 2 fails\./,
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allPlans } from '../testing/corpus.node.ts'
import { parsePlan } from '../read/parse-plan.ts'
import { planNodes } from '../tree.ts'
import { columnsOf, conjuncts, parseExpression } from './index.ts'

const columns = (text: string): readonly string[] => {
  const expression = parseExpression(text)
  if (!expression) throw new Error(`not read: ${text}`)
  return columnsOf(expression).map((one) => (one.table === null ? one.name : `${one.table}.${one.name}`))
}

describe('parseExpression', () => {
  it('reads a conjunction with casts', () => {
    const expression = parseExpression(
      "(((status)::text = 'published'::text) AND (event_date >= '2025-06-01 00:00:00+00'::timestamp with time zone))",
    )
    expect(expression && conjuncts(expression)).toEqual([
      {
        kind: 'operator',
        operator: '=',
        left: { kind: 'cast', part: { kind: 'column', table: null, name: 'status' }, type: 'text' },
        right: { kind: 'literal', value: 'published', type: 'text' },
        quantifier: null,
      },
      {
        kind: 'operator',
        operator: '>=',
        left: { kind: 'column', table: null, name: 'event_date' },
        right: { kind: 'literal', value: '2025-06-01 00:00:00+00', type: 'timestamp with time zone' },
        quantifier: null,
      },
    ])
  })

  it.each([
    ["((a.status)::text = ANY ('{x,y}'::text[]))", ['a.status']],
    ["(upper((email)::text) ~~ '%AB''C%'::text)", ['email']],
    ['((read_at IS NULL) OR (NOT payment_confirmed))', ['read_at', 'payment_confirmed']],
    ["((preferences -> 'lang'::text) = '\"de\"'::jsonb)", ['preferences']],
    ["(tags && '{outdoor,music}'::character varying(50)[])", ['tags']],
    ["((sent_at + '30 days'::interval) > '2025-06-20 00:00:00+00'::timestamp with time zone)", ['sent_at']],
    ["((sent_at AT TIME ZONE 'UTC'::text))::date", ['sent_at']],
    ['(NOT (ANY (id = (hashed SubPlan 1).col1)))', ['id']],
    ['(NOT (hashed SubPlan 1))', []],
    ['(registered_at > (InitPlan 1).col1)', ['registered_at']],
    ['(registered_at > $0)', ['registered_at']],
    ['((ROW(event_id, user_id) > ROW(500, 10)))', ['event_id', 'user_id']],
    [
      "CASE WHEN payment_confirmed THEN (checked_in_at IS NULL) ELSE ((status)::text = 'pending'::text) END",
      ['payment_confirmed', 'checked_in_at', 'status'],
    ],
    ["(EXTRACT(epoch FROM registered_at) > '5'::numeric)", ['registered_at']],
    ['("Odd Table"."Select" = 5)', ['Odd Table.Select']],
    ["(daterange(starts_on, ends_on) && '[2025-05-01,2025-05-03)'::daterange)", ['starts_on', 'ends_on']],
    ['(invited_by_id IS DISTINCT FROM 7)', ['invited_by_id']],
    ['((size_m2 % 25) = c.id)', ['size_m2', 'c.id']],
    ['(x < CURRENT_DATE)', ['x']],
    ['(v.numbers[1] = 3)', ['v.numbers']],
  ])('%s', (text, expected) => expect(columns(text)).toEqual(expected))

  it('reads every condition of the corpora', () => {
    const unread = new Set<string>()
    let read = 0
    for (const { content } of allPlans()) {
      const plan = parsePlan(content)
      if (!plan.ok) continue
      for (const node of planNodes(plan.value))
        for (const { text } of node.conditions)
          if (parseExpression(text)) read++
          else unread.add(text)
    }
    expect([...unread]).toEqual([])
    expect(read).toBeGreaterThan(300)
  })

  it('gives null instead of an error, whatever the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      'a',
      "'x'",
      '::',
      'AND',
      'NOT',
      '=',
      ',',
      '[',
      ']',
      'CASE',
      'END',
      '.',
      '$1',
      'IS',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }),
        (parts) => parseExpression(parts.join(' ')) !== undefined,
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => parseExpression(text) !== undefined,
      ),
    )
  })
})

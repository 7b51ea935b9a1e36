import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { boundsIn } from './bounds.ts'

beforeAll(() => loadSqlParser())

const found = (query: string) =>
  boundsIn([query]).map(
    ({ table, column, literal }) => `${table === undefined ? '' : `${table}.`}${column} ${literal}`,
  )

describe('bounds that requests compare with', () => {
  test.each([
    ["SELECT 1 FROM event WHERE event_date >= '2025-06-01'", ["event_date '2025-06-01'"]],
    [
      "SELECT 1 FROM event e WHERE e.event_date < timestamptz '2025-06-01'",
      ["event.event_date '2025-06-01'"],
    ],
    [
      'SELECT 1 FROM event WHERE event.capacity BETWEEN 10 AND 20',
      ["event.capacity '10'", "event.capacity '20'"],
    ],
    ['SELECT 1 FROM event WHERE 2.5 < price', ["price '2.5'"]],
    ["SELECT 1 FROM event WHERE (day)::date > 'it''s'", ["day 'it''s'"]],
    ['SELECT 1 FROM event WHERE depth > -7', ["depth '-7'"]],
    ['SELECT 1 FROM a JOIN b ON a.id = b.a_id AND b.n <= 3', ["b.n '3'"]],
    ['SELECT 1 FROM event WHERE id IN (SELECT event_id FROM seat s WHERE s.n > 3)', ["seat.n '3'"]],
  ])('%s', (query, bounds) => expect(found(query)).toEqual(bounds))
  test('equality, computed bounds and columns with columns have none', () => {
    expect(
      found("SELECT 1 FROM t WHERE a = 1 AND b > now() AND c < d AND e >= date '2025-01-01' - 7"),
    ).toEqual([])
  })
  test('each is named once', () => {
    expect(boundsIn(['SELECT 1 FROM t WHERE a > 1', 'SELECT 2 FROM t WHERE a >= 1'])).toHaveLength(1)
  })
})

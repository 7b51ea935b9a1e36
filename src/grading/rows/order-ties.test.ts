import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { statementsOf } from '../syntax.ts'
import { rowSet } from '../testing/fixtures.ts'
import { tiedRows } from './order-ties.ts'

beforeAll(() => loadSqlParser())

/** Four registrations: two of one moment. */
const REGISTRATIONS = rowSet(
  ['id int8', 'event_id int8', 'at text'],
  [
    ['1', '7', 'noon'],
    ['2', '7', 'noon'],
    ['3', '7', 'one'],
    ['4', '8', 'noon'],
  ],
)

const tied = (query: string, order: 'any' | 'exact' | string[] = 'exact', result = REGISTRATIONS) =>
  tiedRows(statementsOf(query)[0]!.node, result, order)

describe('an order that is too short', () => {
  test.each([
    'SELECT r.id, r.event_id, r.at FROM r ORDER BY r.event_id, r.at',
    'SELECT id, event_id, at FROM r ORDER BY 2, 3 DESC',
    'SELECT r.id, r.event_id, r.at FROM r JOIN e ON e.id = event_id ORDER BY event_id, r.at',
    'SELECT id, event_id, moment AS at FROM r ORDER BY event_id, moment',
    'SELECT id, event_id, at FROM r UNION ALL SELECT id, event_id, at FROM s ORDER BY event_id, at',
    'SELECT * FROM r ORDER BY event_id, at',
    'SELECT id, event_id, at FROM r ORDER BY id < 3 LIMIT 4',
    'SELECT id, event_id, at FROM r ORDER BY at IS NULL',
    "SELECT id, event_id, at FROM r ORDER BY at IN ('noon') DESC",
  ])('%s', (query) => expect(tied(query)?.length).toBeGreaterThan(1))

  test('names the rows that tie', () => {
    expect(tied('SELECT id, event_id, at FROM r ORDER BY event_id, at')).toEqual([
      ['1', '7', 'noon'],
      ['2', '7', 'noon'],
    ])
  })
})

describe('an order that is enough', () => {
  test.each([
    ['its last key is unique', 'SELECT id, event_id, at FROM r ORDER BY event_id, at, id'],
    ['the key alone', 'SELECT r.id, r.event_id, r.at FROM r ORDER BY r.id'],
    ['a condition, and the key', 'SELECT id, event_id, at FROM r ORDER BY id < 3, id'],
    ['rows that two conditions can tell apart', 'SELECT id, event_id, at FROM r ORDER BY id < 3, id = 2'],
    ['a key that the result does not show', 'SELECT id, event_id, at FROM r ORDER BY event_id, number'],
    ['an expression', 'SELECT id, event_id, at FROM r ORDER BY event_id, md5(id::text)'],
    ['another table’s id behind a star', 'SELECT r.*, e.title FROM r JOIN e ON true ORDER BY e.event_id'],
    ['a difference is no condition', 'SELECT id, event_id, at FROM r ORDER BY 100 - id'],
    ['nullif is no condition', 'SELECT id, event_id, at FROM r ORDER BY nullif(id, 3)'],
    ['no SELECT', 'UPDATE r SET at = at RETURNING id, event_id, at'],
  ])('%s', (_, query) => expect(tied(query)).toBeNull())

  test('where the rows that tie may come in any order', () => {
    const query = 'SELECT id, event_id, at FROM r ORDER BY event_id, at'
    expect(tied(query, 'any')).toBeNull()
    expect(tied(query, ['event_id', 'at'])).toBeNull()
    expect(tied(query, ['event_id', 'id'])).not.toBeNull()
  })

  test('where the same row comes twice', () => {
    const twice = rowSet(['id int8'], [['1'], ['1']])
    expect(tied('SELECT id FROM r ORDER BY id', 'exact', twice)).toBeNull()
  })

  test('nothing is said of a result that is not known whole', () => {
    const query = 'SELECT id, event_id, at FROM r ORDER BY event_id, at'
    expect(tied(query, 'exact', { ...REGISTRATIONS, count: 5 })).toBeNull()
  })
})

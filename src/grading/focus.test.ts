import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { focusesOf } from './focus.ts'

beforeAll(() => loadSqlParser())

const seen = (query: string) =>
  focusesOf(query).map(({ table, alias, before, from }) => [table, alias, `${before}${from}`])

describe('tables that a request reads, and the rows that it wants of them', () => {
  test('FROM and WHERE are taken as they stand, up to the next clause', () => {
    const from =
      "FROM event e JOIN place p ON p.id = e.place_id WHERE e.title = 'é' AND (e.n > 1 OR p.n IS DISTINCT FROM 2)"
    for (const end of [
      '',
      ' GROUP BY e.id',
      ' ORDER BY e.id',
      ' LIMIT 5',
      ' ORDER BY e.id FETCH FIRST 5 ROWS WITH TIES',
      ' FOR UPDATE',
      ';',
    ])
      expect(seen(`SELECT extract(year FROM e.at), e.id ${from}${end}`)).toEqual([
        ['event', 'e', from],
        ['place', 'p', from],
      ])
  })
  test('each arm of a UNION and each subquery is one of its own', () => {
    expect(
      seen('(SELECT id FROM a WHERE x LIMIT 5) UNION ALL (SELECT id FROM b WHERE y) ORDER BY id'),
    ).toEqual([
      ['a', 'a', 'FROM a WHERE x'],
      ['b', 'b', 'FROM b WHERE y'],
    ])
    expect(seen('SELECT id FROM a UNION SELECT id FROM b WHERE y')).toEqual([
      ['a', 'a', 'FROM a'],
      ['b', 'b', 'FROM b WHERE y'],
    ])
    expect(seen('SELECT 1 FROM a WHERE id IN (SELECT a_id FROM b WHERE y)')).toEqual([
      ['a', 'a', 'FROM a WHERE id IN (SELECT a_id FROM b WHERE y)'],
      ['b', 'b', 'FROM b WHERE y'],
    ])
  })
  test('a WITH clause comes along, and its queries are no tables', () => {
    const query =
      'WITH x AS (SELECT id FROM a WHERE y) SELECT 1 FROM x JOIN b ON b.id = x.id WHERE z GROUP BY 1'
    expect(seen(query)).toEqual([
      ['b', 'b', 'WITH x AS (SELECT id FROM a WHERE y) FROM x JOIN b ON b.id = x.id WHERE z'],
      ['a', 'a', 'FROM a WHERE y'],
    ])
  })
  test('what INSERT … SELECT reads, without its ON CONFLICT', () => {
    expect(seen('INSERT INTO t (a) SELECT a FROM b WHERE c ON CONFLICT (a) DO NOTHING')).toEqual([
      ['b', 'b', 'FROM b WHERE c'],
    ])
  })
  test('a text with placeholders stands for no rows', () => {
    expect(seen('SELECT id FROM a WHERE x;\n-- @for-each-row\nSELECT id FROM b WHERE a_id = :id')).toEqual([
      ['a', 'a', 'FROM a WHERE x'],
    ])
  })
  test('a subquery that names tables of the query around it depends on that one', () => {
    const dependent = focusesOf(
      'SELECT (SELECT count(*) FROM b WHERE b.a_id = a.id), (SELECT count(*) FROM c WHERE c.x IN (SELECT d.x FROM d)) FROM a',
    )
    expect(dependent.map(({ table, dependent: is }) => [table, is])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', false],
    ])
  })
})

describe('sort keys', () => {
  const keys = (query: string) =>
    focusesOf(query)[0]?.keys.map(({ alias, column, descending, nullsFirst }) =>
      [alias ?? '', column, descending ? 'desc' : 'asc', nullsFirst ? 'first' : 'last'].join(' '),
    )
  test('columns with their direction, also by the name that the result gives them', () => {
    expect(
      keys('SELECT t.a AS x FROM t ORDER BY x, t.b DESC, c DESC NULLS LAST, d NULLS FIRST, lower(e), 1'),
    ).toEqual(['t a asc last', 't b desc first', ' c desc last', ' d asc first'])
  })
  test('those of windows, but not of subqueries', () => {
    expect(
      keys(
        'SELECT rank() OVER (PARTITION BY g ORDER BY a DESC), sum(x) OVER w, (SELECT 1 FROM u ORDER BY z) FROM t WINDOW w AS (ORDER BY b)',
      ),
    ).toEqual([' a desc first', ' b asc last'])
  })
  test('LIMIT and OFFSET where they are numbers', () => {
    expect(focusesOf('SELECT 1 FROM t LIMIT 5 OFFSET 10')[0]).toMatchObject({ limit: 5, offset: 10 })
    expect(focusesOf('SELECT 1 FROM t LIMIT (SELECT 5)')[0]).toMatchObject({ limit: undefined, offset: 0 })
  })
})

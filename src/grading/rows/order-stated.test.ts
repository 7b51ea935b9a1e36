import { beforeAll, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { statementsOf } from '../syntax.ts'
import { statesOrder } from './order-stated.ts'

beforeAll(() => loadSqlParser())

const states = (query: string) => statementsOf(query).map(({ node }) => statesOrder(node))[0]

test.each([
  'SELECT id FROM t ORDER BY id',
  '(SELECT id FROM t) UNION ALL (SELECT id FROM u) ORDER BY id',
  'SELECT id FROM (SELECT id FROM t ORDER BY id LIMIT 5) x',
  'WITH x AS (SELECT id FROM t ORDER BY id) SELECT id FROM x',
  'SELECT x.id, u.name FROM (SELECT id FROM t ORDER BY id) x JOIN u USING (id)',
  'UPDATE t SET a = 1 RETURNING id',
  'EXECUTE latest (20)',
])('an order is asked for: %s', (query) => expect(states(query)).toBe(true))

test.each([
  'SELECT id FROM t',
  'SELECT DISTINCT id FROM t GROUP BY id',
  'SELECT id, row_number() OVER (ORDER BY id) FROM t',
  'SELECT array_agg(id ORDER BY id) FROM t GROUP BY a',
  'SELECT id FROM t WHERE id IN (SELECT id FROM u ORDER BY id LIMIT 5)',
  '(SELECT id FROM t ORDER BY id) UNION ALL (SELECT id FROM u ORDER BY id)',
  'WITH x AS (SELECT id FROM t ORDER BY id) SELECT id FROM t',
  'WITH RECURSIVE c AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN c USING (id)) SELECT id FROM c',
])('nothing asks for an order: %s', (query) => expect(states(query)).toBe(false))

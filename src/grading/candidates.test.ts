import { beforeAll, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { withoutLimits } from './candidates.ts'

beforeAll(() => loadSqlParser())

test.each([
  ['SELECT id FROM t ORDER BY a LIMIT 20;', 'SELECT id FROM t ORDER BY a LIMIT 1020;'],
  ['SELECT id FROM t ORDER BY a LIMIT 20 OFFSET 40', 'SELECT id FROM t ORDER BY a LIMIT 1060 OFFSET 0'],
  ['SELECT id FROM t ORDER BY a OFFSET 40 limit 20', 'SELECT id FROM t ORDER BY a OFFSET 0 limit 1060'],
  ['SELECT id FROM t ORDER BY a LIMIT 20 OFFSET 0', 'SELECT id FROM t ORDER BY a LIMIT 1020 OFFSET 0'],
  ['SELECT id FROM t LIMIT 0', 'SELECT id FROM t LIMIT 1000'],
  ["SELECT 'é' FROM t LIMIT 5", "SELECT 'é' FROM t LIMIT 1005"],
  [
    'SELECT * FROM (SELECT id FROM t LIMIT 5 OFFSET 2) x ORDER BY id LIMIT 3',
    'SELECT * FROM (SELECT id FROM t LIMIT 5 OFFSET 2) x ORDER BY id LIMIT 1003',
  ],
])('the outermost LIMIT is raised, and OFFSET with it: %s', (query, wanted) => {
  expect(withoutLimits(query)).toBe(wanted)
})

test.each([
  'SELECT id FROM t',
  'SELECT * FROM (SELECT id FROM t LIMIT 5) x',
  'SELECT id FROM t LIMIT 5; SELECT 1',
  'SELECT id FROM t LIMIT (SELECT 5)',
  // Not where the number cannot be found: rows from the beginning on would be no superset.
  'SELECT id FROM t LIMIT (5) OFFSET 3',
  'SELECT id FROM t OFFSET 3 FETCH FIRST 5 ROWS ONLY',
  'SELECT id FROM t OFFSET 3',
  'DELETE FROM t',
  'not SQL',
])('there is none where there is no such LIMIT: %s', (query) => {
  expect(withoutLimits(query)).toBeUndefined()
})

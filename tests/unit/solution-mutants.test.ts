/** What is nearly a solution, as `npm run solution-mutants` makes it. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { findLessons } from '../../scripts/lib/find-lessons.ts'
import { mutantsOf } from '../../scripts/lib/solution-mutants.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'

beforeAll(() => loadSqlParser())

const names = (text: string) => mutantsOf(text).map((mutant) => mutant.name)
const text = (query: string, name: string) =>
  mutantsOf(query)
    .find((mutant) => mutant.name === name)
    ?.text.replaceAll(/\s+/g, ' ')

test.each([
  ['SELECT a FROM t WHERE b = 1 AND c', 'AND b = 1 dropped', 'SELECT a FROM t WHERE c'],
  ['SELECT a FROM t WHERE b OR c', 'OR c dropped', 'SELECT a FROM t WHERE b'],
  ['SELECT a FROM t WHERE b = 1', 'WHERE b = 1 dropped', 'SELECT a FROM t'],
  ['SELECT a FROM t WHERE b < 1', '<= in place of b < 1', 'SELECT a FROM t WHERE b <= 1'],
  ['SELECT a FROM t WHERE b BETWEEN 1 AND 2', 'only <= of b BETWEEN 1 AND 2', 'SELECT a FROM t WHERE b <= 2'],
  ['SELECT a FROM t WHERE b IS NULL', 'b IS NULL turned round', 'SELECT a FROM t WHERE b IS NOT NULL'],
  ['SELECT DISTINCT a FROM t', 'DISTINCT dropped', 'SELECT a FROM t'],
  ['SELECT count(DISTINCT a) FROM t', 'DISTINCT in an aggregate dropped', 'SELECT count(a) FROM t'],
  [
    'SELECT a FROM t UNION SELECT a FROM s',
    'UNION ALL in place of UNION',
    'SELECT a FROM t UNION ALL SELECT a FROM s',
  ],
  ['SELECT a FROM t ORDER BY a, b', 'ORDER BY key b dropped', 'SELECT a FROM t ORDER BY a'],
  ['SELECT a FROM t ORDER BY a', 'ORDER BY key a dropped', 'SELECT a FROM t'],
  ['SELECT a FROM t ORDER BY a DESC', 'ASC for a', 'SELECT a FROM t ORDER BY a ASC'],
  ['SELECT a FROM t ORDER BY a NULLS FIRST', 'NULLS for a dropped', 'SELECT a FROM t ORDER BY a'],
  ['SELECT a FROM t LIMIT 5', 'LIMIT dropped', 'SELECT a FROM t'],
  ['SELECT a FROM t LIMIT 5', 'LIMIT 4 in place of 5', 'SELECT a FROM t LIMIT 4'],
  ['SELECT a FROM t LIMIT 5 OFFSET 2', 'OFFSET dropped', 'SELECT a FROM t LIMIT 5'],
  ['SELECT a, b FROM t GROUP BY a, b', 'GROUP BY key b dropped', 'SELECT a, b FROM t GROUP BY a'],
  ['SELECT a FROM t JOIN s ON s.b = t.b', 'ON s.b = t.b dropped', 'SELECT a FROM t JOIN s ON true'],
  [
    'SELECT a FROM t LEFT JOIN s ON s.b = t.b',
    'JOIN in place of LEFT JOIN',
    'SELECT a FROM t JOIN s ON s.b = t.b',
  ],
  ['SELECT rank() OVER (ORDER BY a) FROM t', 'window ORDER BY key a dropped', 'SELECT rank() OVER () FROM t'],
  ['UPDATE t SET a = 1, b = 2', 'SET a dropped', 'UPDATE t SET b = 2'],
  [
    'INSERT INTO t (a) SELECT 1 ON CONFLICT (a) DO UPDATE SET a = 2',
    'DO NOTHING in place of DO UPDATE',
    'INSERT INTO t ( a ) SELECT 1 ON CONFLICT (a) DO NOTHING',
  ],
])('%s: %s', (query, name, mutated) => expect(text(query, name)?.replace(/;$/, '')).toBe(mutated))

test('the other statements stay as they are, and so do placeholders and markers', () => {
  const query =
    'SELECT id FROM t; -- one\n-- @for-each-row\nSELECT $$é$$ FROM s WHERE t_id = :id AND a < :"B b";'
  expect(names(query)).toEqual([
    'statement 2: WHERE t_id = :id AND a < :"B b" dropped',
    'statement 2: AND t_id = :id dropped',
    'statement 2: AND a < :"B b" dropped',
    'statement 2: <= in place of a < :"B b"',
  ])
  expect(mutantsOf(query)[1]?.text).toMatch(
    /^SELECT id FROM t; -- one\n-- @for-each-row\nSELECT 'é'\s+FROM s\s+WHERE\s+a < :"B b";$/,
  )
})

test('two of one name are told apart; what does not parse has none', () => {
  expect(names('SELECT 1 FROM t LIMIT 1; SELECT 1 FROM t LIMIT 1')).toContain('statement 2: LIMIT dropped')
  expect(names('(SELECT a FROM t LIMIT 1) UNION ALL (SELECT a FROM t LIMIT 1)')).toContain(
    'LIMIT dropped (2)',
  )
  expect(mutantsOf('SELECT FROM WHERE')).toEqual([])
})

test('what is explained is a mutant of its lesson, and has a reason', async () => {
  const file = new URL('../../scripts/solution-mutants.expected.json', import.meta.url)
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
  for (const lesson of await findLessons(Object.keys(expected))) {
    const known = names(lesson.solution.query)
    for (const [name, reason] of Object.entries(expected[lesson.id] ?? {})) {
      expect(known, lesson.id).toContain(name)
      expect(reason).toMatch(/\w+ \w+/)
    }
  }
})

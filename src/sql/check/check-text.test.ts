import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE } from '../testing/sample-schema.ts'
import { schemaAfter } from '../outline/declared.ts'
import { loadSqlParser } from '../parser-module.ts'
import { EMPTY_SCHEMA, type Schema } from '../schema.ts'
import { checkText, type TextKind } from './check-text.ts'

beforeAll(() => loadSqlParser())

const problems = (text: string, kind: TextKind = 'request', schema: Schema | null = SAMPLE) =>
  checkText(text, kind, schema)
/** What is marked, with the message. */
const marked = (text: string, kind?: TextKind) =>
  problems(text, kind).map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`)
const underlined = (text: string, kind?: TextKind) =>
  problems(text, kind).map(({ start, end }) => text.slice(start, end))

describe('syntax', () => {
  test.each<[string, string, RegExp]>([
    ['SELEC 1', 'SELEC', /syntax error at or near "SELEC"/],
    ['SELECT 1 FROM', 'FROM', /syntax error at end of input/],
    ["SELECT 'abc", "'abc", /unterminated quoted string/],
    ['SELECT 1\nSELECT 2', '2', /semicolon missing/],
    ['SELECT * FROM `person`', '`', /double quotes/],
    ["SELECT 'é😀', FROM person", 'FROM', /syntax error/],
    ['SELECT :id', ':', /has no value here/],
    ['SELECT 1;\n-- @for-each-row', '-- @for-each-row', /no statement after/],
  ])('%s', (text, what, message) => {
    const [problem, ...rest] = problems(text)
    expect(rest).toEqual([])
    expect(problem).toMatchObject({ severity: 'error' })
    expect(text.slice(problem?.start, problem?.end)).toBe(what)
    expect(problem?.message).toMatch(message)
  })

  test.each(['', '-- only a comment', 'SELECT 1', ';;'])('%j is in order', (text) => {
    expect(problems(text)).toEqual([])
    expect(problems(text, 'changes')).toEqual([])
  })

  test('a statement that is not finished leaves the warnings of the others', () => {
    const text = "SELECT 'é', nme FROM person;\nSELECT id FROM;\nSELECT 1 FROM persn"
    expect(problems(text).map(({ severity, start, end }) => [severity, text.slice(start, end)])).toEqual([
      ['warning', 'nme'],
      ['error', ';'],
      ['warning', 'persn'],
    ])
  })

  test('without a schema only the syntax is looked at', () => {
    expect(problems('SELECT * FROM nowhere', 'request', null)).toEqual([])
    expect(problems('SELEC', 'request', null)).toHaveLength(1)
  })
})

describe('names that nothing has', () => {
  test.each<[string, string[]]>([
    [
      'SELECT * FROM persn',
      ['persn: There is no table persn: not in the dataset, and the changes make none. Did you mean person?'],
    ],
    [
      'SELECT * FROM public.nowhere',
      ['nowhere: There is no table nowhere: not in the dataset, and the changes make none.'],
    ],
    ['SELECT nme FROM person', ['nme: No table of this query has a column nme. Did you mean name?']],
    ['SELECT p.emial FROM person p', ['emial: p (person) has no column emial. Did you mean email?']],
    ['SELECT person.x FROM person', ['x: person has no column x.']],
    [
      'SELECT q.id FROM person p',
      ['q: q is no table of this query: what stands in FROM, or its alias, qualifies a column.'],
    ],
    [
      'SELECT person.id FROM person p',
      ['person: person is no table of this query: what stands in FROM, or its alias, qualifies a column.'],
    ],
  ])('%s', (text, expected) => expect(marked(text)).toEqual(expected))

  test.each<[string, string[]]>([
    ['SELECT p.id FROM person p WHERE p.x = 1 ORDER BY y', ['x', 'y']],
    ['SELECT 1 FROM person p JOIN event e ON e.x = p.id', ['x']],
    ['SELECT * FROM (SELECT id FROM person) s WHERE s.email = 1', ['email']],
    ['SELECT * FROM (SELECT id AS a FROM person) s (b) WHERE s.a = s.b', ['a']],
    ['WITH w AS (SELECT id FROM person) SELECT email FROM w', ['email']],
    ['WITH w AS (SELECT x FROM person) SELECT * FROM w', ['x']],
    ['WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a', ['b']],
    ['SELECT 1 FROM person p WHERE EXISTS (SELECT 1 FROM event WHERE organizer_id = p.nope)', ['nope']],
    ['SELECT 1 FROM person p, (SELECT p.id FROM event) e', ['p']],
    ['SELECT 1 FROM person p, LATERAL (SELECT p.id, p.x FROM event) e', ['x']],
    ['SELECT count(*) FILTER (WHERE x > 1) OVER (PARTITION BY y) FROM person', ['x', 'y']],
    ['SELECT z.* FROM person', ['z']],
    ['INSERT INTO person (id, x) VALUES (1, 2)', ['x']],
    ['INSERT INTO person (id) VALUES (1) ON CONFLICT (x) DO UPDATE SET y = excluded.z', ['x', 'y', 'z']],
    ['UPDATE person SET x = y WHERE z RETURNING w', ['x', 'y', 'z', 'w']],
    ['DELETE FROM message USING persn WHERE x = 1', ['persn']],
    ['DELETE FROM message WHERE x = 1', ['x']],
    ['MERGE INTO person p USING message m ON p.id = m.x WHEN MATCHED THEN UPDATE SET y = m.body', ['x', 'y']],
    ['EXPLAIN ANALYZE SELECT x FROM person', ['x']],
    ['SELECT id FROM message;\n-- @for-each-row\nSELECT x FROM person WHERE id = :id', ['x']],
    ['SELECT a.id FROM person a UNION SELECT b.x FROM event b', ['x']],
    ['SELECT "Id" FROM person', ['"Id"']],
    ["SELECT 'é😀', x FROM person", ['x']],
  ])('%s', (text, expected) => expect(underlined(text)).toEqual(expected))

  test.each<[string, string[]]>([
    ['CREATE INDEX ON persn (id)', ['persn']],
    ['CREATE INDEX x ON person (x, lower(y)) INCLUDE (z) WHERE w', ['x', 'y', 'z', 'w']],
    ['CREATE STATISTICS s ON id, x FROM person', ['x']],
    ['ANALYZE person (id, x)', ['x']],
    ['ANALYZE persn', ['persn']],
    ['ALTER TABLE person DROP COLUMN x', ['x']],
    ['ALTER TABLE persn ADD COLUMN x int', ['persn']],
    ['CREATE TABLE t (a int REFERENCES persn)', ['persn']],
    ['CREATE VIEW v AS SELECT x FROM person', ['x']],
    ['DROP TABLE persn', ['persn']],
    ['CREATE TABLE t AS SELECT id FROM person; CREATE INDEX ON t (email)', ['email']],
    ['ALTER TABLE person RENAME name TO title; CREATE INDEX ON person (name)', ['name']],
  ])('in changes: %s', (text, expected) => expect(underlined(text, 'changes')).toEqual(expected))

  test('what statements before make is known, and what they drop is not', () => {
    expect(underlined('CREATE TABLE made (a int); SELECT a, b FROM made')).toEqual(['b'])
    expect(underlined('DROP TABLE person CASCADE; SELECT 1 FROM person')).toEqual(['person'])
    expect(underlined('DO $$ BEGIN END $$; SELECT 1 FROM whatever')).toEqual([])
  })
})

describe('no false alarm', () => {
  test.each([
    'SELECT id, name AS n, lower(email) FROM person ORDER BY n, lower',
    'SELECT id x FROM person GROUP BY x',
    'SELECT p FROM person p',
    'SELECT count(p) FROM person p',
    'SELECT person.ctid, xmin, tableoid FROM person',
    'SELECT PERSON.ID, "Nick" FROM Person',
    'SELECT public.person.id FROM public.person',
    'SELECT l.id FROM audit.log l',
    'SELECT g, g.g FROM generate_series(1, 3) g',
    'SELECT n, o FROM generate_series(1, 3) WITH ORDINALITY AS g(n, o)',
    "SELECT value FROM jsonb_array_elements('[]')",
    'SELECT * FROM pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE relname > nspname',
    'SELECT table_name FROM information_schema.tables',
    'SELECT x.column1 FROM (VALUES (1, 2)) x',
    'SELECT x.a FROM (VALUES (1, 2)) x (a, b)',
    'SELECT j.p FROM (person JOIN event USING (id)) AS j (p)',
    'SELECT id FROM person JOIN event USING (id) AS k WHERE k.id = 1',
    'SELECT id FROM person NATURAL JOIN event',
    'WITH RECURSIVE r AS (SELECT id, 1 AS depth FROM event UNION ALL SELECT r.id, r.depth + 1 FROM r) SELECT depth FROM r',
    'WITH RECURSIVE r (a, b) AS (SELECT id, 1 FROM event UNION ALL SELECT a, b + 1 FROM r) SELECT a, b FROM r',
    'WITH RECURSIVE r AS (SELECT * FROM event UNION ALL SELECT e.* FROM r JOIN event e ON e.id = r.organizer_id) SELECT title FROM r',
    'WITH RECURSIVE r AS (SELECT id FROM event UNION ALL SELECT id FROM r) SEARCH DEPTH FIRST BY id SET o SELECT o FROM r',
    'WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1 AS one) SELECT one FROM a',
    'WITH d AS (DELETE FROM message RETURNING id, body) SELECT body FROM d',
    'WITH person AS (SELECT 1 AS anything) SELECT anything FROM person',
    'SELECT 1 FROM person p WHERE p.id = ANY (SELECT sender_id FROM message WHERE sender_id = p.id AND email IS NOT NULL)',
    'SELECT s.count, s.max FROM (SELECT count(*), max(id) FROM person) s',
    "SELECT s.case, s.coalesce, s.greatest, s.text, s.int4, s.array, s.exists FROM (SELECT CASE WHEN true THEN 1 END, coalesce(1), greatest(1, 2), 'a'::text, '1'::int, true, ARRAY[1], EXISTS (SELECT 1)) s",
    'SELECT s.current_date, s.json_object FROM (SELECT current_date, JSON_OBJECT()) s',
    'SELECT s.name FROM (SELECT (p).name FROM person p) s',
    'SELECT s.title FROM (SELECT (SELECT title FROM event LIMIT 1)) s',
    'SELECT id, row_number() OVER w FROM person WINDOW w AS (ORDER BY id)',
    'INSERT INTO person AS p (id) SELECT id FROM event ON CONFLICT (id) DO UPDATE SET name = excluded.name || p.name WHERE p.id > 1 RETURNING id, old.name, new.name',
    'UPDATE person p SET (name, email) = (SELECT title, p.email FROM event LIMIT 1) FROM message m WHERE m.sender_id = p.id',
    'UPDATE person SET name = DEFAULT RETURNING WITH (OLD AS o) o.name, new.email',
    'MERGE INTO person p USING (SELECT id AS x FROM message) m ON p.id = m.x WHEN NOT MATCHED THEN INSERT (id) VALUES (m.x) WHEN MATCHED THEN DELETE RETURNING merge_action(), p.id, m.x',
    'SELECT my_function(p), p.my_function FROM person p',
    'SELECT t.x FROM XMLTABLE($$/a$$ PASSING $$<a/>$$ COLUMNS x int) t',
    "SELECT jt.a FROM JSON_TABLE('[]', '$' COLUMNS (a int)) jt",
    'TABLE person',
    'VALUES (1, 2) ORDER BY column1',
    'SELECT 1 FROM person FOR UPDATE OF person SKIP LOCKED',
    'SELECT id FROM person UNION SELECT id FROM event ORDER BY id',
    'SELECT DISTINCT ON (n) name AS n FROM person ORDER BY n',
    'SELECT 1 FROM person TABLESAMPLE system (1) WHERE id = 1',
    'SELECT id FROM recent WHERE title IS NULL',
    'CREATE TABLE t (LIKE person, parent int REFERENCES t)',
    'DROP TABLE IF EXISTS nowhere',
    'ALTER TABLE IF EXISTS nowhere DROP COLUMN x',
    'ALTER TABLE person ADD x int, ALTER x SET NOT NULL',
    'ALTER TABLE person DROP COLUMN IF EXISTS x',
    'COPY (SELECT id FROM person) TO STDOUT',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT id FROM person; SELECT 2; END',
  ])('%s', (text) => expect(marked(text, 'changes')).toEqual([]))

  test('in no lesson, with the schema as the seed data writes it', () => {
    const read = (path: string) => readFileSync(path, 'utf8')
    const files = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.sql'),
    )
    const schemas = new Map(
      readdirSync('seed-data').map((name) => [
        name,
        ['schema.sql', 'indexes.sql'].reduce(
          (schema, file) => schemaAfter(schema, read(`seed-data/${name}/${file}`)),
          EMPTY_SCHEMA,
        ),
      ]),
    )
    let looked = 0
    for (const file of files) {
      // Cheats may do what does not work.
      if (/setup\.sql|probes\.sql|reject\//.test(file)) continue
      const folder = `lessons/${file.replace(/\/(?:accept\/)?[^/]*$/, '')}`
      const dataset = /^dataset:\s*(\S+)/m.exec(read(`${folder}/lesson.md`))?.[1] ?? 'entreprinder'
      const setup = readdirSync(folder).includes('setup.sql') ? read(`${folder}/setup.sql`) : ''
      const schema = schemaAfter(schemas.get(dataset) ?? EMPTY_SCHEMA, setup)
      const [, changes = '', query = ''] =
        /^(?:.*?-- @changes\n(.*?))?(?:\n?-- @query\n(.*))?$/s.exec(read(file.replace(/^/, 'lessons/'))) ?? []
      expect([file, checkText(changes, 'changes', schema)]).toEqual([file, []])
      expect([file, checkText(query, 'request', schemaAfter(schema, changes))]).toEqual([file, []])
      looked += Number(changes !== '') + Number(query !== '')
    }
    expect(looked).toBeGreaterThan(200)
  })
})

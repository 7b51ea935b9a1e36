import { describe, expect, test } from 'vitest'
import { EMPTY_SCHEMA } from '../schema.ts'
import type { Completion } from './candidates.ts'
import { complete } from './complete.ts'
import { SAMPLE } from '../testing/sample-schema.ts'

/** Completions at the caret `|` of a text. */
function at(marked: string, bySpace = false) {
  const offset = marked.indexOf('|')
  return complete(marked.replace('|', ''), offset, SAMPLE, bySpace).items
}
const labels = (items: readonly Completion[], kind?: Completion['kind']) =>
  items.filter((item) => kind === undefined || item.kind === kind).map(({ label }) => label)
const first = (marked: string, count: number) => labels(at(marked)).slice(0, count)

describe('columns', () => {
  test.each<[string, string[]]>([
    ['SELECT m.| FROM message m', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    ['SELECT message.| FROM message', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    ['SELECT m.bo| FROM message AS m', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    [
      'SELECT * FROM message m WHERE m.| AND 1 = 1 ORDER BY 1',
      ['id', 'connection_id', 'sender_id', 'body', 'sent_at'],
    ],
    ['SELECT * FROM message m JOIN person p ON p.|', ['id', 'email', 'name', '"Nick"']],
    ['select P.| from Person p', ['id', 'email', 'name', '"Nick"']],
    ['SELECT "P".| FROM person "P"', ['id', 'email', 'name', '"Nick"']],
    ['SELECT nobody.| FROM person', []],
    ['SELECT audit.| FROM audit.log', ['log']],
    ['SELECT audit.log.| FROM audit.log', ['id', '"order"']],
    [
      'SELECT * FROM (SELECT id, title AS t, count(*), lower(title) FROM event) x WHERE x.|',
      ['id', 't', 'count', 'lower'],
    ],
    [
      'SELECT * FROM (SELECT e.*, 1 AS one FROM event e) x WHERE x.|',
      ['id', 'organizer_id', 'title', 'date', 'one'],
    ],
    ['SELECT * FROM (VALUES (1, 2)) x WHERE x.|', ['column1', 'column2']],
    ['SELECT * FROM (VALUES (1, 2)) x(a, b) WHERE x.|', ['a', 'b']],
    ['WITH w AS (SELECT id, email e FROM person) SELECT w.| FROM w', ['id', 'e']],
    ['WITH w(a, b) AS (SELECT id, email FROM person) SELECT w.| FROM w', ['a', 'b']],
    ['WITH v AS (SELECT id FROM person), w AS (SELECT v.id AS x FROM v) SELECT z.| FROM w z', ['x']],
    [
      'WITH RECURSIVE r AS (SELECT id, 1 AS depth FROM event UNION ALL SELECT r.| FROM r) SELECT * FROM r',
      ['id', 'depth'],
    ],
    ['WITH d AS (DELETE FROM message RETURNING id, body) SELECT d.| FROM d', ['id', 'body']],
    ['SELECT * FROM person p, LATERAL (SELECT p.| FROM message m) x', ['id', 'email', 'name', '"Nick"']],
    ['SELECT * FROM person p JOIN (SELECT p.| FROM message m) x ON true', []],
    [
      'SELECT * FROM person p WHERE EXISTS (SELECT 1 FROM message m WHERE p.|)',
      ['id', 'email', 'name', '"Nick"'],
    ],
    ['SELECT * FROM person p, unnest(p.|)', ['id', 'email', 'name', '"Nick"']],
    [
      'SELECT (SELECT max(m.|) FROM message m) FROM person',
      ['id', 'connection_id', 'sender_id', 'body', 'sent_at'],
    ],
    [
      'INSERT INTO person (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET email = excluded.|',
      ['id', 'email', 'name', '"Nick"'],
    ],
    ['UPDATE person p SET email = p.|', ['id', 'email', 'name', '"Nick"']],
    ['DELETE FROM message m USING person p WHERE p.|', ['id', 'email', 'name', '"Nick"']],
    ['MERGE INTO person p USING message m ON m.|', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    ['SELECT 1; SELECT p.| FROM person p; SELECT 2', ['id', 'email', 'name', '"Nick"']],
    ["SELECT 'a;b', $$;$$; SELECT p.| FROM person p", ['id', 'email', 'name', '"Nick"']],
    [
      'SELECT id FROM message;\n-- @for-each-row\nSELECT p.| FROM person p WHERE id = :id',
      ['id', 'email', 'name', '"Nick"'],
    ],
    ['CREATE VIEW v AS SELECT p.| FROM person p', ['id', 'email', 'name', '"Nick"']],
    ['EXPLAIN (ANALYZE) SELECT p.| FROM person p', ['id', 'email', 'name', '"Nick"']],
    ['EXPLAIN WITH w AS (SELECT 1 AS one) SELECT w.| FROM w', ['one']],
    ['SELECT a.id FROM person a UNION SELECT b.| FROM event b', ['id', 'organizer_id', 'title', 'date']],
    [
      'SELECT * FROM (person p JOIN message m ON m.|)',
      ['id', 'connection_id', 'sender_id', 'body', 'sent_at'],
    ],
    ['SELECT extract(year FROM m.|) FROM message m', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    ['SELECT sum(m.| FROM message m', ['id', 'connection_id', 'sender_id', 'body', 'sent_at']],
    [
      'SELECT * FROM person p WHERE p.id IN (SELECT m.sender_id FROM message m WHERE m.|',
      ['id', 'connection_id', 'sender_id', 'body', 'sent_at'],
    ],
    ['SELECT * FROM generate_series(1, 3) AS g(n) WHERE g.|', ['n']],
  ])('%s', (marked, expected) => expect(labels(at(marked))).toEqual(expected))

  test('those of the nearest query come first, keys before others', () => {
    expect(first('SELECT * FROM person WHERE EXISTS (SELECT 1 FROM event WHERE |)', 6)).toEqual([
      'event.id',
      'organizer_id',
      'title',
      'date',
      'person.id',
      'email',
    ])
  })

  test('a name that two sources have is written with its source', () => {
    const ids = at('SELECT | FROM person p JOIN event e ON e.organizer_id = p.id').filter(
      ({ filter }) => filter === 'id',
    )
    expect(ids.map(({ insert }) => insert)).toEqual(['p.id', 'e.id'])
  })

  test('tell type, key and source', () => {
    expect(at('SELECT | FROM person')[0]).toMatchObject({ label: 'id', detail: 'bigint, primary key' })
    expect(at('SELECT | FROM person p, event e')[0]?.detail).toBe('bigint, primary key, p')
    const schema = {
      ...EMPTY_SCHEMA,
      tables: [{ ...SAMPLE.tables[0]!, columns: [{ name: 'at', type: 'timestamp(3) with time zone' }] }],
    }
    expect(complete('SELECT  FROM connection', 7, schema).items[0]?.detail).toBe('timestamptz(3)')
  })

  test.each<[string, string[]]>([
    ['INSERT INTO person (|', ['id', 'email', 'name', '"Nick"']],
    ['INSERT INTO person (id, |)', ['email', 'name', '"Nick"']],
    ['UPDATE person SET |', ['id', 'email', 'name', '"Nick"']],
    ['UPDATE person SET id = 1, |', ['id', 'email', 'name', '"Nick"']],
    ['INSERT INTO person (id) VALUES (1) ON CONFLICT (|', ['id', 'email', 'name', '"Nick"']],
    ['ALTER TABLE person DROP COLUMN |', ['id', 'email', 'name', '"Nick"']],
    ['ANALYZE person (|', ['id', 'email', 'name', '"Nick"']],
    ['SELECT * FROM person JOIN event USING (|', ['id']],
  ])('of the table that is written: %s', (marked, expected) => expect(labels(at(marked))).toEqual(expected))

  test.each([
    'CREATE INDEX ON person (|',
    'CREATE INDEX CONCURRENTLY x ON person USING btree (|)',
    'CREATE INDEX x ON person (email, |)',
    'CREATE UNIQUE INDEX x ON public.person (id) INCLUDE (|)',
    'CREATE INDEX x ON person (id) WHERE |',
    'CREATE STATISTICS s ON email, | FROM person',
    'CREATE INDEX x ON person (lower(|))',
  ])('of the table that is indexed: %s', (marked) => {
    expect(labels(at(marked), 'column')).toContain('name')
  })

  test('ORDER BY and GROUP BY know the names that the SELECT list gives', () => {
    expect(first('SELECT count(*) AS many FROM person GROUP BY email ORDER BY |', 1)).toEqual(['many'])
  })
})

describe('tables', () => {
  test.each([
    'SELECT * FROM |',
    'SELECT * FROM mess|',
    'SELECT * FROM person p, |',
    'SELECT * FROM (|',
    'INSERT INTO |',
    'UPDATE |',
    'DELETE FROM |',
    'MERGE INTO person USING |',
    'CREATE INDEX ON |',
    'CREATE INDEX name ON |',
    'CREATE STATISTICS s ON a, b FROM |',
    'ALTER TABLE |',
    'ANALYZE |',
    'VACUUM (ANALYZE) |',
    'TRUNCATE |',
    'DROP TABLE |',
    'DROP TABLE IF EXISTS |',
    'CLUSTER |',
    'CREATE TABLE x (id int REFERENCES |)',
    'SELECT * FROM person JOIN | WHERE true',
    'SELECT (SELECT 1 FROM |) FROM person',
    'COPY |',
  ])('%s', (marked) =>
    expect(labels(at(marked), 'table')).toEqual(expect.arrayContaining(['message', 'audit.log'])),
  )

  test.each(['SELECT extract(year FROM |', 'CREATE TABLE |', 'CREATE VIEW |', 'SELECT a IS DISTINCT FROM |'])(
    'not: %s',
    (marked) => expect(labels(at(marked), 'table')).toEqual([]),
  )

  test('common table expressions come first, and only where they are in sight', () => {
    expect(first('WITH w AS (SELECT 1), v AS (SELECT 2) SELECT * FROM |', 2)).toEqual(['v', 'w'])
    expect(labels(at('WITH w AS (SELECT * FROM |), v AS (SELECT 2) SELECT 1'))).not.toContain('v')
    expect(labels(at('WITH w AS (SELECT 1), v AS (SELECT * FROM |) SELECT 1'))[0]).toBe('w')
    expect(labels(at('WITH RECURSIVE w AS (SELECT * FROM |) SELECT 1'))[0]).toBe('w')
  })

  test('behind JOIN, those that a foreign key joins come first', () => {
    expect(first('SELECT * FROM message m JOIN |', 2).sort()).toEqual(['connection', 'person'])
    expect(at('SELECT * FROM event JOIN |')[0]?.detail).toMatch(/joins by/)
  })
})

describe('join conditions', () => {
  test.each<[string, string]>([
    ['SELECT * FROM message m JOIN connection c |', 'ON m.connection_id = c.id'],
    ['SELECT * FROM message m JOIN connection c ON |', 'm.connection_id = c.id'],
    ['SELECT * FROM message m JOIN connection c ON | WHERE m.id = 1', 'm.connection_id = c.id'],
    ['SELECT * FROM message m LEFT JOIN connection AS c ON | WHERE m.id = 1', 'm.connection_id = c.id'],
    ['SELECT * FROM connection JOIN message |', 'ON connection.id = message.connection_id'],
    [
      'SELECT * FROM message m JOIN connection c ON m.connection_id = c.id JOIN event e |',
      'ON c.event_id = e.id',
    ],
    ['UPDATE person SET name = 1 FROM message m JOIN connection c |', 'ON m.connection_id = c.id'],
    [
      'WITH w AS (SELECT connection_id AS ci FROM message) SELECT * FROM w JOIN connection c ON |',
      'w.ci = c.id',
    ],
    ['SELECT * FROM connection c JOIN (SELECT connection_id FROM message) x |', 'ON c.id = x.connection_id'],
    ['SELECT * FROM message m JOIN event e ON |', 'm.sender_id = e.organizer_id'],
    ['select * from message m join connection c |', 'on m.connection_id = c.id'],
  ])('%s', (marked, condition) =>
    expect(at(marked)[0]).toMatchObject({ kind: 'condition', insert: condition }),
  )

  test('only behind a JOIN that has none yet', () => {
    expect(labels(at('SELECT * FROM message m |'), 'condition')).toEqual([])
    expect(labels(at('SELECT * FROM message m, connection c |'), 'condition')).toEqual([])
    expect(labels(at('SELECT * FROM message m JOIN connection c ON m.id = c.id |'), 'condition')).toEqual([])
  })
})

describe('words', () => {
  const offered: [string, string[]][] = [
    ['|', ['SELECT', 'CREATE INDEX', 'WITH']],
    ['SELECT 1; |', ['SELECT']],
    ['sel|', ['SELECT']],
    ['SELECT 1; cre| SELECT 2', ['CREATE INDEX']],
    ['SELECT 1 UNION sel|', ['SELECT']],
    ['SELECT * FROM (sel|)', ['SELECT']],
    ['-- a comment\n|', ['SELECT']],
    ['SELECT id |', ['FROM', 'AS']],
    ['SELECT id fr| ', ['FROM']],
    ['SELECT id FROM person |', ['WHERE', 'JOIN', 'LEFT JOIN', 'ORDER BY', 'LIMIT']],
    ['SELECT id FROM person p JOIN event e |', ['ON', 'USING']],
    ['SELECT id FROM person WHERE id |', ['AND', 'IN', 'IS NULL', 'ORDER BY']],
    ['SELECT id FROM person WHERE id = 1 |', ['AND', 'GROUP BY']],
    ['SELECT id FROM person WHERE id IS |', ['NULL', 'NOT NULL']],
    ['SELECT id FROM person ORDER |', ['BY']],
    ['SELECT id FROM person ORDER BY id |', ['DESC', 'LIMIT']],
    ['SELECT id FROM person ORDER BY id DESC NULLS |', ['LAST']],
    ['SELECT id FROM person GROUP BY id |', ['HAVING', 'ORDER BY']],
    ['SELECT id FROM person LIMIT 5 |', ['OFFSET']],
    ['SELECT id FROM person WHERE EXISTS (|', ['SELECT']],
    ['SELECT row_number() OVER (|', ['PARTITION BY', 'ORDER BY']],
    ['INSERT |', ['INTO']],
    ['INSERT INTO person (id) |', ['VALUES', 'SELECT']],
    ['INSERT INTO person VALUES (1) |', ['ON CONFLICT', 'RETURNING']],
    ['UPDATE person |', ['SET']],
    ['UPDATE person SET id = 1 |', ['WHERE', 'RETURNING']],
    ['DELETE FROM person |', ['WHERE']],
    ['CREATE |', ['INDEX', 'TABLE', 'UNIQUE INDEX']],
    ['CREATE INDEX x |', ['ON']],
    ['CREATE INDEX ON person (id) |', ['INCLUDE', 'WHERE']],
    ['CREATE INDEX ON person (id |)', ['DESC']],
    ['ALTER TABLE person |', ['ADD', 'DROP COLUMN']],
    ['DROP |', ['INDEX', 'TABLE']],
    ['WITH w |', ['AS']],
    ['WITH w AS (|', ['SELECT']],
    ['WITH w AS (SELECT 1) |', ['SELECT']],
    ['EXPLAIN |', ['SELECT']],
  ]
  test.each(offered)('%s offers', (marked, expected) =>
    expect(labels(at(marked), 'keyword')).toEqual(expect.arrayContaining(expected)),
  )

  test('are small where the statement began in small letters', () => {
    expect(labels(at('select id |'))).toContain('from')
    expect(labels(at('SELECT id |'))).toContain('FROM')
  })

  test('types stand behind a cast', () => {
    expect(labels(at('SELECT id::|'))).toContain('bigint')
    expect(labels(at('SELECT CAST(id AS |)'))).toContain('bigint')
    expect(labels(at('CREATE TABLE x (id |)'))).toContain('bigint')
  })

  test('functions stand where a value may, with the caret between their brackets', () => {
    expect(at('SELECT | FROM person').find(({ label }) => label === 'count')).toMatchObject({
      insert: 'count(|)',
    })
    expect(at('SELECT |').find(({ label }) => label === 'now')).toMatchObject({ insert: 'now()' })
    expect(labels(at('SELECT * FROM |'), 'function')).toContain('generate_series')
    expect(labels(at('SELECT |'), 'function')).toContain('my_function')
    expect(labels(at('SELECT id |'), 'function')).toEqual([])
  })

  test('indexes stand behind DROP INDEX', () => {
    expect(labels(at('DROP INDEX |'))).toEqual(['message_pkey'])
    expect(labels(at('DROP INDEX IF EXISTS |'))).toEqual(['message_pkey'])
  })
})

describe('nothing is offered', () => {
  test.each([
    "SELECT 'a|b'",
    "SELECT 'ab|",
    'SELECT 1 -- com|ment',
    'SELECT 1 -- comment|',
    'SELECT /* com| */ 1',
    'SELECT $$ a| $$',
    'SELECT 12|',
    'SELECT id AS |',
    'SELECT * FROM person AS |',
    'CREATE TABLE |',
    'SELECT * FROM person WHERE id = :o|',
    "SELECT 'text'|",
  ])('%s', (marked) => expect(at(marked)).toEqual([]))
})

describe('what comes by itself', () => {
  test('behind a space only tables and join conditions', () => {
    expect(labels(at('SELECT * FROM |', true))).toContain('message')
    expect(labels(at('SELECT * FROM |', true))).not.toContain('LATERAL')
    expect(labels(at('SELECT * FROM message m JOIN connection c |', true))).toEqual([
      'ON m.connection_id = c.id',
      'ON m.sender_id = c.user1_id',
    ])
    expect(at('SELECT |', true)).toEqual([])
    expect(at('SELECT * FROM message |', true)).toEqual([])
    expect(at('SELECT * FROM message WHERE |', true)).toEqual([])
  })

  test('where a name may be made up, key words wait for a second letter', () => {
    expect(at('SELECT * FROM message u|')).toEqual([])
    expect(labels(at('SELECT * FROM message us|'))).toContain('JOIN')
    expect(at('SELECT id n|')).toEqual([])
  })
})

test('what statements before the caret make is known, and what those behind it make is not', () => {
  expect(labels(at('CREATE TABLE t (a int, b int); SELECT t.| FROM t; ALTER TABLE t ADD c int'))).toEqual([
    'a',
    'b',
  ])
  expect(labels(at('DROP TABLE person; SELECT * FROM |'), 'table')).not.toContain('person')
})

test('the word around the caret is replaced', () => {
  expect(complete('SELECT em FROM person', 9, SAMPLE)).toMatchObject({ from: 7, to: 9 })
  expect(complete('SELECT em FROM person', 8, SAMPLE)).toMatchObject({ from: 7, to: 9 })
  expect(complete('SELECT "Ni FROM person', 10, SAMPLE)).toMatchObject({ from: 7 })
})

test('without a schema there are words, and never an error, at any place of any beginning', () => {
  const text =
    'WITH w AS (SELECT a.*, (b).c[1] FROM a, LATERAL (VALUES (1)) v(x) WHERE a.id IN (1, 2)) INSERT INTO t (x) SELECT count(*) FILTER (WHERE x) OVER (ORDER BY y) FROM w LEFT JOIN u USING (id) ON CONFLICT DO NOTHING'
  for (let end = 0; end <= text.length; end++)
    for (const schema of [EMPTY_SCHEMA, SAMPLE])
      expect(complete(text.slice(0, end), end, schema).from).toBeLessThanOrEqual(end)
  expect(labels(complete('', 0, EMPTY_SCHEMA).items)).toContain('SELECT')
})

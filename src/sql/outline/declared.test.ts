import { expect, test } from 'vitest'
import { SAMPLE } from '../testing/sample-schema.ts'
import { findTable } from '../schema.ts'
import { schemaAfter } from './declared.ts'

const columns = (text: string, table: string) =>
  findTable(schemaAfter(SAMPLE, text), table.split('.'))?.columns?.map(({ name, type }) =>
    `${name} ${type}`.trim(),
  )

test.each<[string, string, string[] | undefined]>([
  [
    'CREATE TABLE t (id bigint PRIMARY KEY, "A b" varchar(10) NOT NULL, n numeric(6, 2) DEFAULT 1, CHECK (n > 0))',
    't',
    ['id bigint', 'A b varchar(10)', 'n numeric(6, 2)'],
  ],
  ['CREATE TEMP TABLE IF NOT EXISTS t (a int);', 't', ['a int']],
  ['CREATE TABLE s.t (a int)', 's.t', ['a int']],
  ['CREATE TABLE t AS SELECT id, lower(email) AS mail FROM person', 't', ['id bigint', 'mail']],
  ['CREATE TABLE t (x, y) AS SELECT id, email FROM person', 't', ['x bigint', 'y text']],
  ['CREATE TABLE t AS WITH w AS (SELECT 1 AS one) SELECT * FROM w', 't', ['one']],
  [
    'CREATE TABLE t (LIKE person, more int)',
    't',
    ['id bigint', 'email text', 'name text', 'Nick text', 'more int'],
  ],
  [
    'CREATE TABLE t PARTITION OF person FOR VALUES IN (1)',
    't',
    ['id bigint', 'email text', 'name text', 'Nick text'],
  ],
  ['CREATE MATERIALIZED VIEW v AS SELECT count(*) FROM person', 'v', ['count']],
  ['CREATE OR REPLACE VIEW v(n) AS SELECT count(*) FROM person', 'v', ['n']],
  ['CREATE VIEW v AS SELECT id FROM person UNION SELECT id FROM event', 'v', ['id bigint']],
  ['SELECT id INTO t FROM person', 't', ['id bigint']],
  [
    'ALTER TABLE person ADD COLUMN x int, DROP COLUMN name, DROP email',
    'person',
    ['id bigint', 'Nick text', 'x int'],
  ],
  [
    'ALTER TABLE ONLY person ADD IF NOT EXISTS x int NOT NULL',
    'person',
    ['id bigint', 'email text', 'name text', 'Nick text', 'x int'],
  ],
  [
    'ALTER TABLE person RENAME COLUMN name TO title',
    'person',
    ['id bigint', 'email text', 'title text', 'Nick text'],
  ],
  [
    'ALTER TABLE person RENAME name TO title',
    'person',
    ['id bigint', 'email text', 'title text', 'Nick text'],
  ],
  ['ALTER TABLE person RENAME TO people', 'people', ['id bigint', 'email text', 'name text', 'Nick text']],
  ['ALTER TABLE person RENAME TO people', 'person', undefined],
  [
    'ALTER TABLE person ADD CONSTRAINT c CHECK (id > 0), ALTER COLUMN name TYPE varchar',
    'person',
    ['id bigint', 'email text', 'name text', 'Nick text'],
  ],
  ['DROP TABLE IF EXISTS message, person CASCADE', 'person', undefined],
  ['CREATE TABLE t (a int', 't', ['a int']],
  ['CREATE TABLE t (a int);\nALTER TABLE t ADD b int;\n-- more\nALTER TABLE t DROP a', 't', ['b int']],
  ["SELECT 'CREATE TABLE t (a int)'", 't', undefined],
])('%s', (text, table, expected) => expect(columns(text, table)).toEqual(expected))

test('keys and indexes of the text are known', () => {
  const { foreignKeys, indexes } = schemaAfter(
    SAMPLE,
    'CREATE TABLE t (a int REFERENCES person, b int, FOREIGN KEY (b) REFERENCES event (id)); CREATE INDEX i ON t (a); DROP INDEX message_pkey; ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES x (c, d)',
  )
  expect(foreignKeys.filter(({ table }) => table === 't')).toEqual([
    { table: 't', columns: ['a'], references: 'person', referencedColumns: ['id'] },
    { table: 't', columns: ['b'], references: 'event', referencedColumns: ['id'] },
    { table: 't', columns: ['a', 'b'], references: 'x', referencedColumns: ['c', 'd'] },
  ])
  expect(indexes).toEqual([{ name: 'i', table: 't' }])
})

test.each([
  'DO $$ BEGIN END $$',
  'SET search_path = audit',
  'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql',
  'CREATE SCHEMA s',
])('%s leaves the schema incomplete', (text) => {
  expect(schemaAfter(SAMPLE, text).incomplete).toBe(true)
  expect(schemaAfter(SAMPLE, 'CREATE TABLE t (a int)').incomplete).toBe(false)
})

test('whatever is cut off, there is a schema', () => {
  const text =
    'CREATE TABLE s.t (a int REFERENCES x (y), PRIMARY KEY (a)); ALTER TABLE t RENAME COLUMN a TO b; CREATE VIEW v (x) AS SELECT 1; DROP TABLE t'
  for (let end = 0; end < text.length; end++)
    expect(schemaAfter(SAMPLE, text.slice(0, end)).tables.length).toBeGreaterThan(0)
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from './parser-module.ts'
import { referencedRelations } from './relations.ts'
import { parsed } from './testing/parsed.ts'

beforeAll(() => loadSqlParser())

describe('referencedRelations', () => {
  test.each<[string, string]>([
    [
      'SELECT * FROM a, s.b JOIN c USING (id) WHERE x IN (SELECT 1 FROM d)',
      'read a, read s.b, read c, read d',
    ],
    ['SELECT * FROM a x, a y', 'read a'],
    ['WITH c AS (SELECT * FROM a) SELECT * FROM c JOIN public.c p ON true', 'read a, read public.c'],
    ['WITH c AS (SELECT * FROM c) SELECT * FROM c', 'read c'],
    [
      'WITH a AS (SELECT 1), b AS (SELECT * FROM a, z), d AS (SELECT * FROM e), e AS (SELECT 1) SELECT * FROM b',
      'read z, read e',
    ],
    ['WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT * FROM r, t) SELECT * FROM r', 'read t'],
    ['SELECT * FROM (WITH c AS (SELECT 1) SELECT * FROM c) x, c', 'read c'],
    ['SELECT * FROM a UNION SELECT * FROM b UNION SELECT * FROM c', 'read a, read b, read c'],
    ['INSERT INTO a SELECT * FROM b', 'write a, read b'],
    [
      'WITH d AS (DELETE FROM a USING b RETURNING *) INSERT INTO c SELECT * FROM d',
      'write c, write a, read b',
    ],
    ['UPDATE a SET x = (SELECT 1 FROM b) FROM c', 'write a, read b, read c'],
    ['MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE', 'write a, read b'],
    ['TRUNCATE a, b', 'write a, write b'],
    ['COPY a FROM STDIN', 'write a'],
    ['COPY a TO STDOUT', 'read a'],
    ['COPY (SELECT * FROM a) TO STDOUT', 'read a'],
    ['CREATE INDEX ON a (x)', 'define a'],
    ['CREATE TABLE a AS SELECT * FROM b', 'read b, define a'],
    ['SELECT * INTO a FROM b', 'define a, read b'],
    ['CREATE VIEW a AS SELECT * FROM b', 'define a, read b'],
    ['CREATE TABLE a (LIKE b, c int REFERENCES d)', 'define a, read b, read d'],
    ['ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b', 'define a, read b'],
    ['CREATE STATISTICS s ON x, y FROM a', 'read a'],
    ['REFRESH MATERIALIZED VIEW a', 'define a'],
    ['DROP TABLE a, s.b', 'define a, define s.b'],
    ['DROP TRIGGER x ON a', 'define a'],
    ['DROP FUNCTION f()', ''],
    ['COMMENT ON COLUMN a.x IS $$y$$', 'define a'],
    ['VACUUM a', 'read a'],
    ['EXPLAIN SELECT * FROM a', 'read a'],
    ['SELECT * FROM generate_series(1, 2)', ''],
    ['SELECT * FROM a TABLESAMPLE system (1) FOR UPDATE OF a', 'read a'],
  ])('%s', (sql, expected) => {
    const found = referencedRelations(parsed(sql)).map(
      ({ schema, name, access }) => `${access} ${schema === null ? '' : `${schema}.`}${name}`,
    )
    expect(found.toSorted().join(', ')).toBe(expected.split(', ').toSorted().join(', '))
  })
})

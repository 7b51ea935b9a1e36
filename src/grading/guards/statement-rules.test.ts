import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { statementsOf } from '../syntax.ts'
import { catalog, index, task } from '../fixtures.ts'
import { requestFindings } from './request-rules.ts'
import { changeFindings } from './statement-rules.ts'

beforeAll(() => loadSqlParser())

const inChanges = (sql: string) => {
  const statements = statementsOf(sql)
  if (statements.length === 0) throw new Error(`does not parse: ${sql}`)
  return statements.flatMap(changeFindings)
}
const inRequest = (sql: string, lesson = task()) => {
  const statements = statementsOf(sql)
  if (statements.length === 0) throw new Error(`does not parse: ${sql}`)
  return requestFindings(statements, lesson)
}

describe('changes that a migration would make are open', () => {
  test.each([
    'CREATE INDEX ON t (a, b DESC) INCLUDE (c) WHERE d IS NULL',
    'CREATE UNIQUE INDEX CONCURRENTLY i ON t USING btree (upper(a))',
    'CREATE INDEX i ON t USING gin (a jsonb_path_ops) WITH (fastupdate = off)',
    'DROP INDEX CONCURRENTLY i',
    'ALTER INDEX i RENAME TO j',
    'REINDEX INDEX i',
    'CREATE STATISTICS s (dependencies, mcv) ON a, b FROM t',
    'CREATE STATISTICS ON (upper(a)) FROM t',
    'DROP STATISTICS s',
    'ANALYZE t (a)',
    'VACUUM (ANALYZE) t',
    'ALTER TABLE t ALTER COLUMN a SET STATISTICS 1000',
    'ALTER TABLE t ADD CONSTRAINT c UNIQUE (a, b)',
    'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c',
    'ALTER TABLE t ALTER COLUMN a SET NOT NULL',
    'ALTER TABLE t SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01)',
    'CREATE EXTENSION IF NOT EXISTS pg_trgm',
    'BEGIN; CREATE INDEX ON t (a); COMMIT',
    "SET lock_timeout = '2s'",
    "COMMENT ON TABLE t IS 'x'",
  ])('%s', (sql) => expect(inChanges(sql)).toEqual([]))
})

describe('classes of cheats in the changes', () => {
  test.each<[string, string, string | undefined]>([
    // Data.
    ['DELETE FROM t WHERE id > 5', 'base-data', 'data-change'],
    ['UPDATE t SET a = 1', 'base-data', 'data-change'],
    ['INSERT INTO t VALUES (1)', 'base-data', 'data-change'],
    ['MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE', 'base-data', 'data-change'],
    ['TRUNCATE t', 'base-data', 'data-change'],
    ["COPY t FROM '/x'", 'base-data', 'data-change'],
    ['VACUUM FULL t', 'base-data', 'rewrite'],
    ['CLUSTER t USING i', 'base-data', 'rewrite'],
    ["ALTER TABLE t ALTER COLUMN a TYPE text USING 'x'", 'base-data', 'alter-column'],
    ['ALTER TABLE t DROP COLUMN a', 'base-data', 'alter-column'],
    ['ALTER TABLE t ADD COLUMN a int', 'base-data', 'new-column'],
    ['ALTER TABLE t SET UNLOGGED', 'base-data', 'rewrite'],
    // Settings.
    ['SET enable_seqscan = off', 'settings', 'settings'],
    ['SET LOCAL random_page_cost = 0.1', 'settings', 'settings'],
    ['SET join_collapse_limit = 1', 'settings', 'settings'],
    ['SET plan_cache_mode = force_custom_plan', 'settings', 'settings'],
    ['SET search_path = cheat, public', 'settings', 'settings'],
    ['RESET work_mem', 'settings', 'settings'],
    ['ALTER SYSTEM SET enable_sort = off', 'settings', undefined],
    ['ALTER DATABASE postgres SET enable_sort = off', 'settings', undefined],
    ['ALTER ROLE postgres SET enable_sort = off', 'settings', undefined],
    ['ALTER TABLE t SET (parallel_workers = 8)', 'settings', 'settings'],
    ['DISCARD ALL', 'settings', undefined],
    ["LOAD 'auto_explain'", 'settings', undefined],
    // Something in place of the tables.
    ['CREATE VIEW v AS SELECT 1', 'shadowing', 'view'],
    ['CREATE TEMP VIEW t AS SELECT 1', 'shadowing', 'view'],
    ['CREATE RULE r AS ON SELECT TO t DO INSTEAD SELECT 1 AS id', 'shadowing', undefined],
    ['ALTER TABLE t RENAME TO old', 'shadowing', 'rename'],
    ['ALTER TABLE t RENAME COLUMN a TO b', 'shadowing', 'rename'],
    ['CREATE SCHEMA s', 'shadowing', 'type'],
    ['CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)', 'shadowing', undefined],
    ['CREATE CAST (text AS int) WITH INOUT AS IMPLICIT', 'shadowing', undefined],
    ['CREATE AGGREGATE count2(int) (SFUNC = int4pl, STYPE = int)', 'shadowing', undefined],
    ['ALTER OPERATOR = (int, int) SET (RESTRICT = NONE)', 'shadowing', undefined],
    // Results kept.
    ['CREATE TABLE s AS SELECT 1', 'kept-results', 'new-table'],
    ['SELECT 1 AS a INTO s', 'kept-results', 'new-table'],
    ['CREATE UNLOGGED TABLE s (a int)', 'kept-results', 'new-table'],
    ['CREATE TEMP TABLE s (a int)', 'kept-results', 'new-table'],
    ['CREATE MATERIALIZED VIEW m AS SELECT 1', 'kept-results', 'materialized-view'],
    ['CREATE SEQUENCE s', 'kept-results', 'new-table'],
    ['CREATE TABLE p PARTITION OF t FOR VALUES IN (1)', 'kept-results', 'new-table'],
    // Code.
    ['CREATE FUNCTION f() RETURNS int IMMUTABLE LANGUAGE sql AS $$SELECT 1$$', 'new-code', 'function'],
    ['CREATE PROCEDURE p() LANGUAGE sql AS $$SELECT 1$$', 'new-code', 'function'],
    ['ALTER FUNCTION f() SET enable_sort = off', 'new-code', 'function'],
    ['CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()', 'new-code', 'trigger'],
    ['ALTER TABLE t DISABLE TRIGGER ALL', 'new-code', 'trigger'],
    ['DO $$BEGIN NULL; END$$', 'new-code', 'procedural'],
    ['CALL p()', 'new-code', 'procedural'],
    // Statistics and catalogs.
    ['UPDATE pg_class SET reltuples = 1', 'tampering', undefined],
    ['UPDATE pg_catalog.pg_statistic SET stanullfrac = 0', 'tampering', undefined],
    ['DELETE FROM pg_index', 'tampering', undefined],
    [
      'WITH x AS (UPDATE pg_class SET reltuples = 1 RETURNING 1) INSERT INTO t SELECT * FROM x',
      'tampering',
      undefined,
    ],
    ['ALTER TABLE t ALTER COLUMN a SET (n_distinct = 5)', 'tampering', undefined],
    [
      "SELECT pg_restore_relation_stats('relation', 't'::regclass, 'reltuples', 1::real)",
      'tampering',
      undefined,
    ],
    ["SELECT pg_clear_attribute_stats('public', 't', 'a', false)", 'tampering', undefined],
    ['SELECT pg_stat_reset()', 'tampering', undefined],
    // Row security.
    ['ALTER TABLE t ENABLE ROW LEVEL SECURITY', 'row-security', undefined],
    ['ALTER TABLE t FORCE ROW LEVEL SECURITY', 'row-security', undefined],
    ['CREATE POLICY p ON t USING (id < 5)', 'row-security', undefined],
    // Drops.
    ['DROP TABLE t', 'dropped', 'drop-table'],
    ['ALTER TABLE t DROP CONSTRAINT c', 'dropped', 'drop-constraint'],
    ['ALTER TABLE t ALTER COLUMN a DROP NOT NULL', 'dropped', 'drop-constraint'],
    ['DROP FUNCTION f()', 'dropped', 'function'],
    // The rest.
    ['SELECT 1', 'not-allowed', 'procedural'],
    ["SELECT set_config('enable_sort', 'off', false)", 'settings', 'settings'],
    ["SELECT query_to_xml('SET enable_sort = off', true, true, '')", 'new-code', undefined],
    ['EXPLAIN ANALYZE DELETE FROM t', 'not-allowed', 'procedural'],
    ['PREPARE p AS SELECT 1', 'not-allowed', 'prepare'],
    ['CREATE EXTENSION dblink', 'not-allowed', 'extension'],
    ['CREATE TYPE e AS ENUM ()', 'not-allowed', 'type'],
    ['GRANT ALL ON t TO public', 'not-allowed', undefined],
  ])('%s is %s', (sql, guard, permission) => {
    const found = inChanges(sql).filter((finding) => finding.guard === guard)
    expect(found.map((finding) => finding.permission)).toContain(permission)
    expect(found[0]?.message).toMatch(/\w/)
  })

  test('what a body does is found, and what cannot be read is refused whatever is open', () => {
    const guards = (sql: string) =>
      inChanges(sql).map((finding) => `${finding.guard} ${finding.permission ?? '-'}`)
    expect(guards('DO $$BEGIN UPDATE pg_class SET reltuples = 1; END$$')).toContain('tampering -')
    expect(guards("DO $$BEGIN EXECUTE 'DELETE FROM t'; END$$")).toContain('base-data data-change')
    expect(guards("DO $$BEGIN EXECUTE 'DELETE FROM ' || 't'; END$$")).toContain('new-code -')
    expect(
      guards(
        'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$BEGIN PERFORM set_config($1, $2, false); END$$',
      ),
    ).toContain('settings settings')
  })
})

describe('requests', () => {
  test('queries of any shape are open where the lesson reads', () => {
    for (const sql of [
      'SELECT * FROM t',
      'WITH x AS MATERIALIZED (SELECT 1) SELECT * FROM x',
      'VALUES (1)',
      'TABLE t',
      'SELECT id FROM t UNION ALL SELECT id FROM t',
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT * FROM r',
    ])
      expect(inRequest(sql)).toEqual([])
  })
  test.each([
    ['SET enable_seqscan = off; SELECT 1', 'settings'],
    ['BEGIN; SET LOCAL enable_seqscan = off; SELECT 1; COMMIT', 'settings'],
    ["SELECT set_config('enable_seqscan', 'off', true)", 'settings'],
    ['DELETE FROM t', 'base-data'],
    ['WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d', 'base-data'],
    ['SELECT 1 AS a INTO s', 'kept-results'],
    ['CREATE TEMP TABLE s AS SELECT 1; SELECT * FROM s', 'not-allowed'],
    ['CREATE INDEX ON t (a); SELECT 1', 'not-allowed'],
    ['PREPARE p AS SELECT 1; EXECUTE p', 'not-allowed'],
    ['DO $$BEGIN NULL; END$$', 'new-code'],
    ['DECLARE c CURSOR FOR SELECT 1', 'not-allowed'],
    ["SELECT query_to_xml('SELECT 1', true, true, '')", 'new-code'],
    ["SELECT nextval('s')", 'not-allowed'],
    ["SELECT pg_read_file('/etc/passwd')", 'not-allowed'],
    ['UPDATE pg_class SET reltuples = 1', 'tampering'],
  ])('%s is %s', (sql, guard) => expect(inRequest(sql).map((finding) => finding.guard)).toContain(guard))

  test('what the lesson’s own request does is open', () => {
    const lesson = task({
      before: { changes: '', query: 'INSERT INTO t VALUES (1)' },
      solution: { changes: '', query: "UPDATE t SET a = nextval('s')" },
    })
    expect(inRequest("BEGIN; INSERT INTO t VALUES (nextval('s')); DELETE FROM t; COMMIT", lesson)).toEqual([])
    expect(inRequest('UPDATE pg_class SET reltuples = 1', lesson)).not.toEqual([])
    expect(inRequest('SET enable_sort = off', lesson)).not.toEqual([])
  })

  test('it is open for the tables and the commands of the lesson only', () => {
    const guards = (query: string, sql: string) => {
      const lesson = task({ before: { changes: '', query }, solution: { changes: '', query } })
      const before = catalog({
        indexes: [index('t_pkey', 't', ['id'])],
        constraints: [
          {
            name: 't_pkey',
            table: 't',
            type: 'p',
            validated: true,
            references: null,
            definition: 'PRIMARY KEY (id)',
          },
        ],
      })
      return requestFindings(statementsOf(sql), lesson, before).map((finding) => finding.guard)
    }
    expect(guards('DELETE FROM t', 'WITH d AS (DELETE FROM t RETURNING id) SELECT count(*) FROM d')).toEqual(
      [],
    )
    expect(guards('DELETE FROM t', 'DELETE FROM s; DELETE FROM t')).toEqual(['base-data'])
    expect(guards('DELETE FROM t', 'WITH d AS (UPDATE s SET a = 1) DELETE FROM t')).toEqual(['base-data'])
    const alter = 'ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT mine'
    expect(guards(alter, alter)).toEqual([])
    expect(guards(alter, 'ALTER TABLE t DROP CONSTRAINT t_pkey')).toEqual(['dropped'])
    expect(guards(alter, 'ALTER TABLE t DROP COLUMN b')).toEqual(['base-data'])
    expect(guards(alter, 'ALTER TABLE t DISABLE TRIGGER ALL')).toEqual(['new-code'])
    expect(guards(alter, 'ALTER TABLE s ALTER a SET NOT NULL')).toEqual(['base-data'])
    const build = 'CREATE INDEX CONCURRENTLY i ON t (a)'
    expect(guards(build, `DROP INDEX CONCURRENTLY IF EXISTS i; ${build}; ANALYZE t`)).toEqual([])
    expect(guards(build, `DROP INDEX t_pkey; ${build}`)).toEqual(['not-allowed'])
    expect(guards(build, `VACUUM FULL t; ${build}`)).toEqual(['not-allowed'])
    expect(guards('SELECT 1', 'ANALYZE t')).toEqual(['not-allowed'])
  })
})

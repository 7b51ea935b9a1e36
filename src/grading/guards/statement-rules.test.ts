import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { statementsOf } from '../syntax.ts'
import { catalog, index, task } from '../testing/fixtures.ts'
import { requestBreaches } from './request-rules.ts'
import { changeBreaches } from './statement-rules.ts'

beforeAll(() => loadSqlParser())

const inChanges = (sql: string) => {
  const statements = statementsOf(sql)
  if (statements.length === 0) throw new Error(`does not parse: ${sql}`)
  return statements.flatMap(changeBreaches)
}
const inRequest = (sql: string, lesson = task()) => {
  const statements = statementsOf(sql)
  if (statements.length === 0) throw new Error(`does not parse: ${sql}`)
  return requestBreaches(statements, lesson)
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
    'ALTER STATISTICS s SET STATISTICS 500',
    'CHECKPOINT',
    'SET CONSTRAINTS ALL IMMEDIATE',
    'LOCK TABLE t',
    'SHOW work_mem',
    'ALTER TABLE t ALTER CONSTRAINT c DEFERRABLE',
    'ALTER TABLE t CLUSTER ON i',
    'ALTER TABLE t SET WITHOUT CLUSTER',
    'ALTER TABLE t REPLICA IDENTITY FULL',
    'ALTER TABLE t RENAME CONSTRAINT c TO d',
    'ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i',
    'ALTER INDEX i ATTACH PARTITION j',
    'ALTER INDEX i SET (fastupdate = off)',
    'ALTER TABLE t SET (toast.autovacuum_enabled = off, toast_tuple_target = 128, vacuum_truncate = off)',
    'ALTER TABLE t RESET (fillfactor)',
    'ALTER INDEX i SET (pages_per_range = 8, autosummarize = on)',
    'ALTER INDEX i SET (gin_pending_list_limit = 64)',
    'ALTER INDEX i SET (buffering = off)',
    'ALTER INDEX i SET (deduplicate_items = off)',
    'ALTER TABLE t SET (log_autovacuum_min_duration = 0)',
    "SET Application_Name = 'me'",
    'SET client_min_messages = warning',
    "SET deadlock_timeout = '2s'",
    "SET idle_in_transaction_session_timeout = '2s'",
    'SET log_min_duration_statement = 0',
    "SET maintenance_work_mem = '64MB'",
    "SET statement_timeout = '2s'",
    'CREATE EXTENSION bloom',
    'CREATE EXTENSION btree_gin',
    'CREATE EXTENSION btree_gist',
    'CREATE EXTENSION intarray',
    'CREATE EXTENSION pg_stat_statements',
    'CREATE EXTENSION unaccent',
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
    ['ALTER TABLE t SET LOGGED', 'base-data', 'rewrite'],
    ['ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY', 'base-data', 'alter-column'],
    ['ALTER TABLE t ALTER a SET DEFAULT 1', 'base-data', 'alter-column'],
    ['ALTER TABLE t ALTER a DROP EXPRESSION', 'base-data', 'alter-column'],
    ['ALTER TABLE t ALTER a SET EXPRESSION AS (1)', 'base-data', 'alter-column'],
    ['ALTER TABLE t ALTER a SET COMPRESSION lz4', 'base-data', 'alter-column'],
    ['ALTER TABLE t ALTER a SET STORAGE EXTERNAL', 'base-data', 'alter-column'],
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
    ['ALTER TABLE t RESET (parallel_workers)', 'settings', 'settings'],
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
    ['CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <', 'shadowing', undefined],
    ['CREATE OPERATOR FAMILY f USING btree', 'shadowing', undefined],
    ['ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, int)', 'shadowing', undefined],
    ['CREATE ACCESS METHOD m TYPE INDEX HANDLER bthandler', 'shadowing', undefined],
    ["CREATE CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM f", 'shadowing', undefined],
    ['CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION f(internal))', 'shadowing', undefined],
    ['ALTER VIEW v RENAME TO t', 'shadowing', 'rename'],
    // Results kept.
    ['CREATE TABLE s AS SELECT 1', 'kept-results', 'new-table'],
    ['SELECT 1 AS a INTO s', 'kept-results', 'new-table'],
    ['CREATE UNLOGGED TABLE s (a int)', 'kept-results', 'new-table'],
    ['CREATE TEMP TABLE s (a int)', 'kept-results', 'new-table'],
    ['CREATE MATERIALIZED VIEW m AS SELECT 1', 'kept-results', 'materialized-view'],
    ['CREATE SEQUENCE s', 'kept-results', 'new-table'],
    ['CREATE TABLE p PARTITION OF t FOR VALUES IN (1)', 'kept-results', 'new-table'],
    ['CREATE FOREIGN TABLE s (a int) SERVER x', 'kept-results', 'new-table'],
    ['ALTER SEQUENCE s RESTART', 'kept-results', 'new-table'],
    ['REFRESH MATERIALIZED VIEW m', 'kept-results', 'materialized-view'],
    ['ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (1)', 'kept-results', 'new-table'],
    ['ALTER TABLE t DETACH PARTITION p', 'kept-results', 'new-table'],
    // Code.
    ['CREATE FUNCTION f() RETURNS int IMMUTABLE LANGUAGE sql AS $$SELECT 1$$', 'new-code', 'function'],
    ['CREATE PROCEDURE p() LANGUAGE sql AS $$SELECT 1$$', 'new-code', 'function'],
    ['ALTER FUNCTION f() SET enable_sort = off', 'new-code', 'function'],
    ['CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()', 'new-code', 'trigger'],
    ['ALTER TABLE t DISABLE TRIGGER ALL', 'new-code', 'trigger'],
    ['DO $$BEGIN NULL; END$$', 'new-code', 'procedural'],
    ['CALL p()', 'new-code', 'procedural'],
    ['CREATE LANGUAGE plperl HANDLER h', 'new-code', 'function'],
    ['CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()', 'new-code', undefined],
    ['ALTER TABLE t ENABLE REPLICA TRIGGER g', 'new-code', 'trigger'],
    ['ALTER TABLE t DISABLE RULE r', 'new-code', 'trigger'],
    // Statistics and catalogs.
    ['UPDATE pg_class SET reltuples = 1', 'tampering', undefined],
    ['UPDATE pg_catalog.pg_statistic SET stanullfrac = 0', 'tampering', undefined],
    ['DELETE FROM pg_index', 'tampering', undefined],
    ['INSERT INTO information_schema.sql_features DEFAULT VALUES', 'tampering', undefined],
    ['UPDATE sql_features SET comments = NULL', 'tampering', undefined],
    ['TRUNCATE t, pg_statistic', 'tampering', undefined],
    ['MERGE INTO pg_class c USING t ON c.oid = t.id WHEN MATCHED THEN DELETE', 'tampering', undefined],
    ['ALTER TABLE t ALTER COLUMN a RESET (n_distinct)', 'tampering', undefined],
    ["SELECT pg_set_relation_stats('t')", 'tampering', undefined],
    ['SELECT pg_stat_reset_shared()', 'tampering', undefined],
    ["SELECT binary_upgrade_set_next_pg_type_oid('1')", 'tampering', undefined],
    ["SELECT pg_replication_origin_create('x')", 'tampering', undefined],
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
    ['ALTER POLICY p ON t USING (true)', 'row-security', undefined],
    ['ALTER TABLE t NO FORCE ROW LEVEL SECURITY', 'row-security', undefined],
    // Drops.
    ['DROP TABLE t', 'dropped', 'drop-table'],
    ['ALTER TABLE t DROP CONSTRAINT c', 'dropped', 'drop-constraint'],
    ['ALTER TABLE t ALTER COLUMN a DROP NOT NULL', 'dropped', 'drop-constraint'],
    ['DROP FUNCTION f()', 'dropped', 'function'],
    ['DROP PROCEDURE p()', 'dropped', 'function'],
    ['DROP VIEW v', 'dropped', 'drop-table'],
    ['DROP MATERIALIZED VIEW m', 'dropped', 'drop-table'],
    ['DROP SEQUENCE s', 'dropped', 'drop-table'],
    ['DROP TRIGGER g ON t', 'dropped', 'trigger'],
    ['DROP TYPE y', 'dropped', 'type'],
    ['DROP SCHEMA s', 'dropped', 'type'],
    ['DROP RULE r ON t', 'dropped', undefined],
    // The rest.
    ['SELECT 1', 'not-allowed', 'procedural'],
    ["SELECT set_config('enable_sort', 'off', false)", 'settings', 'settings'],
    ["SELECT query_to_xml('SET enable_sort = off', true, true, '')", 'new-code', undefined],
    ['EXPLAIN ANALYZE DELETE FROM t', 'not-allowed', 'procedural'],
    ['PREPARE p AS SELECT 1', 'not-allowed', 'prepare'],
    ['CREATE EXTENSION dblink', 'not-allowed', 'extension'],
    ['CREATE TYPE e AS ENUM ()', 'not-allowed', 'type'],
    ['GRANT ALL ON t TO public', 'not-allowed', undefined],
    ['EXECUTE p', 'not-allowed', 'prepare'],
    ['DEALLOCATE p', 'not-allowed', 'prepare'],
    ['CREATE DOMAIN d AS int', 'not-allowed', 'type'],
    ['CREATE TYPE y AS (a int)', 'not-allowed', 'type'],
    ['CREATE TYPE r AS RANGE (SUBTYPE = int)', 'not-allowed', 'type'],
    ["CREATE COLLATION c (LOCALE = 'C')", 'not-allowed', 'type'],
    ['CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)', 'not-allowed', 'type'],
    ['ALTER TABLE t ALTER a DROP IDENTITY', 'not-allowed', undefined],
    ["SELECT pg_read_binary_file('/x')", 'not-allowed', 'procedural'],
    ["SELECT pg_ls_dir('/')", 'not-allowed', 'procedural'],
    ["SELECT pg_stat_file('/x')", 'not-allowed', 'procedural'],
    ["SELECT pg_file_write('/x', '', false)", 'not-allowed', 'procedural'],
    ["SELECT lo_import('/x')", 'not-allowed', 'procedural'],
    ['SELECT pg_logdir_ls()', 'not-allowed', 'procedural'],
    ["SELECT nextval('s')", 'not-allowed', 'procedural'],
  ])('%s is %s', (sql, guard, permission) => {
    const found = inChanges(sql).filter((finding) => finding.guard === guard)
    expect(found.map((finding) => finding.permission)).toContain(permission)
    // What it is about, and why.
    for (const { message } of found) expect(message).toMatch(/`[^`]+`.*\w.*\.$/)
    for (const { message } of found) expect(message).not.toMatch(/^`[^`]+`: ?$/)
  })

  test('what is told is the statement, and for ALTER TABLE every command of it', () => {
    expect(inChanges('ALTER TABLE t ADD COLUMN a int, DROP CONSTRAINT c, ALTER b SET NOT NULL')).toEqual([
      {
        guard: 'base-data',
        permission: 'new-column',
        message: expect.stringMatching(/^`ALTER TABLE t ADD COLUMN a int, .*`: .*new column/) as string,
      },
      {
        guard: 'dropped',
        permission: 'drop-constraint',
        message: expect.stringMatching(/^`ALTER TABLE t ADD .*`: .*constraint/) as string,
      },
    ])
    expect(inChanges('ALTER TABLE t SET (fillfactor = 70, parallel_workers = 8)')).toEqual([
      {
        guard: 'settings',
        permission: 'settings',
        message: expect.stringMatching(/: parallel_workers tells the planner/) as string,
      },
    ])
  })
  test('reading a catalog is not writing it', () => {
    const guards = (sql: string) => inChanges(sql).map((finding) => finding.guard)
    expect(guards('INSERT INTO t SELECT relname FROM pg_class')).toEqual(['base-data'])
    expect(guards('DELETE FROM t USING pg_catalog.pg_class c WHERE c.oid = t.id')).toEqual(['base-data'])
    expect(guards('DELETE FROM s.pg_class')).toEqual(['base-data'])
    expect(guards('UPDATE my_pg_class SET a = 1')).toEqual(['base-data'])
    expect(inChanges('TRUNCATE t, pg_statistic')[1]?.message).toMatch(/write to `pg_statistic`/)
  })
  test('functions that compute a value are open, also where their names resemble others', () => {
    const guards = (sql: string) => inChanges(`CREATE INDEX ON t (${sql})`).map((finding) => finding.guard)
    for (const call of [
      'lower(a)',
      'my_lo_import(a)',
      'pg_stat_file_age(a)',
      'x_pg_stat_reset(a)',
      'pg_statx(a)',
    ])
      expect(guards(call)).toEqual([])
  })

  test('what a body does is found, and what cannot be read is refused whatever is open', () => {
    const guards = (sql: string) =>
      inChanges(sql).map((breach) => `${breach.guard} ${breach.permission ?? '-'}`)
    expect(guards('DO $$BEGIN UPDATE pg_class SET reltuples = 1; END$$')).toContain('tampering -')
    expect(guards("DO $$BEGIN EXECUTE 'DELETE FROM t'; END$$")).toContain('base-data data-change')
    expect(guards("DO $$BEGIN EXECUTE 'DELETE FROM ' || 't'; END$$")).toContain('new-code -')
    expect(
      guards(
        'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$BEGIN PERFORM set_config($1, $2, false); END$$',
      ),
    ).toContain('settings settings')
    expect(
      guards(
        "CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS $$BEGIN RETURN current_setting('auto_explain.log_timing'); END$$",
      ),
    ).toContain('tampering -')
    expect(guards('CREATE VIEW w AS SELECT setting FROM pg_settings')).toContain('tampering -')
    const opaque = inChanges(`DO $$BEGIN EXECUTE 'DELETE FROM ' || '${'t'.repeat(90)}'; END$$`).find(
      (finding) => finding.permission === undefined,
    )
    expect(opaque?.message.match(/`([^`]*)`/)?.[1]).toHaveLength(60)
    expect(inChanges('DO $$BEGIN UPDATE t SET a = 1; END$$').map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^A `Update` in a body: /),
    )
    // A body may query as it likes.
    expect(guards('DO $$BEGIN PERFORM count(*) FROM t; END$$')).toEqual(['new-code procedural'])
    expect(guards('DO $$BEGIN PERFORM pg_stat_reset(); END$$')).toContain('tampering -')
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
    ["SELECT 1 WHERE current_setting('auto_explain.log_min_duration') = '0'", 'tampering'],
    [
      "SELECT 1 WHERE EXISTS (SELECT FROM pg_settings WHERE name LIKE 'auto%' AND setting = '0')",
      'tampering',
    ],
    ['SELECT 1 FROM pg_catalog.pg_stat_activity', 'tampering'],
    ["SELECT CASE WHEN pg_catalog.current_query() LIKE 'EXPLAIN%' THEN 1 END", 'tampering'],
    ['SELECT 1 WHERE pg_stat_get_xact_tuples_fetched(1) > 0', 'tampering'],
    ['WITH s AS (SELECT calls FROM pg_stat_statements) SELECT 1 FROM s', 'tampering'],
  ])('%s is %s', (sql, guard) => {
    const found = inRequest(sql)
    expect(found.map((finding) => finding.guard)).toContain(guard)
    for (const { message } of found) expect(message).toMatch(/`[^`]+`.*\w.*\.$/)
  })

  test.each<[string, string[]]>([
    ['SET enable_seqscan = off', ['settings settings']],
    ['RESET ALL', ['settings settings']],
    ["SET statement_timeout = '2s'", []],
    ['SHOW work_mem', []],
    ['BEGIN; SELECT 1; COMMIT', []],
    ['INSERT INTO t VALUES (1)', ['base-data request-writes']],
    ['UPDATE t SET a = 1', ['base-data request-writes']],
    ['MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE', ['base-data request-writes']],
    ['WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d', ['base-data request-writes']],
    ['SELECT 1 AS a INTO s', ['kept-results new-table']],
    ['PREPARE p AS SELECT 1', ['not-allowed prepare']],
    ['EXECUTE p', ['not-allowed prepare']],
    ['DEALLOCATE p', ['not-allowed prepare']],
    ['DO $$BEGIN NULL; END$$', ['new-code procedural']],
    ['CALL p()', ['new-code procedural']],
    ['ALTER TABLE t ADD COLUMN a int', ['not-allowed request-writes']],
    ['VACUUM t', ['not-allowed request-writes']],
    ['DROP INDEX i', ['not-allowed request-writes']],
  ])('what opens it: %s', (sql, opened) => {
    expect(inRequest(sql).map(({ guard, permission }) => `${guard} ${permission ?? '-'}`)).toEqual(opened)
  })

  test('what the lesson’s own request does is open', () => {
    const lesson = task({
      before: { changes: '', query: 'INSERT INTO t VALUES (1)' },
      solution: { changes: '', query: "UPDATE t SET a = nextval('s')" },
    })
    expect(inRequest("BEGIN; INSERT INTO t VALUES (nextval('s')); DELETE FROM t; COMMIT", lesson)).toEqual([])
    expect(inRequest('UPDATE pg_class SET reltuples = 1', lesson)).not.toEqual([])
    expect(inRequest('SET enable_sort = off', lesson)).not.toEqual([])
    // A question that reads with a statement that writes beside it is one that writes.
    const mixed = task({ before: { changes: '', query: 'SELECT 1; DELETE FROM t' } })
    expect(inRequest('DELETE FROM s', mixed).map(({ message }) => message)).toEqual([
      '`DELETE FROM s`: `s` is not what the request has to change.',
    ])
    expect(inRequest('ANALYZE t; SELECT 1; INSERT INTO t VALUES (1)', mixed)).toEqual([])
    const prepared = task({
      before: { changes: '', query: 'PREPARE p AS SELECT 1; EXECUTE p; DEALLOCATE p' },
    })
    expect(inRequest('EXECUTE p', prepared)).toEqual([])
    expect(inRequest('ANALYZE t', prepared)).toHaveLength(1)
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
      return requestBreaches(statementsOf(sql), lesson, before).map((breach) => breach.guard)
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
    expect(guards(build, `VACUUM (ANALYZE) t; ${build}`)).toEqual([])
    expect(guards(build, `DROP TABLE t; ${build}`)).toEqual(['not-allowed'])
    expect(guards(build, `DROP INDEX i, t_pkey; ${build}`)).toEqual(['not-allowed'])
    expect(guards(build, 'CREATE INDEX j ON s (a); CREATE INDEX k ON s (b)')).toEqual([
      'base-data',
      'base-data',
    ])
    expect(guards(alter, 'ALTER TABLE t DROP CONSTRAINT t_pkey; ALTER TABLE t DROP CONSTRAINT mine')).toEqual(
      ['dropped'],
    )
  })
})

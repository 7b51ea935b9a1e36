import { beforeAll, describe, expect, test } from 'vitest'
import { walk, type Node } from './ast.ts'
import { embeddedSql } from './bodies.ts'
import { fingerprint } from './fingerprint.ts'
import { createdIndexes } from './indexes.ts'
import { loadSqlParser } from './parser-module.ts'
import { parseNodes } from './parse.ts'
import { referencedFunctions, referencedRelations } from './relations.ts'
import { settingsTouched } from './settings.ts'

beforeAll(() => loadSqlParser())

function parsed(sql: string): Node {
  const [node, ...rest] = parseNodes(sql) ?? []
  if (!node || rest.length > 0) throw new Error(`not one statement: ${sql}`)
  return node
}

const plpgsql = (body: string) =>
  `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $f$BEGIN ${body} END$f$`

describe('walk', () => {
  test('visits parents before children in the order of the text, and skips what it is told to', () => {
    const names: string[] = []
    walk(parsed('SELECT a FROM t JOIN u ON f(x) WHERE EXISTS (SELECT 1 FROM w)'), ({ name, fields }) => {
      if (name === 'RangeVar') names.push(String(fields['relname']))
      if (name === 'FuncCall') names.push('f()')
      return name !== 'SubLink'
    })
    expect(names).toEqual(['t', 'u', 'f()'])
  })

  test('goes down thousands of levels', () => {
    let constants = 0
    walk(parsed(`SELECT 1${'+1'.repeat(2000)}`), ({ name }) => {
      if (name === 'A_Const') constants++
    })
    expect(constants).toBe(2001)
  })
})

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

test('referencedFunctions names calls anywhere, each once', () => {
  const sql =
    'SELECT count(*), s.f(lower(a)), lower(b) FROM unnest(x) WHERE EXISTS (SELECT max(y) OVER () FROM t)'
  const names = referencedFunctions(parsed(sql)).map(({ schema, name }) => `${schema ?? ''}.${name}`)
  expect(names).toEqual(['.count', 's.f', '.lower', '.unnest', '.max'])
  expect(referencedFunctions(parsed('CALL p(now())'))).toMatchObject([{ name: 'p' }, { name: 'now' }])
})

describe('settingsTouched', () => {
  test.each<[string, string]>([
    ['SET enable_seqscan = off', 'set enable_seqscan=off session'],
    ['SET LOCAL Enable_SeqScan TO off', 'set enable_seqscan=off transaction'],
    ['SET work_mem = 65536', 'set work_mem=65536 session'],
    ['SET random_page_cost = 1.1', 'set random_page_cost=1.1 session'],
    ['SET search_path = a, b', 'set search_path=a, b session'],
    ["SET TIME ZONE 'UTC'", 'set timezone=UTC session'],
    ['SET work_mem TO DEFAULT', 'reset work_mem=null session'],
    ['RESET work_mem', 'reset work_mem=null session'],
    ['RESET ALL', 'reset *=null session'],
    ['DISCARD ALL', 'reset *=null session'],
    ['DISCARD PLANS', ''],
    ['SET ROLE r', 'set role=r session'],
    ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', 'set transaction_isolation=serializable transaction'],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY', 'set default_transaction_read_only=1 session'],
    ['ALTER DATABASE d SET work_mem = 1', 'set work_mem=1 database'],
    ['ALTER ROLE ALL IN DATABASE d SET work_mem = 1', 'set work_mem=1 role'],
    ['ALTER ROLE r RESET ALL', 'reset *=null role'],
    ['ALTER SYSTEM SET work_mem = 1', 'set work_mem=1 system'],
    ['ALTER TABLESPACE pg_default SET (random_page_cost = 1)', 'set random_page_cost=1 tablespace'],
    ['ALTER TABLESPACE pg_default RESET (random_page_cost)', 'reset random_page_cost=null tablespace'],
    [
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET enable_sort = off AS 'SELECT 1'",
      'set enable_sort=off function',
    ],
    ['ALTER FUNCTION f() SET work_mem FROM CURRENT', 'set work_mem=null function'],
    ['ALTER FUNCTION f() RESET work_mem', 'reset work_mem=null function'],
    ["SELECT set_config('enable_seqscan', 'off', false)", 'set enable_seqscan=off session'],
    ["SELECT * FROM t WHERE pg_catalog.set_config('a.b'::text, 'x', true) = 'x'", 'set a.b=x transaction'],
    ["SELECT set_config(is_local => true, setting_name => 'a.b', new_value => 'x')", 'set a.b=x transaction'],
    ["SELECT set_config('enable_' || 'seqscan', 'off', false)", 'set null=off session'],
    ["UPDATE pg_settings SET setting = 'off' WHERE name = 'enable_seqscan'", 'set null=null session'],
    ['EXPLAIN SELECT 1', ''],
    ['SELECT 1', ''],
    ['ALTER TABLE t SET (fillfactor = 90)', ''],
    [
      "DO $$BEGIN SET enable_seqscan = off; PERFORM set_config('a', 'b', true); END$$",
      'set enable_seqscan=off session nested, set a=b transaction nested',
    ],
    ["DO $$BEGIN EXECUTE 'SET enable_seqscan = off'; END$$", 'set enable_seqscan=off session nested'],
    ["DO $$DECLARE x text := set_config('a', 'b', false); BEGIN END$$", 'set a=b session nested'],
    [
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$SELECT set_config('a', 'b', false)$$",
      'set a=b session nested',
    ],
    [
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT set_config('a', 'b', false); END",
      'set a=b session',
    ],
    [plpgsql("IF set_config('a', 'b', true) = 'b' THEN RETURN 1; END IF;"), 'set a=b transaction nested'],
    [
      plpgsql("x := set_config('a', 'b', true);").replace('BEGIN', 'DECLARE x text; BEGIN'),
      'set a=b transaction nested',
    ],
    [
      "SELECT query_to_xml('SET enable_seqscan = off', true, true, '')",
      'set enable_seqscan=off session nested',
    ],
    ["CREATE VIEW w AS SELECT set_config('a', 'b', false)", 'set a=b session'],
    ["PREPARE p AS SELECT set_config('a', 'b', false)", 'set a=b session'],
  ])('%s', (sql, expected) => {
    const found = settingsTouched(parsed(sql)).map(
      ({ name, scope, action, value, nested }) =>
        `${action} ${name}=${value} ${scope}${nested ? ' nested' : ''}`,
    )
    expect(found.join(', ')).toBe(expected)
  })
})

describe('embeddedSql', () => {
  test.each([
    [plpgsql("EXECUTE 'SELECT ' || x;"), 'dynamic-sql'],
    [
      plpgsql("FOR r IN EXECUTE format('SELECT %s', x) LOOP NULL; END LOOP;").replace(
        'BEGIN',
        'DECLARE r record; BEGIN',
      ),
      'dynamic-sql',
    ],
    [plpgsql("RETURN QUERY EXECUTE x || '';").replace('RETURNS int', 'RETURNS SETOF int'), 'dynamic-sql'],
    ["SELECT query_to_xml('SEL' || 'ECT 1', true, true, '')", 'dynamic-sql'],
    ["CREATE FUNCTION f() RETURNS text LANGUAGE internal AS 'set_config_by_name'", 'language'],
    ["CREATE FUNCTION f() RETURNS text LANGUAGE c AS 'lib', 'symbol'", 'language'],
    ["DO LANGUAGE plpython3u 'x'", 'language'],
    [plpgsql('not plpgsql'), 'unreadable-body'],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'not sql'", 'unreadable-body'],
  ])('%s cannot be known', (sql, kind) => {
    expect(embeddedSql(parsed(sql)).opaque.map((each) => each.kind)).toEqual([kind])
  })

  test.each([
    plpgsql('RETURN (SELECT 1 FROM a);'),
    plpgsql('FOR r IN SELECT * FROM a LOOP NULL; END LOOP;').replace('BEGIN', 'DECLARE r record; BEGIN'),
    plpgsql('RETURN QUERY SELECT * FROM a;').replace('RETURNS int', 'RETURNS SETOF a'),
    plpgsql('RETURN QUERY SELECT * FROM a;').replace('RETURNS int', 'RETURNS TABLE (x int, y s.t)'),
    plpgsql('NEW.x := (SELECT 1 FROM a); RETURN NEW;').replace('RETURNS int', 'RETURNS trigger'),
    plpgsql('PERFORM 1 FROM a; RETURN;').replace('RETURNS int', 'RETURNS void'),
    plpgsql('p.x = (SELECT q FROM a); RETURN 1;').replace('f()', 'f(p public.thing, q crush.kind)'),
    plpgsql('q := (SELECT 1 FROM a);').replace('f() RETURNS int', 'f(INOUT q int)'),
    plpgsql("EXECUTE 'SELECT * FROM a';"),
    plpgsql("EXECUTE $$DO 'BEGIN PERFORM 1 FROM a; END'$$;"),
    "DO 'BEGIN DELETE FROM a; EXCEPTION WHEN others THEN NULL; END'",
    'CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS $$SELECT 1; SELECT * FROM a$$',
    'CREATE PROCEDURE f() LANGUAGE plpgsql AS $$DECLARE v a%ROWTYPE; BEGIN SELECT * INTO v FROM a; COMMIT; END$$',
  ])('%s is read', (sql) => {
    const { nodes, opaque } = embeddedSql(parsed(sql))
    expect(opaque).toEqual([])
    expect(nodes.flatMap((node) => referencedRelations(node)).map(({ name }) => name)).toContain('a')
  })

  test('COMMIT in a DO block is seen', () => {
    expect(embeddedSql(parsed('DO $$BEGIN COMMIT; END$$')).endsTransaction).toBe(true)
    expect(embeddedSql(parsed('DO $$BEGIN NULL; END$$')).endsTransaction).toBe(false)
  })

  test('bodies nested without end are not followed without end', () => {
    let body = 'SELECT 1'
    for (let depth = 0; depth < 8; depth++) body = `DO 'BEGIN ${body.replaceAll("'", "''")}; END'`
    expect(embeddedSql(parsed(body)).opaque).toContainEqual({
      kind: 'unreadable-body',
      text: 'nested too deep',
    })
  })
})

describe('createdIndexes', () => {
  const created = (sql: string) => createdIndexes({ node: parsed(sql), text: sql })

  test('of CREATE INDEX', () => {
    const sql = `CREATE UNIQUE INDEX CONCURRENTLY i ON s.t USING gist
      (a DESC NULLS LAST, lower(b) COLLATE "C" text_ops, (c || ',' || d), /* x */ e) INCLUDE (f, g)
      WITH (fillfactor = 90) WHERE a > 0 AND e = ')'`
    expect(created(sql)).toEqual([
      {
        name: 'i',
        schema: 's',
        table: 't',
        method: 'gist',
        keys: [
          { text: 'a', isColumn: true, descending: true, nullsFirst: false, collation: null, opclass: null },
          {
            text: 'lower(b)',
            isColumn: false,
            descending: false,
            nullsFirst: null,
            collation: 'C',
            opclass: 'text_ops',
          },
          {
            text: "(c || ',' || d)",
            isColumn: false,
            descending: false,
            nullsFirst: null,
            collation: null,
            opclass: null,
          },
          { text: 'e', isColumn: true, descending: false, nullsFirst: null, collation: null, opclass: null },
        ],
        include: ['f', 'g'],
        where: "a > 0 AND e = ')'",
        unique: true,
        concurrently: true,
        constraint: false,
      },
    ])
    expect(created('CREATE INDEX ON t (a)')).toMatchObject([
      { name: null, schema: null, method: 'btree', where: null, unique: false },
    ])
  })

  test('of constraints, but not of an index that exists', () => {
    const table = created(
      'CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int, UNIQUE (a, b) INCLUDE (id), EXCLUDE USING gist (b WITH =), CHECK (a > 0), FOREIGN KEY (b) REFERENCES u)',
    )
    expect(
      table.map(({ keys, unique, method }) => [keys.map(({ text }) => text).join(), unique, method]),
    ).toEqual([
      ['id', true, 'btree'],
      ['a', true, 'btree'],
      ['a,b', true, 'btree'],
      ['b', false, 'gist'],
    ])
    expect(table[2]).toMatchObject({ include: ['id'], constraint: true })
    expect(created('ALTER TABLE s.t ADD CONSTRAINT c UNIQUE (a), ADD COLUMN z int UNIQUE')).toMatchObject([
      { name: 'c', schema: 's', table: 't' },
      { name: null, keys: [{ text: 'z' }] },
    ])
    expect(created('ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i')).toEqual([])
    expect(created('SELECT 1')).toEqual([])
  })
})

describe('fingerprint', () => {
  test('is the same for statements that differ only in values, spelling and comments', () => {
    const all = [
      'SELECT * FROM auth_user WHERE id = 1',
      "select *\nFROM auth_user -- x\nwhere id = '7'",
      'SELECT * FROM auth_user WHERE id = :organizer_id',
      'SELECT * FROM auth_user WHERE id = NULL',
      'SELECT * FROM auth_user WHERE id = $1',
    ].map(fingerprint)
    expect(new Set(all)).toHaveLength(1)
    expect(all[0]).toMatch(/^[0-9a-f]{16}$/)
  })

  test('differs where the statement does', () => {
    expect(fingerprint('SELECT * FROM a WHERE id = 1')).not.toBe(fingerprint('SELECT * FROM b WHERE id = 1'))
  })

  test('is null for what does not parse', () => {
    for (const text of ['SELEC', "SELECT '", 'SELECT \0']) expect(fingerprint(text)).toBeNull()
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { embeddedSql } from './bodies.ts'
import { loadSqlParser } from './parser-module.ts'
import { referencedRelations } from './relations.ts'
import { parsed } from './testing/parsed.ts'

beforeAll(() => loadSqlParser())

const plpgsql = (body: string) =>
  `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $f$BEGIN ${body} END$f$`

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

import { beforeAll, describe, expect, test } from 'vitest'
import { DERIVED_PROBES } from '../shared/check-spec.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import { splitStatements } from '../sql/split.ts'
import { catalog, column, index, relation } from './testing/fixtures.ts'
import { derivedProbes } from './derived-probes.ts'

beforeAll(() => loadSqlParser())

const id = column('id', 'bigint', { notNull: true })
const schema = catalog({
  relations: [
    relation('event', { tuples: 2000, columns: [id, column('title', 'text', { notNull: true })] }),
    relation('registration', {
      tuples: 80_000,
      columns: [
        id,
        column('event_id', 'bigint', { notNull: true }),
        column('checked_in_at', 'date'),
        column('note', 'text'),
      ],
    }),
    relation('unrelated'),
  ],
  indexes: [
    index('event_pk', 'event', ['id'], { primary: true, unique: true }),
    index('registration_pk', 'registration', ['id'], { primary: true, unique: true }),
    index('registration_once', 'registration', ['event_id', 'user_id'], { unique: true }),
  ],
  constraints: [
    {
      name: 'fk',
      table: 'registration',
      type: 'f',
      definition: 'FOREIGN KEY (event_id) REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED',
      validated: true,
      references: 'event',
    },
  ],
})

const SOURCE = { catalog: schema, wanted: DERIVED_PROBES, unique: false, sorted: false, refresh: false }

const probes = (
  query: string,
  more: { wanted?: readonly (typeof DERIVED_PROBES)[number][]; sorted?: boolean; refresh?: boolean } = {},
) => derivedProbes({ ...SOURCE, queries: [query], focus: query, ...more })
const sqlOf = (name: string, query: string) => probes(query).find((probe) => probe.name === name)?.sql
const JOIN = 'SELECT e.title, r.checked_in_at FROM event e LEFT JOIN registration r ON r.event_id = e.id'

describe('derived probes', () => {
  test('parse, and touch only tables that are read', () => {
    const all = probes(JOIN)
    expect(all.map((probe) => probe.name)).toEqual([
      'newer rows deleted',
      'rows deleted',
      'only the oldest match left',
      'only the newest match left',
      'rows doubled',
      'NULLs added',
      'groups emptied',
      'tables emptied',
    ])
    for (const probe of all) {
      const split = splitStatements(probe.sql)
      expect(split.ok && split.value[0]?.text).toBe('SET LOCAL session_replication_role = replica')
      expect(probe.sql).not.toMatch(/unrelated/)
    }
  })
  test('deleting keeps foreign keys whole and is bounded', () => {
    const sql = sqlOf('rows deleted', JOIN)
    expect(sql).toMatch(/DELETE FROM "public"."event" WHERE .* % 100 < 80;/)
    expect(sql).toMatch(/DELETE FROM "public"."registration" WHERE .* % 100 < 19;/)
    expect(sql).toMatch(/DELETE FROM "public"."registration" c WHERE c."event_id" IS NOT NULL AND NOT EXISTS/)
  })
  test('the oldest tenth of the largest table is left', () => {
    expect(sqlOf('newer rows deleted', JOIN)).toMatch(
      /DELETE FROM "public"."registration" WHERE "id" > \(SELECT min\("id"\) \+/,
    )
    expect(sqlOf('newer rows deleted', JOIN)).not.toMatch(/DELETE FROM "public"."event"/)
  })
  test('doubling gives new keys and respects unique indexes', () => {
    const sql = sqlOf('rows doubled', JOIN) ?? ''
    expect(sql).toMatch(
      /INSERT INTO "public"."event" \("id", "title"\) OVERRIDING SYSTEM VALUE SELECT \(SELECT max\("id"\)[^;]*% 4 = 0;/,
    )
    expect(sql).toMatch(/INSERT INTO "public"."registration"[^;]*% 160 = 0 ON CONFLICT DO NOTHING;/)
  })
  test('rows that the request is about are doubled up to its LIMIT, and beyond it where it sorts', () => {
    const doubled = (query: string) =>
      /generate_series\(1, (.*?)\) copy/.exec(sqlOf('rows doubled', query) ?? '')?.[1]
    expect(doubled('SELECT id FROM event WHERE title = $$x$$')).toBe('1')
    expect(doubled('SELECT id FROM event WHERE title = $$x$$ LIMIT 21')).toMatch(/21 .* - 1 FROM/)
    expect(doubled('SELECT id FROM event WHERE title = $$x$$ ORDER BY title LIMIT 20')).toMatch(
      /20 .* \+ 1 FROM/,
    )
    // Of a unique pair the column varies that the request does not look for.
    const sql = sqlOf('rows doubled', 'SELECT id FROM registration WHERE event_id = 7') ?? ''
    expect(sql).toMatch(/SELECT [^;]*o\."event_id"[^;]*FROM "public"."registration" o/)
  })
  test('where the request sorts, rows also lose their place', () => {
    expect(sqlOf('rows doubled', JOIN)).not.toMatch(/UPDATE "/)
    const sorted = probes(JOIN, { sorted: true }).find((probe) => probe.name === 'rows doubled')
    expect(sorted?.sql).toMatch(/UPDATE "public"."event" SET "id" = "id" WHERE [^;]* % 4 = 0;/)
    expect(sorted?.again).toMatch(/enable_indexscan = off/)
  })
  test('rows tie in what the request sorts by, keys and unique columns left alone', () => {
    const query =
      'SELECT id FROM registration WHERE event_id = 7 ORDER BY checked_in_at DESC, note, event_id, id LIMIT 5'
    const sql = sqlOf('rows of one moment', query) ?? ''
    expect(sql).toMatch(/SET "checked_in_at" = this_model."checked_in_at", "note" = this_model."note" WHERE/)
    expect(sql).toMatch(/SET "checked_in_at" = this_model."checked_in_at" WHERE/)
    expect(sql).not.toMatch(/"(?:event_)?id" = this_model/)
    expect(sqlOf('rows of one moment', 'SELECT id FROM event ORDER BY id')).toBeUndefined()
  })
  test('one of the matching rows is left, and nothing that points to others', () => {
    const sql = sqlOf('only the oldest match left', "SELECT id FROM event WHERE title = 'x'") ?? ''
    expect(sql).toMatch(
      /DELETE FROM "public"."event" WHERE "id" IN \(SELECT "event"."id" FROM event WHERE title = 'x'\) AND "id" <> \(SELECT min\(/,
    )
    expect(sqlOf('only the newest match left', JOIN)).toMatch(
      /max\([^;]*;.*DELETE FROM "public"."registration" c WHERE/s,
    )
  })
  test('texts that are looked for get neighbours', () => {
    const sql =
      sqlOf('texts that look alike', "SELECT 1 FROM event WHERE UPPER(title) LIKE UPPER('%x%')") ?? ''
    expect(sql).toMatch(/SELECT 'x'::text AS t/)
    expect(sqlOf('texts that look alike', JOIN)).toBeUndefined()
  })
  test('what is written is written before, and changed back in part', () => {
    const update = "UPDATE registration SET note = 'x', checked_in_at = '2025-06-01' WHERE event_id = 7"
    const sql = sqlOf('written already', update) ?? ''
    expect(sql).toContain(`${update};`)
    expect(sql).toMatch(/UPDATE "public"."registration" t SET "note" = .* % 3 = 0/)
    expect(sql).toMatch(/UPDATE "public"."registration" t SET "checked_in_at" = .* % 3 = 1/)
    for (const other of [
      'SELECT note FROM registration',
      'DELETE FROM registration',
      'UPDATE registration SET note = :note',
    ])
      expect(sqlOf('written already', other)).toBeUndefined()
  })
  test('unique indexes that an attempt adds let rows in that were made up, unless the lesson is about them', () => {
    const sql = sqlOf('rows doubled', JOIN)
    expect(sql).toMatch(/UPDATE pg_catalog.pg_index i SET indisunique = false/)
    expect(sql).toMatch(/<> ALL \(ARRAY\['event_pk', 'registration_pk', 'registration_once'\]/)
    const unique = derivedProbes({ ...SOURCE, queries: [JOIN], focus: JOIN, unique: true })
    expect(unique[0]?.sql).not.toMatch(/pg_index/)
  })
  test('NULLs go into the nullable columns that the request names', () => {
    const nulled = (query: string) =>
      sqlOf('NULLs added', query)
        ?.match(/UPDATE "public"[^;]*/g)
        ?.join(';')
    expect(nulled(JOIN)).toMatch(/UPDATE "public"."registration" SET "checked_in_at" = CASE/)
    expect(nulled(JOIN)).toMatch(/UPDATE "public"."registration" SET "checked_in_at" = NULL/)
    expect(nulled(JOIN)).not.toMatch(/"note"|UPDATE "public"."event"/)
    expect(nulled('SELECT * FROM registration')).toMatch(/"note" = CASE/)
    expect(nulled('SELECT title FROM event')).toBeUndefined()
  })
  test('rows are put on the bounds of the request, but not their keys and foreign keys', () => {
    const bounded =
      "SELECT 1 FROM registration r WHERE r.checked_in_at >= '2025-06-01' AND r.checked_in_at < '2025-07-01' AND r.id > 7 AND r.event_id < 9"
    const sql = sqlOf('values on the boundary', bounded)
    expect(sql).toMatch(
      /UPDATE "public"."registration" SET "checked_in_at" = CASE [^;]* WHEN 0 THEN '2025-06-01'::[^;]* WHEN 1 THEN '2025-07-01'::/,
    )
    expect(sql).not.toMatch(/"(?:event_)?id" = CASE/)
    expect(sqlOf('values on the boundary', JOIN)).toBeUndefined()
  })
  test('a single table is emptied itself; with a foreign key the child is', () => {
    expect(sqlOf('tables emptied', JOIN)).toMatch(/TRUNCATE "public"."registration" CASCADE/)
    expect(sqlOf('tables emptied', 'SELECT 1 FROM event')).toMatch(/TRUNCATE "public"."event" CASCADE/)
    expect(sqlOf('groups emptied', 'SELECT 1 FROM event')).toBeUndefined()
  })
  test('what points to rows that are gone goes too, through all levels', () => {
    const chain = ['a', 'b', 'c']
    const link = (table: string, references: string) => ({
      name: `${table}_fk`,
      table,
      type: 'f' as const,
      definition: `FOREIGN KEY (${references}_id) REFERENCES ${references}(id)`,
      validated: true,
      references,
    })
    const all = derivedProbes({
      catalog: catalog({
        relations: chain.map((name, at) => relation(name, { tuples: 900 - at, columns: [id] })),
        indexes: chain.map((name) => index(`${name}_pk`, name, ['id'], { primary: true, unique: true })),
        constraints: [link('c', 'b'), link('b', 'a')],
      }),
      queries: ['SELECT 1 FROM a JOIN b ON b.a_id = a.id JOIN c ON c.b_id = b.id'],
      wanted: DERIVED_PROBES,
      focus: 'SELECT 1',
      unique: false,
      sorted: false,
      refresh: false,
    })
    const orphans = (name: string) =>
      [
        ...(all.find((probe) => probe.name === name)?.sql ?? '').matchAll(/FROM "public"."(\w)" c WHERE/g),
      ].map((match) => match[1])
    expect(orphans('groups emptied')).toEqual(['c'])
    expect(orphans('newer rows deleted')).toEqual(['b', 'c'])
  })
  test('a CTE of a table’s name is not the table; only what is wanted is made', () => {
    expect(probes('WITH event AS (SELECT 1 AS id) SELECT * FROM event')).toEqual([])
    expect(probes(JOIN, { wanted: ['nulls'] }).map((probe) => probe.name)).toEqual(['NULLs added'])
    expect(probes(JOIN, { wanted: ['few-rows'], refresh: true })[0]?.sql).toMatch(/REFRESH MATERIALIZED VIEW/)
  })
})

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

const probes = (
  query: string,
  more: { wanted?: readonly (typeof DERIVED_PROBES)[number][]; ordered?: boolean; refresh?: boolean } = {},
) =>
  derivedProbes({
    catalog: schema,
    queries: [query],
    wanted: more.wanted ?? DERIVED_PROBES,
    ordered: more.ordered ?? false,
    refresh: more.refresh ?? false,
  })
const sqlOf = (name: string, query: string) => probes(query).find((probe) => probe.name === name)?.sql
const JOIN = 'SELECT e.title, r.checked_in_at FROM event e LEFT JOIN registration r ON r.event_id = e.id'

describe('derived probes', () => {
  test('parse, and touch only tables that are read', () => {
    const all = probes(JOIN)
    expect(all.map((probe) => probe.name)).toEqual([
      'newer rows deleted',
      'rows deleted',
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
      /INSERT INTO "public"."event" \("id", "title"\) OVERRIDING SYSTEM VALUE SELECT \(SELECT max\("id"\)[^;]*% 2 = 0;/,
    )
    expect(sql).toMatch(/INSERT INTO "public"."registration"[^;]*ON CONFLICT DO NOTHING;/)
  })
  test('where the order is graded, rows also lose their place', () => {
    expect(sqlOf('rows doubled', JOIN)).not.toMatch(/UPDATE/)
    const ordered = probes(JOIN, { ordered: true }).find((probe) => probe.name === 'rows doubled')?.sql
    expect(ordered).toMatch(/UPDATE "public"."event" SET "id" = "id" WHERE [^;]* % 2 = 0;/)
  })
  test('NULLs go into the nullable columns that the request names', () => {
    expect(sqlOf('NULLs added', JOIN)).toMatch(/UPDATE "public"."registration" SET "checked_in_at" = CASE/)
    expect(sqlOf('NULLs added', JOIN)).not.toMatch(/"note"|"event"/)
    expect(sqlOf('NULLs added', 'SELECT * FROM registration')).toMatch(/"note" = CASE/)
    expect(sqlOf('NULLs added', 'SELECT title FROM event')).toBeUndefined()
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
      ordered: false,
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

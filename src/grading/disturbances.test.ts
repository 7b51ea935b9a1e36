import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { catalog, column, index, relation } from './testing/fixtures.ts'
import {
  boundaries,
  columnsNamed,
  duplicates,
  emptyGroups,
  emptyTables,
  fewRows,
  moved,
  nulls,
  oldRows,
} from './disturbances.ts'
import { type Link, type Table } from './tables.ts'
import { quotedIdentifier } from '../shared/quote.ts'

beforeAll(() => loadSqlParser())

const H = 'HASH'
const table = (
  name: string,
  more: Parameters<typeof relation>[1] = {},
  key: string | undefined = 'id',
): Table => ({
  relation: relation(name, more),
  key,
  hash: H,
  hashOf: (alias) => `${alias}.${H}`,
  unique: [],
  foreign: new Map(),
})
const keyless = (name: string, more: Parameters<typeof relation>[1] = {}): Table => ({
  ...table(name, more),
  key: undefined,
})
const link = (child: Table, parent: Table): Link => ({
  child,
  column: `${parent.relation.name}_id`,
  parent,
  target: 'id',
})

test('names are quoted', () => {
  expect(quotedIdentifier('order')).toBe('"order"')
  expect(quotedIdentifier('a"b')).toBe('"a""b"')
})

describe('older rows', () => {
  const small = table('small', { tuples: 10 })
  const large = table('large', { tuples: 90 })
  test('of the largest table that has a key', () => {
    const huge = keyless('huge', { tuples: 900 })
    expect(oldRows([small, large, huge], [])).toEqual([
      'DELETE FROM "public"."large" WHERE "id" > (SELECT min("id") + (max("id") - min("id")) / 10 FROM "public"."large")',
    ])
    expect(oldRows([huge], [])).toEqual([])
    expect(oldRows([], [])).toEqual([])
  })
  test('with their children, and theirs, each once, a table that points to itself too', () => {
    const child = table('child', { tuples: 5 })
    const grandchild = table('grandchild', { tuples: 5 })
    const links = [link(grandchild, child), link(child, large), link(large, large), link(small, small)]
    expect(oldRows([small, large, child, grandchild], links).slice(1)).toEqual([
      'DELETE FROM "public"."child" c WHERE c."large_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "public"."large" p WHERE p."id" = c."large_id")',
      'DELETE FROM "public"."large" c WHERE c."large_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "public"."large" p WHERE p."id" = c."large_id")',
      'DELETE FROM "public"."grandchild" c WHERE c."child_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "public"."child" p WHERE p."id" = c."child_id")',
    ])
  })
})

describe('few rows', () => {
  const share = (tuples: number) =>
    fewRows([table('t', { tuples })], [])[0]?.match(/HASH % 100 < (\d+)$/)?.[1]
  test('four of five, at most 15,000', () => {
    expect(share(100)).toBe('80')
    expect(share(18_750)).toBe('80')
    expect(share(30_000)).toBe('50')
    expect(share(1_500_000)).toBe('1')
    expect(share(0)).toBe('80')
    expect(share(-1)).toBe('80')
  })
  test('one link is followed once, several are followed twice', () => {
    const [a, b, c] = [table('a'), table('b'), table('c')]
    const orphans = (links: Link[]) =>
      fewRows([a, b, c], links)
        .slice(3)
        .map((sql) => /FROM "public"."(\w)" c/.exec(sql)?.[1])
    expect(orphans([])).toEqual([])
    expect(orphans([link(b, a)])).toEqual(['b'])
    expect(orphans([link(c, b), link(b, a)])).toEqual(['c', 'b', 'c', 'b'])
  })
})

describe('doubled rows', () => {
  const columns = [
    column('id', 'bigint'),
    column('a', 'text'),
    column('sum', 'int', { generated: true }),
    column('b', 'text'),
  ]
  const doubled = (each: Table) => duplicates(each)
  test('get keys of their own behind the largest; generated columns are left out', () => {
    expect(doubled(table('t', { columns, tuples: 10_000 }))).toBe(
      'INSERT INTO "public"."t" ("id", "a", "b") OVERRIDING SYSTEM VALUE SELECT (SELECT max("id") FROM "public"."t") + row_number() OVER (ORDER BY "id"), "a", "b" FROM "public"."t" WHERE HASH % 20 = 0',
    )
  })
  test('without a key they are copied as they are', () => {
    expect(doubled(keyless('t', { columns, tuples: 10_001 }))).toBe(
      'INSERT INTO "public"."t" ("id", "a", "b") OVERRIDING SYSTEM VALUE SELECT "id", "a", "b" FROM "public"."t" WHERE HASH % 21 = 0',
    )
  })
  test('those that a unique index refuses stay away', () => {
    const conflict = / ON CONFLICT DO NOTHING$/
    const each = table('t', { columns })
    expect(doubled({ ...each, unique: [['a']] })).toMatch(conflict)
    expect(doubled(each)).not.toMatch(conflict)
  })
  test('one in two of a small table', () => {
    expect(doubled(table('t', { columns, tuples: 5 }))).toMatch(/% 2 = 0$/)
  })
})

test('rows lose their place by being written again: the key, or a column that can be written', () => {
  expect(moved(table('t', { tuples: 1500 }))).toEqual([
    'UPDATE "public"."t" SET "id" = "id" WHERE HASH / 3 % 3 = 0',
  ])
  const columns = [column('sum', 'int', { generated: true }), column('a', 'text')]
  expect(moved(keyless('t', { columns }))[0]).toMatch(/SET "a" = "a"/)
  expect(moved(keyless('t', { columns: columns.slice(0, 1) }))).toEqual([])
})

describe('NULLs', () => {
  const columns = [
    column('id', 'bigint', { notNull: true }),
    column('a', 'text'),
    column('sum', 'int', { generated: true }),
    column('b', 'text'),
  ]
  test('take turns in the nullable columns that are named', () => {
    const each = table('t', { columns, tuples: 1500 })
    expect(nulls(each, new Set(['id', 'a', 'b', 'sum']))).toEqual([
      'UPDATE "public"."t" SET "a" = CASE WHEN HASH / 7 % 2 = 0 THEN NULL ELSE "a" END, "b" = CASE WHEN HASH / 7 % 2 = 1 THEN NULL ELSE "b" END WHERE HASH % 3 = 1',
    ])
    expect(nulls(each, new Set(['b']))).toEqual([
      'UPDATE "public"."t" SET "b" = CASE WHEN HASH / 7 % 1 = 0 THEN NULL ELSE "b" END WHERE HASH % 3 = 1',
    ])
    expect(nulls(each, new Set(['id']))).toEqual([])
    expect(nulls(each, undefined)[0]).toMatch(/"a" = .*"b" = /)
  })
  test('columns that requests name; all of them where one selects everything', () => {
    expect(columnsNamed(['SELECT t.a FROM t WHERE b = 1', 'SELECT c FROM s'])).toEqual(
      new Set(['a', 'b', 'c']),
    )
    expect(columnsNamed(['SELECT a FROM t', 'SELECT t.* FROM t'])).toBeUndefined()
    expect(columnsNamed(['SELECT count(*) FROM t'])).toEqual(new Set())
  })
})

describe('values on the bounds', () => {
  const columns = [
    column('id', 'bigint'),
    column('order', 'bigint'),
    column('day', 'date'),
    column('size', 'integer'),
    column('sum', 'integer', { generated: true }),
  ]
  const whole = catalog({
    indexes: [index('pk', 't', ['id'], { unique: true }), index('plain', 't', ['size'])],
    constraints: [
      {
        name: 'fk',
        table: 't',
        type: 'f',
        definition: 'FOREIGN KEY (other, "order") REFERENCES o(other, id)',
        validated: true,
        references: 'o',
      },
      {
        name: 'check',
        table: 't',
        type: 'c',
        definition: 'FOREIGN KEY (day)',
        validated: true,
        references: null,
      },
      {
        name: 'elsewhere',
        table: 's',
        type: 'f',
        definition: 'FOREIGN KEY (size) REFERENCES o(id)',
        validated: true,
        references: 'o',
      },
    ],
  })
  const each = table('t', { columns, tuples: 600 })
  const bound = (name: string, literal: string, of?: string) => ({ table: of, column: name, literal })
  const put = (...bounds: ReturnType<typeof bound>[]) => boundaries([each], bounds, whole, [])

  test('in turns, more rows the more bounds there are', () => {
    expect(
      put(bound('day', "'2025-01-01'"), bound('size', "'5'", 't'), bound('day', "'2025-02-01'")),
    ).toEqual([
      `BEGIN UPDATE "public"."t" SET "day" = CASE HASH / 11 % 2 WHEN 0 THEN '2025-01-01'::date WHEN 1 THEN '2025-02-01'::date END, "size" = CASE HASH / 11 % 1 WHEN 0 THEN '5'::integer END WHERE HASH / 5 % 3 = 0; EXCEPTION WHEN syntax_error_or_access_rule_violation OR integrity_constraint_violation OR data_exception THEN NULL; END`,
    ])
    expect(put(bound('size', "'5'"))[0]).toMatch(/ % 6 = 0;/)
  })
  test('not in another table, nor in keys, foreign keys and generated columns', () => {
    expect(put(bound('day', "'2025-01-01'", 's'), bound('nowhere', "'1'"))).toEqual([])
    expect(put(bound('id', "'1'"), bound('order', "'1'"), bound('sum', "'1'"))).toEqual([])
  })
})

describe('groups and tables emptied', () => {
  const [event, seat, note] = [table('event'), table('seat'), table('note')]
  test('a third of the parents lose their children, who take theirs with them', () => {
    expect(emptyGroups([link(seat, event), link(note, seat)])).toEqual([
      'DELETE FROM "public"."seat" WHERE hashint8("event_id") % 3 = 0',
      'DELETE FROM "public"."note" WHERE hashint8("seat_id") % 3 = 0',
      'DELETE FROM "public"."note" c WHERE c."seat_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "public"."seat" p WHERE p."id" = c."seat_id")',
    ])
    expect(emptyGroups([])).toEqual([])
  })
  test('the children where there are parents, else the first table', () => {
    expect(
      emptyTables([event, seat, note], [link(seat, event), link(note, event), link(seat, note)]),
    ).toEqual(['TRUNCATE "public"."seat", "public"."note" CASCADE'])
    expect(emptyTables([event, seat], [])).toEqual(['TRUNCATE "public"."event" CASCADE'])
  })
})

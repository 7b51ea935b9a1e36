import { expect, describe, it } from 'vitest'
import type { Catalog, CatalogColumn, CatalogIndex, CatalogRelation } from '../contract/index.ts'
import { insertWorkload, keyColumn, twoValues, updateColumns, updateWorkload } from './bill-workload.ts'

const column = (name: string, type = 'integer'): CatalogColumn => ({ name, type }) as CatalogColumn

function index(name: string, keys: readonly string[], more: Partial<CatalogIndex> = {}): CatalogIndex {
  return {
    name,
    schema: 'public',
    table: 't',
    unique: false,
    primary: false,
    keys: keys.map((expression) => ({ expression, isColumn: !expression.includes('(') })),
    include: [],
    predicate: null,
    ...more,
  } as unknown as CatalogIndex
}

const PRIMARY = index('t_pkey', ['id'], { primary: true, unique: true })

const table = (...columns: CatalogColumn[]): CatalogRelation =>
  ({ schema: 'public', name: 't', columns: [column('id'), ...columns] }) as unknown as CatalogRelation

const catalogOf = (...indexes: CatalogIndex[]): Catalog => ({ indexes }) as unknown as Catalog

describe('the key', () => {
  const relation = table()

  it('is the primary key’s only column, as SQL writes it', () => {
    expect(keyColumn(catalogOf(index('x', ['a'], { unique: true }), PRIMARY), relation)).toBe('id')
    const odd = index('t_pkey', ['"I D"'], { primary: true })
    expect(keyColumn(catalogOf(odd), relation)).toBe('"I D"')
  })

  it.each([
    ['there is no primary key', index('x', ['id'], { unique: true })],
    ['it has two columns', index('x', ['id', 'a'], { primary: true })],
    ['it is another table’s', index('x', ['id'], { primary: true, table: 'u' })],
    ['it is a namesake’s in another schema', index('x', ['id'], { primary: true, schema: 'mine' })],
  ])('is none where %s', (_why, other) => {
    expect(keyColumn(catalogOf(other), relation)).toBeUndefined()
    expect(insertWorkload(catalogOf(other), relation)).toBeUndefined()
  })
})

describe('INSERT', () => {
  it('copies the first 1,000 rows in the order of the key, which is given anew', () => {
    expect(insertWorkload(catalogOf(PRIMARY), table(column('a'), column('b"c')))).toBe(
      'INSERT INTO "public"."t" ("a", "b""c") SELECT "a", "b""c" FROM "public"."t" ORDER BY id LIMIT 1000',
    )
  })

  it.each([
    ['integer', '"u" + 1000000000'],
    ['smallint', '"u" + 1000000000'],
    ['bigint', '"u" + 1000000000'],
    ['numeric(8,2)', '"u" + 1000000000'],
    ['text', `left('bill ' || row_number() OVER () || ' ' || "u", 60)`],
    ['character varying(12)', `left('bill ' || row_number() OVER () || ' ' || "u", 12)`],
    ['timestamp with time zone', `"u" + interval '400 years'`],
    ['date', `"u" + interval '400 years'`],
    ['uuid', 'gen_random_uuid()'],
  ])('moves a unique %s to values that nobody has', (type, value) => {
    const unique = index('u', ['u'], { unique: true })
    expect(insertWorkload(catalogOf(PRIMARY, unique), table(column('a'), column('u', type)))).toBe(
      `INSERT INTO "public"."t" ("a", "u") SELECT "a", ${value} FROM "public"."t" ORDER BY id LIMIT 1000`,
    )
  })

  it('moves the last column of a unique index, expressions left aside', () => {
    const unique = index('u', ['a', '"b c"', 'lower(a)'], { unique: true })
    expect(insertWorkload(catalogOf(PRIMARY, unique), table(column('a'), column('b c')))).toContain(
      'SELECT "a", "b c" + 1000000000 FROM',
    )
  })

  it('leaves the columns of other indexes and of other tables as they are', () => {
    const plain = 'SELECT "a" FROM'
    for (const other of [
      index('u', ['a']),
      index('u', ['a'], { unique: true, table: 'u' }),
      index('u', ['a'], { unique: true, schema: 'mine' }),
    ])
      expect(insertWorkload(catalogOf(PRIMARY, other), table(column('a')))).toContain(plain)
  })

  it('is impossible where a unique index has an expression alone, or a type without other values', () => {
    const expression = index('u', ['lower(a)'], { unique: true })
    expect(insertWorkload(catalogOf(PRIMARY, expression), table(column('a', 'text')))).toBeUndefined()
    const flag = index('u', ['a'], { unique: true })
    expect(insertWorkload(catalogOf(PRIMARY, flag), table(column('a', 'boolean')))).toBeUndefined()
  })
})

describe('UPDATE', () => {
  const names = (on: CatalogIndex, relation: CatalogRelation, ...more: CatalogIndex[]) => {
    const { covered, other } = updateColumns(catalogOf(PRIMARY, on, ...more), relation, on)
    return [covered?.name, other?.name]
  }

  it('of a column that the index covers, and of one that no index does', () => {
    const relation = table(column('a'), column('b'), column('c'), column('d'))
    expect(names(index('i', ['b']), relation)).toEqual(['b', 'a'])
    expect(names(index('i', ['b']), relation, index('j', ['a']))).toEqual(['b', 'c'])
    expect(names(index('i', ['b'], { include: ['a'] }), relation)).toEqual(['a', 'c'])
    expect(names(index('i', ['b'], { predicate: '(a > 0)' }), relation)).toEqual(['a', 'c'])
    expect(names(index('i', ['lower(c)']), relation)).toEqual(['c', 'a'])
    for (const elsewhere of [{ table: 'u' }, { schema: 'mine' }])
      expect(names(index('i', ['b']), relation, index('j', ['a'], elsewhere))).toEqual(['b', 'a'])
  })

  it('knows a column by its whole name, however it is spelt', () => {
    const relation = table(column('c'), column('c++'), column('a"(b'), column('city'))
    expect(names(index('i', ['"c++"']), relation)).toEqual(['c++', 'c'])
    expect(names(index('i', ['"a""(b"']), relation)).toEqual(['a"(b', 'c'])
    expect(names(index('i', ['city']), relation)).toEqual(['city', 'c'])
  })

  it('of none that must stay unique, or whose values cannot be written', () => {
    const unique = index('u', ['a'], { unique: true })
    expect(names(unique, table(column('a')))).toEqual([undefined, undefined])
    expect(names(unique, table(column('a')), index('i', ['b']))).toEqual([undefined, undefined])
    const two = index('i', ['a', 'b'])
    expect(names(two, table(column('a'), column('b')), unique)).toEqual(['b', undefined])
    for (const elsewhere of [{ table: 'u' }, { schema: 'mine' }])
      expect(names(two, table(column('a')), index('u', ['a'], { unique: true, ...elsewhere }))).toEqual([
        'a',
        undefined,
      ])
    expect(names(index('i', ['a']), table(column('a', 'point'), column('b', 'bytea')))).toEqual([
      undefined,
      undefined,
    ])
  })

  it('gives every row another of two values', () => {
    expect(updateWorkload(table(), 'id', column('a"b', 'text'), ["it's", 'y'])).toBe(
      `UPDATE "public"."t" SET "a""b" = CASE WHEN "a""b" IS DISTINCT FROM 'it''s'::text THEN 'it''s'::text ELSE 'y'::text END
WHERE id IN (SELECT id FROM "public"."t" ORDER BY id LIMIT 1000)`,
    )
    expect(twoValues(table(), column('a"b'))).toBe(
      'SELECT v FROM (SELECT DISTINCT "a""b"::text AS v FROM "public"."t" WHERE "a""b" IS NOT NULL) q ORDER BY v LIMIT 2',
    )
  })
})

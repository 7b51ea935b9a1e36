import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine } from '../../src/engine/contract/index.ts'

const SCALE = 0.25
const CHANGES = `
CREATE INDEX "a b" ON auth_user (lower(email) DESC, "first_name" COLLATE "C" DESC NULLS LAST, last_name text_pattern_ops)
  INCLUDE (id) WHERE is_active;
CREATE INDEX hashed ON auth_user USING hash (email);
CREATE INDEX ranges ON auth_user USING brin (date_joined);
CREATE TABLE whole (id int, "order" int, note text) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (100);
CREATE INDEX whole_order ON whole ("order");
INSERT INTO part SELECT 1, 2, string_agg(md5(i::text), '') FROM generate_series(1, 10000) i;
CREATE TEMP TABLE passing AS SELECT 1 AS a;
CREATE MATERIALIZED VIEW kept AS SELECT 1 AS b;
VACUUM part;`

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: 'entreprinder', scale: SCALE })
})
afterAll(() => engine.close())

async function measured(query: string) {
  const outcome = await engine.measure({
    dataset: 'entreprinder',
    scale: SCALE,
    query,
    changes: CHANGES,
    timingRuns: 1,
    catalog: true,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  const { catalog, statements } = outcome.value
  if (!catalog) throw new Error('The catalog was not read.')
  return { catalog: catalog.after, rows: statements[0]?.result?.rows ?? [] }
}

it('sizes of tables and indexes are those that PostgreSQL gives', async () => {
  const { catalog, rows } = await measured(
    `SELECT relname, pg_relation_size(oid), CASE relkind WHEN 'i' THEN pg_relation_size(oid) ELSE pg_table_size(oid) END FROM pg_class
WHERE relkind IN ('r', 'm', 'i') AND (relnamespace = 'public'::regnamespace OR relnamespace >= 16384)
  AND relname NOT LIKE 'pg_toast%'`,
  )
  const seen = new Map([
    ...catalog.relations.map((each) => [each.name, [each.pages * 8192, each.bytes].join()] as const),
    ...catalog.indexes.map((each) => [each.name, [each.pages * 8192, each.bytes].join()] as const),
  ])
  expect(rows.length).toBeGreaterThan(100)
  for (const [name, main, table] of rows)
    expect([name, seen.get(name ?? '')]).toEqual([name, `${main},${table}`])
  expect(rows.find(([name]) => name === 'part')?.[2]).not.toBe(rows.find(([name]) => name === 'part')?.[1])
})

it('keys of indexes are those that PostgreSQL gives', async () => {
  const { catalog, rows } = await measured(
    `SELECT c.relname, k, pg_get_indexdef(c.oid, k, true),
       COALESCE(pg_index_column_has_property(c.oid, k, 'desc'), false),
       COALESCE(pg_index_column_has_property(c.oid, k, 'nulls_first'), false)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid CROSS JOIN generate_series(1, i.indnkeyatts) k
WHERE c.relnamespace = 'public'::regnamespace ORDER BY c.relname COLLATE "C", k`,
  )
  const seen = catalog.indexes.flatMap((index) =>
    index.keys.map((key, k) => [
      index.name,
      String(k + 1),
      key.expression,
      key.descending ? 't' : 'f',
      key.nullsFirst ? 't' : 'f',
    ]),
  )
  const sorted = (keys: readonly (readonly (string | null)[])[]) =>
    keys.map((key) => key.join(' | ')).toSorted()
  expect(sorted(seen)).toEqual(sorted(rows))
  expect(catalog.indexes.find((index) => index.name === 'a b')).toMatchObject({
    include: ['id'],
    predicate: 'is_active',
    keys: [
      { expression: 'lower(email::text)', isColumn: false, descending: true, nullsFirst: true },
      { expression: 'first_name', isColumn: true, descending: true, nullsFirst: false, collation: 'C' },
      { expression: 'last_name', opclass: 'text_pattern_ops', collation: null },
    ],
  })
})

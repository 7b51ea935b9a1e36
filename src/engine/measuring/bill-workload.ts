/**
 * The standard write workload of a table: what the index bill runs with and without an index. 1,000 rows are
 * inserted as copies of existing ones, and 1,000 rows updated twice: in a column that the index covers, and in
 * one that no index covers. Everything is rolled back, so deferred foreign keys are never checked.
 */
import type { Catalog, CatalogColumn, CatalogIndex, CatalogRelation } from '../contract/index.ts'
import { identifiersIn, quotedIdentifier, quotedLiteral, unquotedIdentifier } from '../../shared/quote.ts'

/** Rows written by each statement of the workload. */
export const WORKLOAD_ROWS = 1000

export const qualified = (relation: { readonly schema: string; readonly name: string }) =>
  `${quotedIdentifier(relation.schema)}.${quotedIdentifier(relation.name)}`

/** Names of the plain columns that an index stores or whose value decides about membership. */
function coveredColumns(index: CatalogIndex, relation: CatalogRelation): Set<string> {
  const text = [...index.keys.map((key) => key.expression), ...index.include, index.predicate ?? ''].join(' ')
  const named = identifiersIn(text)
  return new Set(relation.columns.map((column) => column.name).filter((name) => named.has(name)))
}

/** Another value for a column that must stay unique; undefined for a type without an obvious one. */
function movedValue(column: CatalogColumn): string | undefined {
  const name = quotedIdentifier(column.name)
  if (/^(smallint|integer|bigint|numeric)/.test(column.type)) return `${name} + 1000000000`
  if (/^(text|character)/.test(column.type)) {
    const length = Number(/\((\d+)\)/.exec(column.type)?.[1] ?? 60)
    return `left('bill ' || row_number() OVER () || ' ' || ${name}, ${length})`
  }
  if (/^(timestamp|date)/.test(column.type)) return `${name} + interval '400 years'`
  if (column.type === 'uuid') return `gen_random_uuid()`
  return undefined
}

/** The column that identifies a row: the primary key, where it is a single column. */
export function keyColumn(catalog: Catalog, relation: CatalogRelation): string | undefined {
  const primary = catalog.indexes.find(
    (index) => index.primary && index.table === relation.name && index.schema === relation.schema,
  )
  return primary?.keys.length === 1 ? primary.keys[0]?.expression : undefined
}

/** INSERT of copies of the first rows; undefined where a unique column has no obvious new value. */
export function insertWorkload(catalog: Catalog, relation: CatalogRelation): string | undefined {
  const key = keyColumn(catalog, relation)
  if (key === undefined) return undefined
  const moved = new Set<string>()
  for (const index of catalog.indexes) {
    if (!index.unique || index.primary || index.table !== relation.name || index.schema !== relation.schema)
      continue
    const last = index.keys.findLast((each) => each.isColumn)
    if (!last) return undefined
    moved.add(unquotedIdentifier(last.expression))
  }
  const columns = relation.columns.filter((column) => column.name !== unquotedIdentifier(key))
  const values: string[] = []
  for (const column of columns) {
    const value = moved.has(column.name) ? movedValue(column) : quotedIdentifier(column.name)
    if (value === undefined) return undefined
    values.push(value)
  }
  const table = qualified(relation)
  const names = columns.map((column) => quotedIdentifier(column.name)).join(', ')
  return `INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM ${table} ORDER BY ${key} LIMIT ${WORKLOAD_ROWS}`
}

/** Column types whose values can be compared and written as a literal. */
const SIMPLE = /^(boolean|smallint|integer|bigint|numeric|text|character|date|timestamp|jsonb)/

function unindexed(catalog: Catalog, relation: CatalogRelation): CatalogColumn[] {
  const covered = new Set<string>()
  for (const index of catalog.indexes) {
    if (index.table === relation.name && index.schema === relation.schema)
      for (const name of coveredColumns(index, relation)) covered.add(name)
  }
  return relation.columns.filter((column) => !covered.has(column.name) && SIMPLE.test(column.type))
}

/** The columns whose update the bill compares: one that the index covers and one that no index covers. */
export function updateColumns(
  catalog: Catalog,
  relation: CatalogRelation,
  index: CatalogIndex,
): { readonly covered: CatalogColumn | undefined; readonly other: CatalogColumn | undefined } {
  const covered = coveredColumns(index, relation)
  const unique = new Set(
    catalog.indexes
      .filter((each) => each.unique && each.table === relation.name && each.schema === relation.schema)
      .flatMap((each) => each.keys.map((key) => unquotedIdentifier(key.expression))),
  )
  const free = (column: CatalogColumn) => SIMPLE.test(column.type) && !unique.has(column.name)
  return {
    covered: relation.columns.find((column) => covered.has(column.name) && free(column)),
    other: unindexed(catalog, relation)[0],
  }
}

/** UPDATE of the first rows that gives every row another of two values which the column already has. */
export function updateWorkload(
  relation: CatalogRelation,
  key: string,
  column: CatalogColumn,
  values: readonly [string, string],
): string {
  const table = qualified(relation)
  const name = quotedIdentifier(column.name)
  const [first, second] = values.map((value) => `${quotedLiteral(value)}::${column.type}`) as [string, string]
  return `UPDATE ${table} SET ${name} = CASE WHEN ${name} IS DISTINCT FROM ${first} THEN ${first} ELSE ${second} END
WHERE ${key} IN (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT ${WORKLOAD_ROWS})`
}

/** Query for two different values of a column, as text. */
export const twoValues = (relation: CatalogRelation, column: CatalogColumn) =>
  `SELECT v FROM (SELECT DISTINCT ${quotedIdentifier(column.name)}::text AS v FROM ${qualified(relation)} WHERE ${quotedIdentifier(column.name)} IS NOT NULL) q ORDER BY v LIMIT 2`

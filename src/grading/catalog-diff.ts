/** What the changes left in the catalog. */
import {
  EMPTY_CATALOG,
  newIndexes as indexesAdded,
  type Catalog,
  type CatalogIndex,
  type CatalogRelation,
  type Measurement,
} from '../engine/contract/index.ts'

/** The catalog before and after the changes; jobs of `jobs.ts` always ask for it. */
export const catalogs = (measurement: Measurement): { readonly before: Catalog; readonly after: Catalog } =>
  measurement.catalog ?? { before: EMPTY_CATALOG, after: EMPTY_CATALOG }

/** Indexes that the changes added. */
export function newIndexes(measurement: Measurement): readonly CatalogIndex[] {
  const { before, after } = catalogs(measurement)
  return indexesAdded(before, after)
}

/** New indexes as one counts them: one on a partitioned table is one, however many partitions have their part of it. */
export const countedIndexes = (measurement: Measurement): readonly CatalogIndex[] =>
  newIndexes(measurement).filter((index) => (index.parent ?? null) === null)

/** Indexes that the changes removed. */
export function droppedIndexes(measurement: Measurement): readonly CatalogIndex[] {
  const { before, after } = catalogs(measurement)
  return indexesAdded(after, before)
}

export const qualified = (relation: { readonly schema: string; readonly name: string }): string =>
  relation.schema === 'public' ? relation.name : `${relation.schema}.${relation.name}`

/** Relations that hold the dataset's rows: tables and materialized views. */
export const holdsRows = (relation: CatalogRelation): boolean => 'rpm'.includes(relation.kind)

/** An expression as one compares it: case, spaces, parentheses and casts between texts do not count. */
export const normalExpression = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(
      /::(?:text|character varying|varchar|timestamp with time zone|timestamptz|date|bigint|integer)(?:\(\d+\))?(?:\[\])?/g,
      '',
    )
    .replaceAll(/[\s()"]/g, '')

/** Operator classes whose every operator another one offers too. */
const SERVES: Readonly<Record<string, string>> = { jsonb_path_ops: 'jsonb_ops' }

/** Whether the keys of `index` begin with the keys of `other`, read in the same direction. */
export function startsWith(index: CatalogIndex, other: CatalogIndex): boolean {
  return (
    index.table === other.table &&
    index.method === other.method &&
    (index.predicate === null || index.predicate === other.predicate) &&
    other.keys.every((key, at) => {
      const mine = index.keys[at]
      return (
        mine !== undefined &&
        mine.expression === key.expression &&
        (mine.opclass === key.opclass || mine.opclass === SERVES[key.opclass]) &&
        mine.collation === key.collation
      )
    })
  )
}

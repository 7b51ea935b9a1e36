import type { CatalogIndex, Measurement } from '../engine/contract/index.ts'

/** Indexes that the changes added to tables that were there before. */
export function newIndexes({ catalog }: Measurement): readonly CatalogIndex[] {
  if (!catalog) return []
  const known = new Set(catalog.before.indexes.map((index) => index.oid))
  const tables = new Set(catalog.before.relations.map((relation) => relation.name))
  return catalog.after.indexes.filter((index) => !known.has(index.oid) && tables.has(index.table))
}

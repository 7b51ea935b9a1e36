import { newIndexesOfTables, type CatalogIndex, type Measurement } from '../engine/contract/index.ts'

/** Indexes that the changes added to tables that were there before. */
export const newIndexes = ({ catalog }: Measurement): readonly CatalogIndex[] =>
  catalog ? newIndexesOfTables(catalog.before, catalog.after) : []

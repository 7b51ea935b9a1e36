import type { Catalog, CatalogIndex } from './catalog.ts'

/** An index's definition as pg_get_indexdef() prints it, without the index's name, and whether it is of use. */
const shape = ({ definition, valid }: CatalogIndex): string =>
  `${valid} ${definition.replace(/^(CREATE (?:UNIQUE )?INDEX )(?:"(?:[^"]|"")*"|\S+) (?=ON )/, '$1')}`

/**
 * Indexes of `after` that `before` had not. An index is known by what it is: renamed, rebuilt (REINDEX CONCURRENTLY
 * gives a new OID), or dropped and made again under any name, it is the one that was there. A second one of the same
 * definition beside it is new.
 */
export function newIndexes(before: Catalog, after: Catalog): readonly CatalogIndex[] {
  const left = new Set(after.indexes.map((index) => index.oid))
  const known = new Set(before.indexes.map((index) => index.oid))
  const gone = before.indexes.filter((index) => !left.has(index.oid)).map(shape)
  return after.indexes.filter((index) => {
    if (known.has(index.oid)) return false
    const at = gone.indexOf(shape(index))
    if (at < 0) return true
    gone.splice(at, 1)
    return false
  })
}

/** Those on tables that were there before: indexes of a table that the changes make belong to the table. */
export function newIndexesOfTables(before: Catalog, after: Catalog): readonly CatalogIndex[] {
  const isTable = ({ table, schema }: CatalogIndex) =>
    before.relations.some(
      (relation) => relation.name === table && relation.schema === schema && relation.kind === 'r',
    )
  return newIndexes(before, after).filter(isTable)
}

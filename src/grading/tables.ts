/** The tables that a lesson's requests read, as the disturbances of their data look at them. */
import type { Catalog, CatalogRelation } from '../engine/contract/index.ts'
import { relationNames, statementsOf } from './syntax.ts'
import { quotedIdentifier } from '../shared/quote.ts'

export interface ForeignKey {
  /** Qualified name and column that it references. */
  readonly parent: string
  readonly target: string
}

export interface Table {
  readonly relation: CatalogRelation
  /** The primary key, where it is one integer. */
  readonly key: string | undefined
  /** A hash of the row's key as SQL, not negative; of the row of a table or alias in a query of several. */
  readonly hash: string
  readonly hashOf: (alias: string) => string
  /** Columns of each unique index beside the primary key. */
  readonly unique: readonly (readonly string[])[]
  readonly foreign: ReadonlyMap<string, ForeignKey>
}

/** A foreign key of one column between two of the tables. */
export interface Link {
  readonly child: Table
  readonly column: string
  readonly parent: Table
  readonly target: string
}

export const qualify = (relation: Pick<CatalogRelation, 'schema' | 'name'>) =>
  `${quotedIdentifier(relation.schema)}.${quotedIdentifier(relation.name)}`

/** What tells a row of the table from the others: its key, or where it lies. `alias` as SQL writes it. */
export const placeOf = ({ key }: Table, alias?: string): string =>
  `${alias === undefined ? '' : `${alias}.`}${key === undefined ? 'ctid' : quotedIdentifier(key)}`

/** The relations of any kind that queries name. */
export function relationsRead(
  queries: readonly string[],
  { relations }: Catalog,
): readonly CatalogRelation[] {
  const names = new Set(
    queries
      .flatMap((query) => statementsOf(query).flatMap((each) => relationNames(each.node)))
      .map((range) => range.name),
  )
  return relations.filter((relation) => names.has(relation.name))
}

/** The permanent tables that queries name. */
export const tablesRead = (queries: readonly string[], catalog: Catalog): Table[] =>
  relationsRead(queries, catalog)
    .filter(({ kind, persistence }) => (kind === 'r' || kind === 'p') && persistence === 'p')
    .map((relation) => toTable(relation, catalog))

const INTEGER = /^(?:bigint|integer|smallint)$/

function toTable(relation: CatalogRelation, catalog: Catalog): Table {
  const indexes = catalog.indexes.filter(
    (index) => index.table === relation.name && index.schema === relation.schema,
  )
  const primary = indexes.find((index) => index.primary)
  const only = primary?.keys.length === 1 ? primary.keys[0]?.expression : undefined
  const column = relation.columns.find((each) => each.name === only && INTEGER.test(each.type))
  const row = relation.columns.map((each) => quotedIdentifier(each.name)).join(', ')
  // 2^31 - 1 clears the sign.
  const hashed = (value: string) => `(${value} & 2147483647)`
  return {
    relation,
    key: column?.name,
    hash: hashed(column ? `hashint8(${quotedIdentifier(column.name)})` : `hashtext(ROW(${row})::text)`),
    hashOf: (alias) =>
      hashed(column ? `hashint8(${alias}.${quotedIdentifier(column.name)})` : `hashtext(${alias}::text)`),
    unique: indexes
      .filter((index) => index.unique && !index.primary)
      .map((index) => index.keys.map((key) => key.expression)),
    foreign: new Map(
      foreignKeys(catalog)
        .filter(({ child }) => child === relation.name)
        .map(({ column: own, parent, target }) => [own, { parent, target }]),
    ),
  }
}

/** Foreign keys of one column. */
function foreignKeys({ constraints, relations }: Catalog) {
  return constraints.flatMap(({ type, table, references, definition }) => {
    const match = /^FOREIGN KEY \("?(\w+)"?\) REFERENCES \S+?\("?(\w+)"?\)/.exec(definition)
    const parent = relations.find((relation) => relation.name === references)
    return type === 'f' && match?.[1] && match[2] && parent
      ? [{ child: table, column: match[1], parent: qualify(parent), target: match[2] }]
      : []
  })
}

export const linksBetween = (tables: readonly Table[]): Link[] =>
  tables.flatMap((child) =>
    [...child.foreign].flatMap(([column, { parent: name, target }]): Link[] => {
      const parent = tables.find((table) => qualify(table.relation) === name)
      return parent ? [{ child, column, parent, target }] : []
    }),
  )

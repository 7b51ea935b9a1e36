/** Disturbances of whole tables: each function disturbs them in one way, consistently with their foreign keys. */
import type { Catalog, CatalogColumn, CatalogRelation } from '../engine/contract/index.ts'
import { nameParts, type Node } from '../sql/ast.ts'
import type { Bound } from './bounds.ts'
import { block, bounded } from './focused-disturbances.ts'
import type { FocusedTable } from './focused-rows.ts'
import { nodesNamed, statementsOf } from './syntax.ts'
import { qualify, type Link, type Table } from './tables.ts'
import { quotedIdentifier } from '../shared/quote.ts'

/** Rows that a probe inserts or updates per table, about; it bounds what a Run pays for. */
const ROWS_WRITTEN = 500

/** Rows put on each bound, about: what is asked for should not be all of a table by now. */
const ROWS_ON_BOUNDS = 100

/** Deleting is cheaper than writing. At most this many rows go, and at most four of five. */
const ROWS_DELETED = 15_000
const SHARE_DELETED = 0.8

const deleteOrphans = ({ child, column, parent, target }: Link) =>
  `DELETE FROM ${qualify(child.relation)} c WHERE c.${quotedIdentifier(column)} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${qualify(parent.relation)} p WHERE p.${quotedIdentifier(target)} = c.${quotedIdentifier(column)})`

/** Deletes what points to rows that `parents` have lost, and what points to that, level by level. */
export function orphansBelow(links: readonly Link[], parents: readonly Table[]): string[] {
  const found: Link[] = []
  let level = new Set(parents)
  while (level.size > 0) {
    const next = links.filter((link) => level.has(link.parent) && !found.includes(link))
    found.push(...next)
    level = new Set(next.map((link) => link.child))
  }
  return found.map(deleteOrphans)
}

/**
 * Only the oldest tenth of the largest table is left: a condition that merely happens to hold for what is shown today
 * (`id > 100000`, the last three months) finds nothing. Its children go with it.
 */
export function oldRows(tables: readonly Table[], links: readonly Link[]): string[] {
  const keyed = tables.filter((table) => table.key !== undefined)
  const largest = keyed.sort((a, b) => b.relation.tuples - a.relation.tuples)[0]
  if (largest?.key === undefined) return []
  const name = qualify(largest.relation)
  const key = quotedIdentifier(largest.key)
  return [
    `DELETE FROM ${name} WHERE ${key} > (SELECT min(${key}) + (max(${key}) - min(${key})) / 10 FROM ${name})`,
    ...orphansBelow(links, [largest]),
  ]
}

const percentDeleted = (relation: CatalogRelation) =>
  Math.round(100 * Math.min(SHARE_DELETED, ROWS_DELETED / Math.max(1, relation.tuples)))

export function fewRows(tables: readonly Table[], links: readonly Link[]): string[] {
  return [
    ...tables.map(
      ({ relation, hash }) =>
        `DELETE FROM ${qualify(relation)} WHERE ${hash} % 100 < ${percentDeleted(relation)}`,
    ),
    // A row whose parent is gone goes too; parents first would need their order, so the rule is applied twice.
    ...links.map(deleteOrphans),
    ...(links.length > 1 ? links.map(deleteOrphans) : []),
  ]
}

/** One row in how many is touched, so that a probe stays quick on large tables. */
const oneIn = (relation: CatalogRelation, rows = ROWS_WRITTEN) =>
  Math.max(2, Math.ceil(relation.tuples / rows))

/** Copies rows under new keys: ties in every ordering, and a second row wherever one was expected. */
export function duplicates({ relation, key, hash, unique }: Table): string {
  const columns = relation.columns
    .filter((column) => column.name !== key && !column.generated)
    .map((column) => quotedIdentifier(column.name))
  const fresh =
    key === undefined
      ? []
      : [
          `(SELECT max(${quotedIdentifier(key)}) FROM ${qualify(relation)}) + row_number() OVER (ORDER BY ${quotedIdentifier(key)})`,
        ]
  const into = [...(key === undefined ? [] : [quotedIdentifier(key)]), ...columns].join(', ')
  return `INSERT INTO ${qualify(relation)} (${into}) OVERRIDING SYSTEM VALUE SELECT ${[...fresh, ...columns].join(', ')} FROM ${qualify(relation)} WHERE ${hash} % ${oneIn(relation)} = 0${unique.length > 0 ? ' ON CONFLICT DO NOTHING' : ''}`
}

/** Writes new versions of some rows, which come last in the file. */
export function moved({ relation, key, hash }: Table): string[] {
  const column = key ?? relation.columns.find((each) => !each.generated)?.name
  if (column === undefined) return []
  return [
    `UPDATE ${qualify(relation)} SET ${quotedIdentifier(column)} = ${quotedIdentifier(column)} WHERE ${hash} / 3 % ${oneIn(relation)} = 0`,
  ]
}

/** Names of all columns that the requests mention; undefined if one of them selects everything. */
export function columnsNamed(queries: readonly string[]): ReadonlySet<string> | undefined {
  const refs = queries.flatMap((query) =>
    statementsOf(query).flatMap((statement) => nodesNamed(statement.node, 'ColumnRef')),
  )
  if (refs.some((ref) => (ref['fields'] as readonly Node[]).some((field) => Object.hasOwn(field, 'A_Star'))))
    return undefined
  return new Set(refs.map((ref) => nameParts(ref['fields'] as readonly Node[]).at(-1) ?? ''))
}

/** Columns that may be NULL, among those that the requests name. */
export const nullable = ({ relation }: Table, named: ReadonlySet<string> | undefined): string[] =>
  relation.columns
    .filter(
      (column) => !column.notNull && !column.generated && (named === undefined || named.has(column.name)),
    )
    .map((column) => column.name)

export function nulls(table: Table, named: ReadonlySet<string> | undefined): string[] {
  const { relation, hash } = table
  const columns = nullable(table, named)
  if (columns.length === 0) return []
  const set = columns
    .map(
      (column, at) =>
        `${quotedIdentifier(column)} = CASE WHEN ${hash} / 7 % ${columns.length} = ${at} THEN NULL ELSE ${quotedIdentifier(column)} END`,
    )
    .join(', ')
  return [`UPDATE ${qualify(relation)} SET ${set} WHERE ${hash} % ${oneIn(relation)} = 1`]
}

interface Bounded {
  readonly column: CatalogColumn
  readonly bounds: readonly Bound[]
}

/** Columns of a table that are compared with bounds, keys and foreign keys left out. */
function boundedColumns({ relation }: Table, bounds: readonly Bound[], catalog: Catalog): Bounded[] {
  const keys = keysOf(relation, catalog)
  return relation.columns
    .filter((column) => !column.generated && !keys.has(column.name))
    .map((column) => ({
      column,
      bounds: bounds.filter(
        (each) => each.column === column.name && (each.table ?? relation.name) === relation.name,
      ),
    }))
    .filter((each) => each.bounds.length > 0)
}

/**
 * Puts rows right on the bounds that the requests compare with, so that `>` and `>=` differ: some of all rows, and some
 * for which everything else holds that the request asks for.
 */
export function boundaries(
  tables: readonly Table[],
  bounds: readonly Bound[],
  catalog: Catalog,
  focused: readonly FocusedTable[],
): string[] {
  return tables.flatMap((table) => {
    const { relation, hash } = table
    const found = boundedColumns(table, bounds, catalog)
    if (found.length === 0) return []
    const assignments = found.map(({ column, bounds: own }) => {
      const cases = own.map(({ literal }, at) => `WHEN ${at} THEN ${literal}::${column.type}`).join(' ')
      return `${quotedIdentifier(column.name)} = CASE ${hash} / 11 % ${own.length} ${cases} END`
    })
    const rows = ROWS_ON_BOUNDS * Math.max(...found.map((each) => each.bounds.length))
    return [
      block(
        `UPDATE ${qualify(relation)} SET ${assignments.join(', ')} WHERE ${hash} / 5 % ${oneIn(relation, rows)} = 0`,
      ),
      ...focused
        .filter((each) => each.table === table)
        .flatMap((each) => found.flatMap(({ column, bounds: own }) => bounded(each, column, own))),
    ]
  })
}

/** A name as the catalog has it, from one that a definition quotes. */
const unquoted = (name: string) => (/^".*"$/.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name)

/** Columns of unique indexes and of foreign keys. */
const keysOf = ({ name }: CatalogRelation, { indexes, constraints }: Catalog): ReadonlySet<string> =>
  new Set(
    [
      ...indexes
        .filter((index) => index.table === name && index.unique)
        .flatMap((index) => index.keys.map((key) => key.expression)),
      ...constraints
        .filter((constraint) => constraint.table === name && constraint.type === 'f')
        .flatMap(({ definition }) => /^FOREIGN KEY \(([^)]*)\)/.exec(definition)?.[1]?.split(', ') ?? []),
    ].map(unquoted),
  )

/** A third of the parents lose all their children. Children that are parents themselves take theirs with them. */
export const emptyGroups = (links: readonly Link[]): string[] => [
  ...links.map(
    ({ child, column }) =>
      `DELETE FROM ${qualify(child.relation)} WHERE hashint8(${quotedIdentifier(column)}) % 3 = 0`,
  ),
  ...orphansBelow(
    links,
    links.map((link) => link.child),
  ),
]

/** Children are emptied where there are parents, so that an outer join shows; otherwise the table itself. */
export function emptyTables(tables: readonly Table[], links: readonly Link[]): string[] {
  const children = new Set(links.map((link) => link.child))
  const emptied = children.size > 0 ? [...children] : tables.slice(0, 1)
  return [`TRUNCATE ${emptied.map(({ relation }) => qualify(relation)).join(', ')} CASCADE`]
}

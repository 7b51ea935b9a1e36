/**
 * Disturbances of the data that follow from the schema alone: for the tables that the lesson's requests read,
 * most rows deleted, rows doubled, NULLs, groups without members, empty tables. Each is SQL for a transaction
 * that is rolled back. They do the same on every machine: rows are chosen by a hash of their key.
 */
import type { Catalog, CatalogRelation, Probe } from '../engine/protocol.ts'
import type { DerivedProbe } from '../shared/check-spec.ts'
import { boundsIn, type Bound } from './bounds.ts'
import { nodesNamed, relationNames, statementsOf } from './syntax.ts'
import { nameParts, type Node } from '../sql/ast.ts'

/** Rows that a probe inserts or updates per table, about; it bounds what a Run pays for. */
const ROWS_WRITTEN = 3000

/** Rows that move, about: enough of them that some are among the 20 of a page. */
const ROWS_MOVED = 10_000

/** Rows put on bounds, about: what is asked for should not be all of a table by now. */
const ROWS_ON_BOUNDS = 200

/** Deleting is cheaper than writing. At most this many rows go, and at most four of five. */
const ROWS_DELETED = 15_000
const SHARE_DELETED = 0.8

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const qualify = (relation: CatalogRelation) => `${quote(relation.schema)}.${quote(relation.name)}`

export interface ProbeSource {
  readonly catalog: Catalog
  /** The lesson's own requests: what they read is what is disturbed. */
  readonly queries: readonly string[]
  readonly wanted: readonly DerivedProbe[]
  /** The order of the rows is graded. */
  readonly ordered: boolean
  /** Materialized views must follow the data: the lesson allows them, so they are refreshed. */
  readonly refresh: boolean
}

interface Table {
  readonly relation: CatalogRelation
  readonly key: string | undefined
  /** A hash of the row's key as SQL, not negative. */
  readonly hash: string
}

interface Link {
  readonly child: Table
  readonly column: string
  readonly parent: Table
  readonly target: string
}

export function derivedProbes(source: ProbeSource): readonly Probe[] {
  const tables = tablesRead(source)
  if (tables.length === 0) return []
  const links = linksBetween(tables, source.catalog)
  const statements: Readonly<Record<DerivedProbe, readonly string[]>> = {
    'old-rows': oldRows(tables, links),
    'few-rows': fewRows(tables, links),
    duplicates: [
      ...tables.flatMap((table) => duplicates(table, source.catalog)),
      ...(source.ordered ? tables.flatMap(moved) : []),
    ],
    nulls: tables.flatMap((table) => nulls(table, columnsNamed(source.queries))),
    boundaries: boundaries(tables, boundsIn(source.queries), source.catalog),
    'empty-groups': emptyGroups(links),
    'empty-tables': emptyTables(tables, links),
  }
  const end = source.refresh ? [REFRESH] : []
  const plansFor = (name: DerivedProbe) =>
    !source.ordered ? [] : name === 'few-rows' ? WITHOUT_SORT : WITHOUT_INDEX_ORDER
  return source.wanted.flatMap((name): Probe[] =>
    statements[name].length === 0
      ? []
      : [
          {
            name: NAMES[name],
            sql: [REPLICA, ...statements[name], ...end, ...plansFor(name)]
              .map((each) => `${each};`)
              .join('\n'),
          },
        ],
  )
}

const NAMES: Readonly<Record<DerivedProbe, string>> = {
  'old-rows': 'newer rows deleted',
  'few-rows': 'rows deleted',
  duplicates: 'rows doubled',
  nulls: 'NULLs added',
  boundaries: 'values on the boundary',
  'empty-groups': 'groups emptied',
  'empty-tables': 'tables emptied',
}

/** Triggers and foreign keys stay silent: what a probe leaves is consistent by itself. */
const REPLICA = 'SET LOCAL session_replication_role = replica'

/**
 * Plans that do not happen to give an order that nobody asked for; what is left is the request's own ORDER BY. No scan
 * follows an index (lookups stay quick by bitmap scans); or no UNION or grouping sorts where it can hash. Not both at
 * once: an ORDER BY would then be as well served by an index.
 */
export const WITHOUT_INDEX_ORDER = [
  'SET LOCAL enable_indexscan = off',
  'SET LOCAL enable_indexonlyscan = off',
]
const WITHOUT_SORT = ['SET LOCAL enable_sort = off']

/** Brings all materialized views up to date. */
export const REFRESH = `DO $$ DECLARE v record; BEGIN
  FOR v IN SELECT schemaname, matviewname FROM pg_catalog.pg_matviews LOOP
    EXECUTE pg_catalog.format('REFRESH MATERIALIZED VIEW %I.%I', v.schemaname, v.matviewname);
  END LOOP;
END $$`

function tablesRead({ catalog, queries }: ProbeSource): Table[] {
  const names = new Set(
    queries
      .flatMap((query) => statementsOf(query).flatMap((each) => relationNames(each.node)))
      .map((range) => range.name),
  )
  return catalog.relations
    .filter(
      (relation) =>
        names.has(relation.name) &&
        (relation.kind === 'r' || relation.kind === 'p') &&
        relation.persistence === 'p',
    )
    .map((relation) => toTable(relation, catalog))
}

function toTable(relation: CatalogRelation, catalog: Catalog): Table {
  const primary = catalog.indexes.find(
    (index) => index.table === relation.name && index.schema === relation.schema && index.primary,
  )
  const only = primary?.keys.length === 1 ? primary.keys[0]?.expression : undefined
  const column = relation.columns.find((each) => each.name === only && INTEGER.test(each.type))
  const row = relation.columns.map((each) => quote(each.name)).join(', ')
  // 2^31 - 1 clears the sign.
  const hash = column
    ? `(hashint8(${quote(column.name)}) & 2147483647)`
    : `(hashtext(ROW(${row})::text) & 2147483647)`
  return { relation, key: column?.name, hash }
}

const INTEGER = /^(?:bigint|integer|smallint)$/

/** Foreign keys of one column between tables that are read. */
function linksBetween(tables: readonly Table[], catalog: Catalog): Link[] {
  return catalog.constraints.flatMap((constraint): Link[] => {
    if (constraint.type !== 'f') return []
    const match = /^FOREIGN KEY \("?(\w+)"?\) REFERENCES \S+?\("?(\w+)"?\)/.exec(constraint.definition)
    const child = tables.find((table) => table.relation.name === constraint.table)
    const parent = tables.find((table) => table.relation.name === constraint.references)
    return match?.[1] && match[2] && child && parent
      ? [{ child, column: match[1], parent, target: match[2] }]
      : []
  })
}

const deleteOrphans = ({ child, column, parent, target }: Link) =>
  `DELETE FROM ${qualify(child.relation)} c WHERE c.${quote(column)} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${qualify(parent.relation)} p WHERE p.${quote(target)} = c.${quote(column)})`

/** Deletes what points to rows that `parents` have lost, and what points to that, level by level. */
function orphansBelow(links: readonly Link[], parents: readonly Table[]): string[] {
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
function oldRows(tables: readonly Table[], links: readonly Link[]): string[] {
  const keyed = tables.filter((table) => table.key !== undefined)
  const largest = keyed.sort((a, b) => b.relation.tuples - a.relation.tuples)[0]
  if (largest?.key === undefined) return []
  const name = qualify(largest.relation)
  const key = quote(largest.key)
  return [
    `DELETE FROM ${name} WHERE ${key} > (SELECT min(${key}) + (max(${key}) - min(${key})) / 10 FROM ${name})`,
    ...orphansBelow(links, [largest]),
  ]
}

const percentDeleted = (relation: CatalogRelation) =>
  Math.round(100 * Math.min(SHARE_DELETED, ROWS_DELETED / Math.max(1, relation.tuples)))

function fewRows(tables: readonly Table[], links: readonly Link[]): string[] {
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
function duplicates({ relation, key, hash }: Table, { indexes }: Catalog): string[] {
  const unique = indexes.some((index) => index.table === relation.name && index.unique && !index.primary)
  const columns = relation.columns
    .filter((column) => column.name !== key && !column.generated)
    .map((column) => quote(column.name))
  const fresh =
    key === undefined
      ? []
      : [`(SELECT max(${quote(key)}) FROM ${qualify(relation)}) + row_number() OVER (ORDER BY ${quote(key)})`]
  const into = [...(key === undefined ? [] : [quote(key)]), ...columns].join(', ')
  return [
    `INSERT INTO ${qualify(relation)} (${into}) OVERRIDING SYSTEM VALUE SELECT ${[...fresh, ...columns].join(', ')} FROM ${qualify(relation)} WHERE ${hash} % ${oneIn(relation)} = 0${unique ? ' ON CONFLICT DO NOTHING' : ''}`,
  ]
}

/** Writes new versions of some rows, which come last in the file. */
function moved({ relation, key, hash }: Table): string[] {
  const column = key ?? relation.columns.find((each) => !each.generated)?.name
  if (column === undefined) return []
  return [
    `UPDATE ${qualify(relation)} SET ${quote(column)} = ${quote(column)} WHERE ${hash} / 3 % ${oneIn(relation, ROWS_MOVED)} = 0`,
  ]
}

/** Names of all columns that the requests mention; undefined if one of them selects everything. */
function columnsNamed(queries: readonly string[]): ReadonlySet<string> | undefined {
  const refs = queries.flatMap((query) =>
    statementsOf(query).flatMap((statement) => nodesNamed(statement.node, 'ColumnRef')),
  )
  if (refs.some((ref) => (ref['fields'] as readonly Node[]).some((field) => Object.hasOwn(field, 'A_Star'))))
    return undefined
  return new Set(refs.map((ref) => nameParts(ref['fields'] as readonly Node[]).at(-1) ?? ''))
}

function nulls({ relation, hash }: Table, named: ReadonlySet<string> | undefined): string[] {
  const nullable = relation.columns.filter(
    (column) => !column.notNull && !column.generated && (named === undefined || named.has(column.name)),
  )
  if (nullable.length === 0) return []
  const set = nullable
    .map(
      (column, at) =>
        `${quote(column.name)} = CASE WHEN ${hash} / 7 % ${nullable.length} = ${at} THEN NULL ELSE ${quote(column.name)} END`,
    )
    .join(', ')
  return [`UPDATE ${qualify(relation)} SET ${set} WHERE ${hash} % ${oneIn(relation)} = 1`]
}

/**
 * Puts rows right on the bounds that the requests compare with, so that `>` and `>=` differ. Keys are left alone, and
 * so is a table whose constraints do not allow it.
 */
function boundaries(tables: readonly Table[], bounds: readonly Bound[], { indexes }: Catalog): string[] {
  return tables.flatMap(({ relation, hash }) => {
    const keys = new Set(
      indexes
        .filter((index) => index.table === relation.name && index.unique)
        .flatMap((index) => index.keys.map((key) => key.expression)),
    )
    const assignments = relation.columns.flatMap((column) => {
      const literals = bounds
        .filter((each) => each.column === column.name && (each.table ?? relation.name) === relation.name)
        .map((each) => each.literal)
      if (literals.length === 0 || column.generated || keys.has(column.name)) return []
      const cases = literals.map((literal, at) => `WHEN ${at} THEN ${literal}::${column.type}`).join(' ')
      return [`${quote(column.name)} = CASE ${hash} / 11 % ${literals.length} ${cases} END`]
    })
    return assignments.length === 0
      ? []
      : [
          `DO $probe$ BEGIN UPDATE ${qualify(relation)} SET ${assignments.join(', ')} WHERE ${hash} / 5 % ${oneIn(relation, ROWS_ON_BOUNDS)} = 0; EXCEPTION WHEN integrity_constraint_violation OR data_exception THEN NULL; END $probe$`,
        ]
  })
}

/** A third of the parents lose all their children. Children that are parents themselves take theirs with them. */
const emptyGroups = (links: readonly Link[]): string[] => [
  ...links.map(
    ({ child, column }) => `DELETE FROM ${qualify(child.relation)} WHERE hashint8(${quote(column)}) % 3 = 0`,
  ),
  ...orphansBelow(
    links,
    links.map((link) => link.child),
  ),
]

/** Children are emptied where there are parents, so that an outer join shows; otherwise the table itself. */
function emptyTables(tables: readonly Table[], links: readonly Link[]): string[] {
  const children = new Set(links.map((link) => link.child))
  const emptied = children.size > 0 ? [...children] : tables.slice(0, 1)
  return [`TRUNCATE ${emptied.map(({ relation }) => qualify(relation)).join(', ')} CASCADE`]
}

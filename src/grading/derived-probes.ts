/**
 * Disturbances of the data that follow from the schema and the lesson's requests: in the tables that they read,
 * most rows deleted, rows doubled, NULLs, values on the bounds, groups without members, empty tables. Each is SQL for
 * a transaction that is rolled back. They do the same on every machine: rows are chosen by a hash of their key.
 */
import type { Catalog, CatalogRelation, Probe } from '../engine/contract/index.ts'
import type { DerivedProbe } from '../shared/check-spec.ts'
import { boundsIn } from './bounds.ts'
import {
  boundaries,
  columnsNamed,
  duplicates,
  emptyGroups,
  emptyTables,
  fewRows,
  moved,
  nulls,
  oldRows,
  type Link,
  type Table,
} from './disturbances.ts'
import { relationNames, statementsOf } from './syntax.ts'
import { quotedIdentifier } from '../shared/quote.ts'

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
  const row = relation.columns.map((each) => quotedIdentifier(each.name)).join(', ')
  // 2^31 - 1 clears the sign.
  const hash = column
    ? `(hashint8(${quotedIdentifier(column.name)}) & 2147483647)`
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

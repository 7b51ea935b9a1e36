/**
 * Disturbances of the data that follow from the schema and the lesson's requests. Each is SQL for a transaction that is
 * rolled back, and does the same on every machine: rows are chosen by the request's own conditions and order, or by a
 * hash of their key.
 */
import type { Catalog, Probe } from '../engine/contract/index.ts'
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
  nullable,
  nulls,
  oldRows,
  orphansBelow,
} from './disturbances.ts'
import { focusesOf } from './focus.ts'
import { doubled, lookalikes, nulled, oneLeft, scattered, ties, VARIABLES } from './focused-disturbances.ts'
import { focusedTables, type FocusedTable } from './focused-rows.ts'
import { linksBetween, qualify, tablesRead, type Table } from './tables.ts'
import { textsIn } from './text-literals.ts'
import { writtenAlready } from './written-already.ts'
import { quotedLiteral } from '../shared/quote.ts'

export interface ProbeSource {
  readonly catalog: Catalog
  /** The lesson's own requests: what they read is what is disturbed. */
  readonly queries: readonly string[]
  /** The one of them whose conditions tell which rows the lesson is about. */
  readonly focus: string
  readonly wanted: readonly DerivedProbe[]
  /** The requests sort somewhere, so that ties and the order in which rows are found may matter. */
  readonly sorted: boolean
  /** Materialized views must follow the data: the lesson allows them, so they are refreshed. */
  readonly refresh: boolean
  /** The solution itself makes values unique. */
  readonly unique: boolean
}

interface Disturbance {
  readonly name: string
  /** SQL before the block. */
  readonly first?: readonly string[]
  /** Statements of a PL/pgSQL block. */
  readonly steps: readonly string[]
  /** Settings under which the request runs once more. */
  readonly again?: readonly string[]
}

export function derivedProbes(source: ProbeSource): readonly Probe[] {
  const { catalog, queries, wanted, sorted, refresh } = source
  const tables = tablesRead(queries, catalog)
  if (tables.length === 0) return []
  const end = refresh ? [REFRESH] : []
  const relaxed = source.unique ? [] : [withoutNewUniqueness(tables, catalog)]
  return disturbances(source, tables)
    .filter(({ kind, steps, first }) => wanted.includes(kind) && steps.length + (first?.length ?? 0) > 0)
    .map(({ name, first, steps, again }): Probe => ({
      name,
      sql: [REPLICA, ...relaxed, ...(first ?? []), ...(steps.length > 0 ? [inBlock(steps)] : []), ...end]
        .map((each) => `${each};`)
        .join('\n'),
      measured: true,
      ...(sorted && again ? { again: again.map((each) => `${each};`).join('\n') } : {}),
    }))
}

function disturbances(
  { catalog, queries, focus, sorted }: ProbeSource,
  tables: readonly Table[],
): readonly (Disturbance & { readonly kind: DerivedProbe })[] {
  const links = linksBetween(tables)
  const focused = focusedTables(focusesOf(focus), tables, links)
  const named = columnsNamed(queries)
  const bounds = boundsIn(queries)
  const left = (which: 'min' | 'max') =>
    focused.flatMap((each) => {
      const deleted = oneLeft(each, which)
      return deleted.length > 0 ? [...deleted, ...orphansBelow(links, [each.table])] : []
    })
  return [
    { kind: 'old-rows', name: 'newer rows deleted', steps: oldRows(tables, links) },
    {
      kind: 'few-rows',
      name: 'rows deleted',
      steps: fewRows(tables, links),
      again: WITHOUT_SORT,
    },
    { kind: 'one-row', name: 'only the oldest match left', steps: left('min') },
    { kind: 'one-row', name: 'only the newest match left', steps: left('max') },
    {
      kind: 'duplicates',
      name: 'rows doubled',
      steps: [
        ...tables.map((table) => duplicates(table)),
        ...focused.map(doubled),
        ...(sorted ? [...tables.flatMap(moved), ...focused.flatMap(scattered)] : []),
      ],
      again: WITHOUT_INDEX_ORDER,
    },
    {
      kind: 'ties',
      name: 'rows of one moment',
      steps: focused.flatMap(ties),
      again: WITHOUT_INDEX_ORDER,
    },
    {
      kind: 'nulls',
      name: 'NULLs added',
      steps: [
        ...tables.flatMap((table) => nulls(table, named)),
        ...focused.flatMap((each) => nulled(each, nullable(each.table, named))),
      ],
      again: WITHOUT_INDEX_ORDER,
    },
    {
      kind: 'boundaries',
      name: 'values on the boundary',
      steps: boundaries(tables, bounds, catalog, focused),
    },
    { kind: 'lookalikes', name: 'texts that look alike', steps: nearly(tables, focused, queries) },
    { kind: 'written', name: 'written already', ...writtenAlready(focus, tables) },
    { kind: 'empty-groups', name: 'groups emptied', steps: emptyGroups(links) },
    { kind: 'empty-tables', name: 'tables emptied', steps: emptyTables(tables, links) },
  ]
}

/** For each text that is looked for, rows with nearly that text. */
const nearly = (tables: readonly Table[], focused: readonly FocusedTable[], queries: readonly string[]) =>
  textsIn(queries).flatMap((literal) =>
    tables
      .filter(({ relation }) =>
        relation.columns.some(({ name, type }) => name === literal.column && /char|text/.test(type)),
      )
      .map((table) =>
        lookalikes(
          table,
          focused.find((each) => each.table === table),
          literal,
        ),
      ),
  )

/** One block, so that a probe is one statement to send. */
const inBlock = (steps: readonly string[]) =>
  `DO $probe$ DECLARE ${VARIABLES}; BEGIN\n${steps.map((each) => `${each};`).join('\n')}\nEND $probe$`

/** Triggers and foreign keys stay silent: what a probe leaves is consistent by itself. */
const REPLICA = 'SET LOCAL session_replication_role = replica'

/**
 * Rows that grading makes up may break a unique index that an attempt has added and that holds in the lesson's data.
 * That is no fault of the attempt, so its index lets them in.
 */
function withoutNewUniqueness(tables: readonly Table[], { indexes }: Catalog): string {
  const names = indexes.filter((index) => index.unique).map((index) => quotedLiteral(index.name))
  const relations = tables.map(({ relation }) => `${quotedLiteral(qualify(relation))}::pg_catalog.regclass`)
  return `UPDATE pg_catalog.pg_index i SET indisunique = false, indisexclusion = false FROM pg_catalog.pg_class c WHERE c.oid = i.indexrelid AND (i.indisunique OR i.indisexclusion) AND c.relname <> ALL (ARRAY[${names.join(', ')}]::pg_catalog.name[]) AND i.indrelid IN (${relations.join(', ')})`
}

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

/** Hand-made measurements for the tests of checks. */
import {
  EMPTY_CATALOG,
  type Catalog,
  type CatalogColumn,
  type CatalogIndex,
  type CatalogRelation,
  type Column,
  type Measurement,
  type Row,
  type RowSet,
  type Totals,
} from '../../engine/contract/index.ts'
import type { GradingContext } from '../check.ts'
import type { Task } from '../types.ts'

const OIDS: Readonly<Record<string, number>> = {
  bool: 16,
  int8: 20,
  int4: 23,
  text: 25,
  varchar: 1043,
  float8: 701,
  numeric: 1700,
  timestamptz: 1184,
}

/** A result; columns are written `name type`. */
export function rowSet(columns: readonly string[], rows: readonly Row[]): RowSet {
  const typed: Column[] = columns.map((text) => {
    const [name = '', type = 'text'] = text.split(' ')
    return { name, type, typeOid: OIDS[type] ?? 25 }
  })
  const keys = rows.map((row) => JSON.stringify(row))
  const digest = (list: readonly string[]) =>
    `${rows.length}:${typed.map((c) => c.typeOid).join(',')}:${encodeURIComponent(list.join(';'))}`
  return {
    columns: typed,
    rows,
    count: rows.length,
    bagDigest: digest([...keys].sort()),
    listDigest: digest(keys),
    bytes: 0,
  }
}

const NO_TOTALS: Totals = {
  buffers: 0,
  triggerBuffers: 0,
  planningBuffers: 0,
  rowsRead: 0,
  rowsProcessed: 0,
  rowsReturned: 0,
  tempBlocks: 0,
  walBytes: 0,
  walRecords: 0,
  cost: 0,
  executionTime: 0,
  planningTime: 0,
  timingRuns: 1,
  statements: 1,
}

export const totals = (figures: Partial<Totals>): Totals => ({ ...NO_TOTALS, ...figures })

export function relation(name: string, more: Partial<CatalogRelation> = {}): CatalogRelation {
  return {
    oid: hash(name),
    schema: 'public',
    name,
    kind: 'r',
    persistence: 'p',
    filenode: hash(name),
    pages: 100,
    bytes: 819_200,
    tuples: 10_000,
    inserted: 10_000,
    updated: 0,
    hotUpdated: 0,
    deleted: 0,
    modifiedSinceAnalyze: 0,
    rowSecurity: false,
    options: [],
    columns: [column('id', 'bigint', { notNull: true })],
    ...more,
  }
}

export const column = (name: string, type: string, more: Partial<CatalogColumn> = {}): CatalogColumn => ({
  name,
  type,
  notNull: false,
  default: null,
  generated: false,
  statisticsTarget: null,
  options: null,
  distinct: -1,
  nullFraction: 0,
  ...more,
})

/** An index; keys are written `column` or `column desc`, expressions in parentheses. */
export function index(
  name: string,
  table: string,
  keys: readonly string[],
  more: Partial<CatalogIndex> = {},
): CatalogIndex {
  return {
    oid: hash(name),
    name,
    schema: 'public',
    table,
    method: 'btree',
    unique: false,
    primary: false,
    valid: true,
    constraint: false,
    keys: keys.map((key) => ({
      expression: key.replace(/ desc$/, ''),
      isColumn: !key.includes('('),
      descending: key.endsWith(' desc'),
      nullsFirst: key.endsWith(' desc'),
      opclass: 'int8_ops',
      collation: null,
    })),
    include: [],
    predicate: null,
    definition: `CREATE INDEX ${name} ON public.${table} (${keys.join(', ')})`,
    pages: 10,
    bytes: 81_920,
    scans: 0,
    ...more,
  }
}

const hash = (text: string) =>
  Array.from(text).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_003, 7)

export const catalog = (more: Partial<Catalog> = {}): Catalog => ({
  ...EMPTY_CATALOG,
  relations: [relation('message')],
  searchPath: '"$user", public',
  ...more,
})

export interface MeasurementFixture extends Partial<Measurement> {
  readonly plan?: unknown
  readonly result?: RowSet | null
}

export function measurement(more: MeasurementFixture = {}): Measurement {
  const { plan = null, result = null, ...rest } = more
  const sums = rest.totals ?? NO_TOTALS
  return {
    dataset: 'entreprinder',
    scale: 0.5,
    setup: [],
    changes: [],
    statements: [
      {
        text: 'SELECT 1',
        fingerprint: null,
        tag: 'SELECT',
        span: { pane: 'query', start: 0, end: 8 },
        forEachRow: false,
        executions: 1,
        triggers: [],
        plan,
        totals: sums,
        result,
        commandTag: '',
        notices: [],
      },
    ],
    totals: sums,
    variants: [],
    probes: [],
    state: [],
    catalog: { before: catalog(), after: catalog() },
    notices: [],
    timed: [],
    wall: {
      total: 0,
      start: 0,
      setup: 0,
      changes: 0,
      request: 0,
      variants: 0,
      catalog: 0,
      probes: 0,
      postgres: 0,
    },
    ...rest,
  }
}

export const task = (more: Partial<Task> = {}): Task => ({
  id: 'lesson',
  dataset: 'entreprinder',
  scale: 0.5,
  setup: '',
  before: { changes: '', query: 'SELECT id FROM message WHERE id = 1' },
  solution: { changes: '', query: 'SELECT id FROM message WHERE id = 1' },
  probes: [],
  derivedProbes: [],
  variants: [],
  state: [],
  checks: [],
  allows: [],
  ...more,
})

/** What a check or a guard looks at: an attempt, and everything else as plain as it gets. */
export const context = (attempt: Measurement, more: Partial<GradingContext> = {}): GradingContext => ({
  task: task(),
  texts: { changes: '', query: '' },
  syntax: { changes: [], request: [] },
  before: measurement(),
  reference: measurement(),
  attempt,
  ...more,
})

/** A measurement whose changes turned one catalog into another. */
export const changed = (after: Partial<Catalog>, before: Partial<Catalog> = {}): Measurement =>
  measurement({ catalog: { before: catalog(before), after: catalog(after) } })

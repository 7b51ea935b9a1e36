import { beforeAll, expect, it } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { Catalog, CatalogIndex, CatalogRelation } from '../contract/index.ts'
import { LOG_OFF } from '../postgres/plan-log.ts'
import { FakeLab, type Answer } from '../testing/fake-database.ts'
import { runBill } from './bill.ts'
import { prepareJob } from './prepare.ts'

beforeAll(loadSqlParser)

/** The last of the catalog's questions. */
const READ = 'SHOW search_path'

/** What the catalog's questions are answered with, in `catalog`. */
function catalogAnswer(sql: string, { relations, indexes }: Catalog): Answer | undefined {
  const json = (list: readonly unknown[]): Answer => ({ rows: [[JSON.stringify(list)]] })
  if (sql.includes('AS persistence')) return json(relations)
  if (sql.includes('AS "notNull"'))
    return json(relations.flatMap(({ oid, columns }) => columns.map((column) => ({ oid, ...column }))))
  return sql.includes('indisvalid AS valid') ? json(indexes) : undefined
}

/** Everything but the catalog's questions, of which the last stands for all. */
const isShown = (sql: string): boolean =>
  sql !== LOG_OFF && !/json_agg|force_next_flush|extname|setconfig/.test(sql)

let oid = 0
const index = (name: string, keys: readonly string[], more: Partial<CatalogIndex> = {}): CatalogIndex =>
  ({
    oid: ++oid,
    name,
    schema: 'public',
    table: 't',
    unique: false,
    primary: false,
    constraint: false,
    keys: keys.map((expression) => ({ expression, isColumn: true })),
    include: [],
    predicate: null,
    definition: `CREATE INDEX ${name} ON public.t USING btree (${keys.join(', ')})`,
    pages: 7,
    bytes: 57_344,
    ...more,
  }) as unknown as CatalogIndex

const relation = (kind = 'r'): CatalogRelation =>
  ({
    oid: 42,
    schema: 'public',
    name: 't',
    kind,
    columns: ['id', 'a', 'b'].map((name) => ({ name, type: 'integer' })),
  }) as unknown as CatalogRelation

const PRIMARY = index('t_pkey', ['id'], { primary: true, unique: true })
const catalogOf = (...indexes: CatalogIndex[]): Catalog =>
  ({ relations: [relation()], indexes: [PRIMARY, ...indexes] }) as unknown as Catalog

const SETUP = 'CREATE TABLE t (id int, a int, b int)'
const CHANGE = 'CREATE INDEX by_a ON t (a)'

const explained = (blocks: number, wal: number): Answer => ({
  rows: [
    [
      JSON.stringify([
        {
          Plan: {
            'Node Type': 'ModifyTable',
            Operation: 'Insert',
            'Shared Hit Blocks': blocks,
            'WAL Bytes': wal,
          },
        },
      ]),
    ],
  ],
})

/** A bill of `changes` that leave `after`; with the index every statement costs more. */
async function billOf(
  changes: string,
  after: Catalog,
  answers: (sql: string) => Answer | undefined = () => undefined,
) {
  const prepared = prepareJob({ dataset: 'd', scale: 1, setup: SETUP, changes, query: 'SELECT 1' })
  if (!prepared.ok) throw new Error('not prepared')
  let bare = false
  let catalog = catalogOf()
  const lab: FakeLab = new FakeLab((sql) => {
    if (sql === SETUP) bare = false
    // The first reading is before the changes.
    if (sql === READ) catalog = after
    if (/^(DROP INDEX|ALTER TABLE .* DROP CONSTRAINT)/.test(sql)) bare = true
    const answer = answers(sql) ?? catalogAnswer(sql, catalog)
    if (answer) return answer
    if (sql.startsWith('SELECT v FROM')) return { rows: [['1'], ['2']] }
    if (sql.includes('xact_tuples_hot_updated')) return { rows: [[bare ? '900' : '0']] }
    if (sql.startsWith('EXPLAIN')) return bare ? explained(10, 100) : explained(30, 500)
    if (sql.startsWith('CREATE INDEX')) return { tag: 'CREATE INDEX', ms: 12 }
    return undefined
  })
  const bills = await runBill(lab, prepared.value)
  return { bills, sent: lab.given.map((database) => database.sent.filter(isShown)) }
}

const without = { buffers: 10, walBytes: 100, hotUpdates: 900 }
const withIndex = { buffers: 30, walBytes: 500, hotUpdates: 0 }

it('runs the workload on two databases after the changes, one without the index', async () => {
  const { bills, sent } = await billOf(CHANGE, catalogOf(index('by_a', ['a'])))
  const both = { rows: 1000, without, with: withIndex }
  expect(bills).toEqual([
    {
      index: 'by_a',
      table: 't',
      definition: 'CREATE INDEX by_a ON public.t USING btree (a)',
      pages: 7,
      bytes: 57_344,
      buildMs: 12,
      costs: [
        { operation: 'insert', ...both },
        { operation: 'update-indexed', column: 'a', ...both },
        { operation: 'update-other', column: 'b', ...both },
      ],
    },
  ])
  const [looked, bare, billed, ...more] = sent
  expect(more).toEqual([])
  expect(looked?.slice(0, 4)).toEqual([SETUP, READ, CHANGE, READ])
  expect(bare?.slice(0, 3)).toEqual([SETUP, CHANGE, 'DROP INDEX "public"."by_a"'])
  expect(billed).toEqual([SETUP, CHANGE, ...(bare ?? []).slice(3)])
  const workload = billed?.slice(2) ?? []
  expect(workload).toHaveLength(12)
  for (let at = 0; at < 12; at += 4)
    expect(workload.slice(at, at + 4)).toEqual([
      'BEGIN',
      expect.stringMatching(/^EXPLAIN \(ANALYZE, BUFFERS, WAL, TIMING OFF, FORMAT JSON\) (INSERT|UPDATE)/),
      'SELECT pg_catalog.pg_stat_get_xact_tuples_hot_updated(42)',
      'ROLLBACK',
    ])
})

it('drops the constraint where one stands behind the index', async () => {
  const { sent } = await billOf(CHANGE, catalogOf(index('by_a', ['a'], { constraint: true })))
  expect(sent[1]?.[2]).toBe('ALTER TABLE "public"."t" DROP CONSTRAINT "by_a" CASCADE')
})

it('a workload that cannot run is rolled back and has no line, on either side', async () => {
  const { bills, sent } = await billOf(CHANGE, catalogOf(index('by_a', ['a'])), (sql) =>
    sql.includes('INSERT INTO') ? { error: { code: '23514' } } : undefined,
  )
  expect(bills[0]?.costs.map((cost) => cost.operation)).toEqual(['update-indexed', 'update-other'])
  for (const one of sent.slice(1)) {
    const failed = one.findIndex((sql) => sql.includes('INSERT INTO'))
    expect(one[failed + 1]).toBe('ROLLBACK')
  }
})

it('a crash is none of the workload’s', async () => {
  const crash = billOf(CHANGE, catalogOf(index('by_a', ['a'])), (sql) =>
    sql.includes('INSERT INTO') ? { crash: 'gone' } : undefined,
  )
  await expect(crash).rejects.toThrow('gone')
})

it('a column of one value, or of none but NULLs, is not updated', async () => {
  for (const rows of [[], [['1']]]) {
    const { bills } = await billOf(CHANGE, catalogOf(index('by_a', ['a'])), (sql) =>
      sql.startsWith('SELECT v FROM') ? { columns: ['v'], rows } : undefined,
    )
    expect(bills[0]?.costs.map((cost) => cost.operation)).toEqual(['insert'])
  }
})

it('nothing is written where there is no key to find rows by', async () => {
  const [only] = (await billOf(CHANGE, { ...catalogOf(), indexes: [index('by_a', ['a'])] })).bills
  expect(only).toMatchObject({ index: 'by_a', costs: [] })
})

it('two indexes have a bill each; what is rebuilt has none', async () => {
  const two = await billOf(CHANGE, catalogOf(index('by_a', ['a']), index('by_b', ['b'])))
  expect(two.bills.map((bill) => bill.index)).toEqual(['by_a', 'by_b'])
  expect(two.sent).toHaveLength(5)
  const rebuilt = await billOf(CHANGE, { ...catalogOf(), indexes: [{ ...PRIMARY, oid: ++oid }] })
  expect(rebuilt.bills).toEqual([])
  expect(rebuilt.sent).toHaveLength(1)
})

it('an index of what is no plain table any more has no bill', async () => {
  const after = { ...catalogOf(index('by_a', ['a'])), relations: [relation('p')] }
  expect((await billOf(CHANGE, after)).bills).toEqual([])
})

it.each([
  ['the only statement that makes one', 'CREATE INDEX ON t (a)', 12],
  ['the one that names it', 'CREATE INDEX by_a ON t (a); CREATE INDEX by_b ON t (b)', 12],
  ['none where two may be it', 'CREATE INDEX ON t (a); CREATE INDEX ON t (b)', null],
  ['none of another table', 'CREATE INDEX ON u (a)', null],
  ['none where a constraint makes it', 'ALTER TABLE t ADD CONSTRAINT by_a UNIQUE (a)', null],
])('the time to build it is that of %s', async (_what, changes, ms) => {
  const { bills } = await billOf(changes, catalogOf(index('by_a', ['a'])))
  expect(bills[0]?.buildMs).toBe(ms)
})

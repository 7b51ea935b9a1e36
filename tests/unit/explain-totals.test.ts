/** One definition of every figure: the engine's totals, the grader's nodes and the page's figures are the same. */
import { describe, expect, it } from 'vitest'
import { explainTotals } from '../../src/engine/measuring/explain-totals.ts'
import { measurement } from '../../src/grading/testing/fixtures.ts'
import { nodesOf, peakRows } from '../../src/grading/plan-nodes.ts'
import { allPlans, corpusPairs, planOf } from '../../src/plan/testing/corpus.node.ts'
import { planFigures } from '../../src/plan/figures/node-figures.ts'
import { totals } from '../../src/plan/figures/totals.ts'

/** As the engine gets it from PostgreSQL. */
const explained = (json: string): unknown => (JSON.parse(json) as unknown[])[0]

const SHARED = [
  'buffers',
  'planningBuffers',
  'rowsRead',
  'rowsReturned',
  'tempBlocks',
  'walBytes',
  'walRecords',
  'cost',
] as const

const pick = (figures: Readonly<Record<(typeof SHARED)[number], number>>) =>
  Object.fromEntries(SHARED.map((name) => [name, figures[name]]))

describe('of every plan of the corpora', () => {
  const plans = allPlans().filter(({ name }) => name.endsWith('.json'))

  it.each(plans)('$name: engine, page and grader count the same', ({ content }) => {
    const explain = explained(content)
    const engine = explainTotals(explain)
    const page = planOf(content)
    expect(pick(engine)).toEqual(pick(totals(page)))
    expect(engine.executionTime).toBe(totals(page).executionTimeMs ?? 0)
    expect(engine.planningTime).toBe(totals(page).planningTimeMs ?? 0)
    for (const figure of Object.values(pick(engine))) expect(Number.isFinite(figure)).toBe(true)

    const { nodes, total } = planFigures(page)
    const sum = [...nodes.values()].reduce((rows, one) => rows + one.rowsRead, 0)
    expect(sum).toBe(engine.rowsRead)
    expect(total.walBytes).toBe(engine.walBytes)
    const graded = measurement({ plan: explain })
    expect(nodesOf(graded).map(({ figures }) => figures)).toEqual([...nodes.values()])
    expect(peakRows(graded)).toBe(totals(page).peakRows)
  })

  it.each(corpusPairs())('$name: the text format gives the same as JSON', ({ json, text }) => {
    expect(pick(totals(planOf(text)))).toEqual(pick(explainTotals(explained(json))))
  })
})

type Raw = Readonly<Record<string, unknown>>

const node = (type: string, rows: number, loops: number, more: Raw = {}): Raw => ({
  'Node Type': type,
  'Total Cost': 10,
  'Plan Rows': 1,
  'Actual Rows': rows,
  'Actual Loops': loops,
  ...more,
})

/** Totals of a plan with this top node; without those that are 0. */
function totalsOf(top: Raw, more: Raw = {}): Raw {
  const all = pick(explainTotals({ Plan: top, ...more }))
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== 0 && name !== 'cost'))
}

describe('by hand', () => {
  it('buffers are shared and local, hit and read; temporary blocks, dirtied and written are apart', () => {
    const blocks = {
      'Shared Hit Blocks': 1,
      'Shared Read Blocks': 20,
      'Shared Dirtied Blocks': 1000,
      'Shared Written Blocks': 1000,
      'Local Hit Blocks': 300,
      'Local Read Blocks': 4000,
      'Local Dirtied Blocks': 1000,
      'Local Written Blocks': 1000,
      'Temp Read Blocks': 5,
      'Temp Written Blocks': 60,
    }
    expect(totalsOf(node('Sort', 7, 1, blocks))).toEqual({ buffers: 4321, tempBlocks: 65, rowsReturned: 7 })
  })

  it('the top node’s buffers hold those of all below it', () => {
    const scan = node('Seq Scan', 5, 1, { 'Relation Name': 't', 'Shared Hit Blocks': 40 })
    const top = node('Aggregate', 1, 1, { 'Shared Hit Blocks': 40, Plans: [scan] })
    expect(totalsOf(top)).toEqual({ buffers: 40, rowsRead: 5, rowsReturned: 1 })
  })

  it('SERIALIZE: what sending the rows read counts, temporary blocks too; planning does not', () => {
    const top = node('Seq Scan', 3, 1, { 'Shared Hit Blocks': 10 })
    const more = {
      Serialization: { 'Shared Hit Blocks': 6, 'Shared Read Blocks': 1, 'Temp Read Blocks': 2 },
      Planning: { 'Shared Hit Blocks': 90 },
    }
    expect(totalsOf(top, more)).toEqual({
      buffers: 17,
      planningBuffers: 90,
      tempBlocks: 2,
      rowsRead: 3,
      rowsReturned: 3,
    })
  })

  it('rows removed by filter and by index recheck were read; those that a join filter removed were not', () => {
    const scan = node('Bitmap Heap Scan', 10, 1, {
      'Relation Name': 't',
      'Rows Removed by Filter': 5,
      'Rows Removed by Index Recheck': 300,
      Plans: [node('Bitmap Index Scan', 2000, 1, { 'Index Name': 't_x' })],
    })
    const top = node('Nested Loop', 4, 1, { 'Rows Removed by Join Filter': 96, Plans: [scan] })
    expect(totalsOf(top)).toEqual({ rowsRead: 315, rowsReturned: 4 })
  })

  it('a bitmap’s rows are counted at the Bitmap Heap Scan, however many bitmaps it took', () => {
    const bitmaps = node('BitmapOr', 0, 1, {
      Plans: [node('Bitmap Index Scan', 600, 1), node('Bitmap Index Scan', 500, 1)],
    })
    expect(totalsOf(node('Bitmap Heap Scan', 900, 1, { Plans: [bitmaps] }))).toEqual({
      rowsRead: 900,
      rowsReturned: 900,
    })
  })

  it.each([
    // PostgreSQL 18 prints two decimals of one loop: 1 row in 3 loops, 200 in 3, 1 in 8.
    [0.33, 3, 1],
    [66.67, 3, 200],
    [0.13, 8, 1],
    // What is less than half a row in all was no row.
    [0, 3, 0],
    // Before 18 whole rows: all that is left of 4 rows in 3 loops.
    [1, 3, 3],
  ])('%f rows × %i loops are %i whole rows', (rows, loops, sum) => {
    const inner = node('Index Scan', rows, loops, { 'Relation Name': 't' })
    const top = node('Nested Loop', sum, 1, { Plans: [node('Seq Scan', 0, 1), inner] })
    const { rowsRead = 0, rowsReturned = 0 } = totalsOf(top)
    expect([rowsRead, rowsReturned]).toEqual([sum, sum])
  })

  it('rows are rounded for each node, before they are added', () => {
    const scan = node('Index Only Scan', 0.17, 3, { 'Rows Removed by Filter': 2 })
    expect(totalsOf(node('Append', 0.33, 3, { Plans: [scan, scan] }))).toEqual({
      rowsRead: 14,
      rowsReturned: 1,
    })
  })

  it('a Foreign Scan reads the rows that the other side sent', () => {
    const scan = node('Foreign Scan', 20, 2, { 'Relation Name': 'remote', 'Rows Removed by Filter': 5 })
    expect(totalsOf(node('Append', 40, 1, { Plans: [scan] }))).toEqual({ rowsRead: 50, rowsReturned: 40 })
  })

  it('functions, values, CTEs and subqueries are no tables', () => {
    const types = ['Function Scan', 'Values Scan', 'CTE Scan', 'WorkTable Scan', 'Subquery Scan', 'Result']
    for (const type of types) expect(totalsOf(node(type, 9, 1))).toEqual({ rowsReturned: 9 })
  })

  it('every scan of a table counts', () => {
    const types = ['Seq Scan', 'Sample Scan', 'Index Scan', 'Index Only Scan', 'Tid Scan', 'Tid Range Scan']
    for (const type of types) expect(totalsOf(node(type, 9, 1))).toEqual({ rowsRead: 9, rowsReturned: 9 })
  })

  it('parallel workers: loops are those of all processes', () => {
    const scan = node('Seq Scan', 33_333.33, 3, {
      'Parallel Aware': true,
      'Rows Removed by Filter': 100,
      'Shared Hit Blocks': 640,
      Workers: [
        { 'Worker Number': 0, 'Actual Rows': 30_000, 'Actual Loops': 1, 'Shared Hit Blocks': 200 },
        { 'Worker Number': 1, 'Actual Rows': 30_000, 'Actual Loops': 1, 'Shared Hit Blocks': 200 },
      ],
    })
    const top = node('Gather', 100_000, 1, { 'Shared Hit Blocks': 640, Plans: [scan] })
    expect(totalsOf(top)).toEqual({ buffers: 640, rowsRead: 100_300, rowsReturned: 100_000 })
  })

  it('ModifyTable: returns no rows without RETURNING, reads what its scan reads, and writes WAL', () => {
    const scan = node('Index Scan', 12, 1, { 'Relation Name': 't', 'Shared Hit Blocks': 9 })
    const top = node('ModifyTable', 0, 1, {
      Operation: 'Update',
      'Shared Hit Blocks': 50,
      'WAL Records': 24,
      'WAL Bytes': 1800,
      Plans: [scan],
    })
    expect(totalsOf(top)).toEqual({ buffers: 50, rowsRead: 12, walRecords: 24, walBytes: 1800 })
  })

  it('an InitPlan and a CTE are counted once, however often they are read', () => {
    const under = (name: string): Raw => ({ 'Parent Relationship': 'InitPlan', 'Subplan Name': name })
    const cte = node('Seq Scan', 40, 1, { ...under('CTE c'), 'Shared Hit Blocks': 8 })
    const init = node('Index Only Scan', 1, 1, { ...under('InitPlan 2'), 'Shared Hit Blocks': 3 })
    const reader = node('CTE Scan', 40, 1, { 'CTE Name': 'c', 'Shared Hit Blocks': 8 })
    const again = node('CTE Scan', 40, 5, { 'CTE Name': 'c' })
    const top = node('Nested Loop', 200, 1, { 'Shared Hit Blocks': 11, Plans: [cte, init, reader, again] })
    expect(totalsOf(top)).toEqual({ buffers: 11, rowsRead: 41, rowsReturned: 200 })
  })

  it('a data-modifying CTE that nothing reads runs after the top node and is added', () => {
    const modify = node('ModifyTable', 0, 1, {
      Operation: 'Delete',
      'Parent Relationship': 'InitPlan',
      'Subplan Name': 'CTE gone',
      'Shared Hit Blocks': 25,
      'Temp Written Blocks': 4,
      'WAL Records': 5,
      'WAL Bytes': 310,
      Plans: [node('Seq Scan', 5, 1, { 'Relation Name': 't', 'Shared Hit Blocks': 10 })],
    })
    expect(totalsOf(node('Result', 1, 1, { Plans: [modify] }))).toEqual({
      buffers: 25,
      tempBlocks: 4,
      walRecords: 5,
      walBytes: 310,
      rowsRead: 5,
      rowsReturned: 1,
    })
  })

  it('nodes that never ran count nothing', () => {
    const never = node('Seq Scan', 0, 0, { 'Relation Name': 't', 'Rows Removed by Filter': 0 })
    expect(totalsOf(node('Append', 0, 1, { Plans: [never, never] }))).toEqual({})
  })

  it('triggers have a time and no blocks: EXPLAIN does not count theirs', () => {
    const top = node('ModifyTable', 0, 1, { Operation: 'Insert', 'Shared Hit Blocks': 7 })
    const trigger = { 'Trigger Name': 'audit', Relation: 't', Time: 12.5, Calls: 100 }
    expect(totalsOf(top, { Triggers: [trigger] })).toEqual({ buffers: 7 })
  })

  it('a statement that has no plan, or was not executed, is one statement without figures', () => {
    const nothing = { buffers: 0, rowsRead: 0, cost: 0, executionTime: 0, statements: 1, timingRuns: 1 }
    for (const explain of [null, undefined, {}, 'Seq Scan', []])
      expect(explainTotals(explain)).toMatchObject(nothing)
    const planned = { Plan: { 'Node Type': 'Seq Scan', 'Total Cost': 3.5, 'Plan Rows': 9 } }
    expect(explainTotals(planned)).toMatchObject({ ...nothing, cost: 3.5 })
  })
})

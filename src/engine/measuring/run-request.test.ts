import { beforeAll, describe, expect, it } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { EngineProgress, Job } from '../contract/index.ts'
import { LOG_OFF, LOG_ON, NESTED_OFF, NESTED_ON, TIMING_OFF, TIMING_ON } from '../postgres/plan-log.ts'
import { COUNTERS_QUERY } from '../postgres/statement-counters.ts'
import { FakeDatabase, type Answer } from '../testing/fake-database.ts'
import { prepareJob } from './prepare.ts'
import { runRequest, timeRequest } from './run-request.ts'

beforeAll(loadSqlParser)

const NAMES: Readonly<Record<string, string>> = {
  [LOG_ON]: 'log',
  [LOG_OFF]: 'no log',
  [NESTED_ON]: 'nested',
  [NESTED_OFF]: 'not nested',
  [TIMING_ON]: 'timing',
  [TIMING_OFF]: 'no timing',
  [COUNTERS_QUERY]: 'count',
  'SET CONSTRAINTS ALL IMMEDIATE': 'checks',
}

function nameOf(sql: string): string {
  if (sql.includes('planground_fetched')) return 'blocks'
  if (sql.startsWith('EXPLAIN (BUFFERS, SUMMARY')) return 'planning'
  return NAMES[sql] ?? sql
}

const PLANNED: Answer = {
  rows: [
    [
      JSON.stringify([
        { Plan: {}, Planning: { 'Shared Hit Blocks': 4, 'Shared Read Blocks': 1 }, 'Planning Time': 0.5 },
      ]),
    ],
  ],
}

function open(
  query: string,
  answers: (sql: string) => Answer | undefined = () => undefined,
  more: Partial<Job> = {},
) {
  const prepared = prepareJob({ dataset: 'd', scale: 1, changes: '', query, ...more })
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  const database = new FakeDatabase(
    (sql) => answers(sql) ?? (sql.startsWith('EXPLAIN (BUFFERS, SUMMARY') ? PLANNED : undefined),
  )
  const told: EngineProgress[] = []
  const run = () => runRequest(database, prepared.value, 500, (progress) => told.push(progress))
  const time = async (wanted: number) => {
    const measured = await run()
    database.sent.splice(0)
    return timeRequest(database, prepared.value.request, measured, wanted)
  }
  const sent = () =>
    database.sent.filter((sql) => !/format_type\(t\.oid|force_next_flush/.test(sql)).map(nameOf)
  return { run, time, sent, told, database }
}

const answering =
  (answers: Record<string, Answer>) =>
  (sql: string): Answer | undefined =>
    answers[sql]

const plan = (hit: number, ms = 1, context?: string): Answer => ({
  executions: [{ plan: { 'Shared Hit Blocks': hit }, ms, ...(context === undefined ? {} : { context }) }],
})

describe('a request that reads', () => {
  const given = answering({ 'SELECT a FROM t': plan(3), 'SELECT b FROM t': plan(5) })

  it('runs once for the caches, once with the log on, and is planned again', async () => {
    const { run, sent, told } = open('SELECT a FROM t; SELECT b FROM t', given, { state: ['SELECT 9'] })
    const { totals, steps, notices } = await run()
    expect(sent()).toEqual([
      'SELECT a FROM t',
      'SELECT b FROM t',
      'log',
      'count',
      'SELECT a FROM t',
      'count',
      'count',
      'SELECT b FROM t',
      'count',
      'no log',
      'SELECT 9',
      'planning',
      'planning',
    ])
    expect(told).toEqual([
      { stage: 'request', index: 0, count: 2, run: 0, runs: 2 },
      { stage: 'request', index: 0, count: 2, run: 1, runs: 2 },
    ])
    expect(totals).toMatchObject({ buffers: 8, statements: 2, planningBuffers: 10, planningTime: 1 })
    expect(steps.map((step) => step.totals)).toMatchObject([
      { buffers: 3, planningBuffers: 5, planningTime: 0.5 },
      { buffers: 5, planningBuffers: 5, planningTime: 0.5 },
    ])
    expect(steps[0]?.plan).toMatchObject({ 'Planning Time': 0.5, Planning: { 'Shared Read Blocks': 1 } })
    expect(steps.map((step) => step.triggers)).toEqual([[], []])
    expect(notices).toEqual([])
  })

  it('whose error ends the job, with its place', async () => {
    const { run, sent } = open('SELECT 1; SELECT a FROM t', (sql) =>
      sql === 'SELECT a FROM t' ? { error: { code: '42703', offset: 7 } } : plan(0),
    )
    await expect(run()).rejects.toMatchObject({
      error: { kind: 'postgres', span: { start: 10, end: 25 }, error: { code: '42703', offset: 17 } },
    })
    expect(sent()).toEqual(['SELECT 1', 'SELECT a FROM t'])
  })

  it('in a loop: each execution counts, the heaviest gives the plan, planning counts for each', async () => {
    const { run, sent } = open(
      'SELECT id FROM t;\n-- @for-each-row\nSELECT a FROM u WHERE id = :id',
      (sql) => {
        if (sql === 'SELECT id FROM t') return { ...plan(1), columns: ['id'], rows: [['7'], ['8'], ['9']] }
        const id = /^SELECT a .* id = '?(\d)/.exec(sql)?.[1]
        return id === undefined ? undefined : plan(id === '8' ? 6 : 2)
      },
    )
    const { totals, steps } = await run()
    expect(steps[1]?.totals).toMatchObject({
      statements: 3,
      buffers: 10,
      planningBuffers: 15,
      planningTime: 1.5,
    })
    expect(totals).toMatchObject({ statements: 4, buffers: 11 })
    expect(steps[1]?.heaviest?.text).toContain('8')
    expect(steps[1]?.plan).toMatchObject({ Plan: { 'Shared Hit Blocks': 6 } })
    expect(sent().filter((sql) => sql === 'count')).toHaveLength(4)
  })

  it('what planning it again cannot do leaves the figures as they are', async () => {
    const { run } = open('SELECT a FROM t', (sql) =>
      sql.startsWith('EXPLAIN')
        ? { error: { code: '42P01' } }
        : sql === 'SELECT a FROM t'
          ? plan(3)
          : undefined,
    )
    expect((await run()).totals).toMatchObject({ buffers: 3, planningBuffers: 0, planningTime: 0 })
  })

  it('that was not reported is refused', async () => {
    const { run } = open('SELECT a FROM t')
    await expect(run()).rejects.toMatchObject({
      error: { kind: 'text', message: expect.stringContaining('could not be measured') },
    })
  })
})

describe('a request that writes', () => {
  it('is planned for the caches, runs once with everything logged, and is rolled back', async () => {
    const { run, sent, told } = open(
      'DELETE FROM t; SELECT a FROM t',
      answering({ 'DELETE FROM t': plan(4), 'SELECT a FROM t': plan(1) }),
      { state: ['SELECT 9'] },
    )
    const { totals } = await run()
    expect(sent()).toEqual([
      'EXPLAIN DELETE FROM t',
      'EXPLAIN SELECT a FROM t',
      'log',
      'nested',
      'BEGIN',
      'count',
      'DELETE FROM t',
      'count',
      'count',
      'SELECT a FROM t',
      'count',
      'blocks',
      'checks',
      'blocks',
      'SELECT 9',
      'ROLLBACK',
      'not nested',
      'no log',
      'planning',
      'planning',
    ])
    expect(told).toEqual([{ stage: 'request', index: 0, count: 2, run: 0, runs: 1 }])
    expect(totals).toMatchObject({ buffers: 5, triggerBuffers: 0, statements: 2 })
  })

  it('goes on where a statement cannot be planned before the one before it ran', async () => {
    const { run } = open('DELETE FROM t', (sql) =>
      sql === 'EXPLAIN DELETE FROM t'
        ? { error: { code: '42P01' } }
        : sql === 'DELETE FROM t'
          ? plan(4)
          : undefined,
    )
    expect((await run()).totals.buffers).toBe(4)
  })

  it('is rolled back where it fails', async () => {
    const { run, sent } = open('DELETE FROM t', answering({ 'DELETE FROM t': { error: { code: '23503' } } }))
    await expect(run()).rejects.toMatchObject({ error: { kind: 'postgres', error: { code: '23503' } } })
    expect(sent().at(-1)).toBe('ROLLBACK')
  })

  it('deferred checks belong to the last statement and to the whole; a violated one is its error', async () => {
    let fetched = 0
    const blocks = (sql: string): Answer | undefined => {
      if (sql.includes('planground_fetched')) return { rows: [[String((fetched += 20) - 20), '100']] }
      return sql.startsWith('DELETE') ? plan(4) : undefined
    }
    const { run } = open('DELETE FROM t; DELETE FROM u', blocks)
    const { totals, steps } = await run()
    expect(totals).toMatchObject({ buffers: 28, triggerBuffers: 20 })
    expect(steps.map((step) => step.totals.buffers)).toEqual([4, 24])
    const violated = open('DELETE FROM t', (sql) =>
      sql.startsWith('SET CONSTRAINTS') ? { error: { code: '23503' } } : blocks(sql),
    )
    await expect(violated.run()).rejects.toMatchObject({
      error: { kind: 'postgres', span: { start: 0, end: 13 }, error: { code: '23503' } },
    })
    expect(violated.sent().at(-1)).toBe('ROLLBACK')
  })

  it('what its triggers read belongs to the totals', async () => {
    const context = 'SQL statement "UPDATE u SET n = 1"\nPL/pgSQL function f() line 1'
    const { run } = open('DELETE FROM t', (sql) => {
      if (sql === 'DELETE FROM t')
        return {
          executions: [
            { plan: { 'Shared Hit Blocks': 2, 'Actual Rows': 30 }, more: { 'Query Text': 'q' }, context },
            { plan: { 'Shared Hit Blocks': 4, 'Actual Rows': 5 } },
          ],
          counted: { hit: 9 },
        }
      return undefined
    })
    const { totals } = await run()
    // No trigger of the catalog owns the function: its rows are nobody's, its blocks are the statement's.
    expect(totals).toMatchObject({ buffers: 9, rowsRead: 5 })
  })
})

describe('a script', () => {
  it('runs once as it stands, and a transaction left open is rolled back before the state is read', async () => {
    const { run, sent, told } = open('BEGIN; DELETE FROM t', answering({ 'DELETE FROM t': plan(4) }), {
      state: ['SELECT 9'],
    })
    const { totals, notices } = await run()
    expect(sent()).toEqual([
      'log',
      'nested',
      'BEGIN',
      'count',
      'DELETE FROM t',
      'count',
      'ROLLBACK',
      'not nested',
      'no log',
      'SELECT 9',
    ])
    expect(told).toEqual([{ stage: 'request', index: 0, count: 2, run: 0, runs: 1 }])
    expect(totals).toMatchObject({ buffers: 4, statements: 2, planningBuffers: 0 })
    expect(notices).toEqual(['The request leaves a transaction open; it was rolled back.'])
  })

  it('COMMIT is measured: it makes the checks that were deferred', async () => {
    const { run, sent } = open('BEGIN; DELETE FROM t; COMMIT', (sql) =>
      sql === 'DELETE FROM t'
        ? plan(4)
        : sql === 'COMMIT'
          ? { counted: { hit: 11, walBytes: 5 } }
          : undefined,
    )
    const { steps, totals, notices } = await run()
    expect(sent().slice(-6)).toEqual(['count', 'count', 'COMMIT', 'count', 'not nested', 'no log'])
    expect(steps[2]?.totals).toMatchObject({ buffers: 11, triggerBuffers: 11, walBytes: 5 })
    expect(totals).toMatchObject({ buffers: 15, statements: 3 })
    expect(notices).toEqual([])
  })

  it('goes on after an error, as in psql; nothing is asked of a failed transaction', async () => {
    const { run, sent } = open('BEGIN; DELETE FROM t; SELECT 1; ROLLBACK', (sql) =>
      sql === 'DELETE FROM t'
        ? { error: { code: '23503' } }
        : sql === 'SELECT 1'
          ? { error: { code: '25P02' } }
          : undefined,
    )
    const { steps, totals } = await run()
    expect(sent()).toEqual([
      'log',
      'nested',
      'BEGIN',
      'count',
      'DELETE FROM t',
      'SELECT 1',
      'ROLLBACK',
      'not nested',
      'no log',
    ])
    expect(steps.map((step) => step.error?.code)).toEqual([undefined, '23503', '25P02', undefined])
    expect(totals).toMatchObject({ buffers: 0, statements: 4 })
  })

  it('that steers no transaction ends at an error', async () => {
    const { run } = open(
      'VACUUM u; DELETE FROM t',
      answering({ 'DELETE FROM t': { error: { code: '23503' } } }),
    )
    await expect(run()).rejects.toMatchObject({ error: { kind: 'postgres', error: { code: '23503' } } })
  })
})

describe('times', () => {
  it('are the median of as many executions as were asked for, and one more has the times of nodes', async () => {
    const times = [0, 5, 1, 9]
    let at = 0
    const { time, sent } = open('SELECT a FROM t', (sql) =>
      sql === 'SELECT a FROM t' ? plan(1, times[at++] ?? 7) : undefined,
    )
    const timing = await time(3)
    expect(timing).toMatchObject({ executionTime: 5, timingRuns: 3 })
    expect(timing.plans).toMatchObject([{ Plan: { 'Shared Hit Blocks': 1 } }])
    const once = ['log', 'count', 'SELECT a FROM t', 'count', 'no log']
    expect(sent()).toEqual([...once, ...once, 'log', 'timing', 'SELECT a FROM t', 'no timing', 'no log'])
  })

  it.each([
    [100, 5],
    [101, 3],
    [300, 3],
    [301, 1],
  ])('a request of %i ms is run %i times', async (ms, runs) => {
    const { time } = open('SELECT a FROM t', answering({ 'SELECT a FROM t': { ...plan(1), ms } }))
    expect(await time(5)).toMatchObject({ timingRuns: runs, postgres: runs * ms })
  })

  it('one run is enough where one is asked for', async () => {
    const { time, sent } = open('SELECT a FROM t', answering({ 'SELECT a FROM t': plan(1) }))
    expect(await time(1)).toMatchObject({ timingRuns: 1, plans: [null], postgres: 0 })
    expect(sent()).toEqual([])
  })

  it('of what writes: once more, rolled back, up to the first that fails', async () => {
    let runs = 0
    const { time, sent } = open('DELETE FROM t; DELETE FROM u', (sql) => {
      if (sql === 'DELETE FROM t') return ++runs > 1 ? { error: { code: '23505' } } : { ...plan(4), ms: 9 }
      return sql === 'DELETE FROM u' ? plan(2) : undefined
    })
    expect(await time(5)).toMatchObject({ timingRuns: 1, plans: [null, null], postgres: 0 })
    expect(sent()).toEqual(['log', 'timing', 'BEGIN', 'DELETE FROM t', 'ROLLBACK', 'no timing', 'no log'])
  })

  it('a script is not run again', async () => {
    const { time, sent } = open('VACUUM t; SELECT a FROM t', answering({ 'SELECT a FROM t': plan(1) }))
    expect(await time(5)).toMatchObject({ timingRuns: 1, plans: [null, null] })
    expect(sent()).toEqual([])
  })
})

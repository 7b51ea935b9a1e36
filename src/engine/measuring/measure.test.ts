import { beforeAll, describe, expect, it } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { Catalog, EngineProgress, Job } from '../contract/index.ts'
import { FakeLab, type Answer } from '../testing/fake-database.ts'
import { runJob } from './measure.ts'
import { prepareJob } from './prepare.ts'

beforeAll(loadSqlParser)

/** The last of the catalog's questions, and the one for how often rows were written. */
const READ = 'SHOW search_path'
const COUNTED = '-- write counters'

const SETUP = 'CREATE TABLE t (a int)'
const CHANGES = 'CREATE INDEX i ON t (a)'
const QUERY = 'SELECT a FROM t'
const KNOWN = { searchPath: 'known' } as unknown as Catalog

async function measure(
  more: Partial<Job> = {},
  answers: Record<string, Answer> = {},
  known?: Catalog,
  runs: Pick<Job, 'timingRuns'> = { timingRuns: 1 },
) {
  const job: Job = {
    dataset: 'd',
    scale: 1,
    setup: SETUP,
    changes: CHANGES,
    query: QUERY,
    ...runs,
    ...more,
  }
  const prepared = prepareJob(job)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  let reads = 0
  const lab = new FakeLab(
    (sql) =>
      answers[sql] ??
      (sql === READ ? { rows: [[String(++reads)]] } : undefined) ??
      (/^(SELECT a|DELETE|UPDATE)/.test(sql)
        ? { executions: [{ plan: { 'Shared Hit Blocks': 3 } }], columns: ['a'], rows: [['1']], tag: 'TAG' }
        : undefined),
  )
  const told: EngineProgress[] = []
  const { measurement, instance } = await runJob(lab, job, prepared.value, known, (progress) =>
    told.push(progress),
  )
  const shown = (sql: string) =>
    /^(--|SHOW|CREATE|SELECT [a\d]|DELETE|UPDATE|BEGIN|COMMIT|ROLLBACK|VACUUM)/.test(sql)
  return {
    measurement,
    instance,
    lab,
    sent: lab.given.map((database) =>
      database.sent.map((sql) => (sql.includes('"modifiedSinceAnalyze"') ? COUNTED : sql)).filter(shown),
    ),
    stages: told.map(({ stage }) => stage),
    told,
  }
}

describe('a job', () => {
  it('is setup, changes, request on a database of its own', async () => {
    const { measurement, instance, lab, sent, stages } = await measure()
    expect(sent).toEqual([[SETUP, CHANGES, QUERY, QUERY]])
    expect(stages).toEqual(['setup', 'changes', 'request', 'request', 'measured'])
    expect(instance).toBe(lab.given[0])
    expect(measurement).toMatchObject({
      dataset: 'd',
      scale: 1,
      setup: [{ text: SETUP, tag: 'CREATE TABLE' }],
      changes: [{ text: CHANGES, tag: 'CREATE INDEX' }],
      statements: [
        {
          text: QUERY,
          tag: 'SELECT',
          span: { pane: 'query', start: 0, end: QUERY.length },
          forEachRow: false,
          executions: 1,
          totals: { buffers: 3 },
          triggers: [],
          result: { rows: [['1']] },
          commandTag: 'TAG',
          notices: [],
        },
      ],
      totals: { buffers: 3, statements: 1, timingRuns: 1 },
      variants: [],
      probes: [],
      state: [],
      notices: [],
      timed: [null],
    })
    expect(measurement).not.toHaveProperty('catalog')
    expect(measurement.statements[0]?.fingerprint).toMatch(/^[\da-f]{16}$/)
  })

  it('runs five times for its time unless told otherwise, and keeps 500 rows', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => [String(at)])
    const answer = { executions: [{}], rows }
    const prepared = await measure({}, { [QUERY]: answer }, undefined, {})
    expect(prepared.measurement.totals.timingRuns).toBe(5)
    expect(prepared.measurement.statements[0]?.result?.rows).toHaveLength(500)
    const fewer = await measure({ rowsKept: 2 }, { [QUERY]: answer })
    expect(fewer.measurement.statements[0]?.result).toMatchObject({ rows: [['0'], ['1']], count: 501 })
  })

  it('tells of its figures before it runs for times, variants and probes', async () => {
    const { told } = await measure({
      variants: ['SELECT a FROM u', 'SELECT a FROM v'],
      probes: [{ name: 'p', sql: 'DELETE FROM t' }],
    })
    expect(told.slice(4)).toMatchObject([
      { stage: 'measured', measurement: { variants: [], probes: [], timed: [], totals: { buffers: 3 } } },
      { stage: 'variant', index: 0, count: 2 },
      { stage: 'variant', index: 1, count: 2 },
      { stage: 'undisturbed', measurement: { variants: [{}, {}], probes: [] } },
      { stage: 'probe', index: 0, count: 1 },
    ])
  })
})

describe('the catalog', () => {
  it('before the changes is read on a database of its own, after them on the measured one', async () => {
    const { measurement, sent } = await measure({ catalog: true })
    expect(sent).toEqual([
      [SETUP, COUNTED, READ],
      [SETUP, CHANGES, QUERY, QUERY, COUNTED, READ],
    ])
    expect(measurement.catalog).toMatchObject({ before: { searchPath: '1' }, after: { searchPath: '2' } })
  })

  it('is read once where it is known, or where nothing changes', async () => {
    const known = await measure({ catalog: true }, {}, KNOWN)
    expect(known.sent).toHaveLength(1)
    expect(known.measurement.catalog).toMatchObject({ before: KNOWN, after: { searchPath: '1' } })
    const unchanged = await measure({ catalog: true, changes: '' }, {}, KNOWN)
    expect(unchanged.measurement.catalog).toMatchObject({
      before: { searchPath: '1' },
      after: { searchPath: '1' },
    })
  })

  it('has the counters of before a request that writes', async () => {
    const { sent } = await measure({ catalog: true, query: 'DELETE FROM t' }, {}, KNOWN)
    expect(sent).toEqual([[SETUP, CHANGES, COUNTED, 'BEGIN', 'DELETE FROM t', 'ROLLBACK', READ]])
    const unwanted = await measure({ query: 'DELETE FROM t' })
    expect(unwanted.sent[0]).toContain(COUNTED)
  })

  it('after a script is that of another database at the same place', async () => {
    const { sent, instance } = await measure({ catalog: true, query: 'VACUUM t' }, {}, KNOWN)
    expect(sent).toEqual([
      [SETUP, CHANGES, COUNTED, 'VACUUM t'],
      [SETUP, CHANGES, READ],
    ])
    expect(instance).toBeUndefined()
  })
})

describe('variants', () => {
  it('are measured on the same database, warm', async () => {
    const { measurement, sent } = await measure({ variants: ['SELECT a FROM u'] })
    expect(sent).toEqual([[SETUP, CHANGES, QUERY, QUERY, 'SELECT a FROM u', 'SELECT a FROM u']])
    expect(measurement.variants).toMatchObject([
      { totals: { buffers: 3, statements: 1 }, results: [{ rows: [['1']] }], plans: [{ Plan: {} }] },
    ])
  })

  it('that write are not run; one that fails says so, and the next is run', async () => {
    const { measurement } = await measure(
      { variants: ['DELETE FROM t', 'SELECT a FROM u', 'SELECT a FROM v'] },
      { 'SELECT a FROM u': { error: { code: '42P01' } } },
    )
    expect(measurement.variants).toMatchObject([
      { totals: { statements: 0 }, results: [] },
      { totals: { statements: 0 }, results: [], error: { kind: 'postgres', error: { code: '42P01' } } },
      { totals: { buffers: 3 } },
    ])
    expect(measurement.variants[0]).not.toHaveProperty('error')
  })
})

describe('probes', () => {
  const late = { name: 'late', sql: 'UPDATE t SET a = 1' }
  const disturbed = ['BEGIN', late.sql, QUERY, 'ROLLBACK']

  it('run on the measured database and are rolled back', async () => {
    const { measurement, sent } = await measure({ probes: [late, { ...late, name: 'again' }] })
    expect(sent).toEqual([[SETUP, CHANGES, QUERY, QUERY, ...disturbed, ...disturbed]])
    expect(measurement.probes).toMatchObject([
      { name: 'late', results: [{ rows: [['1']] }] },
      { name: 'again', results: [{ rows: [['1']] }] },
    ])
    expect(measurement.probes[0]).not.toHaveProperty('totals')
  })

  it('early: before the changes, on a database that is used up; the next has one again', async () => {
    const { measurement, instance, lab, sent } = await measure({
      probes: [{ ...late, early: true, measured: true }, late],
    })
    expect(sent.slice(1)).toEqual([
      [SETUP, late.sql, CHANGES, 'BEGIN', QUERY, 'ROLLBACK'],
      [SETUP, CHANGES, ...disturbed],
    ])
    expect(instance).toBe(lab.given[2])
    expect(measurement.probes).toMatchObject([{ totals: { buffers: 3 } }, { name: 'late' }])
  })

  it('of a script: each on a database of its own, where nothing is rolled back', async () => {
    const { sent, instance } = await measure({ query: 'VACUUM t', probes: [late, late] })
    const own = [SETUP, CHANGES, 'BEGIN', late.sql, 'COMMIT', 'VACUUM t']
    expect(sent).toEqual([[SETUP, CHANGES, COUNTED, 'VACUUM t'], own, own])
    expect(instance).toBeUndefined()
  })

  it('whose own SQL fails says so, is rolled back, and the next is run', async () => {
    const { measurement, sent } = await measure(
      { probes: [late, { name: 'fine', sql: 'DELETE FROM t' }] },
      { [late.sql]: { error: { code: '23514' } } },
    )
    expect(measurement.probes).toMatchObject([
      { name: 'late', results: [], error: { kind: 'postgres', error: { code: '23514' } } },
      { name: 'fine', results: [{ rows: [['1']] }] },
    ])
    expect(sent[0]?.slice(4, 7)).toEqual(['BEGIN', late.sql, 'ROLLBACK'])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { candidatesOf, withoutLimits } from './candidates.ts'
import { measurement, task } from './testing/fixtures.ts'
import { baselineJob } from './baseline-job.ts'
import { attemptJob, referenceJobs } from './jobs.ts'

beforeAll(() => loadSqlParser())

describe('withoutLimits', () => {
  test('raises the outermost LIMIT only', () => {
    expect(withoutLimits('SELECT id FROM t ORDER BY a LIMIT 20;')).toBe(
      'SELECT id FROM t ORDER BY a LIMIT 1020;',
    )
    expect(withoutLimits('SELECT id FROM t ORDER BY a LIMIT 20 OFFSET 40')).toBe(
      'SELECT id FROM t ORDER BY a LIMIT 1060 OFFSET 0',
    )
    expect(withoutLimits('SELECT * FROM (SELECT id FROM t LIMIT 5) x ORDER BY id LIMIT 3')).toBe(
      'SELECT * FROM (SELECT id FROM t LIMIT 5) x ORDER BY id LIMIT 1003',
    )
  })
  test('gives up where there is none, or several statements', () => {
    expect(withoutLimits('SELECT id FROM t')).toBeUndefined()
    expect(withoutLimits('SELECT * FROM (SELECT id FROM t LIMIT 5) x')).toBeUndefined()
    expect(withoutLimits('SELECT id FROM t LIMIT 5; SELECT 1')).toBeUndefined()
    expect(withoutLimits('SELECT id FROM t LIMIT (SELECT 5)')).toBeUndefined()
  })
})

test('rows to choose from: where subqueries cut too, those of the lesson’s own request', () => {
  const before = 'SELECT id FROM t WHERE a = 1 OR b = 1 ORDER BY at LIMIT 5'
  const arms =
    '(SELECT id FROM t WHERE a = 1 LIMIT 5) UNION (SELECT id FROM t WHERE b = 1 LIMIT 5) ORDER BY id LIMIT 5'
  expect(candidatesOf(before, arms)).toBe(before.replace('LIMIT 5', 'LIMIT 1005'))
  expect(candidatesOf(before, 'SELECT id FROM t LIMIT 7')).toBe('SELECT id FROM t LIMIT 1007')
  expect(candidatesOf(arms, arms)).toMatch(/LIMIT 5\) UNION .* LIMIT 1005$/)
})

describe('jobs', () => {
  const lesson = task({
    before: { changes: '', query: 'SELECT id FROM message WHERE id = 1 ORDER BY at LIMIT 5' },
    solution: {
      changes: 'CREATE INDEX i ON message (at)',
      query: 'SELECT id FROM message WHERE id = 1 ORDER BY at LIMIT 5',
    },
    checks: [{ kind: 'rows', order: ['at'] }],
    variants: [{ '1': '7' }],
    probes: [{ name: 'own', sql: 'DELETE FROM message' }],
    derivedProbes: ['few-rows'],
  })
  test('the baseline is undisturbed, references and attempts are', () => {
    expect(baselineJob(lesson)).not.toHaveProperty('probes')
    expect(baselineJob(lesson, 0.25).scale).toBe(0.25)
    const baseline = measurement({ scale: 0.25 })
    const job = attemptJob(
      lesson,
      { changes: 'ANALYZE', query: 'SELECT id FROM message WHERE 1 = id' },
      baseline,
    )
    expect(job).toMatchObject({
      scale: 0.25,
      changes: 'ANALYZE',
      catalog: true,
      variants: ['SELECT id FROM message WHERE 7 = id'],
    })
    expect(job.probes?.map((probe) => probe.name)).toEqual(['own', 'rows deleted'])
  })
  test('where materialized views are allowed, the lesson’s own probes refresh them too', () => {
    const open = { ...lesson, allows: ['materialized-view' as const] }
    const own = (each: typeof lesson) =>
      attemptJob(each, { changes: '', query: 'SELECT 1' }, measurement()).probes?.[0]?.sql
    expect(own(open)).toMatch(/^DELETE FROM message\n;DO .*REFRESH MATERIALIZED VIEW/s)
    expect(own(lesson)).not.toMatch(/REFRESH/)
  })
  test('where anything is sorted, the request runs once more without plans that happen to give an order', () => {
    const again = (query: string) =>
      attemptJob(
        {
          ...lesson,
          before: { changes: '', query },
          solution: { changes: '', query },
          probes: [...lesson.probes, { name: 'before', sql: 'DELETE FROM message', early: true }],
          derivedProbes: ['old-rows', 'few-rows', 'duplicates'],
        },
        { changes: '', query: 'SELECT 1' },
        measurement(),
      ).probes?.map((probe) => [...(probe.again ?? '').matchAll(/enable_(\w+)/g)].map(([, name]) => name))
    const sorted = [['indexscan', 'indexonlyscan'], [], ['sort'], ['indexscan', 'indexonlyscan']]
    expect(again('SELECT id FROM message ORDER BY id')).toEqual(sorted)
    expect(again('SELECT row_number() OVER (ORDER BY id) FROM message')).toEqual(sorted)
    expect(again('SELECT id FROM message')).toEqual([[], [], [], []])
  })
  test('all probes give figures, too', () => {
    const job = attemptJob(lesson, { changes: '', query: 'SELECT 1' }, measurement())
    expect(job.probes?.every((probe) => probe.measured)).toBe(true)
  })
  test('a second reference has a larger LIMIT where ties may be cut', () => {
    const jobs = referenceJobs(lesson, measurement())
    expect(jobs.map((job) => job.query.slice(-10))).toEqual(['at LIMIT 5', 'LIMIT 1005'])
    expect(jobs[1]?.probes).toEqual(jobs[0]?.probes?.map((probe) => ({ ...probe, measured: false })))
    expect(
      referenceJobs({ ...lesson, checks: [{ kind: 'rows', order: ['at', 'id'] }] }, measurement()),
    ).toHaveLength(1)
    expect(referenceJobs({ ...lesson, checks: [{ kind: 'rows' }] }, measurement())).toHaveLength(1)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { withoutLimits } from './candidates.ts'
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
  test('where the order is graded, probes run without plans that happen to give it', () => {
    const sqlOf = (order: unknown) =>
      attemptJob(
        {
          ...lesson,
          checks: [{ kind: 'rows', order }],
          probes: [...lesson.probes, { name: 'before', sql: 'DELETE FROM message', early: true }],
          derivedProbes: ['few-rows', 'duplicates'],
        },
        { changes: '', query: 'SELECT 1' },
        measurement(),
      ).probes?.map((probe) =>
        [...probe.sql.matchAll(/SET LOCAL enable_(\w+) = off;/g)].map(([, name]) => name),
      )
    const graded = [['indexscan', 'indexonlyscan'], [], ['sort'], ['indexscan', 'indexonlyscan']]
    expect(sqlOf(['at'])).toEqual(graded)
    expect(sqlOf('exact')).toEqual(graded)
    expect(sqlOf('any')).toEqual([[], [], [], []])
    expect(sqlOf(undefined)).toEqual([[], [], [], []])
  })
  test('a second reference has a larger LIMIT where ties may be cut', () => {
    const jobs = referenceJobs(lesson, measurement())
    expect(jobs.map((job) => job.query.slice(-10))).toEqual(['at LIMIT 5', 'LIMIT 1005'])
    expect(jobs[0]?.probes).toEqual(jobs[1]?.probes)
    expect(
      referenceJobs({ ...lesson, checks: [{ kind: 'rows', order: ['at', 'id'] }] }, measurement()),
    ).toHaveLength(1)
    expect(referenceJobs({ ...lesson, checks: [{ kind: 'rows' }] }, measurement())).toHaveLength(1)
  })
})

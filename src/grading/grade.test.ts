import { beforeAll, describe, expect, test } from 'vitest'
import type { Measurement } from '../engine/contract/index.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import { measurement, rowSet, task, totals } from './testing/fixtures.ts'
import { grade, requirementsOf } from './grade.ts'

beforeAll(() => loadSqlParser())

const QUERY = 'SELECT id FROM message WHERE id = 1'
const texts = { changes: '', query: QUERY }
const answer = (id: string, buffers: number): Measurement =>
  measurement({ result: rowSet(['id int8'], [[id]]), totals: totals({ buffers }) })

const lesson = task({
  id: 'the-lesson',
  before: texts,
  solution: texts,
  checks: [{ kind: 'buffers', max: 40 }, { kind: 'rows' }],
})
const evidence = (attempt: Measurement) => ({
  before: answer('1', 900),
  references: [answer('1', 20)],
  attempt,
})

test('the checks in the lesson’s order, and the totals before and after', () => {
  expect(grade(lesson, texts, evidence(answer('1', 40)))).toMatchObject({
    lesson: 'the-lesson',
    passed: true,
    checks: [
      { kind: 'buffers', passed: true, actual: 40, limit: 40 },
      { kind: 'rows', passed: true },
    ],
    before: { buffers: 900 },
    after: { buffers: 40 },
  })
})

test('one check that fails is enough', () => {
  const failed = grade(lesson, texts, evidence(answer('2', 20)))
  expect(failed.passed).toBe(false)
  expect(failed.checks.map(({ kind, passed }) => `${kind} ${passed}`)).toEqual(['buffers true', 'rows false'])
})

describe('rules that hold in every lesson', () => {
  const broken = (changes: string) =>
    grade(lesson, { ...texts, changes }, evidence(answer('1', 20))).checks.slice(2)

  test('are listed only where they are broken', () => {
    expect(broken('CREATE INDEX ON message (id)')).toEqual([])
    const [guard, ...others] = broken('DELETE FROM message')
    expect(guard).toMatchObject({
      kind: 'base-data',
      title: 'The data stays as it is',
      passed: false,
      actual: null,
      limit: null,
      guard: true,
    })
    expect(guard).not.toHaveProperty('difference')
    expect(others).toEqual([])
    expect(
      grade(lesson, { ...texts, changes: 'DELETE FROM message' }, evidence(answer('1', 20))).passed,
    ).toBe(false)
  })
  test('each says at most three things, and each thing once', () => {
    const settings = (...names: string[]) => names.map((name) => `SET ${name} = off`).join('; ')
    const [three] = broken(settings('enable_sort', 'enable_sort', 'enable_hashjoin', 'enable_seqscan'))
    expect(three?.message.match(/enable_\w+/g)).toEqual(['enable_sort', 'enable_hashjoin', 'enable_seqscan'])
    expect(three?.message).not.toMatch(/more\.$/)
    const [five] = broken(
      settings('enable_sort', 'enable_hashjoin', 'enable_seqscan', 'enable_nestloop', 'enable_mergejoin'),
    )
    expect(five?.message).toMatch(/enable_seqscan.* And 2 more\.$/)
    expect(five?.message).not.toMatch(/enable_nestloop/)
  })
  test('numbers and rows behind a broken one are shown', () => {
    const varied = (id: string, buffers: number): Measurement => ({
      ...answer('1', 20),
      variants: [{ totals: totals({ buffers }), results: [rowSet(['id int8'], [[id]])] }],
    })
    const asked = task({ ...lesson, variants: [{ '1': '7' }] })
    const graded = (attempt: Measurement) =>
      grade(asked, texts, { before: answer('1', 900), references: [varied('7', 20)], attempt }).checks[2]
    expect(graded(varied('8', 20))).toMatchObject({
      kind: 'other-values',
      difference: { missing: [['7']], extra: [['8']] },
    })
    expect(graded(varied('7', 51))).toMatchObject({ kind: 'other-values', actual: 51, limit: 50 })
  })
})

test('where rows tie at a LIMIT, the second reference says what may come', () => {
  const tied = task({
    ...lesson,
    solution: { changes: '', query: 'SELECT id, at FROM message ORDER BY at LIMIT 1' },
    checks: [{ kind: 'rows', order: ['at'] }],
  })
  const rows = (...ids: string[]) =>
    measurement({
      result: rowSet(
        ['id int8', 'at text'],
        ids.map((id) => [id, 'x']),
      ),
    })
  const graded = (...references: Measurement[]) =>
    grade(tied, tied.solution, { before: rows('1'), references, attempt: rows('2') }).passed
  expect(graded(rows('1'))).toBe(false)
  expect(graded(rows('1'), rows('1', '2'))).toBe(true)
})

test('there is no verdict without a reference', () => {
  expect(() => grade(lesson, texts, { ...evidence(answer('1', 1)), references: [] })).toThrow(/referenceJobs/)
})

test('what is asked for: titles of all checks, and limits by kind, the first of a kind, numbers only', () => {
  const limited = task({
    ...lesson,
    checks: [
      { kind: 'buffers', max: 40 },
      { kind: 'buffers', max: 50 },
      { kind: 'rows-read', max: 'auto' },
      { kind: 'node', present: 'Index Scan' },
    ],
  })
  const { before, references } = evidence(answer('1', 1))
  expect(requirementsOf(limited, { before, references })).toEqual({
    titles: ['At most 40 buffers', 'At most 50 buffers', 'At most 10 rows read', 'Index Scan'],
    limits: { buffers: 40, 'rows-read': 10 },
  })
  expect(() => requirementsOf(limited, { before, references: [] })).toThrow(/referenceJobs/)
})

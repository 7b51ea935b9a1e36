import { describe, expect, test } from 'vitest'
import { executionNotes, failureNotes, statementLabel, workDone } from './statement-words.ts'

describe('statementLabel', () => {
  test.each([
    [1, 1, 4, 4, 'Statement 2 of 4'],
    [0, 0, 2, 1, 'Statement 1 of 2, now 1 of 1'],
    [1, null, 2, 1, 'Statement 2 of 2, only before'],
    [null, 2, 2, 3, 'Statement 3 of 3, only after'],
    [1, null, 2, null, 'Statement 2 of 2'],
  ])('%s and %s', (before, after, was, is, label) => {
    expect(statementLabel({ before, after }, { before: was, after: is })).toBe(label)
  })
})

describe('executionNotes', () => {
  const once = { forEachRow: false, executions: 1 }
  const loop = (executions: number) => ({ forEachRow: true, executions })

  test('says nothing of statements that run once', () => {
    expect(executionNotes(once, once)).toBe('')
    expect(executionNotes(null, once)).toBe('')
  })

  test('says how often a loop ran on each side', () => {
    expect(executionNotes(loop(1020), null)).toMatch(/^Ran 1,020 times, once for each row/)
    expect(executionNotes(loop(30), loop(30))).toMatch(/^Ran 30 times, once/)
    expect(executionNotes(loop(30), once)).toMatch(/^Ran 30 times before, once after, once for each row/)
    expect(executionNotes(loop(0), null)).toMatch(/^Ran never/)
    expect(executionNotes(loop(1), null)).toBe('Ran once, for the one row of the statement before it.')
  })
})

describe('a statement that failed', () => {
  const error = { severity: 'ERROR', code: '23P01', message: 'conflicting key value' }
  const fine = {}

  test('tells PostgreSQL’s error, and of which side', () => {
    expect(failureNotes(fine, fine)).toEqual([])
    expect(failureNotes(null, { error })).toEqual(['Failed: conflicting key value (23P01)'])
    expect(failureNotes({ error }, { error })).toEqual(['Failed: conflicting key value (23P01)'])
    expect(failureNotes(fine, { error })).toEqual(['Failed after: conflicting key value (23P01)'])
    expect(failureNotes({ error }, fine)).toEqual(['Failed before: conflicting key value (23P01)'])
  })

  test('has not saved its buffers', () => {
    const totals = { buffers: 0 }
    expect(workDone({ error, totals }, true)).toBe('failed')
    expect(workDone({ totals: { buffers: 1204 } }, true)).toBe('1,204\u00a0buffers')
    expect(workDone({ totals: { buffers: 1204 } }, false)).toBe('1,204')
  })
})

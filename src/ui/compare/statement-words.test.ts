import { describe, expect, test } from 'vitest'
import { executionNotes, statementLabel } from './statement-words.ts'

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
  })
})

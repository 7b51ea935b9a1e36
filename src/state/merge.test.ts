import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IN_ALL, limitHistory, mergeHistory, mergeLesson, mergeProgress, PER_DOCUMENT } from './merge.ts'
import { encode } from './persist.ts'
import { HISTORY, type HistoryEntry, type LessonProgress } from './stored-shapes.ts'
import { entry } from './testing/entry.ts'

const opened: LessonProgress = { openedAt: 10, hints: 0, solutionSeen: false }

describe('what two pages know of a lesson', () => {
  test.each<[string, LessonProgress, LessonProgress, LessonProgress]>([
    ['the earlier opening', opened, { ...opened, openedAt: 5 }, { ...opened, openedAt: 5 }],
    ['passed in one of them', opened, { ...opened, passedAt: 20 }, { ...opened, passedAt: 20 }],
    [
      'passed in both: the earlier time',
      { ...opened, passedAt: 30 },
      { ...opened, passedAt: 20 },
      { ...opened, passedAt: 20 },
    ],
    ['the most hints', { ...opened, hints: 2 }, { ...opened, hints: 1 }, { ...opened, hints: 2 }],
    ['the solution was seen', { ...opened, solutionSeen: true }, opened, { ...opened, solutionSeen: true }],
    ['a prediction', { ...opened, prediction: 1 }, opened, { ...opened, prediction: 1 }],
  ])('%s', (_, mine, theirs, merged) => {
    expect(mergeLesson(mine, theirs)).toEqual(merged)
    expect(mergeLesson(theirs, mine)).toEqual(merged)
  })

  test('of two predictions the one that was there first counts', () => {
    expect(mergeLesson({ ...opened, prediction: 1 }, { ...opened, prediction: 0 }).prediction).toBe(0)
  })

  test('of different lessons stands side by side', () => {
    const passed = { ...opened, passedAt: 20 }
    expect(mergeProgress({ a: opened, b: opened }, { b: passed, c: opened })).toEqual({
      a: opened,
      b: passed,
      c: opened,
    })
  })
})

describe('the histories of two pages', () => {
  test('are joined without repeats, newest first', () => {
    const mine = [entry(3, 'c'), entry(1, 'a')]
    const theirs = [entry(2, 'b'), entry(1, 'a')]
    expect(mergeHistory(mine, theirs).map(({ id }) => id)).toEqual(['3', '2', '1'])
  })

  test('keep the outcome that either of them noted', () => {
    const noted = entry(1, 'a', { buffers: 21, passed: true })
    expect(mergeHistory([entry(1, 'a')], [noted])).toEqual([noted])
    expect(mergeHistory([noted], [entry(1, 'a')])).toEqual([noted])
  })

  test('know a text that follows itself only once in each document', () => {
    const merged = mergeHistory(
      [entry(4, 'a'), entry(1, 'a', { buffers: 21 })],
      [entry(3, 'a', { document: 'other' }), entry(2, 'a')],
    )
    expect(merged).toEqual([entry(4, 'a', { buffers: 21 }), entry(3, 'a', { document: 'other' })])
    expect(mergeHistory([entry(3, 'a'), entry(1, 'a')], [entry(2, 'b')])).toHaveLength(3)
    expect(mergeHistory([entry(2, 'a')], [entry(1, 'a', { query: 'SELECT 2' })])).toHaveLength(2)
  })

  test('are cut by age alone, whoever wrote an entry', () => {
    const even = Array.from({ length: PER_DOCUMENT }, (_, at) => entry(2 * at, `mine ${at}`))
    const odd = Array.from({ length: PER_DOCUMENT }, (_, at) => entry(2 * at + 1, `theirs ${at}`))
    const merged = mergeHistory(even, odd)
    expect(merged).toHaveLength(PER_DOCUMENT)
    expect(merged.filter(({ changes }) => changes.startsWith('mine'))).toHaveLength(PER_DOCUMENT / 2)
    expect(merged.map(({ at }) => at)).toEqual(
      Array.from({ length: PER_DOCUMENT }, (_, at) => 2 * PER_DOCUMENT - 1 - at),
    )
  })

  test('are cut to what is kept in all', () => {
    const many = Array.from({ length: IN_ALL + 5 }, (_, at) =>
      entry(at, `text ${at}`, { document: `lesson:${at % 20}` }),
    )
    const kept = limitHistory(many)
    expect(kept).toHaveLength(IN_ALL)
    expect(kept.at(-1)?.id).toBe('5')
  })

  test('come out the same whoever joins them, and no text is lost in whatever order', () => {
    // The same entry has the same text everywhere.
    const one = fc.nat(30).map((id) => entry(id, `text ${id % 4}`, { document: `lesson:${id % 3}` }))
    const list = fc.array(one, { maxLength: 12 })
    const print = (history: readonly HistoryEntry[]) => encode(HISTORY, [...history])
    const texts = (...histories: (readonly HistoryEntry[])[]) =>
      new Set(histories.flat().map(({ document, changes }) => `${document} ${changes}`))
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const joined = mergeHistory(a, b)
        expect(print(joined)).toBe(print(mergeHistory(b, a)))
        expect(print(mergeHistory(joined, b))).toBe(print(joined))
        expect(texts(mergeHistory(joined, c))).toEqual(texts(a, b, c))
        expect(texts(mergeHistory(a, mergeHistory(b, c)))).toEqual(texts(a, b, c))
      }),
    )
  })
})

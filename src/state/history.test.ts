import { describe, expect, test } from 'vitest'
import { addEntry, annotate } from './history.ts'
import { PER_DOCUMENT } from './merge.ts'
import type { HistoryEntry } from './stored-shapes.ts'
import { entry } from './testing/entry.ts'

describe('an entry that is added', () => {
  test('stands first; the same text in a row has one entry', () => {
    const once = addEntry([], entry(1, 'a'))
    expect(addEntry(once, entry(2, 'a')).map(({ id }) => id)).toEqual(['2'])
    expect(addEntry(once, entry(2, 'b')).map(({ id }) => id)).toEqual(['2', '1'])
  })

  test('keeps what a Run of the same text gave', () => {
    const run = entry(1, 'a', { buffers: 21, passed: true })
    expect(addEntry([run], entry(2, 'a', { reason: 'reset' }))).toEqual([
      entry(2, 'a', { reason: 'reset', buffers: 21, passed: true }),
    ])
    expect(addEntry([run], entry(2, 'a', { buffers: 22, passed: false }))).toEqual([
      entry(2, 'a', { buffers: 22, passed: false }),
    ])
  })

  test('stands first also in the millisecond of the one before', () => {
    const history = addEntry(addEntry([], entry(5, 'z')), { ...entry(5, 'b'), id: '0' })
    expect(history.map(({ changes, at }) => [changes, at])).toEqual([
      ['b', 6],
      ['z', 5],
    ])
  })

  test('is no entry where both panes are empty', () => {
    expect(addEntry([], entry(1, ' \n', { query: ' ' }))).toEqual([])
    expect(addEntry([], entry(1, ' ', { query: 'SELECT' }))).toHaveLength(1)
    expect(addEntry([], entry(1, 'ANALYZE', { query: '' }))).toHaveLength(1)
  })

  test('lets the oldest of its document go, and those of others stay', () => {
    let history: readonly HistoryEntry[] = [entry(0, 'other', { document: 'lesson:x' })]
    for (let at = 1; at < 100; at++) history = addEntry(history, entry(at, `text ${at}`))
    const own = history.filter(({ document }) => document === 'free')
    expect(own).toHaveLength(PER_DOCUMENT)
    expect(own[0]?.changes).toBe('text 99')
    expect(own.at(-1)?.changes).toBe(`text ${100 - PER_DOCUMENT}`)
    expect(history.some(({ document }) => document === 'lesson:x')).toBe(true)
  })
})

describe('the outcome of a Run', () => {
  const text = { changes: 'a', query: 'SELECT 1' }

  test('is noted on the newest entry of its text and document', () => {
    const history = [
      entry(4, 'a', { document: 'other' }),
      entry(3, 'b'),
      entry(2, 'a', { query: 'SELECT 2' }),
      entry(1, 'a'),
      entry(0, 'a'),
    ]
    const noted = annotate(history, 'free', text, { buffers: 21, passed: true })
    expect(noted[3]).toEqual(entry(1, 'a', { buffers: 21, passed: true }))
    expect(noted.toSpliced(3, 1)).toEqual(history.toSpliced(3, 1))
  })

  test('of a text that is not there changes nothing', () => {
    const history = [entry(1, 'b')]
    expect(annotate(history, 'free', text, { buffers: 1 })).toEqual(history)
  })
})

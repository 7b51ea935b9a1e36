import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEntry, mergeHistory, PER_DOCUMENT } from './history.ts'
import { decode, encode, type Shape } from './persist.ts'
import { parseHash, printHash } from './route.ts'
import type { HistoryEntry } from './stored-shapes.ts'

describe('addresses', () => {
  test.each([
    ['', { kind: 'course' }],
    ['#', { kind: 'course' }],
    ['#/', { kind: 'course' }],
    ['#/free', { kind: 'free' }],
    ['#/plan', { kind: 'plan' }],
    ['#/lesson/partial-index', { kind: 'lesson', id: 'partial-index' }],
    ['#/lesson/partial-index/', { kind: 'lesson', id: 'partial-index' }],
    ['#/lesson/%E0%A4%A', { kind: 'lesson', id: '%E0%A4%A' }],
    ['#/x/v1.abc', { kind: 'shared', payload: 'v1.abc' }],
    ['#/lesson/', { kind: 'unknown', hash: '#/lesson/' }],
    ['#/lesson/a/b', { kind: 'unknown', hash: '#/lesson/a/b' }],
    ['#somewhere', { kind: 'unknown', hash: '#somewhere' }],
  ])('%s', (hash, route) => {
    expect(parseHash(hash)).toEqual(route)
  })

  test('what is printed is read back', () => {
    const id = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text))
    fc.assert(
      fc.property(id, (text) => {
        expect(parseHash(printHash({ kind: 'lesson', id: text }))).toEqual({ kind: 'lesson', id: text })
      }),
    )
  })
})

const entry = (id: string, changes: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  document: 'free',
  at: Number(id),
  reason: 'run',
  changes,
  query: 'SELECT 1',
  ...more,
})

describe('history', () => {
  test('keeps one entry for the same text in a row', () => {
    const once = addEntry([], entry('1', 'a'))
    expect(addEntry(once, entry('2', 'a')).map(({ id }) => id)).toEqual(['2'])
    expect(addEntry(once, entry('2', 'b')).map(({ id }) => id)).toEqual(['2', '1'])
  })

  test('is limited for each document and keeps the others', () => {
    let history: readonly HistoryEntry[] = [entry('0', 'other', { document: 'lesson:x' })]
    for (let at = 1; at < 100; at++) history = addEntry(history, entry(String(at), `text ${at}`))
    expect(history.filter(({ document }) => document === 'free')).toHaveLength(PER_DOCUMENT)
    expect(history.some(({ document }) => document === 'lesson:x')).toBe(true)
    expect(history[0]?.changes).toBe('text 99')
  })

  test('of two pages is joined without repeats, newest first', () => {
    const mine = [entry('3', 'c'), entry('1', 'a')]
    const theirs = [entry('2', 'b'), entry('1', 'a')]
    expect(mergeHistory(mine, theirs).map(({ id }) => id)).toEqual(['3', '2', '1'])
  })
})

describe('versions of what is stored', () => {
  const shape: Shape<{ readonly name: string }> = {
    version: 3,
    schema: {
      safeParse: (value) => {
        const { name } = value as { name?: unknown }
        return typeof name === 'string' ? { success: true, data: { name } } : { success: false }
      },
    },
    migrations: {
      1: (data) => ({ title: data }),
      2: (data) => ({ name: (data as { title: string }).title }),
    },
  }

  test('are migrated one step at a time', () => {
    expect(decode(shape, '{"v":1,"data":"a"}')).toEqual({ kind: 'value', value: { name: 'a' } })
    expect(decode(shape, '{"v":2,"data":{"title":"b"}}')).toEqual({ kind: 'value', value: { name: 'b' } })
    expect(decode(shape, encode(shape, { name: 'c' }))).toEqual({ kind: 'value', value: { name: 'c' } })
  })

  test('newer than this page, or without a way to it, are unreadable', () => {
    expect(decode(shape, '{"v":4,"data":{"name":"d"}}')).toEqual({ kind: 'unreadable' })
    expect(decode(shape, '{"v":0,"data":"a"}')).toEqual({ kind: 'unreadable' })
    expect(decode(shape, '{"v":3,"data":{"name":1}}')).toEqual({ kind: 'unreadable' })
  })
})

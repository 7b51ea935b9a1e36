import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineRange, loadTexts, NO_TEXTS, saveTexts } from './pasted-texts.ts'

function memory() {
  const map = new Map<string, string>()
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  }
}

describe('texts over a reload', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const storage = memory()
        expect(saveTexts(storage, { first, second })).toBe(true)
        expect(loadTexts(storage)).toEqual({ first, second })
      }),
    )
  })

  it('are empty where the storage holds something else', () => {
    const broken = ['', 'x', 'null', '[]', '{"first":1,"second":""}', '{"first":"a"}']
    for (const text of broken) expect(loadTexts({ getItem: () => text })).toEqual(NO_TEXTS)
    expect(loadTexts(null)).toEqual(NO_TEXTS)
  })

  it('are not kept where they are too long or the storage is full', () => {
    const full = {
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(saveTexts(full, { first: 'a', second: '' })).toBe(false)
    expect(saveTexts(memory(), { first: 'a'.repeat(1_000_001), second: '' })).toBe(false)
    expect(saveTexts(null, NO_TEXTS)).toBe(false)
  })
})

describe('lineRange', () => {
  it('selects exactly the line', () => {
    const text = 'one\ntwo\n\nfour'
    const line = (n: number) => {
      const { start, end } = lineRange(text, n)
      return text.slice(start, end)
    }
    expect([1, 2, 3, 4].map(line)).toEqual(['one', 'two', '', 'four'])
    expect(line(99)).toBe('four')
    expect(line(0)).toBe('one')
  })
})

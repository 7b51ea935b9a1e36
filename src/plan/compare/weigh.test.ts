import { describe, expect, it } from 'vitest'
import { contradiction, timeTells } from './weigh.ts'

const of = (buffers: number, rowsProcessed: number) => ({ buffers, rowsProcessed })

describe('a difference of time', () => {
  const took = (executionTime: number, buffers = 100) => ({
    executionTime,
    buffers,
    rowsProcessed: 1000,
    statements: 1,
    tempBlocks: 0,
    walBytes: 0,
  })

  it('tells something where work explains it', () => {
    expect(timeTells(took(10, 200), took(5, 100))).toBe(true)
    expect(timeTells(took(5, 100), took(10, 200))).toBe(true)
    expect(timeTells({ ...took(10), statements: 20 }, took(5))).toBe(true)
    expect(timeTells({ ...took(10), walBytes: 9 }, took(5))).toBe(true)
  })

  it('tells nothing within the noise of one plan, whichever way it goes', () => {
    expect(timeTells(took(10), took(3))).toBe(false)
    expect(timeTells(took(3), took(10))).toBe(false)
    expect(timeTells(took(5, 200), took(10, 100))).toBe(false)
    expect(timeTells(took(10), took(10))).toBe(false)
  })

  it('tells something where no noise is so large', () => {
    expect(timeTells(took(41), took(10))).toBe(true)
    expect(timeTells(took(40), took(10))).toBe(false)
    expect(timeTells(took(10), took(41))).toBe(true)
  })
})

describe('buffers and rows processed', () => {
  it('contradict each other where one rises and the other falls', () => {
    expect(contradiction(of(139, 3_216_000), of(4147, 25_000))).toMatch(
      /^The figures disagree: 30 × more buffers, but 129 × fewer rows processed\./,
    )
    expect(contradiction(of(4147, 25_000), of(139, 3_216_000))).toMatch(
      /30 × fewer buffers, but 129 × more rows processed/,
    )
  })

  it('do not where both go one way, or one of them stays', () => {
    expect(contradiction(of(100, 1000), of(10, 10))).toBeNull()
    expect(contradiction(of(10, 10), of(100, 1000))).toBeNull()
    expect(contradiction(of(100, 1000), of(10, 1000))).toBeNull()
    expect(contradiction(of(100, 1000), of(100, 10))).toBeNull()
  })

  it('a difference of less than a tenth is none', () => {
    expect(contradiction(of(100, 1000), of(109, 10))).toBeNull()
    expect(contradiction(of(100, 1000), of(111, 10))).not.toBeNull()
    expect(contradiction(of(10, 1000), of(100, 920))).toBeNull()
  })

  it('says a figure that was or is nothing', () => {
    expect(contradiction(of(0, 1000), of(12, 10))).toContain('12 buffers more')
  })
})

import { describe, expect, it } from 'vitest'
import { contradiction } from './weigh.ts'

const of = (buffers: number, rowsProcessed: number) => ({ buffers, rowsProcessed })

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

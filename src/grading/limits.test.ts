import { describe, expect, test } from 'vitest'
import { autoLimit, limitOf } from './limits.ts'

const here = { measured: 0.5, lesson: 0.5 }
const elsewhere = { measured: 1, lesson: 0.5 }

test('the budget rule', () => {
  expect(autoLimit(20, 867)).toBe(120)
  expect(autoLimit(46, 3143)).toBe(276)
  expect(autoLimit(4, 932)).toBe(24)
  expect(autoLimit(400, 500)).toBe(810)
})

describe('limitOf', () => {
  const figure = { before: 1000, reference: 20 }
  test('auto, a number, a multiple, a ratio', () => {
    expect(limitOf({ max: 'auto' }, figure, here)).toBe(120)
    expect(limitOf({ max: 60 }, figure, here)).toBe(60)
    expect(limitOf({ max: { times: 1.5, plus: 2 } }, figure, here)).toBe(32)
    expect(limitOf({ ratio: 8 }, figure, here)).toBe(125)
    expect(limitOf({ max: 60, ratio: 100 }, figure, here)).toBe(10)
  })
  test('numbers hold at their own scale only', () => {
    expect(limitOf({ max: 60 }, figure, elsewhere)).toBe(120)
    expect(limitOf({ max: { scales: { '1': 77 } } }, figure, elsewhere)).toBe(77)
    expect(limitOf({ max: { scales: { '1': 77 } } }, figure, here)).toBe(120)
  })
})

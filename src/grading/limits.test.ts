import { describe, expect, test } from 'vitest'
import { context, measurement, task, totals } from './testing/fixtures.ts'
import { autoLimit, limitIn, limitOf } from './limits.ts'

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

test('limits are whole numbers', () => {
  expect(autoLimit(7, 40, 0)).toBe(14)
  expect(autoLimit(7, 61, 0)).toBe(20)
  expect(limitOf({ max: { times: 1.5, plus: 0 } }, { before: 0, reference: 5 }, here)).toBe(7)
  expect(limitOf({ ratio: 3 }, { before: 100, reference: 5 }, here)).toBe(33)
})

test('the slack is the figure’s own', () => {
  expect(autoLimit(20, 0)).toBe(50)
  expect(autoLimit(20, 0, 3)).toBe(43)
  const figure = { before: 0, reference: 20, slack: 3 }
  expect(limitOf({ max: 'auto' }, figure, here)).toBe(43)
  expect(limitOf({ max: 60 }, figure, elsewhere)).toBe(43)
  expect(limitOf({ max: { scales: {} } }, figure, here)).toBe(43)
})

test('the figures of a whole request', () => {
  const buffers = (figure: number, scale = 0.5) =>
    measurement({ scale, totals: totals({ buffers: figure, rowsRead: 9 }) })
  const at = (scale: number) =>
    context(buffers(1, scale), {
      before: buffers(900),
      reference: buffers(20),
      task: task({ scale: 0.5 }),
    })
  const pick = ({ totals: { buffers: figure } }: ReturnType<typeof measurement>) => figure
  expect(limitIn({ max: 'auto' }, at(0.5), pick)).toBe(120)
  expect(limitIn({ max: 60 }, at(0.5), pick)).toBe(60)
  expect(limitIn({ max: 60 }, at(1), pick)).toBe(120)
  expect(limitIn({ max: 'auto' }, context(buffers(1), { reference: buffers(20) }), pick, 3)).toBe(43)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimal } from './decimal.ts'

it('groups thousands and drops decimals that are zero', () => {
  expect([0, 7, 999, 1000, 1234567, -1234, -0.2].map((value) => decimal(value))).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '1,234,567',
    '-1,234',
    '0',
  ])
  expect([0.5, 2, 9.96, 1234.56, 0.04].map((value) => decimal(value, 1))).toEqual([
    '0.5',
    '2',
    '10',
    '1,234.6',
    '0',
  ])
})

it('writes what Intl writes, apart from the rounding of halves', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (value, digits) => {
        const intl = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits })
        const half = Math.abs((Math.abs(value) * 10 ** digits) % 1) - 0.5
        fc.pre(Math.abs(half) > 1e-3)
        expect(decimal(value, digits)).toBe(intl.format(value).replace(/^-0$/, '0'))
      },
    ),
  )
})

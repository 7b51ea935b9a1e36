import { expect, it } from 'vitest'
import { factorWords } from './figures.ts'

it('says how far an estimate was off, from 1.5 times on', () => {
  expect([1, 1.4, 0.7, 2, 0.1, 9.96, 1234].map(factorWords)).toEqual([
    null,
    null,
    null,
    '2 × more',
    '10 × fewer',
    '10 × more',
    '1,234 × more',
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHash, printHash } from './route.ts'

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

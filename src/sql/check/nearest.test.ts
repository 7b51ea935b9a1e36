import { expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

test.each<[string, string, number]>([
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['abc', 'xabc', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
  expect(editDistance(b, a)).toBe(distance)
})

test('a near name is found, a far one is not', () => {
  expect(nearest('emial', ['name', 'email', 'id'])).toBe('email')
  expect(nearest('crush_lu_evnt', ['crush_lu_event', 'crush_lu_events'])).toBe('crush_lu_event')
  expect(nearest('sent', ['body', 'sent_at'])).toBe('sent_at')
  expect(nearest('se', ['sent_at'])).toBeUndefined()
  expect(nearest('x', ['y', 'id'])).toBeUndefined()
  expect(nearest('title', ['body'])).toBeUndefined()
})

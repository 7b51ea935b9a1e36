import { expect, test } from 'vitest'
import {
  bytes,
  count,
  counted,
  exact,
  kilobytes,
  list,
  milliseconds,
  percent,
  ratio,
  times,
} from './words.ts'

test('counts keep one decimal below 10, figures as printed two', () => {
  expect([0, 0.33, 1, 9.96, 10.4, 1204, 1_234_567, -3.25].map(count)).toEqual([
    '0',
    '0.3',
    '1',
    '10',
    '10',
    '1,204',
    '1,234,567',
    '-3.3',
  ])
  expect([0.33, 12.5, 1204, 66.666].map(exact)).toEqual(['0.33', '12.5', '1,204', '66.67'])
})

test('a unit follows its number, in the singular for exactly one', () => {
  expect([0, 1, 2, 0.5].map((value) => counted(value, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '0.5 rows',
  ])
  expect(counted(3, 'heap fetch', 'heap fetches')).toBe('3 heap fetches')
  expect([1, 2, 1000].map(times)).toEqual(['once', 'twice', '1,000 times'])
  expect([1.5, 68.4].map(ratio)).toEqual(['1.5 ×', '68 ×'])
})

test('a share is neither nothing nor everything unless it is', () => {
  expect([0, 0.0004, 0.001, 0.0452, 0.095, 0.5, 0.99, 0.9996, 0.99999, 1].map(percent)).toEqual([
    '0 %',
    '< 0.1 %',
    '0.1 %',
    '4.5 %',
    '9.5 %',
    '50 %',
    '99 %',
    '99.9 %',
    '99.9 %',
    '100 %',
  ])
})

test('sizes are in powers of 1,024', () => {
  expect([0, 1, 1023, 1024, 9.4 * 2 ** 20, 12.4 * 2 ** 20, 2 ** 30, 3 * 2 ** 40].map(bytes)).toEqual([
    '0 bytes',
    '1 byte',
    '1,023 bytes',
    '1 kB',
    '9.4 MB',
    '12 MB',
    '1 GB',
    '3 TB',
  ])
  expect(bytes(2 ** 20 - 1)).toBe('1 MB')
  expect(kilobytes(4096)).toBe('4 MB')
})

test('times keep three digits below 100 ms', () => {
  expect([0.04, 3.279, 9.996, 27.42, 99.96, 1204.4].map(milliseconds)).toEqual([
    '0.04 ms',
    '3.28 ms',
    '10.0 ms',
    '27.4 ms',
    '100 ms',
    '1,204 ms',
  ])
})

test('lists are read with and', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(list)).toEqual(['', 'a', 'a and b', 'a, b and c'])
})

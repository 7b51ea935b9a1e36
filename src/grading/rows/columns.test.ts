import { describe, expect, test } from 'vitest'
import { rowSet } from '../testing/fixtures.ts'
import { alignColumns, type ColumnRule } from './columns.ts'

const align = (want: readonly string[], have: readonly string[], rule: ColumnRule = 'exact') => {
  const result = alignColumns(rowSet(want, []), rowSet(have, []), rule)
  return result.ok ? result.value : result.error
}

describe('positions worth a try', () => {
  test('by name, in any order', () => {
    expect(align(['a int8', 'b text'], ['b text', 'a int8'])).toEqual([[1, 0]])
  })
  test('one way in, one way out: the same alignment is tried once', () => {
    expect(align(['a int8', 'b text'], ['a int8', 'b text'])).toEqual([[0, 1]])
    expect(align(['a int8', 'b text'], ['x int8', 'y text'])).toEqual([[0, 1]])
  })
  test('where a name is there twice, the first and the last of that name', () => {
    const have = ['id int8', 'b text', 'id int8']
    expect(align(['id int8', 'b text'], have, 'at-least')).toEqual([
      [0, 1],
      [2, 1],
    ])
  })
  test('a name wanted twice is answered by two columns, never twice by one', () => {
    expect(align(['id int8', 'id int8'], ['id int8', 'id int8'])).toEqual([[0, 1]])
    expect(align(['id int8', 'id int8'], ['id int8', 'id int8'], 'at-least')).toEqual([[0, 1]])
    expect(
      align(['id int8', 'id int8', 'n text'], ['id int8', 'ok bool', 'id int8', 'n text'], 'at-least'),
    ).toEqual([[0, 2, 3]])
    // The name that is wanted once still goes by name, wherever it stands.
    expect(
      align(['id int8', 'id int8', 'n text'], ['n text', 'm text', 'x int8', 'y int8'], 'at-least'),
    ).toEqual([[2, 3, 0]])
  })
  test('renamed ones take the next free column of their type, from the left and from the right', () => {
    const have = ['id int8', 'n int8', 'f text', 'l text', 'note text']
    expect(align(['id int8', 'first text', 'last text'], have, 'at-least')).toEqual([
      [0, 2, 3],
      [0, 3, 4],
    ])
  })
})

describe('refusals', () => {
  test('too many columns', () => {
    expect(align(['a int8', 'b text'], ['a int8', 'b text', 'c text'])).toBe(
      'The result has 3 columns (`a`, `b` and `c`), the answer has 2: `a` and `b`. Select only those.',
    )
  })
  test('too few: by name where a name is lacking, else by number', () => {
    expect(align(['a int8', 'b text', 'c text'], ['a int8'])).toBe(
      'The result lacks `b` and `c`; the answer has `a`, `b` and `c`.',
    )
    expect(align(['id int8', 'id int8', 'id int8'], ['id int8'], 'at-least')).toBe(
      'The result lacks 2 columns; the answer has `id`, `id` and `id`.',
    )
  })
  test('another type: the column of that name, or the one in that place', () => {
    expect(align(['a int8', 'b text'], ['b text', 'a numeric'])).toBe(
      '`a` should be int8 and is numeric: cast it or select it unchanged.',
    )
    expect(align(['a int8', 'b text'], ['x int8', 'y bool'])).toBe(
      'Column 2 should be `b` (text) and is `y` (bool).',
    )
  })
})

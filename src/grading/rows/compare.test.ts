import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowSet } from '../testing/fixtures.ts'
import { compareResults, type RowRule } from './compare.ts'

const BAG: RowRule = { order: 'any', columns: 'exact' }
const EXACT: RowRule = { order: 'exact', columns: 'exact' }
const by = (...order: string[]): RowRule => ({ order, columns: 'exact' })

describe('rows in any order', () => {
  const expected = rowSet(
    ['id int8', 'name text'],
    [
      ['1', 'a'],
      ['2', null],
      ['2', null],
    ],
  )

  test('order does not matter, duplicates do', () => {
    expect(
      compareResults(
        expected,
        rowSet(
          ['id int8', 'name text'],
          [
            ['2', null],
            ['1', 'a'],
            ['2', null],
          ],
        ),
        BAG,
      ),
    ).toBeNull()
    const once = compareResults(
      expected,
      rowSet(
        ['id int8', 'name text'],
        [
          ['2', null],
          ['1', 'a'],
        ],
      ),
      BAG,
    )
    expect(once).toMatchObject({ missing: [['2', null]], extra: [] })
  })
  test('NULL, the empty text and the text null differ', () => {
    for (const value of ['', 'null']) {
      const actual = rowSet(
        ['id int8', 'name text'],
        [
          ['1', 'a'],
          ['2', null],
          ['2', value],
        ],
      )
      expect(compareResults(expected, actual, BAG)).toMatchObject({
        missing: [['2', null]],
        extra: [['2', value]],
      })
    }
  })
  test('integers of any size and texts of any kind are one family, other types are not', () => {
    const rows = expected.rows
    expect(compareResults(expected, rowSet(['id int4', 'name varchar'], rows), BAG)).toBeNull()
    for (const type of ['text', 'numeric', 'float8', 'bool'])
      expect(compareResults(expected, rowSet([`id ${type}`, 'name text'], rows), BAG)?.note).toMatch(
        /`id` should be int8/,
      )
  })
  test('numeric is compared by value, double precision to 12 digits', () => {
    expect(
      compareResults(rowSet(['n numeric'], [['1.50']]), rowSet(['n numeric'], [['1.5']]), BAG),
    ).toBeNull()
    expect(
      compareResults(rowSet(['n numeric'], [['150']]), rowSet(['n numeric'], [['15']]), BAG),
    ).not.toBeNull()
    expect(
      compareResults(rowSet(['n float8'], [['0.1']]), rowSet(['n float8'], [['0.10000000000000002']]), BAG),
    ).toBeNull()
    expect(
      compareResults(rowSet(['n float8'], [['0.1']]), rowSet(['n float8'], [['0.1000001']]), BAG),
    ).not.toBeNull()
  })
})

describe('columns', () => {
  const expected = rowSet(['id int8', 'a text', 'b text'], [['1', 'x', 'y']])
  test('are matched by name in any order', () => {
    expect(
      compareResults(expected, rowSet(['b text', 'id int8', 'a text'], [['y', '1', 'x']]), BAG),
    ).toBeNull()
    expect(
      compareResults(expected, rowSet(['b text', 'id int8', 'a text'], [['x', '1', 'y']]), BAG),
    ).not.toBeNull()
  })
  test('are matched by position where names differ', () => {
    expect(
      compareResults(expected, rowSet(['nr int8', 'a text', 'c text'], [['1', 'x', 'y']]), BAG),
    ).toBeNull()
  })
  test('further columns and aliases together: by the names that are there, then in order', () => {
    const wanted = rowSet(['id int8', 'first text', 'last text'], [['1', 'a', 'b']])
    const rule: RowRule = { order: 'any', columns: 'at-least' }
    const aliased = ['id int8', 'user int4', 'user_first text', 'user_last text']
    expect(compareResults(wanted, rowSet(aliased, [['1', '7', 'a', 'b']]), rule)).toBeNull()
    expect(compareResults(wanted, rowSet(aliased, [['1', '7', 'b', 'a']]), rule)).not.toBeNull()
    const behind = ['id int8', 'note text', 'user_first text', 'user_last text']
    expect(compareResults(wanted, rowSet(behind, [['1', 'n', 'a', 'b']]), rule)).toBeNull()
  })
  test('where a name is there twice, either column may be meant', () => {
    const wanted = rowSet(['id int8', 'first text'], [['1', 'a']])
    const rule: RowRule = { order: 'any', columns: 'at-least' }
    const both = ['id int4', 'first text', 'id int8']
    expect(compareResults(wanted, rowSet(both, [['7', 'a', '1']]), rule)).toBeNull()
    expect(compareResults(wanted, rowSet(both, [['1', 'a', '7']]), rule)).toBeNull()
    expect(compareResults(wanted, rowSet(both, [['7', 'a', '8']]), rule)).not.toBeNull()
  })
  test('renamed and reordered at once: by the names that are there, then by what is in the columns', () => {
    const wanted = rowSet(
      ['id int8', 'first text', 'last text', 'place text'],
      [
        ['1', 'Ann', 'Weber', 'Wiltz'],
        ['2', 'Ben', 'Muller', 'Wiltz'],
      ],
    )
    const renamed = ['family text', 'town text', 'given text', 'nr int4']
    const rows = [
      ['Weber', 'Wiltz', 'Ann', '1'],
      ['Muller', 'Wiltz', 'Ben', '2'],
    ]
    expect(compareResults(wanted, rowSet(renamed, rows), BAG)).toBeNull()
    expect(compareResults(wanted, rowSet(renamed, rows), by('id'))).toBeNull()
    // The values of each column are there, but not in the right rows.
    const mixed = [
      ['Muller', 'Wiltz', 'Ann', '1'],
      ['Weber', 'Wiltz', 'Ben', '2'],
    ]
    expect(compareResults(wanted, rowSet(renamed, mixed), BAG)).not.toBeNull()
  })
  test('the same without rows, or with others', () => {
    const wanted = rowSet(['id int8', 'name text'], [])
    expect(compareResults(wanted, rowSet(['title text', 'nr int8'], []), BAG)).toBeNull()
    const found = compareResults(wanted, rowSet(['title text', 'nr int8'], [['x', '1']]), BAG)
    expect(found?.note).toMatch(/1 row too many/)
    expect(compareResults(wanted, rowSet(['title text', 'nr text'], []), BAG)?.note).toMatch(/Column 1/)
  })
  test('columns with the same values are tried in every order', () => {
    const wanted = rowSet(
      ['a text', 'b text'],
      [
        ['x', 'y'],
        ['y', 'x'],
        ['x', 'y'],
        ['y', 'x'],
        ['x', 'x'],
      ],
    )
    const turned = wanted.rows.map(([a, b]) => [b ?? null, a ?? null])
    const more = rowSet(
      ['n int8', 'q text', 'p text'],
      turned.map((row, at) => [String(at), ...row]),
    )
    expect(compareResults(wanted, more, { order: 'exact', columns: 'at-least' })).toBeNull()
  })
  test('swapped names are not mended by position', () => {
    const wanted = rowSet(['a int8', 'b int8'], [['1', '2']])
    expect(compareResults(wanted, rowSet(['b int8', 'a int8'], [['1', '2']]), BAG)).not.toBeNull()
  })
  test('missing and surplus ones are told', () => {
    expect(compareResults(expected, rowSet(['id int8', 'a text'], [['1', 'x']]), BAG)?.note).toMatch(
      /lacks `b`/,
    )
    const more = rowSet(['id int8', 'z int8', 'a text', 'b text'], [['1', '9', 'x', 'y']])
    expect(compareResults(expected, more, BAG)?.note).toMatch(/4 columns/)
    expect(compareResults(expected, more, { order: 'any', columns: 'at-least' })).toBeNull()
  })
})

test('a single row is compared column by column', () => {
  const one = (count: string, ready: string | null) => rowSet(['n int8', 'ready text'], [[count, ready]])
  expect(compareResults(one('7', 't'), one('5', 't'), BAG)?.note).toBe('`n` is 5 in place of 7.')
  expect(compareResults(one('7', 't'), one('5', null), BAG)?.note).toBe(
    '`n` is 5 in place of 7 and `ready` is NULL in place of t.',
  )
})

describe('order', () => {
  const columns = ['id int8', 'at text']
  const expected = rowSet(columns, [
    ['1', 'c'],
    ['2', 'b'],
    ['3', 'b'],
    ['4', 'a'],
  ])
  test('ties are free, the order of the keys is not', () => {
    const tied = rowSet(columns, [
      ['1', 'c'],
      ['3', 'b'],
      ['2', 'b'],
      ['4', 'a'],
    ])
    expect(compareResults(expected, tied, by('at'))).toBeNull()
    expect(compareResults(expected, tied, EXACT)?.note).toMatch(/row 2/)
    const swapped = rowSet(columns, [
      ['2', 'b'],
      ['1', 'c'],
      ['3', 'b'],
      ['4', 'a'],
    ])
    expect(compareResults(expected, swapped, by('at'))?.note).toMatch(/order/)
    expect(compareResults(expected, swapped, BAG)).toBeNull()
  })
  test('where a LIMIT cuts through ties, any of the tying rows is right', () => {
    const candidates = rowSet(columns, [...expected.rows, ['5', 'a'], ['6', 'a'], ['7', '0']])
    const other = rowSet(columns, [
      ['1', 'c'],
      ['2', 'b'],
      ['3', 'b'],
      ['6', 'a'],
    ])
    expect(compareResults(expected, other, by('at'), candidates)).toBeNull()
    expect(compareResults(expected, other, by('at'))).not.toBeNull()
    const forged = rowSet(columns, [
      ['1', 'c'],
      ['2', 'b'],
      ['3', 'b'],
      ['99', 'a'],
    ])
    expect(compareResults(expected, forged, by('at'), candidates)).toMatchObject({ extra: [['99', 'a']] })
    const twice = rowSet(columns, [
      ['1', 'c'],
      ['2', 'b'],
      ['2', 'b'],
      ['4', 'a'],
    ])
    expect(compareResults(expected, twice, by('at'), candidates)).not.toBeNull()
    const lower = rowSet(columns, [
      ['1', 'c'],
      ['2', 'b'],
      ['3', 'b'],
      ['7', '0'],
    ])
    expect(compareResults(expected, lower, by('at'), candidates)).not.toBeNull()
  })
  describe('ties at the cut', () => {
    const candidates = rowSet(columns, [
      ...expected.rows,
      ['5', 'a'],
      ['6', 'a'],
      ['7', '0'],
      ['8', 'c'],
      ['9', 'b'],
    ])
    const found = (...rows: [string, string][]) =>
      compareResults(expected, rowSet(columns, rows), by('at'), candidates)
    test('at either end, and at both', () => {
      expect(found(['8', 'c'], ['2', 'b'], ['3', 'b'], ['6', 'a'])).toBeNull()
    })
    test('rows between the ends are not free', () => {
      expect(found(['1', 'c'], ['9', 'b'], ['3', 'b'], ['4', 'a'])).toMatchObject({
        missing: [['2', 'b']],
        extra: [['9', 'b']],
      })
      expect(found(['1', 'c'], ['9', 'b'], ['3', 'b'], ['6', 'a'])).not.toBeNull()
    })
    test('a row of the end may not be exchanged for one behind it, not even beside a free one', () => {
      expect(found(['8', 'c'], ['2', 'b'], ['3', 'b'], ['7', '0'])).not.toBeNull()
    })
    test('neither more rows nor fewer', () => {
      const more = found(['1', 'c'], ['2', 'b'], ['3', 'b'], ['4', 'a'], ['5', 'a'])
      expect(more).toMatchObject({ missing: [], extra: [['5', 'a']] })
      expect(more?.note).toBe('1 row too many or different. The answer has 4 rows, the result has 5.')
      expect(found(['1', 'c'], ['2', 'b'], ['3', 'b'])).toMatchObject({ missing: [['4', 'a']], extra: [] })
      expect(found(['1', 'c'], ['2', 'b'], ['3', 'b'], ['5', 'a'], ['6', 'a'])).not.toBeNull()
    })
  })
  test('an order by what the answer does not return is the author’s mistake', () => {
    const other = rowSet(columns, expected.rows.toReversed())
    expect(() => compareResults(expected, other, by('at', 'nowhere'))).toThrow(
      'The lesson orders by at, nowhere, which the answer does not return.',
    )
  })
  test('the first column may be the key', () => {
    const other = rowSet(columns, expected.rows.toReversed())
    expect(compareResults(expected, other, by('id'))?.note).toMatch(/from row 1 on/)
  })
})

describe('results too large to keep', () => {
  const large = (rows: string[][]) => ({ ...rowSet(['id int8'], rows), rows: [] })
  test('are compared by digest', () => {
    const rows = [['1'], ['2'], ['3']]
    expect(compareResults(large(rows), large(rows.toReversed()), BAG)).toBeNull()
    expect(compareResults(large(rows), large(rows.toReversed()), EXACT)).not.toBeNull()
    expect(compareResults(large(rows), large([['1'], ['2'], ['4']]), BAG)).not.toBeNull()
    expect(compareResults(large(rows), large([['1']]), BAG)?.note).toMatch(/3 rows, the result has 1/)
    expect(compareResults(large(rows), large(rows), EXACT)).toBeNull()
  })
  test('one side that was not kept is enough', () => {
    const rows = [['1'], ['2'], ['3']]
    const note = 'Both have 3 rows, but not the same ones, or not with the columns in the same order.'
    expect(compareResults(rowSet(['id int8'], rows), large([['1'], ['2'], ['4']]), BAG)?.note).toBe(note)
    expect(compareResults(large(rows), rowSet(['id int8'], [['1'], ['2'], ['4']]), BAG)?.note).toBe(note)
  })
})

describe('what is said of a difference', () => {
  const one = (...values: string[]) =>
    rowSet(
      ['id int8'],
      values.map((value) => [value]),
    )
  test.each([
    [one('1', '2'), one('1'), '1 row missing. The answer has 2 rows, the result has 1.'],
    [one('1'), one('1', '2', '3'), '2 rows too many or different. The answer has 1 row, the result has 3.'],
    [one('1', '2', '3'), one('3', '4', '5'), '2 rows missing, 2 rows too many or different.'],
    [
      one('1', '2'),
      one('4'),
      '2 rows missing, 1 row too many or different. The answer has 2 rows, the result has 1.',
    ],
    [
      one('1'),
      one('4', '5'),
      '1 row missing, 2 rows too many or different. The answer has 1 row, the result has 2.',
    ],
  ])('rows counted on both sides %#', (expected, actual, note) => {
    expect(compareResults(expected, actual, BAG)?.note).toBe(note)
  })
  test('at most five rows of each side are shown', () => {
    const many = (from: number) => one(...Array.from({ length: 7 }, (_, at) => String(from + at)))
    const found = compareResults(many(0), many(10), BAG)
    expect(found?.missing).toHaveLength(5)
    expect(found?.extra).toHaveLength(5)
    expect(found?.note).toBe('7 rows missing, 7 rows too many or different.')
  })
  test('other columns: no rows are shown', () => {
    expect(compareResults(one('1'), rowSet(['id int8', 'b text'], []), BAG)).toEqual({
      columns: ['id'],
      missing: [],
      extra: [],
      note: 'The result has 2 columns (`id` and `b`), the answer has 1: `id`. Select only those.',
    })
  })
  test('one row in place of another: up to three columns by name, long values cut', () => {
    const wide = (...values: string[]) => rowSet(['a text', 'b text', 'c text', 'd text'], [values])
    expect(compareResults(wide('1', '2', '3', '4'), wide('5', '6', '7', '4'), BAG)?.note).toBe(
      '`a` is 5 in place of 1, `b` is 6 in place of 2 and `c` is 7 in place of 3.',
    )
    expect(compareResults(wide('1', '2', '3', '4'), wide('5', '6', '7', '8'), BAG)?.note).toBe(
      '1 row missing, 1 row too many or different.',
    )
    const text = (value: string) => rowSet(['a text'], [[value]])
    expect(compareResults(text('x'.repeat(40)), text('x'.repeat(41)), BAG)?.note).toBe(
      `\`a\` is ${'x'.repeat(39)}… in place of ${'x'.repeat(40)}.`,
    )
  })
  test('the first row in another place is shown', () => {
    expect(compareResults(one('1', '2', '3'), one('2', '1', '3'), EXACT)).toEqual({
      columns: ['id'],
      missing: [['1']],
      extra: [['2']],
      note: 'The rows are right, their order is not: it differs from row 1 on.',
    })
  })
})

describe('columns in another order', () => {
  const wanted = rowSet(
    ['id int8', 'a text', 'b text'],
    [
      ['1', 'x', 'y'],
      ['2', 'x', 'y'],
    ],
  )
  const swapped = (rows: string[][]) => rowSet(['id int8', 'b text', 'a text'], rows)
  test('values go with their column, even where the printed rows are the same', () => {
    const same = swapped([
      ['1', 'x', 'y'],
      ['2', 'x', 'y'],
    ])
    expect(compareResults(wanted, same, BAG)).not.toBeNull()
    expect(compareResults(wanted, same, EXACT)).not.toBeNull()
  })
  test('the rules for the order of rows are the same', () => {
    const right = [
      ['1', 'y', 'x'],
      ['2', 'y', 'x'],
    ]
    expect(compareResults(wanted, swapped(right), EXACT)).toBeNull()
    expect(compareResults(wanted, swapped(right.toReversed()), BAG)).toBeNull()
    expect(compareResults(wanted, swapped(right.toReversed()), EXACT)?.note).toMatch(/from row 1 on/)
  })
})

test('a shuffled result is the same bag, one changed value never is', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 5 }).map(String), fc.option(fc.constantFrom('a', 'b', '')))
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (rows, stream) => {
        const columns = ['id int8', 'v text']
        const shuffled = rows
          .map((value) => ({ value, at: stream.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value)
        expect(compareResults(rowSet(columns, rows), rowSet(columns, shuffled), BAG)).toBeNull()
        const changed = rows.map((value, index) => (index === 0 ? (['99', value[1]] as const) : value))
        expect(compareResults(rowSet(columns, rows), rowSet(columns, changed), BAG)).not.toBeNull()
      },
    ),
  )
})

import { describe, expect, test } from 'vitest'
import {
  catalogs,
  countedIndexes,
  droppedIndexes,
  holdsRows,
  newIndexes,
  normalExpression,
  qualified,
  startsWith,
} from './catalog-diff.ts'
import { catalog, changed, index, measurement, relation } from './testing/fixtures.ts'

test('a measurement without a catalog has an empty one', () => {
  const { catalog: _, ...without } = measurement()
  const { before, after } = catalogs(without)
  expect(before).toEqual(after)
  expect(before.relations).toEqual([])
  expect(Object.values(before).every((value) => value.length === 0)).toBe(true)
  expect(Object.keys(before).sort()).toEqual(Object.keys(catalog()).sort())
})

describe('indexes that came and went', () => {
  const kept = index('kept', 'message', ['a'])
  const added = index('added', 'message', ['b'])
  const part = index('part', 'message_1', ['b'], { parent: 'added' })
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)

  test('are told by OID and by definition', () => {
    const grown = changed({ indexes: [kept, added, part] }, { indexes: [kept] })
    expect(names(newIndexes(grown))).toEqual(['added', 'part'])
    expect(droppedIndexes(grown)).toEqual([])
    const shrunk = changed({ indexes: [kept] }, { indexes: [kept, added] })
    expect(newIndexes(shrunk)).toEqual([])
    expect(names(droppedIndexes(shrunk))).toEqual(['added'])
  })
  test('a rebuilt index has a new OID, a renamed one a new definition: both are old', () => {
    for (const again of [
      { ...kept, oid: 7 },
      { ...kept, definition: 'CREATE INDEX other' },
    ]) {
      const rebuilt = changed({ indexes: [again] }, { indexes: [kept] })
      expect(newIndexes(rebuilt)).toEqual([])
      expect(droppedIndexes(rebuilt)).toEqual([])
    }
  })
  test('parts of a partitioned index are not counted', () => {
    expect(names(countedIndexes(changed({ indexes: [added, part] })))).toEqual(['added'])
    expect(names(countedIndexes(changed({ indexes: [{ ...part, parent: null }] })))).toEqual(['part'])
  })
})

test('relations that hold rows', () => {
  const kinds = ['r', 'p', 'm', 'v', 'f', 'S'].filter((kind) => holdsRows(relation('x', { kind })))
  expect(kinds).toEqual(['r', 'p', 'm'])
})

test('a schema is named where it is not public', () => {
  expect(qualified({ schema: 'public', name: 't' })).toBe('t')
  expect(qualified({ schema: 'hidden', name: 't' })).toBe('hidden.t')
})

test.each([
  ['LOWER((name)::text)', 'lower(name)'],
  ['"name"', 'name'],
  ['status = ANY (ARRAY[1, 2]::bigint[])', 'status=any(array[1,2])'],
  ["code = 'A'::character varying(20)", "code = 'a'"],
  ["at >= '2025-01-01'::timestamp with time zone", "at >= '2025-01-01'"],
  ["at >= '2025-01-01'::timestamptz", "at>='2025-01-01'::date"],
  ['a::integer', 'a::varchar'],
])('%s reads as %s', (a, b) => {
  expect(normalExpression(a)).toBe(normalExpression(b))
})

test.each([
  ['a > 1', 'a > 2'],
  ['a::jsonb', 'a'],
  ['lower(a)', 'upper(a)'],
])('%s and %s differ', (a, b) => {
  expect(normalExpression(a)).not.toBe(normalExpression(b))
})

describe('whether one index begins with another', () => {
  const short = index('short', 'message', ['a', 'b desc'])
  const begins = (keys: readonly string[], more: Parameters<typeof index>[3] = {}, table = 'message') =>
    startsWith(index('long', table, keys, more), short)

  test('with all its columns, in order', () => {
    expect(begins(['a', 'b desc'])).toBe(true)
    expect(begins(['a', 'b', 'c'])).toBe(true)
    expect(begins(['a'])).toBe(false)
    expect(begins(['b', 'a'])).toBe(false)
    expect(begins(['a', 'c'])).toBe(false)
  })
  test('of the same table and method, over the same rows or all', () => {
    expect(begins(['a', 'b'], {}, 'other')).toBe(false)
    expect(begins(['a', 'b'], { method: 'hash' })).toBe(false)
    expect(begins(['a', 'b'], { predicate: '(c = 1)' })).toBe(false)
    const some = { ...short, predicate: '(c = 1)' }
    expect(startsWith(index('all', 'message', ['a', 'b']), some)).toBe(true)
    expect(startsWith({ ...some, name: 'same' }, some)).toBe(true)
  })
  test('with the same operators and collation', () => {
    const [first, second] = short.keys
    if (!first || !second) throw new Error('The fixture has two keys.')
    const other = (key: object) => startsWith({ ...short, keys: [{ ...first, ...key }, second] }, short)
    expect(other({ opclass: 'text_pattern_ops' })).toBe(false)
    expect(other({ collation: 'C' })).toBe(false)
    expect(other({ descending: true })).toBe(true)
  })
})

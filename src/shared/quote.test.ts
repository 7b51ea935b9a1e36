import { expect, it } from 'vitest'
import { identifiersIn, quotedIdentifier, quotedLiteral, unquotedIdentifier } from './quote.ts'

it('doubles the quote that it stands in, and no other', () => {
  expect(quotedIdentifier('a"b\'c')).toBe('"a""b\'c"')
  expect(quotedLiteral('a"b\'c\\')).toBe("'a\"b''c\\'")
})

it('quotes what needs no quotes, too', () => {
  expect(quotedIdentifier('a')).toBe('"a"')
  expect(quotedLiteral('')).toBe("''")
})

it('takes the quotes off again', () => {
  for (const name of ['a', 'a b', 'a"b', '"', 'c++'])
    expect(unquotedIdentifier(quotedIdentifier(name))).toBe(name)
  expect(unquotedIdentifier('plain')).toBe('plain')
})

it('finds every name in a piece of SQL, and none in its strings', () => {
  expect([...identifiersIn(`lower("c++") = 'a''b' AND "x""(y" > Größe_1 + n$2 - 7`)]).toEqual([
    'lower',
    'c++',
    'and',
    'x"(y',
    'größe_1',
    'n$2',
  ])
  expect([...identifiersIn('')]).toEqual([])
})

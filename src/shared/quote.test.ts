import { expect, it } from 'vitest'
import { quotedIdentifier, quotedLiteral, unquotedIdentifier } from './quote.ts'

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

import { describe, expect, test } from 'vitest'
import { changed, context, index } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

type Made = ReturnType<typeof index>

const check = (more: object, after: readonly Made[], before: readonly Made[] = []) =>
  evaluateCheck(
    { kind: 'index', table: 'message', ...more },
    context(changed({ indexes: after }, { indexes: before })),
  )
const passes = (more: object, ...after: Made[]) => check(more, after).passed
const made = (keys: readonly string[], more: Partial<Made> = {}) => index('i', 'message', keys, more)

describe('keys', () => {
  test('a further one is fine, unless exactly those are asked for', () => {
    expect(passes({ keys: ['a'] }, made(['a', 'b']))).toBe(true)
    expect(passes({ keys: ['a'], exactly: true }, made(['a']))).toBe(true)
    expect(passes({ keys: [['a', 'b']], exactly: true }, made(['b', 'a']))).toBe(true)
    expect(check({ keys: ['a'], exactly: true }, [made(['a', 'b'])])).toMatchObject({
      passed: false,
      message: '`i` has further columns.',
    })
    expect(passes({ keys: ['a', 'b'] }, made(['a']))).toBe(false)
  })
  test('a column is asked for once in a group', () => {
    expect(passes({ keys: [['a', 'b']] }, made(['a', 'a']))).toBe(false)
    expect(passes({ keys: [['a', 'b'], 'c'] }, made(['b', 'a', 'c']))).toBe(true)
    expect(passes({ keys: [['a', 'b'], 'c'] }, made(['a', 'c', 'b']))).toBe(false)
  })
  test('directions are read forwards or backwards, and count only where they are spelt out', () => {
    expect(passes({ keys: ['a', 'b DESC'] }, made(['a', 'b desc']))).toBe(true)
    expect(passes({ keys: ['a', 'b desc'] }, made(['a', 'b']))).toBe(true)
    expect(passes({ keys: ['a asc', 'b asc'] }, made(['a desc', 'b desc']))).toBe(true)
    expect(passes({ keys: ['a asc', 'b asc'] }, made(['a desc', 'b']))).toBe(false)
    expect(passes({ keys: ['a desc', 'b', 'c asc'] }, made(['a desc', 'b desc', 'c']))).toBe(true)
    expect(passes({ keys: [['a desc', 'b desc']] }, made(['b', 'a']))).toBe(true)
    expect(passes({ keys: [['a desc', 'b desc']] }, made(['b desc', 'a']))).toBe(false)
  })
  test('a column whose name ends in a word for a direction', () => {
    expect(passes({ keys: ['item_desc'] }, made(['item_desc']))).toBe(true)
  })
  test('expressions are compared without case, casts and parentheses', () => {
    expect(passes({ keys: ['LOWER(name) desc'] }, made(['lower((name)::text) desc']))).toBe(true)
  })
})

describe('what an index lacks', () => {
  const message = (more: object, own: Partial<Made> = {}) =>
    check({ keys: ['a'], ...more }, [made(['a'], own)]).message

  test('each is told', () => {
    expect(message({}, { valid: false })).toBe('`i` is not valid.')
    expect(message({ method: 'gin' })).toBe('`i` is a btree index.')
    expect(message({ method: ['gin', 'gist'] })).toBe('`i` is a btree index.')
    expect(message({}, { predicate: '(b = 1)' })).toBe('`i` covers some rows only.')
    expect(message({ where: 'b = 1' })).toBe('`i` covers all rows.')
    expect(message({ where: 'b = 1' }, { predicate: '(b = 2)' })).toBe('`i` covers other rows.')
    expect(message({ include: ['b', 'c'] }, { include: ['c'] })).toBe('`i` does not carry b.')
    expect(message({ unique: true })).toBe('`i` is not unique.')
    expect(message({ unique: false }, { unique: true })).toBe('`i` is unique.')
    expect(message({ opclass: 'jsonb_path_ops' })).toBe('`i` has the operator class int8_ops.')
  })
  test('nothing, where it is as asked for', () => {
    const all: [object, Partial<Made>][] = [
      [{ method: 'btree' }, {}],
      [{ method: ['gin', 'btree'] }, {}],
      [{ where: 'any' }, {}],
      [{ where: 'any' }, { predicate: '(b = 1)' }],
      [{ where: 'B = 1' }, { predicate: '(b = 1)' }],
      [{ include: ['b', 'a'] }, { include: ['b'] }],
      [{ unique: true }, { unique: true }],
      [{ unique: false }, {}],
      [{ opclass: 'int8_ops' }, {}],
    ]
    for (const [more, own] of all)
      expect({ more, message: message(more, own) }).toEqual({ more, message: '`i` covers it.' })
  })
})

describe('the verdict', () => {
  test('names the index, what was asked for and what is there', () => {
    expect(check({ keys: ['a', ['b', 'c']] }, [made(['a', 'b', 'c'])])).toEqual({
      title: 'Index on message (a, {b, c})',
      passed: true,
      message: '`i` covers it.',
      actual: 'CREATE INDEX i ON public.message (a, b, c)',
      limit: 'message (a, {b, c})',
    })
    const elsewhere = index('e', 'other', ['a'])
    expect(check({ keys: ['a'] }, [made(['b']), made(['c']), elsewhere])).toMatchObject({
      passed: false,
      actual: null,
      message: 'No index covers it. The table has public.message (b) and public.message (c).',
    })
    expect(check({ keys: ['a'] }, [elsewhere]).message).toBe('No index covers it. The table has none.')
  })
  test('spells out what else is asked for', () => {
    const title = (more: object) => check({ keys: ['a'], ...more }, []).title
    expect(title({ method: 'gin' })).toBe('Index on message using gin (a)')
    expect(title({ method: ['gin', 'gist'] })).toBe('Index on message using gin or gist (a)')
    expect(title({ unique: true })).toBe('Index on message (a), unique')
    expect(title({ unique: false })).toBe('Index on message (a)')
    expect(title({ where: 'any' })).toBe('Index on message (a), partial or not')
    expect(title({ where: 'b = 1' })).toBe('Index on message (a) where b = 1')
    expect(title({ absent: true })).toBe('No index on message (a)')
  })
  test('absent', () => {
    expect(check({ keys: ['a'], absent: true }, [made(['a'])])).toMatchObject({
      passed: false,
      message: '`i` covers it: drop it.',
    })
    expect(check({ keys: ['a'], absent: true }, [made(['b'])])).toMatchObject({
      passed: true,
      message: 'No index covers it.',
    })
    // One that lacks something is not the index, and nothing is to be said of it.
    expect(check({ keys: ['a'], absent: true, unique: true }, [made(['a'])]).message).toBe(
      'No index covers it.',
    )
  })
  test('what nearly fits is a new index before one that was there', () => {
    const old = index('old', 'message', ['a'], { predicate: '(b = 1)' })
    const fresh = index('fresh', 'message', ['a'], { valid: false })
    expect(check({ keys: ['a'] }, [old, fresh], [old]).message).toBe('`fresh` is not valid.')
    expect(check({ keys: ['a'] }, [old], [old]).message).toBe('`old` covers some rows only.')
    // With an operator class asked for, an old index serves something else.
    expect(check({ keys: ['a'], opclass: 'text_pattern_ops' }, [old], [old]).message).toMatch(
      /^No index covers it/,
    )
  })
})

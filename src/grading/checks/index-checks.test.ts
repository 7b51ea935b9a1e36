/** Checks of new indexes, by what they cover. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { check, passes } from '../testing/check.ts'
import { catalog, index, measurement } from '../testing/fixtures.ts'

beforeAll(() => loadSqlParser())

describe('index, by what it covers', () => {
  const having = (...indexes: ReturnType<typeof index>[]) =>
    measurement({ catalog: { before: catalog(), after: catalog({ indexes }) } })
  const spec = (more: object) => ({ kind: 'index', table: 'message', ...more })
  test('leading keys in order, groups in any order', () => {
    const attempt = having(index('whatever', 'message', ['b', 'a', 'c']))
    expect(passes(spec({ keys: ['b'] }), attempt)).toBe(true)
    expect(passes(spec({ keys: ['a'] }), attempt)).toBe(false)
    expect(passes(spec({ keys: [['a', 'b'], 'c'] }), attempt)).toBe(true)
    expect(passes(spec({ keys: ['b', 'a'], exactly: true }), attempt)).toBe(false)
    expect(passes(spec({ keys: ['b'], absent: true }), attempt)).toBe(false)
    expect(passes({ kind: 'index', table: 'other', keys: ['b'] }, attempt)).toBe(false)
  })
  test('directions may be mirrored, not mixed', () => {
    const spoken = spec({ keys: ['a asc', 'b desc'] })
    expect(passes(spoken, having(index('i', 'message', ['a', 'b desc'])))).toBe(true)
    expect(passes(spoken, having(index('i', 'message', ['a desc', 'b'])))).toBe(true)
    expect(passes(spoken, having(index('i', 'message', ['a', 'b'])))).toBe(false)
  })
  test('predicate, method, included columns, uniqueness, validity', () => {
    const partial = having(index('i', 'message', ['a'], { predicate: '(read_at IS NULL)', include: ['b'] }))
    expect(passes(spec({ keys: ['a'] }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'], where: 'any' }), partial)).toBe(true)
    expect(passes(spec({ keys: ['a'], where: 'read_at is null', include: ['b'] }), partial)).toBe(true)
    expect(passes(spec({ keys: ['a'], where: 'read_at is not null' }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'], where: 'any', method: ['gin', 'gist'] }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'] }), having(index('i', 'message', ['a'], { valid: false })))).toBe(false)
    expect(check(spec({ keys: ['a'], unique: true }), having(index('i', 'message', ['a']))).message).toBe(
      '`i` is not unique.',
    )
    expect(check(spec({ keys: ['a'] }), partial).message).toBe('`i` covers some rows only.')
    expect(
      passes(spec({ keys: ['upper(email)'] }), having(index('i', 'message', ['upper((email)::text)']))),
    ).toBe(true)
  })
  test('count and size', () => {
    const two = having(
      index('i', 'message', ['a'], { pages: 30 }),
      index('j', 'message', ['b'], { pages: 20 }),
    )
    expect(passes({ kind: 'index-count', max: 1 }, two)).toBe(false)
    expect(check({ kind: 'index-size', max: 49 }, two)).toMatchObject({ passed: false, actual: 50 })
    expect(
      passes({ kind: 'index-size', max: 'auto' }, two, {
        reference: having(index('i', 'message', ['a'], { pages: 20 })),
      }),
    ).toBe(true)
  })
})

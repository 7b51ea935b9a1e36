import { describe, expect, test } from 'vitest'
import { decode, encode, read, write, type Shape } from './persist.ts'
import { FakeStorage } from './testing/fake-storage.ts'

interface Value {
  readonly name: string
  readonly more?: { readonly b: number; readonly a: readonly number[] }
}

const SHAPE: Shape<Value> = {
  version: 3,
  schema: {
    safeParse: (value) => {
      const { name } = value as { name?: unknown }
      return typeof name === 'string' ? { success: true, data: value as Value } : { success: false }
    },
  },
  migrations: {
    1: (data) => ({ title: data }),
    2: (data) => ({ name: (data as { title: string }).title }),
  },
}

describe('versions of what is stored', () => {
  test('are migrated one step at a time', () => {
    expect(decode(SHAPE, '{"v":1,"data":"a"}')).toEqual({ kind: 'value', value: { name: 'a' } })
    expect(decode(SHAPE, '{"v":2,"data":{"title":"b"}}')).toEqual({ kind: 'value', value: { name: 'b' } })
    expect(decode(SHAPE, encode(SHAPE, { name: 'c' }))).toEqual({ kind: 'value', value: { name: 'c' } })
  })

  test.each([
    ['of a newer version', '{"v":4,"data":{"name":"d"}}'],
    ['without a way to it', '{"v":0,"data":"a"}'],
    ['that a migration cannot take', '{"v":2,"data":null}'],
    ['of another shape', '{"v":3,"data":{"name":1}}'],
    ['whose version is no number', '{"v":"3","data":{"name":"a"}}'],
    ['without data', '{"v":3}'],
    ['without a version', '{"data":{"name":"a"}}'],
    ['that is no object', '3'],
    ['that is null', 'null'],
    ['that is no JSON', '{'],
    ['that is empty', ''],
  ])('a value %s is unreadable', (_, text) => {
    expect(decode(SHAPE, text)).toEqual({ kind: 'unreadable' })
  })
})

test('the same value is the same text, in whatever order its keys were set; lists keep theirs', () => {
  const text = encode(SHAPE, { name: 'a', more: { b: 1, a: [2, 1] } })
  expect(text).toBe(encode(SHAPE, { more: { a: [2, 1], b: 1 }, name: 'a' }))
  expect(text).toBe('{"data":{"more":{"a":[2,1],"b":1},"name":"a"},"v":3}')
})

describe('reading', () => {
  test('tells a value, none and a refusal apart', () => {
    const storage = new FakeStorage()
    expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'none' })
    storage.values.set('k', encode(SHAPE, { name: 'a' }))
    expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'value', value: { name: 'a' } })
    storage.unreadable = new DOMException('no', 'SecurityError')
    expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'unavailable' })
    expect(read(undefined, 'k', SHAPE)).toEqual({ kind: 'unavailable' })
  })

  test('sets aside what is unreadable, beside what was set aside before', () => {
    const storage = new FakeStorage()
    for (const text of ['one', 'two', 'two', 'three']) {
      storage.values.set('k', text)
      expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'unreadable', setAside: true })
    }
    expect(Object.fromEntries(storage.values)).toEqual({
      k: 'three',
      'k.unreadable': 'one',
      'k.unreadable.2': 'two',
      'k.unreadable.3': 'three',
    })
  })

  test('says where there was no room to set it aside', () => {
    const storage = new FakeStorage()
    storage.values.set('k', 'one')
    storage.failure = new DOMException('no room', 'QuotaExceededError')
    expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'unreadable', setAside: false })
    expect(storage.values.get('k')).toBe('one')
  })
})

describe('writing', () => {
  test.each([
    ['full', new DOMException('The quota has been exceeded.', 'QuotaExceededError')],
    ['full', Object.assign(new Error('no room'), { name: 'NS_ERROR_DOM_QUOTA_REACHED' })],
    ['unavailable', new DOMException('denied', 'SecurityError')],
  ])('tells %s', (result, failure) => {
    const storage = new FakeStorage()
    storage.failure = failure
    expect(write(storage, 'k', SHAPE, { name: 'a' })).toBe(result)
    expect(storage.values.size).toBe(0)
  })

  test('needs a storage', () => {
    expect(write(undefined, 'k', SHAPE, { name: 'a' })).toBe('unavailable')
  })

  test('the same value again is no write', () => {
    const storage = new FakeStorage()
    expect(write(storage, 'k', SHAPE, { name: 'a' })).toBe('saved')
    expect(write(storage, 'k', SHAPE, { name: 'a' })).toBe('saved')
    expect(storage.writes).toBe(1)
    expect(write(storage, 'k', SHAPE, { name: 'b' })).toBe('saved')
    expect(read(storage, 'k', SHAPE)).toEqual({ kind: 'value', value: { name: 'b' } })
  })
})

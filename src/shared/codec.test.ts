import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { crc32 } from './crc32.ts'
import { deflate, inflate } from './deflate.ts'
import { migrate } from './migrate.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const bytes = () => fc.uint8Array({ maxLength: 500 }).map((array) => new Uint8Array(array))

describe('base64url', () => {
  test('agrees with the platform', () => {
    fc.assert(
      fc.property(bytes(), (array) => {
        const text = toBase64Url(array)
        expect(text).toBe(Buffer.from(array).toString('base64url'))
        expect(fromBase64Url(text)).toEqual(array)
      }),
    )
  })

  test('every accepted text is the one that encoding gives', () => {
    const letters = fc.string({
      unit: fc.constantFrom('A', 'B', 'Z', 'z', '9', '-', '_', '=', '+', ' '),
      maxLength: 6,
    })
    fc.assert(
      fc.property(letters, (text) => {
        const decoded = fromBase64Url(text)
        if (decoded) expect(toBase64Url(decoded)).toBe(text)
      }),
    )
    for (const text of ['A', 'AB', 'AAB', 'A=', 'A+', 'é', 'AAAAA'])
      expect(fromBase64Url(text)).toBeUndefined()
    expect(fromBase64Url('AA')).toEqual(new Uint8Array([0]))
  })
})

test('crc32 has the check value of its standard', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array())).toBe(0)
})

describe('deflate', () => {
  test('round trip', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(), async (array) => {
        expect(await inflate(await deflate(array), 500)).toEqual({ ok: true, value: array })
      }),
    )
  })

  test('the limit is exact', async () => {
    const packed = await deflate(new Uint8Array(1000))
    expect(await inflate(packed, 1000)).toMatchObject({ ok: true })
    expect(await inflate(packed, 999)).toEqual({ ok: false, error: { kind: 'too-large', limit: 999 } })
  })

  test('a bomb is given up early', async () => {
    const bomb = await deflate(new Uint8Array(300_000_000))
    const before = performance.now()
    expect(await inflate(bomb, 2_000_000)).toMatchObject({ error: { kind: 'too-large' } })
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  test('what is cut off or not deflated at all is damaged', async () => {
    const packed = await deflate(bytesOf('SELECT 1; '.repeat(20)))
    for (let length = 0; length < packed.length; length++) {
      expect(await inflate(packed.slice(0, length), 500)).toEqual({ ok: false, error: { kind: 'damaged' } })
    }
    expect(await inflate(new Uint8Array([0xff, 0xff]), 500)).toEqual({
      ok: false,
      error: { kind: 'damaged' },
    })
  })
})

describe('migrate', () => {
  const steps = { 1: (value: unknown) => [value, 2], 2: (value: unknown) => [value, 3] }

  test('takes one step after the other', () => {
    expect(migrate('x', 1, 3, steps)).toEqual([['x', 2], 3])
    expect(migrate('x', 2, 3, steps)).toEqual(['x', 3])
    expect(migrate('x', 3, 3, steps)).toBe('x')
  })

  test('a missing step is a mistake', () => {
    expect(() => migrate('x', 0, 3, steps)).toThrow('no migration from version 0')
  })
})

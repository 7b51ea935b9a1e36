import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64Url } from '../shared/base64url.ts'
import { crc32 } from '../shared/crc32.ts'
import { deflate } from '../shared/deflate.ts'
import { decodeShare, describeShareError, encodeShare, MAX_SHARE_BYTES, type ShareError } from './share.ts'
import { GOLDEN_LINKS } from './testing/golden-links.ts'
import type { Experiment } from './types.ts'

const EXPERIMENT: Experiment = {
  dataset: 'entreprinder',
  scale: 0.5,
  changes: 'CREATE INDEX event_upcoming ON crush_lu_meetupevent (event_date);',
  query: "SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2026-06-01' ORDER BY event_date LIMIT 50;",
  notes: '',
}

async function encoded(experiment: Experiment): Promise<string> {
  const result = await encodeShare(experiment)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function failure(link: string): Promise<ShareError> {
  const result = await decodeShare(link)
  if (result.ok) throw new Error(`opened: ${link}`)
  expect(describeShareError(result.error)).toMatch(/\.$/)
  return result.error
}

/** A link with a right checksum around any bytes. */
async function forged(content: string | Uint8Array<ArrayBuffer>, version = 1): Promise<string> {
  const deflated = await deflate(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const bytes = new Uint8Array(4 + deflated.length)
  new DataView(bytes.buffer).setUint32(0, crc32(deflated))
  bytes.set(deflated, 4)
  return `#/x/v${version}.${toBase64Url(bytes)}`
}

test.each(GOLDEN_LINKS)('the link of $name opens for ever', async ({ link, experiment, numbers }) => {
  expect(await decodeShare(link)).toEqual({ ok: true, value: { experiment, numbers, version: 1 } })
})

describe('round trip', () => {
  test('of any experiment', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    const experiment = fc.record({
      dataset: fc.stringMatching(/^[a-z][a-z0-9_-]{0,10}$/),
      scale: fc.double({ min: 0.001, max: 1000, noNaN: true }),
      changes: text,
      query: fc.oneof(text, fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '\0', '"', '\\') })),
      notes: text,
    })
    const numbers = fc.array(
      fc.record({
        kind: fc.constantFrom('before.buffers', 'after.buffers', 'after.shape'),
        value: fc.oneof(
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
          text,
        ),
      }),
      { maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(experiment, numbers, async (original, measured) => {
        const link = await encodeShare(original, measured)
        expect(link.ok && /^#\/x\/v1\.[\w-]+$/.test(link.value)).toBe(true)
        expect(await decodeShare(link.ok ? link.value : '')).toEqual({
          ok: true,
          value: { experiment: original, numbers: measured, version: 1 },
        })
      }),
    )
  })

  test('through an address, with or without its front, and with space from copying', async () => {
    const link = await encoded(EXPERIMENT)
    const wrapped = link.replaceAll(/(.{40})/g, '$1\n ')
    for (const form of [
      link,
      link.slice(1),
      `https://example.org/planground/?a=1${link}`,
      ` ${wrapped}\u200b`,
    ]) {
      expect(await decodeShare(form)).toMatchObject({ ok: true, value: { experiment: EXPERIMENT } })
    }
  })

  test('what could not be opened again is not written', async () => {
    const large = { ...EXPERIMENT, changes: 'x'.repeat(1_000_000), query: 'é'.repeat(900_000) }
    expect(await encodeShare(large)).toEqual({
      ok: false,
      error: { kind: 'too-large', limit: MAX_SHARE_BYTES },
    })
    expect(await encodeShare({ ...EXPERIMENT, dataset: '../x' })).toEqual({
      ok: false,
      error: { kind: 'invalid', path: 'd' },
    })
    expect(await encodeShare({ ...EXPERIMENT, scale: Number.NaN })).toEqual({
      ok: false,
      error: { kind: 'invalid', path: 's' },
    })
  })
})

describe('hostile and broken links', () => {
  test.each(['', '#', '#/lesson/fk-index', '#/x/', '#/x/w1.abc', 'v1.abc', '#/x/v.abc', '#/x/v1x.abc'])(
    '%j is no link',
    async (link) => {
      expect(await failure(link)).toEqual({ kind: 'not-a-link' })
    },
  )

  test.each([
    '#/x/v1',
    '#/x/v1.',
    '#/x/v1.AAAA',
    '#/x/v1.AAAAAA',
    '#/x/v1.é',
    '#/x/v1.a b=',
    '#/x/v1.AAAAA',
    '#/x/v0.AAAAAAAA',
  ])('%j is damaged', async (link) => {
    expect(await failure(link)).toEqual({ kind: 'damaged' })
  })

  test('newer versions are told apart', async () => {
    expect(await failure('#/x/v2.whatever~it~is')).toEqual({ kind: 'unknown-version', version: 2 })
    expect(await failure(await forged('{}', 7))).toEqual({ kind: 'unknown-version', version: 7 })
  })

  test('cut off anywhere', async () => {
    const link = await encoded(EXPERIMENT)
    for (let length = 5; length < link.length; length++) {
      expect((await failure(link.slice(0, length))).kind).toBe(length < 6 ? 'not-a-link' : 'damaged')
    }
  })

  test('one letter changed, at every place and to any letter', async () => {
    const link = await encoded(EXPERIMENT)
    const body = '#/x/v1.'.length
    const letters = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.'.split(''),
    )
    for (let at = body; at < link.length; at++) {
      const [letter = ''] = fc.sample(
        letters.filter((each) => each !== link[at]),
        1,
      )
      expect(await failure(link.slice(0, at) + letter + link.slice(at + 1))).toEqual({ kind: 'damaged' })
    }
  })

  test('letters lost, swapped or doubled', async () => {
    const link = await encoded(EXPERIMENT)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 7, max: link.length - 2 }),
        fc.constantFrom('lose', 'swap', 'double'),
        async (at, what) => {
          const changed =
            {
              lose: link.slice(0, at) + link.slice(at + 1),
              swap: link.slice(0, at) + link[at + 1] + link[at] + link.slice(at + 2),
              double: link.slice(0, at) + link[at] + link.slice(at),
            }[what] ?? ''
          if (changed !== link) expect(await failure(changed)).toEqual({ kind: 'damaged' })
        },
      ),
    )
  })

  test('bombs', async () => {
    const bomb = await forged(new Uint8Array(100_000_000))
    expect(bomb.length).toBeLessThan(MAX_SHARE_BYTES)
    expect(await failure(bomb)).toEqual({ kind: 'too-large', limit: MAX_SHARE_BYTES })
    expect(await failure(`#/x/v1.${'A'.repeat(5_000_000)}`)).toEqual({
      kind: 'too-large',
      limit: MAX_SHARE_BYTES,
    })
  })

  test('bytes that are not deflated', async () => {
    const noise = new Uint8Array([0xff, 0xff, 0xff])
    const bytes = new Uint8Array(7)
    new DataView(bytes.buffer).setUint32(0, crc32(noise))
    bytes.set(noise, 4)
    expect(await failure(`#/x/v1.${toBase64Url(bytes)}`)).toEqual({ kind: 'damaged' })
  })

  const payload = { d: 'entreprinder', s: 1, c: '', q: 'SELECT 1', n: '' }
  test.each<[string, string, string]>([
    ['not JSON', 'SELECT 1', ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
    ['a list', '[]', ''],
    ['no dataset', JSON.stringify({ ...payload, d: undefined }), 'd'],
    ['a dataset with a path', JSON.stringify({ ...payload, d: '../../etc' }), 'd'],
    ['a scale in words', JSON.stringify({ ...payload, s: '1' }), 's'],
    ['a scale of zero', JSON.stringify({ ...payload, s: 0 }), 's'],
    ['an infinite scale', JSON.stringify(payload).replace('"s":1', '"s":1e999'), 's'],
    ['a query that is a number', JSON.stringify({ ...payload, q: 1 }), 'q'],
    ['a query that is an object', JSON.stringify({ ...payload, q: { toString: 'x' } }), 'q'],
    ['numbers that are none', JSON.stringify({ ...payload, m: [{ kind: 'x', value: [] }] }), 'm.0.value'],
    [
      'too many numbers',
      JSON.stringify({ ...payload, m: Array.from({ length: 101 }, () => ({ kind: 'x', value: 1 })) }),
      'm',
    ],
    ['notes above their limit', JSON.stringify({ ...payload, n: 'x'.repeat(100_001) }), 'n'],
  ])('%s', async (_, json, path) => {
    expect(await failure(await forged(json))).toEqual({ kind: 'invalid', path })
  })

  test('text that is not UTF-8', async () => {
    expect(await failure(await forged(new Uint8Array([0x22, 0xff, 0x22])))).toEqual({
      kind: 'invalid',
      path: '',
    })
  })

  test('keys of a prototype change nothing', async () => {
    const json = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(payload).slice(1)}`
    const result = await decodeShare(await forged(json))
    expect(result).toEqual({
      ok: true,
      value: {
        experiment: { dataset: 'entreprinder', scale: 1, changes: '', query: 'SELECT 1', notes: '' },
        numbers: [],
        version: 1,
      },
    })
    expect('polluted' in {}).toBe(false)
    expect(result.ok && 'polluted' in result.value.experiment).toBe(false)
    const inherited = await decodeShare(await forged(`{"__proto__":${JSON.stringify(payload)}}`))
    expect(inherited).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })

  test('any bytes behind a right checksum give an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (content) => {
        const result = await decodeShare(await forged(content))
        expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } })
      }),
    )
  })
})

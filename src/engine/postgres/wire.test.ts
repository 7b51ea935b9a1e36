import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryMessage, RowCollector, WireReader } from './wire.ts'

const encoder = new TextEncoder()

/** Backend messages written by the protocol's description, independently of the reader. */
function message(type: string, body: readonly number[]): number[] {
  const length = body.length + 4
  return [
    type.charCodeAt(0),
    (length >> 24) & 255,
    (length >> 16) & 255,
    (length >> 8) & 255,
    length & 255,
    ...body,
  ]
}
const int16 = (n: number) => [(n >> 8) & 255, n & 255]
const int32 = (n: number) => [(n >> 24) & 255, (n >> 16) & 255, (n >> 8) & 255, n & 255]
const cstring = (text: string) => [...encoder.encode(text), 0]
const rowDescription = (names: readonly string[]) =>
  message('T', [
    ...int16(names.length),
    ...names.flatMap((name) => [
      ...cstring(name),
      ...int32(0),
      ...int16(0),
      ...int32(25),
      ...int16(-1),
      ...int32(-1),
      ...int16(0),
    ]),
  ])
const dataRow = (values: readonly (string | null)[]) =>
  message('D', [
    ...int16(values.length),
    ...values.flatMap((value) => {
      if (value === null) return int32(-1)
      const bytes = [...encoder.encode(value)]
      return [...int32(bytes.length), ...bytes]
    }),
  ])
const done = (tag: string) => [...message('C', cstring(tag)), ...message('Z', ['I'.charCodeAt(0)])]

function read(bytes: readonly number[], chunk: number, keep = 1000) {
  const collector = new RowCollector(keep)
  const reader = new WireReader(collector)
  for (let at = 0; at < bytes.length; at += chunk) reader.push(Uint8Array.from(bytes.slice(at, at + chunk)))
  return { collector, result: reader.result() }
}

const values = fc.array(
  fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: null }), { minLength: 2, maxLength: 2 }),
  {
    maxLength: 20,
  },
)

describe('WireReader', () => {
  it('gives the same rows however the bytes are cut into chunks', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (rows, chunk) => {
        const bytes = [...rowDescription(['a', 'b']), ...rows.flatMap(dataRow), ...done('SELECT')]
        const whole = read(bytes, bytes.length)
        const cut = read(bytes, chunk)
        expect(whole.collector.rows).toEqual(rows)
        expect(cut.collector.rows).toEqual(rows)
        expect(cut.collector.digests()).toEqual(whole.collector.digests())
        expect(cut.result.commandTag).toBe('SELECT')
        expect(cut.result.status).toBe('I')
      }),
    )
  })

  it('keeps as many rows as asked and counts all', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [String(i), null])
    const { collector } = read(
      [...rowDescription(['a', 'b']), ...rows.flatMap(dataRow), ...done('SELECT 30')],
      7,
      5,
    )
    expect(collector.rows).toHaveLength(5)
    expect(collector.count).toBe(30)
  })

  it('reads all fields of an error and says when the answer is not complete', () => {
    const error = message(
      'E',
      Array.from('VERROR')
        .map((c) => c.charCodeAt(0))
        .concat(0, cstring('C42P01'), cstring('Mno such table'), cstring('P8'), 0),
    )
    const { result } = read([...error], 3)
    expect(result.error).toEqual({ V: 'ERROR', C: '42P01', M: 'no such table', P: '8' })
    expect(result.status).toBeNull()
    expect(result.commandTag).toBeNull()
  })
})

describe('digests', () => {
  const digests = (rows: readonly (string | null)[][]) =>
    read([...rowDescription(['a', 'b']), ...rows.flatMap(dataRow)], 64).collector.digests()

  it('the bag digest ignores order, the list digest does not', () => {
    fc.assert(
      fc.property(values, fc.integer(), (rows, seed) => {
        const shuffled = [...rows].sort(
          (a, b) => hash(JSON.stringify(a) + seed) - hash(JSON.stringify(b) + seed),
        )
        expect(digests(shuffled).bagDigest).toBe(digests(rows).bagDigest)
        const same = JSON.stringify(shuffled) === JSON.stringify(rows)
        expect(digests(shuffled).listDigest === digests(rows).listDigest).toBe(same)
      }),
    )
  })

  it('tells NULL from the empty string, duplicates from single rows, and moved column borders apart', () => {
    const sets = [
      [['', 'x']],
      [[null, 'x']],
      [['x', '']],
      [['x', null]],
      [
        ['', 'x'],
        ['', 'x'],
      ],
      [],
      [['ab', 'c']],
      [['a', 'bc']],
    ]
    expect(new Set(sets.map((set) => digests(set).bagDigest)).size).toBe(sets.length)
  })
})

function hash(text: string): number {
  let h = 0
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0
  return h
}

describe('queryMessage', () => {
  it('is Q, the length of the rest, the text in UTF-8 and a NUL', () => {
    expect([...queryMessage('é')]).toEqual([0x51, 0, 0, 0, 7, 0xc3, 0xa9, 0])
  })
})

import { describe, expect, it } from 'vitest'
import { checkManifest } from './manifest.ts'

const EXPECTED = { dataset: 'tiny', scale: 0.5, pglite: '0.5.16' }

const manifest = (more: Readonly<Record<string, unknown>> = {}) => ({
  version: 1,
  dataset: 'tiny',
  scale: 0.5,
  postgres: '18.6',
  pglite: '0.5.16',
  inputsHash: 'abc',
  tables: [{ name: 'likes', rows: 3, bytes: 8192, part: 'rest' }],
  dirs: ['base'],
  files: [{ path: 'base/1', part: 'base', offset: 0, size: 8192 }],
  parts: [{ name: 'base', file: 'base.1.part', bytes: 8192, packedBytes: 100 }],
  ...more,
})

it('takes a manifest of this version and dataset as it is', () => {
  const value = manifest()
  expect(checkManifest(value, EXPECTED)).toEqual({ ok: true, value })
})

describe('another version', () => {
  it.each([
    ['of the format', { version: 2 }, 'format 2, not 1'],
    ['of a format without a version', { version: undefined }, 'format undefined, not 1'],
    ['of PGlite', { pglite: '0.5.17' }, 'PGlite 0.5.17, not 0.5.16'],
    ['of the format, whatever else it holds', { version: 2, pglite: 'x', parts: 'none' }, 'format 2, not 1'],
  ])('%s is told as such', (_name, more, what) => {
    expect(checkManifest(manifest(more), EXPECTED)).toEqual({
      ok: false,
      error: { kind: 'other-version', what },
    })
  })
})

describe('what is no manifest of this dataset', () => {
  const part = { name: 'base', file: 'base.1.part', bytes: 1, packedBytes: 1 }
  it.each<[string, unknown]>([
    ['the whole', null],
    ['the whole', []],
    ['the whole', 'text'],
    ['dataset', manifest({ dataset: 'other' })],
    ['scale', manifest({ scale: 0.25 })],
    ['tables', manifest({ tables: undefined })],
    ['parts', manifest({ parts: {} })],
    ['files', manifest({ files: 1 })],
    ['dirs', manifest({ dirs: 'base' })],
    ['dirs', manifest({ dirs: ['base', 1] })],
    ['parts[1]', manifest({ parts: [part, null] })],
    ['parts[0]', manifest({ parts: [[part]] })],
    ['parts[1].file', manifest({ parts: [part, { ...part, file: 3 }] })],
    ['parts[0].name', manifest({ parts: [{ ...part, name: undefined }] })],
    ['parts[0].bytes', manifest({ parts: [{ ...part, bytes: -1 }] })],
    ['parts[0].packedBytes', manifest({ parts: [{ ...part, packedBytes: 1.5 }] })],
    ['tables[0].rows', manifest({ tables: [{ name: 'a', part: 'b', rows: '3', bytes: 1 }] })],
    ['tables[0].part', manifest({ tables: [{ name: 'a', rows: 3, bytes: 1 }] })],
    ['tables[0].bytes', manifest({ tables: [{ name: 'a', part: 'b', rows: 3 }] })],
    ['files[0].path', manifest({ files: [{ part: 'b', offset: 0, size: 1 }] })],
    ['files[0].offset', manifest({ files: [{ path: 'a', part: 'b', size: 1 }] })],
    ['files[0].size', manifest({ files: [{ path: 'a', part: 'b', offset: 0 }] })],
  ])('%s is where it is wrong: %j', (where, value) => {
    expect(checkManifest(value, EXPECTED)).toEqual({ ok: false, error: { kind: 'damaged', where } })
  })

  it('nothing at all is a size too', () => {
    expect(checkManifest(manifest({ parts: [{ ...part, bytes: 0 }] }), EXPECTED).ok).toBe(true)
  })
})

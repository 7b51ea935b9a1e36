import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BrowserSource } from './browser-source.ts'
import type { SnapshotManifest } from './format.ts'

/** What a worker's Blob, FileReaderSync and synchronous XMLHttpRequest do, as far as the source uses them. */
class FakeBlob {
  readonly bytes: Uint8Array
  constructor(chunks: readonly Uint8Array[]) {
    this.bytes = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))
  }
  slice(from: number, to: number): FakeBlob {
    return new FakeBlob([this.bytes.slice(from, to)])
  }
}

class FakeReader {
  readAsArrayBuffer(blob: FakeBlob): ArrayBuffer {
    return Uint8Array.from(blob.bytes).buffer
  }
}

const requests: string[] = []

class FakeRequest {
  status = 0
  response: ArrayBuffer | undefined
  private url = ''
  open(_method: string, url: string, async: boolean): void {
    expect(async).toBe(false)
    this.url = url
  }
  send(): void {
    requests.push(this.url)
    this.status = this.url.endsWith('likes.part') ? 200 : 404
    this.response = Uint8Array.from(gzipSync(Uint8Array.of(10, 11, 12, 13, 14))).buffer
  }
}

const manifest: SnapshotManifest = {
  version: 1,
  dataset: 'tiny',
  scale: 1,
  postgres: '18',
  pglite: '0',
  inputsHash: '',
  tables: [],
  dirs: [],
  files: [],
  parts: [
    { name: 'base', file: 'base.part', bytes: 4, packedBytes: 4 },
    { name: 'likes', file: 'likes.part', bytes: 5, packedBytes: 25 },
    { name: 'lost', file: 'lost.part', bytes: 5, packedBytes: 25 },
  ],
}

const blob = (...bytes: number[]) => new FakeBlob([Uint8Array.from(bytes)]) as unknown as Blob

beforeEach(() => {
  requests.length = 0
  vi.stubGlobal('Blob', FakeBlob)
  vi.stubGlobal('FileReaderSync', FakeReader)
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})

afterEach(() => vi.unstubAllGlobals())

describe('BrowserSource', () => {
  it('reads from parts that are there, without a request', () => {
    const source = new BrowserSource(manifest, 'http://site/', { base: blob(1, 2, 3, 4) })
    expect([...source.read('base', 1, 2)]).toEqual([2, 3])
    source.add('likes', blob(5, 6, 7, 8, 9))
    expect([...source.read('likes', 3, 2)]).toEqual([8, 9])
    expect(requests).toEqual([])
  })

  it('fetches a part that has not arrived, once', () => {
    const source = new BrowserSource(manifest, 'http://site/', {})
    expect([...source.read('likes', 0, 2)]).toEqual([10, 11])
    expect([...source.read('likes', 2, 3)]).toEqual([12, 13, 14])
    expect(requests).toEqual(['http://site/likes.part'])
  })

  it('gives bytes that the caller may change', () => {
    const source = new BrowserSource(manifest, 'http://site/', { base: blob(1, 2, 3, 4) })
    source.read('base', 0, 4).fill(0)
    expect([...source.read('base', 0, 4)]).toEqual([1, 2, 3, 4])
  })

  it('tells which part cannot be had', () => {
    const source = new BrowserSource(manifest, 'http://site/', {})
    expect(() => source.read('lost', 0, 1)).toThrow(
      /^Part lost of the dataset could not be loaded: another version/,
    )
    expect(() => source.read('nothing', 0, 1)).toThrow('no part "nothing"')
  })
})

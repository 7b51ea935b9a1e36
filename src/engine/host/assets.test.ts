import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineProgress } from '../contract/index.ts'
import { PGLITE_VERSION, PGLITE_WASM } from '../pglite/package.ts'
import { FakeSite } from '../testing/fake-site.ts'
import { Assets } from './assets.ts'

const OPTIONS = { dataset: 'tiny', scale: 0.5, baseUrl: 'http://site/sub/' }
const FOLDER = '/sub/snapshots/tiny-0.5/'
const WASM_PATH = new URL(PGLITE_WASM, OPTIONS.baseUrl).pathname
/** The smallest module: magic number and version. */
const WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

const CONTENT = new Map(
  ['system', 'base', 'rest', 'likes', 'likes_tags'].map((name) => [
    name,
    Uint8Array.from({ length: 1000 }, (_, at) => (at * name.length) % 251),
  ]),
)
const packed = (name: string) => gzipSync(CONTENT.get(name) ?? new Uint8Array(0))

const manifest = (more: Readonly<Record<string, unknown>> = {}) => ({
  version: 1,
  dataset: 'tiny',
  scale: 0.5,
  postgres: '18.6',
  pglite: PGLITE_VERSION,
  inputsHash: '',
  tables: [
    { name: 'likes', rows: 1, bytes: 1, part: 'likes' },
    { name: 'likes_tags', rows: 1, bytes: 1, part: 'likes_tags' },
    { name: 'small', rows: 1, bytes: 1, part: 'rest' },
  ],
  dirs: [],
  files: [],
  parts: [...CONTENT].map(([name, { length }]) => ({
    name,
    file: `${name}.part`,
    bytes: length,
    packedBytes: packed(name).length,
  })),
  ...more,
})

let site: FakeSite
beforeEach(() => {
  site = new FakeSite().open()
  site.serve(`${FOLDER}manifest.json`, JSON.stringify(manifest()), 'application/json')
  site.serve(WASM_PATH, WASM, 'application/wasm')
  for (const name of CONTENT.keys()) site.serve(`${FOLDER}${name}.part`, packed(name))
})
afterEach(() => vi.unstubAllGlobals())

function setUp() {
  const arrived: string[] = []
  return { assets: new Assets(OPTIONS, (part) => arrived.push(part)), arrived }
}

/** A part whose bytes come when the test lets them, one chunk at a time. */
function slow(name: string) {
  const bytes = packed(name)
  const half = bytes.length >> 1
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) })
  site.serve(`${FOLDER}${name}.part`, stream)
  return {
    first: half,
    total: bytes.length,
    sendFirst: () => controller?.enqueue(Uint8Array.from(bytes.subarray(0, half))),
    sendRest: () => {
      controller?.enqueue(Uint8Array.from(bytes.subarray(half)))
      controller?.close()
    },
    break: () => controller?.error(new TypeError('connection reset')),
  }
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 20))
const parts = () =>
  site.asked.filter((path) => path.endsWith('.part')).map((path) => path.slice(FOLDER.length, -5))
const failureOf = (of: Promise<unknown>): Promise<unknown> =>
  of.then(
    () => 'nothing',
    (error: unknown) => error,
  )

describe('start', () => {
  it('gives module, manifest and the parts that every start needs, unpacked', async () => {
    const { assets, arrived } = setUp()
    const start = await assets.start()
    expect(start.module).toBeInstanceOf(WebAssembly.Module)
    expect(start.manifest).toEqual(manifest())
    expect(start.snapshotUrl).toBe('http://site/sub/snapshots/tiny-0.5/')
    expect(Object.keys(start.parts).toSorted()).toEqual(['base', 'system'])
    expect(new Uint8Array(await start.fsBundle.arrayBuffer())).toEqual(CONTENT.get('system'))
    expect(arrived.toSorted()).toEqual(['base', 'system'])
  })

  it('fetches everything once for all who ask', async () => {
    const { assets } = setUp()
    await Promise.all([assets.start(), assets.start(), assets.prefetch('likes', () => {})])
    await assets.start()
    expect(new Set(site.asked).size).toBe(site.asked.length)
  })

  it('hands on what has arrived besides', async () => {
    const { assets } = setUp()
    await assets.prefetch('SELECT * FROM likes', () => {})
    expect(Object.keys((await assets.start()).parts).toSorted()).toEqual(['base', 'likes', 'system'])
  })

  it('compiles what a server sends under another type', async () => {
    site.serve(WASM_PATH, WASM)
    expect((await setUp().assets.start()).module).toBeInstanceOf(WebAssembly.Module)
  })
})

describe('prefetch', () => {
  it('loads the parts of the tables that the text mentions, after those of the start', async () => {
    const { assets } = setUp()
    await assets.prefetch('SELECT * FROM likes_tags, small', () => {})
    // A name inside another one is taken as mentioned: a part too many is no harm.
    expect(parts()).toEqual(['system', 'base', 'rest', 'likes', 'likes_tags'])
  })

  it('of a text without tables loads what the start needs', async () => {
    const { assets } = setUp()
    await assets.prefetch('SELECT 1', () => {})
    expect(parts()).toEqual(['system', 'base'])
  })

  it('tells how many bytes have come of how many', async () => {
    const system = slow('system')
    const { assets } = setUp()
    const heard: EngineProgress[] = []
    const done = assets.prefetch('SELECT 1', (progress) => heard.push(progress))
    await turns()
    system.sendFirst()
    await turns()
    const base = packed('base').length
    expect(heard.at(-1)).toEqual({
      stage: 'download',
      loaded: base + system.first,
      total: base + system.total,
    })
    system.sendRest()
    await done
    expect(heard.at(-1)).toEqual({
      stage: 'download',
      loaded: base + system.total,
      total: base + system.total,
    })
  })

  it('knows the whole from the beginning: the total does not grow, and what is missing is told before it comes', async () => {
    const likes = slow('likes')
    const { assets } = setUp()
    const heard: { loaded: number; total: number }[] = []
    const done = assets.prefetch('SELECT * FROM likes', (progress) => {
      if (progress.stage === 'download') heard.push(progress)
    })
    await turns()
    const first = packed('base').length + packed('system').length
    expect(heard.at(-1)).toMatchObject({ loaded: first, total: first + likes.total })
    expect(new Set(heard.map(({ total }) => total)).size).toBe(1)
    likes.sendFirst()
    likes.sendRest()
    await done
  })

  it('a later one hears of what is on its way already, and the end of the first does not silence it', async () => {
    const system = slow('system')
    const likes = slow('likes')
    const { assets } = setUp()
    const first = assets.prefetch('SELECT 1', () => {})
    await turns()
    system.sendFirst()
    await turns()
    const heard: EngineProgress[] = []
    const second = assets.prefetch('SELECT * FROM likes', (progress) => heard.push(progress))
    const base = packed('base').length
    expect(heard).toEqual([{ stage: 'download', loaded: base + system.first, total: base + system.total }])
    system.sendRest()
    await first
    await turns()
    heard.length = 0
    likes.sendFirst()
    await turns()
    expect(heard).toEqual([
      {
        stage: 'download',
        loaded: base + system.total + likes.first,
        total: base + system.total + likes.total,
      },
    ])
    likes.sendRest()
    await second
  })

  it('hears nothing where everything is there, and nothing after its end', async () => {
    const { assets } = setUp()
    await assets.prefetch('SELECT 1', () => {})
    const heard: EngineProgress[] = []
    await assets.prefetch('SELECT 1', (progress) => heard.push(progress))
    await assets.prefetch('likes', () => {})
    expect(heard).toEqual([])
  })
})

describe('the rest', () => {
  it('comes in the order of the manifest, and then all is complete', async () => {
    const { assets, arrived } = setUp()
    await assets.start()
    expect(assets.complete).toBe(false)
    await assets.loadRest()
    expect(parts()).toEqual(['system', 'base', 'rest', 'likes', 'likes_tags'])
    expect(arrived).toHaveLength(5)
    expect(assets.complete).toBe(true)
  })

  it('goes on after a part that does not come', async () => {
    site.files.set(`${FOLDER}rest.part`, 'offline')
    const { assets, arrived } = setUp()
    await assets.loadRest()
    expect(arrived.toSorted()).toEqual(['base', 'likes', 'likes_tags', 'system'])
    expect(assets.complete).toBe(false)
  })

  it('nothing is complete before the manifest is there', () => {
    expect(setUp().assets.complete).toBe(false)
  })
})

describe('what does not come', () => {
  const load = (reason: string, message: string) =>
    expect.objectContaining({ name: 'LoadError', reason, message }) as unknown

  it.each([
    ['no manifest', () => ({ status: 404 })],
    ['the site’s first page in its place', () => ({ type: 'text/html', body: '<!doctype html>' })],
  ])('%s: the site has no such dataset', async (_name, serving) => {
    site.files.set(`${FOLDER}manifest.json`, serving)
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('no-dataset', 'Dataset tiny at scale 0.5 is not part of this site.'),
    )
  })

  it('no network for the manifest', async () => {
    site.files.set(`${FOLDER}manifest.json`, 'offline')
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('offline', 'Dataset tiny at scale 0.5 could not be loaded: the network is not reachable.'),
    )
  })

  it.each([
    [{ version: 2 }, 'format 2, not 1'],
    [{ pglite: '0.0.1' }, `PGlite 0.0.1, not ${PGLITE_VERSION}`],
  ])('a manifest with %j is of another version', async (more, what) => {
    site.serve(`${FOLDER}manifest.json`, JSON.stringify(manifest(more)), 'application/json')
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('outdated', `Dataset tiny at scale 0.5 was built for another version of this page (${what}).`),
    )
  })

  it.each([
    ['not JSON', 'rubbish', 'the whole'],
    ['cut off', JSON.stringify(manifest()).slice(0, -20), 'the whole'],
    ['without parts', JSON.stringify(manifest({ parts: null })), 'parts'],
  ])('a manifest that is %s is damaged', async (_name, text, where) => {
    site.serve(`${FOLDER}manifest.json`, text, 'application/json')
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('server', `The description of dataset tiny at scale 0.5 is damaged (${where}).`),
    )
  })

  it('a part that is gone means that the page is out of date', async () => {
    site.files.delete(`${FOLDER}base.part`)
    expect(await failureOf(setUp().assets.start())).toEqual(
      load(
        'outdated',
        'Part base of the dataset could not be loaded: another version of this site has taken its place.',
      ),
    )
  })

  it('a part that breaks off', async () => {
    const base = slow('base')
    const started = failureOf(setUp().assets.start())
    await turns()
    base.sendFirst()
    await turns()
    base.break()
    expect(await started).toEqual(
      load('offline', 'Part base of the dataset could not be loaded: the connection was lost on the way.'),
    )
  })

  it.each([
    ['other bytes', new Uint8Array(5000)],
    [
      'another content',
      gzipSync(new Uint8Array(100_000).map((_, at) => Math.imul(at, 2_654_435_761) >>> 24)),
    ],
  ])('a part with %s is damaged', async (_name, bytes) => {
    site.serve(`${FOLDER}base.part`, bytes)
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('server', 'Part base of the dataset is damaged.'),
    )
  })

  it('PostgreSQL’s code, damaged or broken off', async () => {
    site.serve(WASM_PATH, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 'application/wasm')
    expect(await failureOf(setUp().assets.start())).toMatchObject({
      reason: 'server',
      message: expect.stringContaining('PostgreSQL’s code is damaged') as string,
    })
    site.files.set(WASM_PATH, () => ({
      body: new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) }),
    }))
    expect(await failureOf(setUp().assets.start())).toEqual(
      load('offline', 'PostgreSQL could not be loaded: the connection was lost on the way.'),
    )
  })

  it('is tried again when it is asked for again, and its bytes count once', async () => {
    const { assets } = setUp()
    site.files.set(`${FOLDER}base.part`, 'offline')
    expect(await failureOf(assets.start())).toMatchObject({ reason: 'offline' })
    site.serve(`${FOLDER}base.part`, packed('base'))
    const heard: EngineProgress[] = []
    await assets.prefetch('SELECT 1', (progress) => heard.push(progress))
    const total = packed('base').length + packed('system').length
    expect(heard.at(-1)).toEqual({ stage: 'download', loaded: total, total })
  })

  it('bytes of a part that broke off are taken back', async () => {
    const base = slow('base')
    const { assets } = setUp()
    const started = failureOf(assets.start())
    await turns()
    base.sendFirst()
    await turns()
    base.break()
    await started
    site.serve(`${FOLDER}base.part`, packed('base'))
    const heard: EngineProgress[] = []
    await assets.prefetch('SELECT 1', (progress) => heard.push(progress))
    const total = packed('base').length + packed('system').length
    expect(heard.at(-1)).toEqual({ stage: 'download', loaded: total, total })
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineProgress, LoadFailure } from '../contract/index.ts'
import type { FromLoader, ToLoader } from './calls.ts'
import { Loader } from './loader.ts'

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = []
  readonly got: ToLoader[] = []
  readonly handedOver: (readonly Transferable[])[] = []
  terminated = false

  constructor() {
    super()
    FakeWorker.made.push(this)
  }

  postMessage(message: ToLoader, transfer: readonly Transferable[]): void {
    this.got.push(message)
    this.handedOver.push(transfer)
  }

  say(data: FromLoader): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.terminated = true
  }
}

beforeEach(() => {
  FakeWorker.made = []
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => vi.unstubAllGlobals())

const OPTIONS = { dataset: 'd', scale: 1, baseUrl: 'http://site/' }

function setUp() {
  const failures: LoadFailure[] = []
  const loader = new Loader(OPTIONS, (failure) => failures.push(failure))
  return { loader, worker: FakeWorker.made[0] as FakeWorker, failures }
}

/** Whether a promise has settled by now. */
async function hasSettled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open')
  return (await Promise.race([promise, Promise.resolve(open)])) !== open
}

it('tells its worker what to load', () => {
  expect(setUp().worker.got).toEqual([{ init: OPTIONS }])
})

it('hands one end of a channel to its worker and gives the other', async () => {
  const { loader, worker } = setUp()
  const port = loader.connect()
  const message = worker.got[1] as { readonly connect: MessagePort }
  expect(worker.handedOver[1]).toEqual([message.connect])
  const heard = new Promise((resolve) => port.addEventListener('message', ({ data }) => resolve(data)))
  port.start()
  message.connect.postMessage('hello')
  expect(await heard).toBe('hello')
  port.close()
})

describe('prefetch', () => {
  it('resolves with its own answer, and hears its own progress', async () => {
    const { loader, worker } = setUp()
    const heard: EngineProgress[][] = [[], []]
    const first = loader.prefetch('SELECT 1', (progress) => heard[0]?.push(progress))
    const second = loader.prefetch('SELECT 2', (progress) => heard[1]?.push(progress))
    expect(worker.got.slice(1)).toEqual([
      { prefetch: 'SELECT 1', id: 1 },
      { prefetch: 'SELECT 2', id: 2 },
    ])
    const progress = { stage: 'download', loaded: 1, total: 2 } as const
    worker.say({ id: 2, progress })
    worker.say({ id: 9, progress })
    expect(heard).toEqual([[], [progress]])
    worker.say({ id: 2 })
    await second
    expect(await hasSettled(first)).toBe(false)
    worker.say({ id: 1 })
    await first
    worker.say({ id: 1, progress })
    expect(heard[0]).toEqual([])
  })

  it.each([
    ['', { reason: 'code', message: 'PostgreSQL could not be loaded: its loader did not arrive.' }],
    ['x is not defined', { reason: 'start', message: 'x is not defined' }],
  ])('resolves where the loader itself fails (“%s”), which is told', async (message, failure) => {
    const { loader, worker, failures } = setUp()
    const waiting = loader.prefetch('SELECT 1', () => {})
    worker.dispatchEvent(Object.assign(new Event('error'), { message }))
    await waiting
    expect(failures).toEqual([failure])
  })

  it('resolves at the end', async () => {
    const { loader, worker, failures } = setUp()
    const waiting = loader.prefetch('SELECT 1', () => {})
    loader.end()
    await waiting
    expect(worker.terminated).toBe(true)
    expect(failures).toEqual([])
  })
})

it('asks for the rest', () => {
  const { loader, worker } = setUp()
  loader.loadRest()
  expect(worker.got[1]).toEqual({ rest: true })
})

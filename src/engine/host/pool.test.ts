import { afterEach, describe, expect, it } from 'vitest'
import type { Call, FromWorker } from './calls.ts'
import { Pool } from './pool.ts'
import { PGLITE_WORKER } from '../pglite/traits.ts'
import type { Job, Outcome } from '../contract/index.ts'
import { WorkerHandle } from './worker-handle.ts'

/** Stands in for a browser's Worker: answers calls by a script, and falls silent once terminated. */
class ScriptedWorker extends EventTarget {
  terminated = false
  readonly calls: Call[] = []
  private readonly answer: (call: Call) => Outcome<unknown> | 'never'

  constructor(answer: (call: Call) => Outcome<unknown> | 'never') {
    super()
    this.answer = answer
  }

  postMessage(message: Call): void {
    this.calls.push(message)
    queueMicrotask(() => {
      const result = message.method === 'start' ? started : this.answer(message)
      if (result === 'never' || this.terminated) return
      this.dispatchEvent(new MessageEvent<FromWorker>('message', { data: { id: message.id, result } }))
    })
  }

  terminate(): void {
    this.terminated = true
  }
}

/** What workers answer to `start`. */
let started: Outcome<null> = { ok: true, value: null }

afterEach(() => {
  started = { ok: true, value: null }
})

const job = (query: string): Job => ({ dataset: 'd', scale: 1, changes: 'CREATE INDEX x', query })

const DATASET = { dataset: 'd', scale: 1 }

function setUp(answer: (call: Call) => Outcome<unknown> | 'never', standby = true) {
  const workers: ScriptedWorker[] = []
  const prefetched: string[] = []
  const pool = new Pool({
    dataset: DATASET,
    traits: PGLITE_WORKER,
    standby,
    prefetch: (sql) => {
      prefetched.push(sql)
      return Promise.resolve()
    },
    spawn: () => {
      const worker = new ScriptedWorker(answer)
      workers.push(worker)
      return new WorkerHandle(worker as unknown as Worker, DATASET)
    },
  })
  const measured = () =>
    workers.map((worker) => worker.calls.filter((call) => call.method === 'measure').length)
  const measure = (measuredJob: Job) => pool.measure(measuredJob, undefined, () => {})
  return { pool, measure, workers, measured, prefetched }
}

const lost = { ok: false, error: { kind: 'load', message: 'no network' } } as const
const fine = () => ({ ok: true, value: 'measurement' }) as const

describe('Pool', () => {
  it('gives every measure a worker of its own', async () => {
    const { measure, measured } = setUp(fine)
    for (let i = 0; i < 4; i++) await measure(job(`SELECT ${i}`))
    expect(Math.max(...measured())).toBe(1)
    expect(measured().reduce((a, b) => a + b)).toBe(4)
  })

  it('warms a standby after a job, and none on a small machine', async () => {
    const warm = setUp(fine)
    await warm.measure(job('SELECT 1'))
    expect(warm.workers).toHaveLength(2)
    const lean = setUp(fine, false)
    await lean.measure(job('SELECT 1'))
    expect(lean.workers).toHaveLength(1)
    await lean.measure(job('SELECT 2'))
    expect(lean.measured()).toEqual([1, 1])
  })

  it('Stop settles what runs and what waits, and the next measure answers', async () => {
    const { pool, measure } = setUp((call) =>
      JSON.stringify(call.args).includes('endless') ? 'never' : fine(),
    )
    const running = measure(job('endless'))
    const waiting = measure(job('SELECT 1'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    pool.stop()
    expect(await running).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(await waiting).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(await measure(job('SELECT 2'))).toEqual(fine())
  })

  it('replaces a crashed worker, also for the console', async () => {
    const crash = { ok: false, error: { kind: 'crash', message: 'gone' } } as const
    const { pool, measure, workers } = setUp((call) =>
      JSON.stringify(call.args).includes('boom') ? crash : fine(),
    )
    expect(await measure(job('boom'))).toEqual(crash)
    expect(workers[0]?.terminated).toBe(true)
    expect(await pool.console(job('SELECT 9'), 'SELECT 1')).toEqual(fine())
  })

  it('the console works on the database of the last measure', async () => {
    const { pool, measure, workers } = setUp(fine)
    await measure(job('SELECT 1'))
    await pool.console(job('SELECT 9'), 'SELECT 2')
    expect(workers[0]?.calls.map((call) => call.method)).toEqual(['start', 'measure', 'console'])
    await measure(job('SELECT 3'))
    expect(workers[0]?.terminated).toBe(true)
  })

  it('a standby that could not start is not used', async () => {
    const { measure } = setUp(fine)
    await new Promise((resolve) => setTimeout(resolve, 5))
    started = lost
    expect(await measure(job('SELECT 1'))).toEqual(fine())
    await new Promise((resolve) => setTimeout(resolve, 5))
    started = { ok: true, value: null }
    expect(await measure(job('SELECT 2'))).toEqual(fine())
  })

  it('after a failed start the next measure tries again', async () => {
    const { measure } = setUp(fine)
    started = lost
    expect(await measure(job('SELECT 1'))).toEqual(lost)
    started = { ok: true, value: null }
    expect(await measure(job('SELECT 1'))).toEqual(fine())
  })

  it('settles everything on close', async () => {
    const { pool, measure, workers } = setUp(() => 'never')
    const running = measure(job('SELECT 1'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    void pool.close()
    expect(await running).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(await measure(job('SELECT 2'))).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(workers.every((worker) => worker.terminated)).toBe(true)
  })
})

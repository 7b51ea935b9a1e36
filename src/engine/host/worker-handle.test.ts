import { describe, expect, it } from 'vitest'
import type { EngineProgress, Job, Outcome } from '../contract/index.ts'
import { asWorker, ScriptedWorker, type Answers } from '../testing/scripted-worker.ts'
import { WorkerHandle } from './worker-handle.ts'

const JOB: Job = { dataset: 'd', scale: 1, changes: '', query: 'SELECT 1' }
const DATASET = { dataset: 'd', scale: 1 }
const STARTED: Outcome<null> = { ok: true, value: null }
const fine = (value: unknown) => ({ ok: true, value }) as const

function setUp(answers: Answers = (call) => (call.method === 'start' ? STARTED : fine(call.method))) {
  const worker = new ScriptedWorker(answers)
  return { worker, handle: new WorkerHandle(asWorker(worker), DATASET) }
}

describe('calls', () => {
  it('are numbered, and each gets its own answer in whatever order they come', async () => {
    const { worker, handle } = setUp((call) => (call.method === 'start' ? STARTED : 'never'))
    await handle.ready
    const first = handle.call('catalog', [JOB])
    const second = handle.call('bill', [JOB])
    await Promise.resolve()
    expect(worker.calls.map(({ id, method }) => [id, method])).toEqual([
      [1, 'start'],
      [2, 'catalog'],
      [3, 'bill'],
    ])
    worker.say({ id: 3, result: fine('bill') })
    worker.say({ id: 2, result: fine('catalog') })
    expect(await first).toEqual(fine('catalog'))
    expect(await second).toEqual(fine('bill'))
  })

  it('wait for the start, with the arguments that it was made with', async () => {
    const { worker, handle } = setUp()
    expect(await handle.call('catalog', [JOB])).toEqual(fine('catalog'))
    expect(worker.calls).toEqual([
      { id: 1, method: 'start', args: [DATASET] },
      { id: 2, method: 'catalog', args: [JOB] },
    ])
  })

  it('ports are handed over, not copied', async () => {
    const { port1, port2 } = new MessageChannel()
    const worker = new ScriptedWorker(() => STARTED)
    const handle = new WorkerHandle(asWorker(worker), port1)
    expect(await handle.ready).toEqual(STARTED)
    port2.close()
  })

  it('hear their progress until they have settled, and no other’s', async () => {
    const { worker, handle } = setUp((call) => (call.method === 'start' ? STARTED : 'never'))
    await handle.ready
    const heard: EngineProgress[] = []
    const measured = handle.call('measure', [JOB, undefined], (progress) => heard.push(progress))
    await Promise.resolve()
    const progress = { stage: 'start' } as const
    worker.say({ id: 2, progress })
    worker.say({ id: 9, progress })
    worker.say({ id: 2, result: fine(null) })
    worker.say({ id: 2, progress })
    expect(await measured).toEqual(fine(null))
    expect(heard).toEqual([progress])
  })

  it('without a listener progress is no concern', async () => {
    const { worker, handle } = setUp((call) => (call.method === 'start' ? STARTED : 'never'))
    await handle.ready
    const measured = handle.call('measure', [JOB, undefined])
    await Promise.resolve()
    worker.say({ id: 2, progress: { stage: 'start' } })
    worker.say({ id: 2, result: fine(1) })
    expect(await measured).toEqual(fine(1))
  })
})

describe('used', () => {
  it('is so once a call other than start was asked for', () => {
    const { handle } = setUp()
    expect(handle.used).toBe(false)
    void handle.call('catalog', [JOB])
    expect(handle.used).toBe(true)
  })
})

describe('the end', () => {
  it('settles what is pending, and what is asked later, with its reason', async () => {
    const { worker, handle } = setUp((call) => (call.method === 'start' ? STARTED : 'never'))
    await handle.ready
    const pending = handle.call('catalog', [JOB])
    await Promise.resolve()
    expect(handle.alive).toBe(true)
    handle.end({ kind: 'stopped' })
    expect(handle.alive).toBe(false)
    expect(worker.terminated).toBe(true)
    const stopped = { ok: false, error: { kind: 'stopped' } }
    expect(await pending).toEqual(stopped)
    handle.end({ kind: 'crash', message: 'later' })
    expect(await handle.call('catalog', [JOB])).toEqual(stopped)
    expect(worker.calls).toHaveLength(2)
  })

  it('before the start has been answered settles the start', async () => {
    const { handle } = setUp(() => 'never')
    const call = handle.call('catalog', [JOB])
    handle.end({ kind: 'stopped' })
    expect(await handle.ready).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(await call).toEqual({ ok: false, error: { kind: 'stopped' } })
  })

  it('comes with a start that fails', async () => {
    const failed = { ok: false, error: { kind: 'load', reason: 'offline', message: 'no network' } } as const
    const { worker, handle } = setUp(() => failed)
    expect(await handle.call('catalog', [JOB])).toEqual(failed)
    expect(handle.alive).toBe(false)
    expect(worker.terminated).toBe(true)
  })

  it.each([
    ['error', 'boom', { kind: 'crash', message: 'boom' }],
    [
      'error',
      '',
      { kind: 'load', reason: 'code', message: 'PostgreSQL could not be loaded: its worker did not arrive.' },
    ],
    ['messageerror', '', { kind: 'crash', message: 'The database worker sent what cannot be read.' }],
  ] as const)('comes with the worker’s %s event (“%s”)', async (type, message, error) => {
    const { worker, handle } = setUp(() => 'never')
    worker.fail(type, message)
    expect(await handle.ready).toEqual({ ok: false, error })
    expect(handle.alive).toBe(false)
  })
})

describe('what cannot be copied', () => {
  it('is an answer of its own, and the next call is answered', async () => {
    const { worker, handle } = setUp()
    const strange = { ...JOB, query: () => {} } as unknown as Job
    expect(await handle.call('catalog', [strange])).toMatchObject({
      ok: false,
      error: { kind: 'internal', message: expect.stringContaining('could not be cloned') as string },
    })
    expect(await handle.call('catalog', [JOB])).toEqual(fine('catalog'))
    expect(worker.calls).toHaveLength(2)
  })
})

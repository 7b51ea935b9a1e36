import { describe, expect, it } from 'vitest'
import type { Call, FromWorker } from './calls.ts'
import { LoadError, type Job } from '../contract/index.ts'
import type { Session } from '../measuring/session.ts'
import { serve } from './serve.ts'

const JOB: Job = { dataset: 'd', scale: 1, changes: '', query: 'SELECT 1' }
const START: Call = { id: 1, method: 'start', args: [{ dataset: 'd', scale: 1 }] }

/** A session with these operations, and what is sent to the page. */
function setUp(operations: Partial<Record<keyof Session, unknown>> = {}) {
  const sent: FromWorker[] = []
  const session = operations as unknown as Session
  const receive = serve(
    () => Promise.resolve(session),
    (message) => {
      // As postMessage does: a function cannot be copied.
      structuredClone(message)
      sent.push(message)
    },
  )
  /** Sends calls and waits for as many answers. */
  const answers = async (...calls: readonly Call[]) => {
    const before = sent.length
    for (const call of calls) receive(call)
    for (
      let turn = 0;
      turn < 100 && results(sent).length < results(sent.slice(0, before)).length + calls.length;
      turn++
    )
      await new Promise((resolve) => setTimeout(resolve, 0))
    return sent.slice(before)
  }
  return { answers, sent }
}

const results = (sent: readonly FromWorker[]) => sent.filter((message) => 'result' in message)
const fine = (value: unknown) => ({ ok: true, value })
const internal = (message: string) => ({ ok: false, error: { kind: 'internal', message } })

describe('start', () => {
  it('is answered when the session is there', async () => {
    const { answers } = setUp()
    expect(await answers(START)).toEqual([{ id: 1, result: fine(null) }])
  })

  it.each([
    [new LoadError('offline', 'no network'), { kind: 'load', reason: 'offline', message: 'no network' }],
    [new Error('it broke'), { kind: 'load', reason: 'start', message: 'it broke' }],
    ['words', { kind: 'load', reason: 'start', message: 'words' }],
  ])('that fails with %s says why, and later calls say that there is no database', async (thrown, error) => {
    const sent: FromWorker[] = []
    const receive = serve(
      () => Promise.reject(thrown),
      (message) => sent.push(message),
    )
    receive(START)
    receive({ id: 2, method: 'catalog', args: [JOB] })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(sent).toEqual([
      { id: 1, result: { ok: false, error } },
      { id: 2, result: internal('The database was not started.') },
    ])
  })
})

describe('calls', () => {
  it('go to the session with their arguments, and their results to the page', async () => {
    const got: unknown[] = []
    const operation =
      (name: string) =>
      (...args: readonly unknown[]) => {
        got.push([name, ...args.filter((each) => typeof each !== 'function')])
        return Promise.resolve(fine(name))
      }
    const { answers } = setUp({
      measure: operation('measure'),
      console: operation('console'),
      catalog: operation('catalog'),
      bill: operation('bill'),
      reset: operation('reset'),
    })
    const sent = await answers(
      START,
      { id: 2, method: 'measure', args: [JOB, undefined] },
      { id: 3, method: 'console', args: [JOB, 'SELECT 2'] },
      { id: 4, method: 'catalog', args: [JOB] },
      { id: 5, method: 'bill', args: [JOB] },
      { id: 6, method: 'reset', args: [] },
    )
    expect(got).toEqual([
      ['measure', JOB, undefined],
      ['console', JOB, 'SELECT 2'],
      ['catalog', JOB],
      ['bill', JOB],
      ['reset'],
    ])
    expect(sent.slice(1)).toEqual([
      { id: 2, result: fine('measure') },
      { id: 3, result: fine('console') },
      { id: 4, result: fine('catalog') },
      { id: 5, result: fine('bill') },
      { id: 6, result: fine('reset') },
    ])
  })

  it('are served one after the other', async () => {
    const order: string[] = []
    const { answers } = setUp({
      catalog: async () => {
        order.push('begins')
        await new Promise((resolve) => setTimeout(resolve, 5))
        order.push('ends')
        return fine(null)
      },
    })
    await answers(START, { id: 2, method: 'catalog', args: [JOB] }, { id: 3, method: 'catalog', args: [JOB] })
    expect(order).toEqual(['begins', 'ends', 'begins', 'ends'])
  })

  it('progress carries the number of its call', async () => {
    const { answers } = setUp({
      measure: (_job: unknown, _before: unknown, tell: (progress: unknown) => void) => {
        tell({ stage: 'start' })
        return Promise.resolve(fine('measured'))
      },
    })
    expect((await answers(START, { id: 7, method: 'measure', args: [JOB, undefined] })).slice(1)).toEqual([
      { id: 7, progress: { stage: 'start' } },
      { id: 7, result: fine('measured') },
    ])
  })
})

describe('what cannot be copied', () => {
  it('is told in place of the result, and the next call is answered', async () => {
    const { answers } = setUp({
      catalog: () => Promise.resolve(fine(() => {})),
      bill: () => Promise.resolve(fine([])),
    })
    const sent = await answers(
      START,
      { id: 2, method: 'catalog', args: [JOB] },
      { id: 3, method: 'bill', args: [JOB] },
    )
    expect(sent[1]).toMatchObject({
      id: 2,
      result: internal(expect.stringContaining('could not be cloned') as string),
    })
    expect(sent[2]).toEqual({ id: 3, result: fine([]) })
  })

  it('is left out of progress', async () => {
    const { answers } = setUp({
      measure: (_job: unknown, _before: unknown, tell: (progress: unknown) => void) => {
        tell({ stage: 'start', strange: () => {} })
        return Promise.resolve(fine('measured'))
      },
    })
    expect((await answers(START, { id: 2, method: 'measure', args: [JOB, undefined] })).slice(1)).toEqual([
      { id: 2, result: fine('measured') },
    ])
  })

  it('a session that throws is a fault of ours, and the next call is answered', async () => {
    const { answers } = setUp({
      catalog: () => Promise.reject(new Error('thrown')),
      bill: () => Promise.resolve(fine([])),
    })
    const sent = await answers(
      START,
      { id: 2, method: 'catalog', args: [JOB] },
      { id: 3, method: 'bill', args: [JOB] },
    )
    expect(sent.slice(1)).toEqual([
      { id: 2, result: internal('thrown') },
      { id: 3, result: fine([]) },
    ])
  })
})

import { expect, it } from 'vitest'
import type { Outcome } from '../contract/index.ts'
import { CallQueue } from './call-queue.ts'
import { STOPPED } from './outcomes.ts'

const fine = (value: string) => ({ ok: true, value }) as const
const failed = { ok: false, error: { kind: 'crash', message: 'gone' } } as const

/** Work that settles when the test says so. */
function held() {
  let settle: (outcome: Outcome<string>) => void = () => {}
  const outcome = new Promise<Outcome<string>>((resolve) => (settle = resolve))
  return { work: () => outcome, settle: (value: Outcome<string>) => settle(value) }
}

it('runs one call after the other, in the order in which they came', async () => {
  const queue = new CallQueue()
  const first = held()
  const order: string[] = []
  const calls = [
    queue.run(async () => {
      order.push('first begins')
      const outcome = await first.work()
      order.push('first ends')
      return outcome
    }),
    queue.run(() => {
      order.push('second')
      return Promise.resolve(fine('2'))
    }),
  ]
  await Promise.resolve()
  expect(order).toEqual(['first begins'])
  first.settle(fine('1'))
  expect(await Promise.all(calls)).toEqual([fine('1'), fine('2')])
  expect(order).toEqual(['first begins', 'first ends', 'second'])
})

it('is busy until the last call has settled', async () => {
  const queue = new CallQueue()
  expect(queue.busy).toBe(false)
  const first = held()
  const beside = held()
  const calls = [queue.run(first.work), queue.beside(beside.work)]
  expect(queue.busy).toBe(true)
  first.settle(fine('1'))
  await calls[0]
  expect(queue.busy).toBe(true)
  beside.settle(failed)
  await calls[1]
  expect(queue.busy).toBe(false)
})

it('a call that throws gives an internal error and does not hold up the next', async () => {
  const queue = new CallQueue()
  const thrown = [
    queue.run(() => Promise.reject(new Error('no worker'))),
    queue.run(() => {
      throw new Error('at once')
    }),
    queue.run(() => Promise.reject('words')),
  ]
  expect(await Promise.all(thrown)).toEqual(
    ['no worker', 'at once', 'words'].map((message) => ({ ok: false, error: { kind: 'internal', message } })),
  )
  expect(await queue.run(() => Promise.resolve(fine('next')))).toEqual(fine('next'))
})

it('Stop takes back what waits; what fails after it was stopped, what succeeds is told', async () => {
  const queue = new CallQueue()
  const running = held()
  const ran: string[] = []
  const calls = [
    queue.run(running.work),
    queue.run(() => {
      ran.push('waiting')
      return Promise.resolve(fine('2'))
    }),
  ]
  await Promise.resolve()
  queue.stop()
  running.settle(failed)
  expect(await Promise.all(calls)).toEqual([STOPPED, STOPPED])
  expect(ran).toEqual([])
  const ends = held()
  const inTime = queue.run(ends.work)
  await Promise.resolve()
  queue.stop()
  ends.settle(fine('3'))
  expect(await inTime).toEqual(fine('3'))
})

it('what throws after Stop was stopped', async () => {
  const queue = new CallQueue()
  const call = queue.run(async (stopped) => {
    queue.stop()
    if (stopped()) throw new Error('gone')
    return fine('1')
  })
  expect(await call).toEqual(STOPPED)
})

it('calls after Stop run, calls after close do not', async () => {
  const queue = new CallQueue()
  queue.stop()
  expect(await queue.run(() => Promise.resolve(fine('1')))).toEqual(fine('1'))
  queue.close()
  expect(await queue.run(() => Promise.resolve(fine('2')))).toEqual(STOPPED)
  expect(await queue.beside(() => Promise.resolve(fine('3')))).toEqual(STOPPED)
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call, WorkerApi } from './calls.ts'
import { Pool } from './pool.ts'
import { WorkerHandle } from './worker-handle.ts'
import type { Catalog, EngineProgress, Job, OnProgress, Outcome } from '../contract/index.ts'
import { PGLITE_WORKER } from '../pglite/traits.ts'
import { asWorker, ScriptedWorker } from '../testing/scripted-worker.ts'

const DATASET = { dataset: 'd', scale: 1 }
const job = (query: string, more: Partial<Job> = {}): Job => ({
  ...DATASET,
  changes: 'CREATE INDEX x',
  query,
  ...more,
})

const STARTED: Outcome<null> = { ok: true, value: null }
const STOPPED = { ok: false, error: { kind: 'stopped' } } as const
const LOST = { ok: false, error: { kind: 'load', reason: 'offline', message: 'no network' } } as const
const CRASH = { ok: false, error: { kind: 'crash', message: 'gone' } } as const
const FAULT = { ok: false, error: { kind: 'internal', message: 'ours' } } as const
const TEXT_ERROR = {
  ok: false,
  error: { kind: 'text', span: { pane: 'query', start: 0, end: 1 }, message: 'what?' },
} as const
const fine = (call: Call) => ({ ok: true, value: call.method }) as const

type Answer = (call: Call) => Outcome<unknown> | 'never'

interface Prefetch {
  readonly sql: string
  readonly tell: OnProgress
  readonly done: () => void
}

/** `answer` may be changed while the pool lives; parts are at hand at once, unless `slow`. */
function setUp({ standby = true, slow = false, answer = fine as Answer } = {}) {
  const workers: ScriptedWorker[] = []
  const prefetches: Prefetch[] = []
  const script = { answer, start: STARTED as Outcome<null> }
  const events: string[] = []
  const pool = new Pool({
    dataset: DATASET,
    traits: PGLITE_WORKER,
    standby,
    prefetch: (sql, tell) =>
      new Promise((resolve) => {
        prefetches.push({ sql, tell, done: resolve })
        if (!slow) resolve()
      }),
    spawn: () => {
      const worker = new ScriptedWorker((call) =>
        call.method === 'start' ? script.start : script.answer(call),
      )
      workers.push(worker)
      return new WorkerHandle(asWorker(worker), DATASET)
    },
    onMeasured: () => events.push('measured'),
    onClose: () => events.push('closed'),
  })
  const measure = (measured: Job, before?: Catalog, tell: OnProgress = () => {}) =>
    pool.measure(measured, before, tell)
  /** Methods that each worker was asked for after its start. */
  const asked = () => workers.map(({ calls }) => calls.slice(1).map(({ method }) => method))
  const alive = () => workers.filter((worker) => !worker.terminated).length
  return { pool, measure, workers, asked, alive, prefetches, script, events }
}

/** Lets promises that are settled run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}

const never =
  (method: keyof WorkerApi): Answer =>
  (call) =>
    call.method === method ? 'never' : fine(call)

describe('measure', () => {
  it('gives every job a worker of its own', async () => {
    const { measure, asked } = setUp()
    for (let i = 0; i < 4; i++)
      expect(await measure(job(`SELECT ${i}`))).toEqual({ ok: true, value: 'measure' })
    expect(asked().slice(0, 4)).toEqual([['measure'], ['measure'], ['measure'], ['measure']])
  })

  it('hands over the job and the catalog before', async () => {
    const { measure, workers } = setUp()
    const before = { searchPath: 'x' } as Catalog
    await measure(job('SELECT 1'), before)
    expect(workers[0]?.calls[1]).toMatchObject({ method: 'measure', args: [job('SELECT 1'), before] })
  })

  it('ends the worker that was used before', async () => {
    const { measure, workers, alive } = setUp()
    await measure(job('SELECT 1'))
    await measure(job('SELECT 2'))
    expect(workers[0]?.terminated).toBe(true)
    expect(alive()).toBe(2)
  })

  it('tells that it starts, and then what the worker tells', async () => {
    const { measure, workers, script } = setUp()
    script.answer = never('measure')
    const told: EngineProgress[] = []
    const measured = measure(job('SELECT 1'), undefined, (progress) => told.push(progress))
    await settle()
    const progress = { stage: 'probe', index: 0, count: 1 } as const
    workers[0]?.say({ id: 2, progress })
    workers[0]?.say({ id: 2, result: { ok: true, value: 1 } })
    await measured
    expect(told).toEqual([{ stage: 'start' }, progress])
  })

  it('says when it has measured, whatever came of it', async () => {
    const { measure, events, script } = setUp()
    await measure(job('SELECT 1'))
    script.answer = () => TEXT_ERROR
    await measure(job('SELECT'))
    expect(events).toEqual(['measured', 'measured'])
  })
})

describe('the parts that a job needs', () => {
  it('are at hand before the worker is asked', async () => {
    const { measure, prefetches, asked } = setUp({ slow: true })
    const measured = measure(job('SELECT 1', { setup: 'CREATE TABLE s' }))
    await settle()
    expect(prefetches.map(({ sql }) => sql)).toEqual(['CREATE TABLE s\nCREATE INDEX x\nSELECT 1'])
    expect(asked()).toEqual([[]])
    prefetches[0]?.done()
    await measured
    expect(asked()[0]).toEqual(['measure'])
  })

  it('of a job that waits are on their way at once, and it hears of it', async () => {
    const { measure, prefetches, asked } = setUp({ slow: true })
    void measure(job('SELECT 1'))
    const heard: EngineProgress[] = []
    void measure(job('SELECT 2'), undefined, (progress) => heard.push(progress))
    await settle()
    expect(prefetches).toHaveLength(2)
    const download = { stage: 'download', loaded: 1, total: 2 } as const
    prefetches[1]?.tell(download)
    expect(heard).toEqual([download])
    prefetches[0]?.done()
    await settle()
    expect(asked()).toEqual([['measure'], []])
  })

  it('of the console’s base and statement are at hand, too', async () => {
    const { pool, prefetches } = setUp()
    await pool.console(job('SELECT 1'), 'SELECT 2')
    await pool.catalog(job('SELECT 1'))
    expect(prefetches.map(({ sql }) => sql)).toEqual([
      '\nCREATE INDEX x\nSELECT 1\nSELECT 2',
      '\nCREATE INDEX x\nSELECT 1',
    ])
  })

  it('Stop while they are on their way: the job is not sent', async () => {
    const { pool, measure, prefetches, asked } = setUp({ slow: true })
    const measured = measure(job('SELECT 1'))
    const looked = pool.console(job('SELECT 1'), 'SELECT 2')
    await settle()
    pool.stop()
    for (const { done } of prefetches) done()
    expect(await measured).toEqual(STOPPED)
    expect(await looked).toEqual(STOPPED)
    expect(asked().flat()).toEqual([])
  })

  it('Stop while the console waits for them: nothing is sent', async () => {
    const { pool, prefetches, asked } = setUp({ slow: true })
    const looked = pool.console(job('SELECT 1'), 'SELECT 2')
    await settle()
    pool.stop()
    prefetches[0]?.done()
    expect(await looked).toEqual(STOPPED)
    expect(asked().flat()).toEqual([])
  })
})

describe('standby', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is warmed after a job, and takes over', async () => {
    const { measure, workers, asked } = setUp()
    expect(workers).toHaveLength(1)
    await measure(job('SELECT 1'))
    expect(workers).toHaveLength(2)
    await measure(job('SELECT 2'))
    expect(asked().slice(0, 2)).toEqual([['measure'], ['measure']])
    expect(workers).toHaveLength(3)
  })

  it('is warmed while a job takes long, so that Stop finds it', async () => {
    const { pool, measure, workers } = setUp({ answer: never('measure') })
    const running = measure(job('endless'))
    await vi.advanceTimersByTimeAsync(2999)
    expect(workers).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(workers).toHaveLength(2)
    pool.stop()
    expect(await running).toEqual(STOPPED)
    await pool.console(job('SELECT 1'), 'SELECT 2')
    expect(workers[1]?.calls.at(-1)?.method).toBe('console')
  })

  it('is not warmed twice', async () => {
    const { measure, workers, pool } = setUp()
    await measure(job('SELECT 1'))
    await pool.console(job('SELECT 1'), 'SELECT 2')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(workers).toHaveLength(2)
  })

  it('there is none on a small machine', async () => {
    const { measure, workers, asked } = setUp({ standby: false })
    await measure(job('SELECT 1'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(workers).toHaveLength(1)
    await measure(job('SELECT 2'))
    expect(asked()).toEqual([['measure'], ['measure']])
  })

  it('one that could not start is not used', async () => {
    const { measure, script, asked } = setUp()
    await settle()
    script.start = LOST
    const first = measure(job('SELECT 1'))
    expect(await first).toEqual({ ok: true, value: 'measure' })
    await settle()
    script.start = STARTED
    expect(await measure(job('SELECT 2'))).toEqual({ ok: true, value: 'measure' })
    expect(asked()[1]).toEqual([])
  })
})

describe('console and catalog', () => {
  it('work on the worker of the last measurement and say whose database they mean', async () => {
    const { pool, measure, workers, asked } = setUp()
    await measure(job('SELECT 1'))
    expect(await pool.console(job('SELECT 1'), 'SELECT 2')).toEqual({ ok: true, value: 'console' })
    expect(await pool.catalog(job('SELECT 3'))).toEqual({ ok: true, value: 'catalog' })
    expect(asked()[0]).toEqual(['measure', 'console', 'catalog'])
    expect(workers[0]?.calls.slice(2)).toMatchObject([
      { args: [job('SELECT 1'), 'SELECT 2'] },
      { args: [job('SELECT 3')] },
    ])
  })

  it.each([
    ['console', CRASH],
    ['catalog', CRASH],
    ['console', FAULT],
    ['catalog', FAULT],
  ] as const)('after %s with %j another worker answers, for the same base', async (method, error) => {
    const { pool, measure, workers, script } = setUp()
    await measure(job('SELECT 1'))
    script.answer = (call) => (call.method === method ? error : fine(call))
    const looked =
      method === 'console' ? pool.console(job('SELECT 1'), 'boom') : pool.catalog(job('SELECT 1'))
    expect(await looked).toEqual(error)
    expect(workers[0]?.terminated).toBe(true)
    script.answer = fine
    await pool.console(job('SELECT 1'), 'SELECT 2')
    expect(workers[1]?.calls.at(-1)).toMatchObject({ method: 'console', args: [job('SELECT 1'), 'SELECT 2'] })
  })

  it('what is wrong with a text costs no worker', async () => {
    const { pool, workers, script } = setUp()
    script.answer = () => TEXT_ERROR
    expect(await pool.console(job('SELECT 1'), 'SELEC')).toEqual(TEXT_ERROR)
    expect(workers[0]?.terminated).toBe(false)
  })

  it('wait for what runs', async () => {
    const { pool, measure, workers, asked, script } = setUp()
    script.answer = never('measure')
    void measure(job('SELECT 1'))
    const looked = pool.catalog(job('SELECT 1'))
    await settle()
    expect(asked()[0]).toEqual(['measure'])
    workers[0]?.say({ id: 2, result: { ok: true, value: 1 } })
    expect(await looked).toEqual({ ok: true, value: 'catalog' })
  })
})

describe('reset', () => {
  it('the next look is at another database, which is at hand', async () => {
    const { pool, measure, workers, asked } = setUp()
    await measure(job('SELECT 1'))
    await pool.console(job('SELECT 1'), 'DELETE FROM t')
    pool.reset()
    await pool.console(job('SELECT 1'), 'SELECT 2')
    expect(workers[0]?.terminated).toBe(true)
    expect(asked()).toEqual([['measure', 'console'], ['console'], []])
  })

  it('waits for what runs, and leaves alone what nobody has used', async () => {
    const { pool, workers, script, measure } = setUp()
    pool.reset()
    await settle()
    expect(workers[0]?.terminated).toBe(false)
    script.answer = never('measure')
    const running = measure(job('SELECT 1'))
    pool.reset()
    await settle()
    expect(workers[0]?.terminated).toBe(false)
    workers[0]?.say({ id: 2, result: { ok: true, value: 1 } })
    await running
    await settle()
    expect(workers[0]?.terminated).toBe(true)
  })
})

describe('the bill', () => {
  it('has a worker of its own, which is ended, and the console keeps its database', async () => {
    const { pool, measure, workers, asked } = setUp()
    await measure(job('SELECT 1'))
    expect(await pool.bill(job('SELECT 1'))).toEqual({ ok: true, value: 'bill' })
    await pool.console(job('SELECT 1'), 'SELECT 2')
    expect(asked()).toEqual([['measure', 'console'], [], ['bill']])
    expect(workers[2]?.terminated).toBe(true)
    expect(workers[0]?.terminated).toBe(false)
  })

  it.each<[string, (pool: Pool) => void]>([
    ['a measurement', (pool) => void pool.measure(job('SELECT 2'), undefined, () => {})],
    ['another bill', (pool) => void pool.bill(job('SELECT 2'))],
    ['Stop', (pool) => pool.stop()],
    ['the end', (pool) => void pool.close()],
  ])('%s ends it', async (_name, meanwhile) => {
    const { pool } = setUp({ answer: never('bill') })
    const bill = pool.bill(job('SELECT 1'))
    await settle()
    meanwhile(pool)
    expect(await bill).toEqual(STOPPED)
  })

  it('counts as work', async () => {
    const { pool, workers, script } = setUp()
    script.answer = never('bill')
    expect(pool.busy).toBe(false)
    const bill = pool.bill(job('SELECT 1'))
    await settle()
    expect(pool.busy).toBe(true)
    workers[1]?.say({ id: 2, result: { ok: true, value: [] } })
    await bill
    expect(pool.busy).toBe(false)
  })
})

describe('Stop', () => {
  it('settles what runs and what waits, and the next measurement answers', async () => {
    const { pool, measure, script, asked } = setUp({ answer: never('measure') })
    const running = measure(job('endless'))
    const waiting = measure(job('SELECT 1'))
    const looking = pool.console(job('SELECT 1'), 'SELECT 2')
    await settle()
    expect(pool.busy).toBe(true)
    pool.stop()
    expect(await Promise.all([running, waiting, looking])).toEqual([STOPPED, STOPPED, STOPPED])
    expect(pool.busy).toBe(false)
    script.answer = fine
    expect(await measure(job('SELECT 2'))).toEqual({ ok: true, value: 'measure' })
    expect(asked()).toEqual([['measure'], ['measure'], []])
  })

  it('where nothing runs replaces the database all the same', async () => {
    const { pool, measure, workers } = setUp()
    await measure(job('SELECT 1'))
    pool.stop()
    expect(workers[0]?.terminated).toBe(true)
    await pool.console(job('SELECT 1'), 'SELECT 2')
    expect(workers[1]?.calls.at(-1)?.method).toBe('console')
  })
})

describe('after an error', () => {
  it.each([
    ['a crash', CRASH, true],
    ['a fault of ours', FAULT, true],
    ['a part that is not there', LOST, true],
    ['an error of the text', TEXT_ERROR, false],
  ])('%s: the worker is replaced where it cannot be trusted', async (_name, error, replaced) => {
    const { measure, workers } = setUp({ answer: () => error })
    expect(await measure(job('SELECT 1'))).toEqual(error)
    expect(workers[0]?.terminated).toBe(replaced)
  })

  it('a start that failed is tried again by the next measurement, and not before', async () => {
    const { measure, script, workers } = setUp()
    await measure(job('SELECT 1'))
    const before = workers.length
    script.start = LOST
    await measure(job('SELECT 2'))
    expect(await measure(job('SELECT 3'))).toEqual(LOST)
    const tried = workers.length
    await settle()
    expect(workers).toHaveLength(tried)
    expect(tried).toBeGreaterThan(before)
    script.start = STARTED
    expect(await measure(job('SELECT 4'))).toEqual({ ok: true, value: 'measure' })
  })
})

describe('close', () => {
  it('settles everything, ends all workers and stays closed', async () => {
    const { pool, measure, alive, events, workers } = setUp({ answer: never('measure') })
    const running = measure(job('SELECT 1'))
    await settle()
    await pool.close()
    expect(await running).toEqual(STOPPED)
    expect(alive()).toBe(0)
    expect(events).toContain('closed')
    const made = workers.length
    expect(await measure(job('SELECT 2'))).toEqual(STOPPED)
    expect(await pool.console(job('SELECT 2'), 'SELECT 1')).toEqual(STOPPED)
    expect(await pool.bill(job('SELECT 2'))).toEqual(STOPPED)
    pool.stop()
    pool.reset()
    await settle()
    expect(workers).toHaveLength(made)
  })

  it('ends the standby, too', async () => {
    const { pool, measure, alive } = setUp()
    await measure(job('SELECT 1'))
    expect(alive()).toBe(2)
    await pool.close()
    expect(alive()).toBe(0)
  })
})

it('says what it is', () => {
  const { pool } = setUp()
  expect(pool.dataset).toBe(DATASET)
  expect(pool.traits).toEqual({ version: 18, repeatable: true, interruptible: true })
})

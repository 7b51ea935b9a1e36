import { describe, expect, it } from 'vitest'
import type { Catalog, EngineProgress, Job, Measurement, Probe } from '../contract/index.ts'
import { FakeDriver } from '../testing/fake-driver.ts'
import { remembering } from './remembering.ts'

const job = (more: Partial<Job> = {}): Job => ({
  dataset: 'd',
  scale: 1,
  changes: '',
  query: 'SELECT 1',
  ...more,
})

const measured = (more: Partial<Measurement> = {}) =>
  ({ ok: true, value: { statements: [], ...more } as unknown as Measurement }) as const

function setUp() {
  const driver = new FakeDriver()
  return { driver, engine: remembering(driver) }
}

/** Measures `wanted` to the end. */
async function measure({ driver, engine }: ReturnType<typeof setUp>, wanted: Job, outcome = measured()) {
  const asked = engine.measure(wanted)
  driver.asked.at(-1)?.settle(outcome)
  return asked
}

describe('what has been measured', () => {
  it('is remembered, for a job whose fields are written in another order too', async () => {
    const both = setUp()
    const value = await measure(both, job({ probes: [{ name: 'p', sql: 'SELECT 2' }] }))
    const probes = [{ sql: 'SELECT 2', name: 'p' }]
    const same: Job = { probes, query: 'SELECT 1', changes: '', scale: 1, dataset: 'd' }
    expect(both.engine.remembered(same)).toBe(value.ok && value.value)
    expect(await both.engine.measureOnce(same)).toEqual(value)
    expect(both.driver.asked).toHaveLength(1)
  })

  it.each<Partial<Job>>([
    { dataset: 'e' },
    { scale: 2 },
    { setup: 'SELECT 0' },
    { changes: 'ANALYZE' },
    { query: 'SELECT 2' },
    { variants: ['SELECT 2'] },
    { probes: [{ name: 'p', sql: 'SELECT 2' }] },
    { state: ['SELECT 2'] },
    { rowsKept: 1 },
    { catalog: true },
    { timingRuns: 1 },
  ])('is not taken for a job with %o', async (other) => {
    const both = setUp()
    await measure(both, job())
    expect(both.engine.remembered(job(other))).toBeUndefined()
  })

  it('probes are told apart by all that they say', async () => {
    const both = setUp()
    const probe = { name: 'p', sql: 'SELECT 2' }
    await measure(both, job({ probes: [probe] }))
    const others: Partial<Probe>[] = [
      { name: 'q' },
      { sql: 'SELECT 3' },
      { early: true },
      { measured: true },
      { again: 'SET work_mem = 64' },
    ]
    for (const other of others)
      expect(both.engine.remembered(job({ probes: [{ ...probe, ...other }] }))).toBeUndefined()
    expect(both.engine.remembered(job({ probes: [probe] }))).toBeDefined()
  })

  it('is measured again where a Run asks for it', async () => {
    const both = setUp()
    await measure(both, job())
    const again = measured()
    expect(await measure(both, job(), again)).toEqual(again)
    expect(both.driver.asked).toHaveLength(2)
    expect(both.engine.remembered(job())).toBe(again.value)
  })

  it('a failure is not remembered', async () => {
    const both = setUp()
    const failed = both.engine.measure(job())
    both.driver.asked[0]?.settle({ ok: false, error: { kind: 'internal', message: 'x' } })
    expect(await failed).toEqual({ ok: false, error: { kind: 'internal', message: 'x' } })
    expect(both.engine.remembered(job())).toBeUndefined()
    void both.engine.measureOnce(job())
    expect(both.driver.asked).toHaveLength(2)
  })

  it('24 measurements are kept, those that were used last', async () => {
    const both = setUp()
    for (let n = 0; n < 24; n++) await measure(both, job({ query: `SELECT ${n}` }))
    expect(both.engine.remembered(job({ query: 'SELECT 0' }))).toBeDefined()
    await measure(both, job({ query: 'SELECT 24' }))
    expect(both.engine.remembered(job({ query: 'SELECT 0' }))).toBeDefined()
    expect(both.engine.remembered(job({ query: 'SELECT 1' }))).toBeUndefined()
    expect(both.engine.remembered(job({ query: 'SELECT 2' }))).toBeDefined()
    expect(both.engine.remembered(job({ query: 'SELECT 24' }))).toBeDefined()
  })

  it('keeps the statements that were told first, so that what is on screen stays the same object', async () => {
    const { driver, engine } = setUp()
    const asked = engine.measure(job())
    const early = measured().value
    driver.asked[0]?.tell({ stage: 'measured', measurement: early })
    driver.asked[0]?.settle(measured({ notices: ['late'] }))
    const outcome = await asked
    expect(outcome.ok && outcome.value.statements).toBe(early.statements)
    expect(outcome.ok && outcome.value.notices).toEqual(['late'])
  })
})

describe('what is on its way', () => {
  it('is waited for, and the later one hears how far it is and all that follows', async () => {
    const { driver, engine } = setUp()
    const first: EngineProgress[] = []
    const later: EngineProgress[] = []
    const asked = engine.measureOnce(job(), (progress) => first.push(progress))
    const download = (loaded: number) => ({ stage: 'download', loaded, total: 9 }) as const
    driver.asked[0]?.tell(download(1))
    driver.asked[0]?.tell(download(2))
    const joined = engine.measureOnce(job(), (progress) => later.push(progress))
    expect(later).toEqual([download(2)])
    driver.asked[0]?.tell(download(3))
    expect(first).toEqual([download(1), download(2), download(3)])
    expect(later).toEqual([download(2), download(3)])
    driver.asked[0]?.settle(measured())
    expect(await joined).toEqual(await asked)
    expect(driver.asked).toHaveLength(1)
  })

  it('figures that are there already are told to the later one', () => {
    const { driver, engine } = setUp()
    void engine.measure(job())
    const early = { stage: 'measured', measurement: measured().value } as const
    const next = { stage: 'variant', index: 0, count: 2 } as const
    const last = { stage: 'variant', index: 1, count: 2 } as const
    for (const progress of [{ stage: 'start' } as const, early, next, last]) driver.asked[0]?.tell(progress)
    const later: EngineProgress[] = []
    void engine.measureOnce(job(), (progress) => later.push(progress))
    expect(later).toEqual([early, last])
  })

  it('nothing is told after the end', async () => {
    const { driver, engine } = setUp()
    const heard: EngineProgress[] = []
    const asked = engine.measure(job(), (progress) => heard.push(progress))
    driver.asked[0]?.settle(measured())
    await asked
    driver.asked[0]?.tell({ stage: 'start' })
    expect(heard).toEqual([])
  })

  it('another job is not waited for', () => {
    const { driver, engine } = setUp()
    void engine.measureOnce(job())
    void engine.measureOnce(job({ query: 'SELECT 2' }))
    expect(driver.asked).toHaveLength(2)
  })

  it('what was stopped is measured anew, and the end of the stopped one does not hide the new one', async () => {
    const { driver, engine } = setUp()
    const stopped = engine.measureOnce(job())
    engine.stop()
    const anew = engine.measureOnce(job())
    expect(driver.asked).toHaveLength(2)
    expect(await stopped).toEqual({ ok: false, error: { kind: 'stopped' } })
    void engine.measureOnce(job())
    expect(driver.asked).toHaveLength(2)
    driver.asked[1]?.settle(measured())
    expect(await anew).toMatchObject({ ok: true })
  })
})

describe('catalogs before changes', () => {
  const before = { relations: [] } as unknown as Catalog
  const withCatalog = () => measured({ catalog: { before, after: {} as Catalog } })

  it('are handed to later jobs with the same setup that want one', async () => {
    const both = setUp()
    await measure(both, job({ catalog: true }), withCatalog())
    await measure(both, job({ catalog: true, changes: 'ANALYZE' }), withCatalog())
    await measure(both, job({ changes: 'ANALYZE' }))
    await measure(both, job({ catalog: true, setup: 'SELECT 1' }), withCatalog())
    expect(both.driver.asked.map((each) => each.catalogBefore)).toEqual([
      undefined,
      before,
      undefined,
      undefined,
    ])
  })

  it('four are kept', async () => {
    const both = setUp()
    for (let n = 0; n < 5; n++)
      await measure(both, job({ catalog: true, setup: `SELECT ${n}` }), withCatalog())
    await measure(both, job({ catalog: true, setup: 'SELECT 1' }))
    await measure(both, job({ catalog: true, setup: 'SELECT 0' }))
    expect(both.driver.asked.slice(5).map((each) => each.catalogBefore)).toEqual([before, undefined])
  })
})

describe('jobs of another dataset or scale', () => {
  it.each<Partial<Job>>([{ dataset: 'e' }, { scale: 2 }])('%o is refused by every call', async (other) => {
    const { driver, engine } = setUp()
    const refused = {
      ok: false,
      error: { kind: 'internal', message: 'This engine holds d at scale 1 and nothing else.' },
    }
    const wrong = job(other)
    expect(await engine.measure(wrong)).toEqual(refused)
    expect(await engine.measureOnce(wrong)).toEqual(refused)
    expect(await engine.console(wrong, 'SELECT 1')).toEqual(refused)
    expect(await engine.catalog(wrong)).toEqual(refused)
    expect(await engine.bill(wrong)).toEqual(refused)
    expect(driver.asked).toEqual([])
    expect(driver.calls).toEqual([])
  })
})

it('everything else is the driver’s', async () => {
  const { driver, engine } = setUp()
  expect(await engine.console(job(), 'SELECT 2')).toEqual({ ok: true, value: [] })
  expect(await engine.catalog(job())).toEqual({ ok: false, error: { kind: 'stopped' } })
  expect(await engine.bill(job())).toEqual({ ok: true, value: [] })
  engine.reset()
  engine.stop()
  await engine.close()
  expect(driver.calls).toEqual(['console SELECT 2', 'catalog', 'bill', 'reset', 'stop', 'close'])
  expect(engine.busy).toBe(false)
  driver.busy = true
  expect(engine.busy).toBe(true)
  expect(engine.traits).toBe(driver.traits)
  expect(engine.dataset).toBe(driver.dataset)
})

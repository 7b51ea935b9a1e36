import { expect, it } from 'vitest'
import type { DatasetRef, Job } from '../contract/index.ts'
import { FakeDriver } from '../testing/fake-driver.ts'
import { engineRegistry } from './registry.ts'
import { remembering } from './remembering.ts'

const ref = (dataset: string, scale = 1): DatasetRef => ({ dataset, scale })
/** What callers hand in says more than that. */
const job: Job = { ...ref('a'), changes: '', query: 'SELECT 1' }

function setUp(limit = 2) {
  const drivers = new Map<string, FakeDriver>()
  const engines = engineRegistry((dataset) => {
    const driver = new FakeDriver()
    drivers.set(`${dataset.dataset}@${dataset.scale}`, driver)
    return remembering(driver)
  }, limit)
  const closed = () => [...drivers].filter(([, { calls }]) => calls.includes('close')).map(([key]) => key)
  return { drivers, engines, closed }
}

it('gives the same engine for the same dataset and scale, and others for others', () => {
  const { engines, closed } = setUp()
  const first = engines(ref('a'))
  expect(engines(job)).toBe(first)
  expect(engines(ref('a', 2))).not.toBe(first)
  expect(engines(ref('a'))).toBe(first)
  expect(closed()).toEqual([])
})

it('opens with name and scale alone', () => {
  const opened: DatasetRef[] = []
  const engines = engineRegistry((dataset) => {
    opened.push(dataset)
    return remembering(new FakeDriver())
  }, 2)
  engines(job)
  expect(opened).toEqual([{ dataset: 'a', scale: 1 }])
})

it('closes the least recently used where another one is opened, and opens it again when it is asked for', () => {
  const { engines, closed } = setUp()
  const first = engines(ref('a'))
  engines(ref('b'))
  engines(ref('a'))
  engines(ref('c'))
  expect(closed()).toEqual(['b@1'])
  expect(engines(ref('a'))).toBe(first)
  engines(ref('b'))
  expect(closed()).toEqual(['c@1'])
})

it('spares one that works, as long as another one is idle', () => {
  const { drivers, engines, closed } = setUp()
  for (const name of ['a', 'b']) engines(ref(name))
  ;(drivers.get('a@1') as FakeDriver).busy = true
  engines(ref('c'))
  expect(closed()).toEqual(['b@1'])
  ;(drivers.get('c@1') as FakeDriver).busy = true
  engines(ref('d'))
  expect(closed()).toEqual(['a@1', 'b@1'])
})

it('keeps one alone where there is no room for two', () => {
  const { engines, closed } = setUp(1)
  for (const name of ['a', 'b', 'c']) engines(ref(name))
  expect(closed()).toEqual(['a@1', 'b@1'])
})

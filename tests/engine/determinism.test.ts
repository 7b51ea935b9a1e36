import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine, Measurement } from '../../src/engine/contract/index.ts'
import { EXPERIMENTS } from './experiments.ts'
import { figures } from './figures.ts'

const SCALE = 0.25

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: 'entreprinder', scale: SCALE })
})
afterAll(() => engine.close())

async function measure(name: string, catalog: boolean): Promise<Measurement> {
  const text = EXPERIMENTS[name]
  if (!text) throw new Error(name)
  const outcome = await engine.measure({
    dataset: 'entreprinder',
    scale: SCALE,
    ...text,
    catalog,
    timingRuns: 1,
  })
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`)
  return outcome.value
}

describe('a measurement is a function of the experiment alone', () => {
  const first = new Map<string, unknown>()

  it.each(Object.keys(EXPERIMENTS))('%s: gives figures', async (name) => {
    const measurement = await measure(name, false)
    first.set(name, figures(measurement))
    expect(measurement.totals.buffers).toBeGreaterThan(0)
  })

  it('whatever ran before, and whether the catalog is read or not', async () => {
    const names = Object.keys(EXPERIMENTS)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.boolean(), async (name, catalog) => {
        expect(figures(await measure(name, catalog))).toEqual(first.get(name))
      }),
      { numRuns: 25, interruptAfterTimeLimit: 60_000 },
    )
  }, 120_000)
})

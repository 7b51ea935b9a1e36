import { describe, expect, it } from 'vitest'
import { corpusModels, shaped } from '../testing/models.node.ts'
import { icicle } from './icicle-layout.ts'

describe('icicle', () => {
  it('shares the whole width among the work of every plan of the corpora', () => {
    for (const [name, model] of corpusModels())
      for (const metric of model.metrics) {
        const bars = icicle(model, metric)
        const byId = new Map(bars.map((bar) => [bar.item.id, bar]))
        expect(bars.at(0)?.width, name).toBeCloseTo(1, 6)
        const own = bars.reduce((sum, bar) => sum + bar.own, 0)
        // Work that finished after the top node is in the total, but in no node.
        expect(own, `${name} ${metric}`).toBeLessThanOrEqual(1.000001)
        for (const bar of bars) {
          const parent = byId.get(bar.item.parentId ?? '')
          if (!parent) continue
          expect(bar.from, name).toBeGreaterThanOrEqual(parent.from - 1e-9)
          expect(bar.from + bar.width, name).toBeLessThanOrEqual(parent.from + parent.width + 1e-9)
          expect(bar.row).toBe(parent.row + 1)
        }
      }
  })

  it('gives a subtree the whole width and leaves out what is too narrow', () => {
    const scan = (blocks: number) => ({ 'Shared Hit Blocks': blocks })
    const model = shaped({
      'Shared Hit Blocks': 1000,
      children: [scan(900), { 'Shared Hit Blocks': 99, children: [scan(99)] }, scan(1)],
    })
    const widths = (bars: ReturnType<typeof icicle>) => bars.map((bar) => [bar.item.id, bar.width])
    expect(widths(icicle(model, 'buffers'))).toEqual([
      ['0', 1],
      ['0.0', 0.9],
      ['0.1', 0.099],
      ['0.1.0', 0.099],
      ['0.2', 0.001],
    ])
    expect(widths(icicle(model, 'buffers', '0', 0.01)).map(([id]) => id)).toEqual([
      '0',
      '0.0',
      '0.1',
      '0.1.0',
    ])
    expect(widths(icicle(model, 'buffers', '0.1'))).toEqual([
      ['0.1', 1],
      ['0.1.0', 1],
    ])
  })

  it('still draws the top bar of a plan without any work', () => {
    expect(icicle(shaped({ children: [{}] }), 'buffers').map((bar) => bar.item.id)).toEqual(['0'])
  })
})

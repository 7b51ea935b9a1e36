import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centre,
  clamp,
  contains,
  detailAt,
  fit,
  MAX_ZOOM,
  MIN_ZOOM,
  opening,
  overlaps,
  reveal,
  visible,
  zoomAt,
} from './viewport.ts'

const size = { width: 800, height: 600 }
const small = { x0: -132, y0: 0, x1: 132, y1: 300 }
const large = { x0: -6000, y0: 0, x1: 4000, y1: 9000 }
const root = { x0: -132, y0: 0, x1: 132, y1: 100 }

const views = fc.record({
  k: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
  x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
})

describe('viewport', () => {
  it('fits the whole drawing, never larger than life', () => {
    for (const content of [small, large]) {
      const view = fit(content, size)
      expect(view.k).toBeLessThanOrEqual(1)
      expect(contains(visible(view, size), content)).toBe(true)
    }
  })

  it('opens small plans whole and large ones readable at their top', () => {
    expect(opening(small, root, size)).toEqual(fit(small, size))
    const view = opening(large, root, size)
    expect(detailAt(view.k)).toBe('full')
    expect(contains(visible(view, size), root)).toBe(true)
  })

  it('keeps the point under the pointer when it zooms', () => {
    fc.assert(
      fc.property(
        views,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.nat(800),
        fc.nat(600),
        (view, factor, px, py) => {
          const next = zoomAt(view, factor, px, py)
          expect(next.k).toBeGreaterThanOrEqual(MIN_ZOOM)
          expect(next.k).toBeLessThanOrEqual(MAX_ZOOM)
          expect((px - next.x) / next.k).toBeCloseTo((px - view.x) / view.k, 3)
          expect((py - next.y) / next.k).toBeCloseTo((py - view.y) / view.k, 3)
        },
      ),
    )
  })

  it('never loses the drawing', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(small, large), (view, content) => {
        const kept = clamp(view, content, size)
        expect(overlaps(visible(kept, size), content)).toBe(true)
        expect(clamp(kept, content, size)).toEqual(kept)
      }),
    )
  })

  it('brings a card into sight and moves no further than needed', () => {
    fc.assert(
      fc.property(views, (view) => {
        const at = { ...view, k: Math.min(view.k, 1) }
        const shown = reveal(at, root, size)
        expect(contains(visible(shown, size), root)).toBe(true)
        expect(reveal(shown, root, size).x).toBeCloseTo(shown.x, 6)
        expect(reveal(shown, root, size).y).toBeCloseTo(shown.y, 6)
      }),
    )
  })

  it('centres a card', () => {
    const view = centre({ k: 2, x: 0, y: 0 }, root, size)
    expect(view).toEqual({ k: 2, x: 400, y: 200 })
  })
})

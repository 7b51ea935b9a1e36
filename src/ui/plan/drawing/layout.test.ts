import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusModels, evenShape, modelOf, shaped, type Shape } from '../testing/models.node.ts'
import { layoutTree, linkPath, naturalHeight, type PlacedCard, type TreeLayout } from './layout.ts'
import { GAP_X, GAP_Y } from './shelf.ts'

const NOTHING: ReadonlySet<string> = new Set()

/** Pairs of cards that touch, found by sweeping down. */
function collisions({ cards }: TreeLayout): readonly string[] {
  const found: string[] = []
  const open: PlacedCard[] = []
  for (const card of cards.toSorted((a, b) => a.y0 - b.y0)) {
    const still = open.filter((one) => one.y1 > card.y0)
    for (const one of still)
      if (one.x0 < card.x1 + GAP_X / 2 && one.x1 > card.x0 - GAP_X / 2)
        found.push(`${one.item.id} ${card.item.id}`)
    open.splice(0, open.length, ...still, card)
  }
  return found
}

const shapes: fc.Arbitrary<Shape> = fc.letrec<{ tree: Shape }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constant<Shape>({}),
    fc.record({ children: fc.array(tie('tree'), { maxLength: 12 }) }),
  ),
})).tree

describe('layoutTree', () => {
  it('draws every node of every plan of the corpora once, no two touching', () => {
    for (const [name, model] of corpusModels()) {
      const layout = layoutTree(model, NOTHING)
      expect(
        layout.cards.map((card) => card.item.id),
        name,
      ).toEqual(model.items.map((item) => item.id))
      expect(collisions(layout), name).toEqual([])
    }
  })

  it('keeps children below their parent and inside the bounds, for any shape', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const model = shaped(shape)
        const layout = layoutTree(model, NOTHING)
        expect(collisions(layout)).toEqual([])
        for (const card of layout.cards) {
          const parent = layout.byId.get(card.item.parentId ?? '')
          if (parent) expect(card.y0).toBeGreaterThanOrEqual(parent.y1 + GAP_Y - 0.01)
          expect(card.x0).toBeGreaterThanOrEqual(layout.bounds.x0)
          expect(card.y1).toBeLessThanOrEqual(layout.bounds.y1)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out what is folded away', () => {
    const model = shaped({ children: [{ children: [{}, {}] }, {}] })
    const layout = layoutTree(model, new Set(['0.0']))
    expect(layout.cards.map((card) => card.item.id)).toEqual(['0', '0.0', '0.1'])
  })

  it('puts many children into rows of about a screen’s shape', () => {
    const model = shaped(evenShape(2, 200))
    const { x0, x1, y0, y1 } = layoutTree(model, NOTHING).bounds
    const ratio = (x1 - x0) / (y1 - y0)
    expect(ratio).toBeGreaterThan(1)
    expect(ratio).toBeLessThan(2.5)
  })

  it('lowers a card to the height that is asked for, and what is below it', () => {
    const model = shaped({ children: [{ children: [{}] }] })
    const plain = layoutTree(model, NOTHING)
    const lowered = layoutTree(model, NOTHING, new Map([['0.0', 400]]))
    expect(lowered.byId.get('0.0')!.y0).toBe(400)
    const step = plain.byId.get('0.0.0')!.y0 - plain.byId.get('0.0')!.y0
    expect(lowered.byId.get('0.0.0')!.y0).toBe(400 + step)
  })

  it('tells the height of a drawing before it is laid out', () => {
    const model = shaped({ children: [{ children: [{}] }, {}] })
    expect(naturalHeight(model)).toBeGreaterThan(layoutTree(model, NOTHING).bounds.y1)
    expect(naturalHeight(model)).toBeLessThan(layoutTree(model, NOTHING).bounds.y1 + 100)
  })

  it('lays out 2,000 nodes, and 300 below each other', () => {
    const wide = shaped({ children: Array.from({ length: 286 }, () => evenShape(3, 2)) })
    expect(layoutTree(wide, NOTHING).cards).toHaveLength(2003)
    const deep = modelOf(Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 6)}->  Sort`).join('\n'))
    expect(layoutTree(deep, NOTHING).cards).toHaveLength(300)
  })
})

describe('linkPath', () => {
  it('ends at the child’s top and starts at the parent’s bottom', () => {
    const model = shaped(evenShape(3, 2))
    const layout = layoutTree(model, NOTHING)
    for (const card of layout.cards) {
      const parent = layout.byId.get(card.item.parentId ?? '')
      if (!parent) continue
      const path = linkPath(parent, card)
      expect(path.startsWith(`M${(parent.x0 + parent.x1) / 2} ${parent.y1}V`)).toBe(true)
      expect(path.endsWith(`V${card.y0}`)).toBe(true)
    }
  })

  it('runs down the side of a shelf to its lower rows', () => {
    const layout = layoutTree(shaped(evenShape(2, 40)), NOTHING)
    const last = layout.cards.at(-1)!
    expect(last.trunk).not.toBeNull()
    expect(linkPath(layout.byId.get('0')!, last)).toContain(`H${last.trunk}V`)
  })
})

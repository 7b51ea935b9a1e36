import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shaped } from '../testing/models.node.ts'
import { shownItems } from './model.ts'
import { step } from './tree-keys.ts'

//      0
//   0.0   0.1
//  0.0.0  0.1.0 0.1.1
const model = shaped({ children: [{ children: [{}] }, { children: [{}, {}] }] })
const NOTHING: ReadonlySet<string> = new Set()
const go = (id: string, key: string, folded = NOTHING) => step(model, folded, id, key)

describe('walking the tree', () => {
  it('goes down and up through all drawn nodes in order', () => {
    fc.assert(
      fc.property(fc.subarray(['0', '0.0', '0.1']), (ids) => {
        const folded = new Set(ids)
        const order = shownItems(model, folded).map((item) => item.id)
        order.forEach((id, at) => {
          const next = order[at + 1]
          const before = order[at - 1]
          expect(go(id, 'ArrowDown', folded)).toEqual(next === undefined ? null : { kind: 'go', id: next })
          expect(go(id, 'ArrowUp', folded)).toEqual(before === undefined ? null : { kind: 'go', id: before })
        })
        expect(go(model.root.id, 'End', folded)).toEqual({ kind: 'go', id: order.at(-1) })
        expect(go(order.at(-1)!, 'Home', folded)).toEqual({ kind: 'go', id: '0' })
      }),
    )
  })

  it('goes right into a node and left out of it, unfolding and folding on the way', () => {
    expect(go('0', 'ArrowRight')).toEqual({ kind: 'go', id: '0.0' })
    expect(go('0', 'ArrowRight', new Set(['0']))).toEqual({ kind: 'unfold', id: '0' })
    expect(go('0.0.0', 'ArrowRight')).toBeNull()
    expect(go('0.0.0', 'ArrowLeft')).toEqual({ kind: 'go', id: '0.0' })
    expect(go('0.0', 'ArrowLeft')).toEqual({ kind: 'fold', id: '0.0' })
    expect(go('0.0', 'ArrowLeft', new Set(['0.0']))).toEqual({ kind: 'go', id: '0' })
    expect(go('0', 'ArrowLeft', new Set(['0']))).toBeNull()
  })

  it('opens with Enter, folds with Space where there is something to fold', () => {
    expect(go('0.1', 'Enter')).toEqual({ kind: 'open', id: '0.1' })
    expect(go('0.1', ' ')).toEqual({ kind: 'fold', id: '0.1' })
    expect(go('0.1', ' ', new Set(['0.1']))).toEqual({ kind: 'unfold', id: '0.1' })
    expect(go('0.1.0', ' ')).toBeNull()
    expect(go('0.0', '*')).toEqual({ kind: 'unfold-siblings', ids: ['0.0', '0.1'] })
    expect(go('0', '*')).toEqual({ kind: 'unfold-siblings', ids: ['0'] })
  })

  it('finds the next node by the first letter of its operation, going round', () => {
    expect(go('0', 's')).toEqual({ kind: 'go', id: '0.0' })
    expect(go('0.0', 's')).toEqual({ kind: 'go', id: '0.0.0' })
    expect(go('0.1.1', 'n')).toEqual({ kind: 'go', id: '0' })
    expect(go('0', 'n', new Set(['0']))).toBeNull()
    expect(go('0', 'x')).toBeNull()
    expect(go('0', 'F5')).toBeNull()
  })

  it('starts at the root where the node is unknown', () => {
    expect(go('0.9', 'ArrowDown')).toEqual({ kind: 'go', id: '0' })
  })
})

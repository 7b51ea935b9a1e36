/** Moving through the tree by keyboard: the keys of the ARIA tree pattern, as the drawing shows it (top to bottom). */
import { ancestors, type PlanItem, type PlanModel } from './model.ts'

/** What a key does to the tree; null where it does nothing. */
export type Step =
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'fold' | 'unfold' | 'open'; readonly id: string }
  | { readonly kind: 'unfold-siblings'; readonly ids: readonly string[] }
  | null

const go = (item: PlanItem | undefined): Step => (item ? { kind: 'go', id: item.id } : null)

/** The last node that is drawn, in the order of the tree. */
function lastShown(model: PlanModel, folded: ReadonlySet<string>): PlanItem {
  let item = model.root
  while (!folded.has(item.id) && item.childIds.length > 0) item = model.byId.get(item.childIds.at(-1)!)!
  return item
}

/** Next node that is drawn: first child, else the next sibling of the node or of the nearest ancestor that has one. */
function next(model: PlanModel, folded: ReadonlySet<string>, item: PlanItem): PlanItem | undefined {
  return model.items[item.index + (folded.has(item.id) ? item.below : 0) + 1]
}

/** Node before it in the order of the drawing: the last drawn node below its earlier sibling, else its parent. */
function previous(model: PlanModel, folded: ReadonlySet<string>, item: PlanItem): PlanItem | undefined {
  const before = model.items[item.index - 1]
  if (!before) return undefined
  const hidden = ancestors(before.id).findLast((id) => folded.has(id))
  return hidden === undefined ? before : model.byId.get(hidden)
}

/** First node after `item` whose operation starts with the letter, going round. */
function typed(model: PlanModel, folded: ReadonlySet<string>, item: PlanItem, letter: string): Step {
  const start = letter.toLowerCase()
  let one = next(model, folded, item) ?? model.root
  for (let turns = 0; turns < model.items.length && one !== item; turns++) {
    if (one.operation.toLowerCase().startsWith(start)) return go(one)
    one = next(model, folded, one) ?? model.root
  }
  return null
}

/**
 * What a key means on the active node. Down and Up go through the drawn nodes in order, Right goes into a node
 * (unfolding it first), Left out of it (folding it first where it has children), Home and End to the first and
 * last; Enter opens details, Space folds or unfolds, * unfolds all siblings, a letter finds an operation.
 */
export function step(model: PlanModel, folded: ReadonlySet<string>, activeId: string, key: string): Step {
  const item = model.byId.get(activeId)
  if (!item) return go(model.root)
  const isFolded = folded.has(activeId)
  switch (key) {
    case 'ArrowDown':
      return go(next(model, folded, item))
    case 'ArrowUp':
      return go(previous(model, folded, item))
    case 'ArrowRight':
      if (isFolded) return { kind: 'unfold', id: activeId }
      return go(model.byId.get(item.childIds[0] ?? ''))
    case 'ArrowLeft':
      if (item.childIds.length > 0 && !isFolded) return { kind: 'fold', id: activeId }
      return go(model.byId.get(item.parentId ?? ''))
    case 'Home':
      return go(model.root)
    case 'End':
      return go(lastShown(model, folded))
    case 'Enter':
      return { kind: 'open', id: activeId }
    case ' ':
      if (item.childIds.length === 0) return null
      return { kind: isFolded ? 'unfold' : 'fold', id: activeId }
    case '*': {
      const siblings = model.byId.get(item.parentId ?? '')?.childIds ?? [activeId]
      return { kind: 'unfold-siblings', ids: siblings }
    }
    default:
      return /^[a-z]$/i.test(key) ? typed(model, folded, item, key) : null
  }
}

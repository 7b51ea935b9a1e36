/** Where cards and lines stand. World coordinates: pixels at zoom 1, the root's card at the top. */
import { flextree } from 'd3-flextree'
import { CARD_WIDTH, cardHeight, cardLines, type CardLine } from './card.ts'
import { shownItems, type PlanItem, type PlanModel } from './model.ts'

/** Room between neighbours and between a card and the cards below it. */
export const GAP_X = 28
export const GAP_Y = 46

export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface PlacedCard extends Box {
  readonly item: PlanItem
  readonly lines: readonly CardLine[]
}

export interface TreeLayout {
  /** In the order of the plan. */
  readonly cards: readonly PlacedCard[]
  readonly byId: ReadonlyMap<string, PlacedCard>
  readonly bounds: Box
}

/** A card, or the empty room above a card that has to stand lower than its parent's end. */
interface Spot {
  readonly item: PlanItem | null
  readonly height: number
  readonly children: Spot[]
}

const linesMemo = new WeakMap<PlanItem, readonly CardLine[]>()

/** Lines of a card, computed once for each item. */
export function linesOf(item: PlanItem): readonly CardLine[] {
  const known = linesMemo.get(item)
  if (known) return known
  const lines = cardLines(item)
  linesMemo.set(item, lines)
  return lines
}

/** Height of a card with the gap below it. */
export const stepOf = (item: PlanItem): number => cardHeight(linesOf(item)) + GAP_Y

/**
 * Lays out the nodes that are not folded away.
 * @param tops y of cards that must stand lower than their parent's end asks for, by id (see align.ts)
 */
export function layoutTree(
  model: PlanModel,
  folded: ReadonlySet<string>,
  tops: ReadonlyMap<string, number> = new Map(),
): TreeLayout {
  const shown = shownItems(model, folded)
  const spots = new Map<string, Spot>()
  const natural = new Map<string, number>([[model.root.id, 0]])
  for (const item of shown) {
    const top = natural.get(item.id)!
    for (const id of item.childIds) natural.set(id, Math.max(top + stepOf(item), tops.get(id) ?? 0))
  }
  for (const item of shown.toReversed()) {
    const children: Spot[] = []
    const end = natural.get(item.id)! + stepOf(item)
    for (const id of item.childIds) {
      const child = spots.get(id)
      if (!child) continue
      const room = natural.get(id)! - end
      children.push(room > 0.5 ? { item: null, height: room, children: [child] } : child)
    }
    spots.set(item.id, { item, height: stepOf(item), children })
  }
  const tree = flextree<Spot>({
    children: (spot) => spot.children,
    nodeSize: ({ data }) => [CARD_WIDTH, data.height],
    spacing: GAP_X,
  })
  const placed = tree(tree.hierarchy(spots.get(model.root.id)!))
  const cards: PlacedCard[] = []
  let x0 = Infinity
  let x1 = -Infinity
  let y1 = 0
  placed.each((spot) => {
    const { item, height } = spot.data
    if (!item) return
    const card = {
      item,
      lines: linesOf(item),
      x0: spot.x - CARD_WIDTH / 2,
      x1: spot.x + CARD_WIDTH / 2,
      y0: spot.y,
      y1: spot.y + height - GAP_Y,
    }
    x0 = Math.min(x0, card.x0)
    x1 = Math.max(x1, card.x1)
    y1 = Math.max(y1, card.y1)
    cards.push(card)
  })
  cards.sort((a, b) => a.item.index - b.item.index)
  return { cards, byId: new Map(cards.map((card) => [card.item.id, card])), bounds: { x0, y0: 0, x1, y1 } }
}

/** Width of a line by the rows that flow through it: 1 px for none, one more for every power of ten. */
export const lineWidth = (rows: number): number => (rows < 1 ? 1 : 1 + Math.log10(rows) * 1.1)

/** Line from a card's top up to its parent's bottom: straight down, across, straight down. */
export function linkPath(parent: Box, child: Box): string {
  const fromX = (parent.x0 + parent.x1) / 2
  const toX = (child.x0 + child.x1) / 2
  const middle = Math.round(parent.y1 + GAP_Y / 2)
  if (Math.abs(fromX - toX) < 0.5) return `M${fromX} ${parent.y1}V${child.y0}`
  return `M${fromX} ${parent.y1}V${middle}H${toX}V${child.y0}`
}

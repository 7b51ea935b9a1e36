/** Where cards and lines stand. World coordinates: pixels at zoom 1, the root's card at the top. */
import { flextree } from 'd3-flextree'
import { CARD_WIDTH, cardHeight, cardLines, type CardLine } from './card.ts'
import { shownItems, type PlanItem, type PlanModel } from '../model/model.ts'
import {
  blockOf,
  boundsOf,
  GAP_X,
  GAP_Y,
  packShelf,
  shift,
  type Block,
  type Box,
  type PlacedCard,
  type Shelf,
} from './shelf.ts'

export type { Box, PlacedCard } from './shelf.ts'

/** More children than this stand in rows below each other, as partitions and long UNIONs have. */
const MOST_ACROSS = 8

/** Room above and below the drawing. */
const MARGIN = 20

export interface TreeLayout {
  /** In the order of the plan. */
  readonly cards: readonly PlacedCard[]
  readonly byId: ReadonlyMap<string, PlacedCard>
  readonly bounds: Box
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

/** A card, the empty room above a card that has to stand lower, or a shelf of many children. */
interface Spot {
  readonly item: PlanItem | null
  readonly shelf: Shelf | null
  readonly width: number
  readonly height: number
  readonly children: readonly Spot[]
}

const room = (height: number, child: Spot): Spot => ({
  item: null,
  shelf: null,
  width: CARD_WIDTH,
  height,
  children: [child],
})

/** Runs the tree layout; the block's left edge and the top card's top are at 0. */
function layoutSpot(spot: Spot): Block {
  const tree = flextree<Spot>({
    children: (one) => one.children as Spot[],
    nodeSize: ({ data }) => [data.width, data.height],
    spacing: GAP_X,
  })
  const cards: PlacedCard[] = []
  tree(tree.hierarchy(spot)).each(({ data, x, y }) => {
    const { item, shelf, width } = data
    if (shelf) cards.push(...shelf.cards.map((card) => shift(card, x - width / 2, y)))
    else if (item)
      cards.push({
        item,
        lines: linesOf(item),
        x0: x - width / 2,
        x1: x + width / 2,
        y0: y,
        y1: y + data.height - GAP_Y,
        trunk: null,
      })
  })
  const x0 = cards.reduce((least, card) => Math.min(least, card.trunk ?? card.x0), Infinity)
  return blockOf(cards.map((card) => shift(card, -x0, 0)))
}

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
  const natural = new Map<string, number>([[model.root.id, 0]])
  for (const item of shown) {
    const end = natural.get(item.id)! + stepOf(item)
    for (const id of item.childIds) natural.set(id, Math.max(end, tops.get(id) ?? 0))
  }
  const spots = new Map<string, Spot>()
  for (const item of shown.toReversed()) {
    const below = item.childIds.map((id) => spots.get(id)).filter((spot) => spot !== undefined)
    const height = stepOf(item)
    const end = natural.get(item.id)! + height
    const children =
      below.length > MOST_ACROSS
        ? [onShelf(below.map(layoutSpot))]
        : below.map((spot) => {
            const lower = natural.get(spot.item!.id)! - end
            return lower > 0.5 ? room(lower, spot) : spot
          })
    spots.set(item.id, { item, shelf: null, width: CARD_WIDTH, height, children })
  }
  const { cards } = layoutSpot(spots.get(model.root.id)!)
  const inOrder = cards.toSorted((a, b) => a.item.index - b.item.index)
  return {
    cards: inOrder,
    byId: new Map(inOrder.map((card) => [card.item.id, card])),
    bounds: boundsOf(inOrder),
  }
}

function onShelf(blocks: readonly Block[]): Spot {
  const shelf = packShelf(blocks)
  return { item: null, shelf, width: shelf.width, height: shelf.height + GAP_Y, children: [] }
}

/** The card at a point of the world. */
export const cardAt = (
  layout: TreeLayout,
  { x, y }: { readonly x: number; readonly y: number },
): string | null =>
  layout.cards.find((card) => card.x0 <= x && x <= card.x1 && card.y0 <= y && y <= card.y1)?.item.id ?? null

/**
 * Height of the unfolded drawing at zoom 1 with its margins; wide fans of children count as one row.
 * @param tops y of cards that stand lower, by id
 */
export function naturalHeight(model: PlanModel, tops?: ReadonlyMap<string, number>): number {
  const ends = new Map<string, number>()
  let height = 0
  for (const item of model.items) {
    const end = Math.max(ends.get(item.parentId ?? '') ?? 0, tops?.get(item.id) ?? 0) + stepOf(item)
    ends.set(item.id, end)
    height = Math.max(height, end)
  }
  return height + MARGIN
}

/** Width of a line by the rows that flow through it: 1 px for none, one more for every power of ten. */
export const lineWidth = (rows: number): number => (rows < 1 ? 1 : 1 + Math.log10(rows) * 1.1)

/** Line from a card's top up to its parent's bottom: straight down, across, straight down; on a shelf by its trunk. */
export function linkPath(parent: Box, child: PlacedCard): string {
  const fromX = (parent.x0 + parent.x1) / 2
  const toX = (child.x0 + child.x1) / 2
  const middle = Math.round(parent.y1 + GAP_Y / 2)
  const rail = Math.round(child.y0 - GAP_Y / 2)
  if (child.trunk !== null && rail - middle > 1)
    return `M${fromX} ${parent.y1}V${middle}H${child.trunk}V${rail}H${toX}V${child.y0}`
  if (Math.abs(fromX - toX) < 0.5) return `M${fromX} ${parent.y1}V${child.y0}`
  return `M${fromX} ${parent.y1}V${middle}H${toX}V${child.y0}`
}

/** The part of the world that a line crosses. */
export function linkBox(parent: Box, child: PlacedCard): Box {
  return {
    x0: Math.min(parent.x0, child.x0, child.trunk ?? Infinity),
    x1: Math.max(parent.x1, child.x1),
    y0: parent.y1,
    y1: child.y0,
  }
}

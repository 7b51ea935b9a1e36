/** Blocks of cards, and how many of them are put into rows. Pixels at zoom 1. */
import type { CardLine } from './card.ts'
import type { PlanItem } from '../model/model.ts'

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
  /** On a shelf: x of the line from which the rows branch off. */
  readonly trunk: number | null
}

/** Cards that are placed among each other; its left edge and top are at 0. */
export interface Block {
  readonly cards: readonly PlacedCard[]
  readonly width: number
  readonly height: number
}

/** Blocks in rows; the lines to them come down at the left. */
export type Shelf = Block

/** Room for the line at the left of a shelf. */
const TRUNK = 24
/** Width of a shelf against its height, so that it has about a screen's shape. */
const SHAPE = 1.7

export const shift = (card: PlacedCard, dx: number, dy: number): PlacedCard => ({
  ...card,
  x0: card.x0 + dx,
  x1: card.x1 + dx,
  y0: card.y0 + dy,
  y1: card.y1 + dy,
  trunk: card.trunk === null ? null : card.trunk + dx,
})

export function boundsOf(cards: readonly PlacedCard[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const card of cards) {
    x0 = Math.min(x0, card.x0, card.trunk ?? Infinity)
    y0 = Math.min(y0, card.y0)
    x1 = Math.max(x1, card.x1)
    y1 = Math.max(y1, card.y1)
  }
  return { x0, y0, x1, y1 }
}

export function blockOf(cards: readonly PlacedCard[]): Block {
  const { x1, y1 } = boundsOf(cards)
  return { cards, width: x1, height: y1 }
}

/** Puts blocks into rows, in their order, so that the whole is about as wide as a screen is. */
export function packShelf(blocks: readonly Block[]): Shelf {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + GAP_X) * (height + GAP_Y), 0)
  const widest = blocks.reduce((most, { width }) => Math.max(most, width), 0)
  const limit = Math.max(widest, Math.sqrt(area * SHAPE))
  const cards: PlacedCard[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const block of blocks) {
    if (x > 0 && x + block.width > limit) {
      y += rowHeight + GAP_Y
      x = 0
      rowHeight = 0
    }
    for (const card of block.cards) {
      const moved = shift(card, TRUNK + x, y)
      // Only the block's top card hangs on this shelf's line.
      cards.push(card === block.cards[0] ? { ...moved, trunk: 0 } : moved)
    }
    x += block.width + GAP_X
    width = Math.max(width, x - GAP_X)
    rowHeight = Math.max(rowHeight, block.height)
  }
  return { cards, width: TRUNK + width, height: y + rowHeight }
}

import { useMemo } from 'react'
import { linkBox, type PlacedCard, type TreeLayout } from './layout.ts'
import type { Frame } from './viewport-controller.ts'
import { overlaps } from './viewport.ts'

/** Up to this many cards all are drawn, so that a screen reader can browse them; above, what is near the screen. */
const DRAW_ALL = 120

export interface Drawn {
  readonly cards: readonly PlacedCard[]
  /** Cards whose lines upwards are drawn. */
  readonly links: readonly PlacedCard[]
  /** True where the whole plan is so small on the screen that blocks stand for its cards. */
  readonly far: boolean
}

/** What of a drawing has to be in the page. `always` are nodes that stay: the active one, the open one. */
export function useDrawn(
  layout: TreeLayout,
  { detail, window }: Frame,
  always: readonly (string | null | undefined)[],
): Drawn {
  const kept = always.filter((id) => id != null).join(' ')
  return useMemo(() => {
    const { cards } = layout
    if (cards.length <= DRAW_ALL) return { cards, links: cards, far: false }
    const stay = new Set(kept.split(' '))
    const far = detail === 'block'
    return {
      cards: cards.filter((card) => stay.has(card.item.id) || (!far && overlaps(card, window))),
      links: far
        ? []
        : cards.filter((card) => {
            const parent = layout.byId.get(card.item.parentId ?? '')
            return parent !== undefined && overlaps(linkBox(parent, card), window)
          }),
      far,
    }
  }, [layout, detail, window, kept])
}

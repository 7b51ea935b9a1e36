import { memo } from 'react'
import { edgeName } from '../../../plan/words/node-names.ts'
import { linkPath, lineWidth, type PlacedCard, type TreeLayout } from './layout.ts'
import styles from './PlanTree.module.css'

interface LinksProps {
  readonly cards: readonly PlacedCard[]
  readonly layout: TreeLayout
  readonly plain: boolean
}

/** Lines from cards up to their parents, as wide as the rows that flow; dashed where an expression calls a subplan. */
export const Links = memo(function Links({ cards, layout, plain }: LinksProps) {
  return (
    <g className={styles.links} aria-hidden="true">
      {cards.map((card) => {
        const parent = layout.byId.get(card.item.parentId ?? '')
        if (!parent) return null
        const { node, figures } = card.item
        const rows = node.actual ? figures.rows : (node.estimate?.rows ?? 0)
        return (
          <path
            key={card.item.id}
            d={linkPath(parent, card)}
            strokeWidth={plain ? 1 : lineWidth(rows)}
            className={edgeName(node) === null ? undefined : styles.aside}
          />
        )
      })}
    </g>
  )
})

import { memo } from 'react'
import type { PlacedCard, TreeLayout } from './layout.ts'
import { linkPath } from './layout.ts'
import type { Metric } from '../model/model.ts'
import styles from './PlanTree.module.css'

interface BlocksProps {
  readonly layout: TreeLayout
  readonly metric: Metric
  readonly found: ReadonlySet<string>
}

/** Shades of a node's share against the largest; each is one path, so that thousands of nodes are a handful of elements. */
const SHADES = 8

const outline = (card: PlacedCard): string =>
  `M${card.x0.toFixed(1)} ${card.y0.toFixed(1)}H${card.x1.toFixed(1)}V${card.y1.toFixed(1)}H${card.x0.toFixed(1)}Z`

/** All nodes of a large plan from far away: shaded blocks and hairlines. */
export const Blocks = memo(function Blocks({ layout, metric, found }: BlocksProps) {
  const shades = Array.from({ length: SHADES }, () => '')
  const most = layout.cards.reduce((top, card) => Math.max(top, card.item.share[metric] ?? 0), 0)
  let links = ''
  let marked = ''
  for (const card of layout.cards) {
    const share = most > 0 ? Math.sqrt((card.item.share[metric] ?? 0) / most) : 0
    shades[Math.min(SHADES - 1, Math.floor(share * SHADES))] += outline(card)
    const parent = layout.byId.get(card.item.parentId ?? '')
    if (parent) links += linkPath(parent, card)
    if (found.has(card.item.id)) marked += outline(card)
  }
  return (
    <g aria-hidden="true">
      <path className={styles.blockLinks} d={links} />
      <path className={styles.blockFace} d={shades.join('')} />
      {shades.map((path, shade) => (
        <path
          key={shade}
          className={styles.block}
          d={path}
          fillOpacity={0.06 + (shade / (SHADES - 1)) * 0.94}
        />
      ))}
      <path className={styles.blockFound} d={marked} />
    </g>
  )
})

import { useLayoutEffect, useMemo, useRef } from 'react'
import type { PointerEvent } from 'react'
import type { TreeLayout } from './layout.ts'
import type { Metric } from '../model/model.ts'
import styles from './PlanTree.module.css'
import type { ViewportController } from './viewport-controller.ts'
import { contains, visible } from './viewport.ts'

const WIDTH = 168
const HEIGHT = 112
/** Share from which a node is drawn dark on the map. */
const HEAVY = 0.05

/** A small map of a large drawing with the part that is on screen; a click or drag goes there. */
export function Overview(props: { controller: ViewportController; layout: TreeLayout; metric: Metric }) {
  const { controller, layout, metric } = props
  const rect = useRef<SVGRectElement>(null)
  const { bounds } = layout
  const k = Math.min(WIDTH / (bounds.x1 - bounds.x0), HEIGHT / (bounds.y1 - bounds.y0))
  const paths = useMemo(() => {
    const found = { light: '', heavy: '' }
    for (const card of layout.cards) {
      const w = Math.max(1, (card.x1 - card.x0) * k)
      const h = Math.max(1, (card.y1 - card.y0) * k)
      const x = ((card.x0 - bounds.x0) * k).toFixed(1)
      const y = ((card.y0 - bounds.y0) * k).toFixed(1)
      const heavy = (card.item.share[metric] ?? 0) >= HEAVY
      found[heavy ? 'heavy' : 'light'] += `M${x} ${y}h${w.toFixed(1)}v${h.toFixed(1)}h-${w.toFixed(1)}z`
    }
    return found
  }, [layout, bounds, k, metric])

  useLayoutEffect(() => {
    const draw = (): void => {
      if (!rect.current) return
      const seen = visible(controller.view, controller.frame.size)
      const x0 = Math.max(0, (seen.x0 - bounds.x0) * k)
      const y0 = Math.max(0, (seen.y0 - bounds.y0) * k)
      const x1 = Math.min(WIDTH, (seen.x1 - bounds.x0) * k)
      const y1 = Math.min(HEIGHT, (seen.y1 - bounds.y0) * k)
      const map = rect.current.ownerSVGElement!
      map.style.display = contains(seen, bounds) ? 'none' : ''
      rect.current.setAttribute('x', String(x0))
      rect.current.setAttribute('y', String(y0))
      rect.current.setAttribute('width', String(Math.max(3, x1 - x0)))
      rect.current.setAttribute('height', String(Math.max(3, y1 - y0)))
    }
    draw()
    return controller.onView(draw)
  }, [controller, bounds, k])

  const go = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.type === 'pointermove' && event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    controller.centreOn((event.clientX - box.left) / k + bounds.x0, (event.clientY - box.top) / k + bounds.y0)
  }

  return (
    <svg
      className={styles.overview}
      data-still
      aria-hidden="true"
      width={Math.min(WIDTH, (bounds.x1 - bounds.x0) * k)}
      height={Math.min(HEIGHT, (bounds.y1 - bounds.y0) * k)}
      onPointerDown={go}
      onPointerMove={go}
    >
      <path className={styles.light} d={paths.light} />
      <path className={styles.heavy} d={paths.heavy} />
      <rect ref={rect} className={styles.seen} />
    </svg>
  )
}

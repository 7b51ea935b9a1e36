/** Whether an element is narrower than a width, as a container query sees it. */
import { useEffect, useState, type RefObject } from 'react'

/** @param width px; exactly this wide still counts as narrow, as in `max-width` */
export function useNarrow(target: RefObject<HTMLElement | null>, width: number): boolean {
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const element = target.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width <= width)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [target, width])
  return narrow
}

import { useCallback, useSyncExternalStore, type RefObject } from 'react'
import styles from './PlanFrame.module.css'

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}

/** Gives a plan the whole screen; Escape gives it back. Nothing where the browser cannot do it. */
export function FullScreenButton({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  const isFull = useSyncExternalStore(
    subscribe,
    useCallback(() => target.current !== null && document.fullscreenElement === target.current, [target]),
  )
  if (!document.fullscreenEnabled) return null
  const toggle = (): void => {
    // Refused, for instance in a frame: the plan stays where it is.
    void (isFull ? document.exitFullscreen() : target.current?.requestFullscreen())?.catch(() => undefined)
  }
  return (
    <button type="button" className={styles.plain} aria-pressed={isFull} onClick={toggle}>
      Full screen
    </button>
  )
}

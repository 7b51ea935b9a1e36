import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './VirtualList.module.css'

interface Props<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string | number
  readonly label: string
  readonly render: (item: T, index: number) => ReactNode
  /** Height of an item before it has been drawn, px. */
  readonly estimate: number
  /** This item comes into view. */
  readonly reveal?: number | undefined
}

/** Longer lists draw only what can be seen. */
const PLAIN = 40

/** A list of any length. A long one scrolls in a frame of its own, and only the part in sight is in the page. */
export function VirtualList<T>(props: Props<T>) {
  const { items, keyOf, label, render } = props
  if (items.length > PLAIN) return <Long {...props} />
  return (
    <ol aria-label={label}>
      {items.map((item, index) => (
        <li key={keyOf(item)}>{render(item, index)}</li>
      ))}
    </ol>
  )
}

function Long<T>({ items, keyOf, label, render, estimate, reveal }: Props<T>) {
  const frame = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 6,
  })
  useEffect(() => {
    if (reveal !== undefined && reveal >= 0) virtual.scrollToIndex(reveal, { align: 'center' })
    // The list itself changes with every scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reveal])
  const shown = virtual.getVirtualItems()
  // Heights are known only when an item is drawn: the browser's own way to the end stops where it was guessed to be.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== frame.current || (event.key !== 'End' && event.key !== 'Home')) return
    event.preventDefault()
    virtual.scrollToIndex(event.key === 'End' ? items.length - 1 : 0, {
      align: event.key === 'End' ? 'end' : 'start',
    })
  }
  return (
    // The frame is what has the focus, and what scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={frame}
      onKeyDown={onKeyDown}
      className={styles.frame}
      // Scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={`${label}, ${items.length} in all`}
    >
      <ol className={styles.whole} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={items.length}
            aria-posinset={index + 1}
          >
            {render(items[index]!, index)}
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useRef, type KeyboardEvent } from 'react'
import styles from './Tabs.module.css'

interface Props<T extends string> {
  readonly label: string
  /** Prefix of the ids: tab `${id}-tab-${value}`, panel `${id}-panel-${value}`. */
  readonly id: string
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly mark?: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly wide?: boolean
}

/** Tabs by the ARIA pattern: arrows move, Home and End jump, the selected tab alone is in the tab order. */
export function Tabs<T extends string>({ label, id, tabs, value, onChange, wide }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    list.current?.querySelector<HTMLElement>(`#${id}-tab-${next.value}`)?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={wide ? `${styles.list} ${styles.wide}` : styles.list}
    >
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-tab-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel-${tab.value}`}
          tabIndex={tab.value === value ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(tab.value)}
          onKeyDown={move}
        >
          {tab.label}
          {tab.mark && <span className={styles.mark}>{tab.mark}</span>}
        </button>
      ))}
    </div>
  )
}

/** Attributes of the panel that belongs to a tab of `Tabs`. */
export const panelProps = (id: string, value: string) =>
  ({
    id: `${id}-panel-${value}`,
    role: 'tabpanel',
    'aria-labelledby': `${id}-tab-${value}`,
  }) as const

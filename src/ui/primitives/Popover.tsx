import { useRef, type ReactNode } from 'react'
import styles from './Popover.module.css'

interface Props {
  readonly id: string
  /** What the button shows. */
  readonly face: ReactNode
  readonly buttonClass: string | undefined
  /** Name of the button where its face has none. */
  readonly label?: string
  readonly title?: string
  /** Where the panel stands. */
  readonly panelClass: string | undefined
  readonly children: ReactNode
}

/** A button that opens a panel; Escape, a press outside and a link inside close it. What is current in it gets the focus. */
export function Popover({ id, face, buttonClass, label, title, panelClass, children }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className={buttonClass}
        popoverTarget={id}
        aria-haspopup="true"
        aria-label={label}
        title={title}
      >
        {face}
      </button>
      {/* The links have keys of their own. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={panel}
        id={id}
        className={`${styles.panel} ${panelClass ?? ''}`}
        popover="auto"
        onClick={({ target }) => (target as Element).closest('a') && panel.current?.hidePopover()}
        // The browser leaves the focus at the button.
        onToggle={({ newState }) => {
          if (newState === 'open') panel.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
        }}
      >
        {children}
      </div>
    </>
  )
}

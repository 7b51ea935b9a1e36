import styles from './FormatButton.module.css'

interface Props {
  /** The pane's title. */
  readonly pane: string
  readonly onClick: () => void
}

/** Lays the pane's text out anew. */
export function FormatButton({ pane, onClick }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={`Format ${pane}`}
      aria-keyshortcuts="Shift+Alt+F"
      title="Lay the text out anew (Shift Alt F); undo leads back"
      onClick={onClick}
    >
      Format
    </button>
  )
}

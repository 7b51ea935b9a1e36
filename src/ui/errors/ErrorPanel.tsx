import type { EngineError } from '../../engine/contract/index.ts'
import type { PaneText } from '../../experiment/types.ts'
import { useCommands } from '../app-context.ts'
import { describeError, lineAt, PANE_TITLES } from './describe-error.ts'
import styles from './ErrorPanel.module.css'

interface Props {
  readonly error: EngineError
  /** The text that was run, to tell the line. */
  readonly text?: PaneText
  /** What it is about, where the error does not stand at its place. */
  readonly title?: string
}

/** What went wrong, what PostgreSQL said about it, and the way to the place. */
export function ErrorPanel({ error, text, title }: Props) {
  const { reveal } = useCommands()
  const { label, message, detail, hint, advice, fromPostgres, place } = describeError(error, text)
  const quiet = error.kind === 'stopped'
  return (
    <div className={quiet ? styles.quiet : styles.panel} data-testid="error-panel">
      {title && <p className={styles.title}>{title}</p>}
      <p className={fromPostgres ? styles.code : styles.label}>{label}</p>
      <p className={fromPostgres ? styles.said : styles.message}>{message}</p>
      {detail && <p className={styles.said}>{detail}</p>}
      {hint && (
        <p className={fromPostgres ? styles.said : styles.hint}>
          {fromPostgres && <span className={styles.word}>HINT </span>}
          {hint}
        </p>
      )}
      {advice && <p className={styles.hint}>{advice}</p>}
      {place && text && (
        <button type="button" className={styles.place} onClick={() => reveal(place.pane, place.offset)}>
          Go to line {lineAt(text[place.pane], place.offset)} in {PANE_TITLES[place.pane]}
        </button>
      )}
    </div>
  )
}

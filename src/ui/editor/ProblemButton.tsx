import type { TextProblem } from '../../sql/check/check-text.ts'
import styles from './ProblemButton.module.css'

interface Props {
  readonly problems: readonly TextProblem[]
  /** The pane's title. */
  readonly pane: string
  readonly onClick: () => void
}

/** How many problems the text has; leads to the next one. */
export function ProblemButton({ problems, pane, onClick }: Props) {
  if (problems.length === 0) return null
  const errors = problems.some(({ severity }) => severity === 'error')
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return (
    <button
      type="button"
      className={errors ? styles.error : styles.warning}
      aria-keyshortcuts="F8"
      title={problems.map(({ message }) => message).join('\n')}
      onClick={onClick}
    >
      <span className={styles.count}>{count}</span>
      <span className="visually-hidden"> in {pane}: go to the next</span>{' '}
      <kbd className={styles.key} aria-hidden="true">
        F8
      </kbd>
    </button>
  )
}

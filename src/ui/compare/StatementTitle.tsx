import styles from './Statement.module.css'

interface Props {
  readonly label: string
  /** SQL; shown on one line. */
  readonly text: string | undefined
  /** What it costs on each side, in words; null where the side has no such statement. */
  readonly before: string | null
  readonly after: string | null
}

/** One line of the list of statements: which, how it begins, and what it costs. */
export function StatementTitle({ label, text, before, after }: Props) {
  return (
    <span className={styles.title}>
      <span className={styles.label}>{label}</span>
      <code className={styles.text}>{text?.replaceAll(/\s+/g, ' ')}</code>
      <span className={styles.buffers}>
        {before !== null && <span className={styles.before}>{before}</span>}
        {before !== null && after !== null && ' → '}
        {after !== null && <span className={styles.after}>{after}</span>}
      </span>
    </span>
  )
}

import type { Measurement } from '../../engine/protocol.ts'
import { formatMs } from '../primitives/format.ts'
import styles from './AppliedChanges.module.css'

/** The statements of the Changes pane as they were applied, with their times, and what PostgreSQL remarked. */
export function AppliedChanges({ measurement }: { measurement: Measurement | null }) {
  if (!measurement) return null
  const notices = [
    ...measurement.changes.flatMap((change) => change.notices),
    ...measurement.statements.flatMap((statement) => statement.notices),
    ...measurement.notices,
  ]
  if (measurement.changes.length === 0 && notices.length === 0) return null
  return (
    <section aria-labelledby="applied-title">
      <h2 id="applied-title" className={styles.title}>
        Changes applied
      </h2>
      <ol className={styles.list}>
        {measurement.changes.map((change, index) => (
          <li key={index} className={styles.change}>
            <code className={styles.text}>{change.text}</code>
            <span className={styles.time}>{formatMs(change.ms)}</span>
          </li>
        ))}
      </ol>
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice, index) => (
            <li key={index}>{notice}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

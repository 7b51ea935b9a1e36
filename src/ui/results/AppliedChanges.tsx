import type { Measurement } from '../../engine/contract/index.ts'
import { count } from '../../shared/words.ts'
import { formatMs } from '../primitives/format.ts'
import styles from './AppliedChanges.module.css'

/** The statements of the Changes pane as they were applied, with their times, and what PostgreSQL remarked. */
export function AppliedChanges({ measurement }: { measurement: Measurement | null }) {
  if (!measurement) return null
  const notices = counts([
    ...measurement.changes.flatMap((change) => change.notices),
    ...measurement.statements.flatMap((statement) => statement.notices),
    ...measurement.notices,
  ])
  if (measurement.changes.length === 0 && notices.size === 0) return null
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
      {notices.size > 0 && (
        <ul className={styles.notices}>
          {[...notices].map(([notice, times]) => (
            <li key={notice}>
              {notice}
              {times > 1 && ` (${count(times)} times)`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** How often each text comes, in the order of its first. */
function counts(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1)
  return found
}

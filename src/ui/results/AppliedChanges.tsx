import type { Measurement } from '../../engine/contract/index.ts'
import { formatMs } from '../primitives/format.ts'
import { VirtualList } from '../primitives/VirtualList.tsx'
import { ServerNotices } from './ServerNotices.tsx'
import styles from './AppliedChanges.module.css'

/** The statements of the Changes pane as they were applied, with their times, and what PostgreSQL remarked on each. */
export function AppliedChanges({ measurement }: { measurement: Measurement | null }) {
  if (!measurement || measurement.changes.length === 0) return null
  return (
    <section aria-labelledby="applied-title">
      <h2 id="applied-title" className={styles.title}>
        Changes applied
      </h2>
      <VirtualList
        items={[...measurement.changes.entries()]}
        keyOf={([index]) => index}
        label="Changes applied"
        estimate={30}
        render={([, change]) => (
          <div className={styles.change}>
            <span className={styles.line}>
              <code className={styles.text}>{change.text}</code>
              <span className={styles.time}>{formatMs(change.ms)}</span>
            </span>
            <ServerNotices notices={change.notices} />
          </div>
        )}
      />
    </section>
  )
}

import type { Measurement } from '../../engine/contract/index.ts'
import { ServerNotices } from './ServerNotices.tsx'
import styles from './ServerNotices.module.css'

/** What PostgreSQL remarked while the request ran, and at the checks that its COMMIT would make. */
export function RequestNotices({ measurement }: { measurement: Measurement | null }) {
  const notices = [
    ...(measurement?.statements ?? []).flatMap((statement) => statement.notices),
    ...(measurement?.notices ?? []),
  ]
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="request-notices-title">
      <h2 id="request-notices-title" className={styles.title}>
        Notices of the query
      </h2>
      <ServerNotices notices={notices} />
    </section>
  )
}

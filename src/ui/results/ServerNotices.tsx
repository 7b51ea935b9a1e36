import { count } from '../../shared/words.ts'
import { VirtualList } from '../primitives/VirtualList.tsx'
import styles from './ServerNotices.module.css'

/** What PostgreSQL remarked, e.g. `WARNING: …`; each text once. */
export function ServerNotices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null
  const times = new Map<string, number>()
  for (const notice of notices) times.set(notice, (times.get(notice) ?? 0) + 1)
  return (
    <div className={styles.notices}>
      <VirtualList
        items={[...times]}
        keyOf={([notice]) => notice}
        label="What PostgreSQL remarked"
        estimate={22}
        render={([notice, said]) => `${notice}${said > 1 ? ` (${count(said)} times)` : ''}`}
      />
    </div>
  )
}

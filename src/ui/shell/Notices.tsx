import type { Notice } from '../../state/app-state.ts'
import { useApp, useCommands } from '../app-context.ts'
import { downloadProgress } from '../editor/download.ts'
import { Button } from '../primitives/Button.tsx'
import styles from './Notices.module.css'

/** Messages that belong to no place; they stay until they are answered. */
export function Notices() {
  const notices = useApp((state) => state.notices)
  return (
    <section className={styles.notices} aria-label="Messages" aria-live="polite">
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function Message({ notice }: { notice: Notice }) {
  const { id, tone, text, action } = notice
  const { dismissNotice, actOnNotice, exportProgress } = useCommands()
  const act = () => {
    if (!action) return
    if (action.command.kind === 'export') downloadProgress(exportProgress())
    if (action.command.kind === 'reload') location.reload()
    actOnNotice(id, action.command)
  }
  return (
    <div className={styles.notice} data-tone={tone}>
      <p>{text}</p>
      {action && <Button onClick={act}>{action.label}</Button>}
      <Button look="quiet" icon="cross" aria-label="Dismiss" onClick={() => dismissNotice(id)} />
    </div>
  )
}

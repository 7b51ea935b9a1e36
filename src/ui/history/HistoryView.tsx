import { useMemo, useState } from 'react'
import { sameText } from '../../state/document.ts'
import type { HistoryEntry } from '../../state/stored-shapes.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { formatCounted, formatWhen } from '../primitives/format.ts'
import styles from './HistoryView.module.css'

const REASONS: Readonly<Record<HistoryEntry['reason'], string>> = {
  run: 'run',
  reset: 'before Reset',
  restore: 'before restoring another',
  'other-tab': 'from another tab',
  open: 'before opening a file',
  solution: 'before the solution',
}

/** Earlier texts of this lesson or experiment. */
export default function HistoryView() {
  const history = useApp((state) => state.history)
  const key = useApp((state) => state.document?.key)
  const entries = useMemo(() => history.filter((entry) => entry.document === key), [history, key])
  const busy = useApp(({ bench }) => bench.busy !== null)
  const pinned = useApp(({ bench }) => bench.pinned)
  const { restore, compareWith } = useCommands()
  const [now] = useState(() => Date.now())
  if (entries.length === 0)
    return (
      <p className={styles.none}>Every text that you run, reset or replace is kept here, in this browser.</p>
    )
  return (
    <ol className={styles.history}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <header className={styles.header}>
            <time dateTime={new Date(entry.at).toISOString()}>{formatWhen(entry.at, now)}</time>
            <span>{REASONS[entry.reason]}</span>
            {entry.buffers !== undefined && <span>{formatCounted(entry.buffers, 'buffer')}</span>}
            {entry.passed !== undefined && (
              <span className={entry.passed ? styles.passed : styles.failed}>
                {entry.passed ? 'passed' : 'not passed'}
              </span>
            )}
            <span className={styles.actions}>
              {pinned && sameText(pinned.text, entry) ? (
                <span className={styles.before}>on the Before side</span>
              ) : (
                entry.buffers !== undefined && (
                  <Button look="quiet" disabled={busy} onClick={() => void compareWith(entry.id)}>
                    Compare with this
                  </Button>
                )
              )}
              <Button look="quiet" onClick={() => restore(entry.id)}>
                Restore
              </Button>
            </span>
          </header>
          {entry.changes.trim() !== '' && <pre className={styles.text}>{entry.changes.trim()}</pre>}
          <pre className={styles.text}>{entry.query.trim()}</pre>
        </li>
      ))}
    </ol>
  )
}

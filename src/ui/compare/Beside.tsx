import { useState } from 'react'
import { selectLesson } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { formatCounted, formatWhen } from '../primitives/format.ts'
import styles from './Beside.module.css'

/** What stands on the Before side where it is not the baseline, and the way back. */
export function Beside() {
  const pinned = useApp(({ bench }) => bench.pinned)
  const attempt = useApp(({ bench }) => bench.attempt)
  const lesson = useApp(selectLesson)
  const busy = useApp(({ bench }) => bench.busy !== null)
  const { unpin } = useCommands()
  const [now] = useState(() => Date.now())
  if (!pinned) return null
  const hasBaseline = lesson !== undefined || (attempt?.text.changes.trim() ?? '') !== ''
  return (
    <div className={styles.beside}>
      <p>
        <strong>Before:</strong> your run of {formatWhen(pinned.at, now)},{' '}
        {formatCounted(pinned.measurement.totals.buffers, 'buffer')}.
        {lesson && ' The verdict is against the baseline.'}
      </p>
      <Button look="quiet" disabled={busy} onClick={() => void unpin()}>
        {hasBaseline ? 'Back to the baseline' : 'Compare with nothing'}
      </Button>
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { EngineProgress } from '../../engine/contract/index.ts'
import type { Busy } from '../../state/app-state.ts'
import { selectStale } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { formatBytes, formatTime } from '../primitives/format.ts'
import styles from './StatusLine.module.css'

/**
 * One line of fixed height: what the database is doing, or which text the figures below belong to. Nothing below it
 * moves when it changes.
 */
export function StatusLine() {
  const busy = useApp(({ bench }) => bench.busy)
  const stale = useApp(selectStale)
  const attempt = useApp(({ bench }) => bench.attempt)
  const failure = useApp(({ bench }) => bench.failure)
  const baseline = useApp(({ bench }) => bench.baseline)
  const dirty = useApp(({ console }) => console.dirty)
  if (busy) return <BusyLine busy={busy} />
  const last = failure ?? attempt
  const text = stale
    ? `Edited since. The figures are those of the text run at ${last ? formatTime(last.at) : ''}.`
    : failure
      ? `No result at ${formatTime(failure.at)}.${attempt ? ' The figures are those of the Run before.' : ''}`
      : attempt
        ? `Measured at ${formatTime(attempt.at)}.`
        : baseline
          ? 'The baseline is measured.'
          : 'Nothing has been measured yet.'
  return (
    <p className={styles.line} data-stale={stale}>
      {text}
      {dirty && (
        <span className={styles.dirty}>
          The console has changed the database; the next Run starts afresh.
        </span>
      )}
    </p>
  )
}

function BusyLine({ busy }: { busy: Busy }) {
  const { progress } = busy
  const known = progress?.stage === 'download' && progress.total > 0 ? progress.loaded / progress.total : null
  return (
    <div className={styles.line} data-busy="true">
      <span>
        {describeStage(busy)}
        {busy.again && ' Then your new text.'}
      </span>
      <Elapsed since={busy.since} />
      <span className={styles.track}>
        <span
          className={known === null ? styles.unknown : styles.known}
          style={known === null ? {} : { width: `${known * 100}%` }}
        />
      </span>
    </div>
  )
}

function describeStage({ what, stage, progress }: Busy): string {
  if (stage === 'grading') return 'Checking against the reference solution …'
  if (!progress) return what === 'baseline' ? 'Starting PostgreSQL …' : 'Preparing a fresh database …'
  return describeProgress(progress, what)
}

function describeProgress(progress: EngineProgress, what: Busy['what']): string {
  switch (progress.stage) {
    case 'download':
      return `Loading data, ${formatBytes(progress.loaded)} of ${formatBytes(progress.total)} …`
    case 'start':
      return what === 'baseline' ? 'Starting PostgreSQL …' : 'Preparing a fresh database …'
    case 'setup':
      return `Preparing the lesson’s data, step ${progress.index + 1} of ${progress.count} …`
    case 'changes':
      return `Applying change ${progress.index + 1} of ${progress.count} …`
    case 'measured':
    case 'undisturbed':
      return 'Checking …'
    case 'request':
      return progress.runs > 1
        ? `Measuring, run ${Math.min(progress.run + 1, progress.runs)} of ${progress.runs} …`
        : 'Measuring …'
    case 'probe':
      return `Trying awkward data, ${progress.index + 1} of ${progress.count} …`
    case 'variant':
      return `Trying other values, ${progress.index + 1} of ${progress.count} …`
  }
}

/** Seconds, from the second one on. */
function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((now - since) / 1000)
  return seconds >= 2 ? <span className={styles.elapsed}>{seconds} s</span> : null
}

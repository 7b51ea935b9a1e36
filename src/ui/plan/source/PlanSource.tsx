import { useMemo, useState } from 'react'
import { count } from '../../../shared/words.ts'
import styles from './PlanSource.module.css'

interface PlanSourceProps {
  readonly text: string
  /** Name of the downloaded file. */
  readonly file: string
  readonly type: 'application/json' | 'text/plain'
  readonly label: string
  /** One sentence above the text. */
  readonly note?: string | undefined
}

/** Saves a text as a file; the page makes it, nothing is fetched. */
function download(text: string, file: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = file
  anchor.click()
  URL.revokeObjectURL(url)
}

/** Lines that are shown at once; the copy and the file are always whole. */
const MOST_LINES = 4000

function firstLines(text: string): { readonly text: string; readonly left: number } {
  const lines = text.split('\n')
  if (lines.length <= MOST_LINES) return { text, left: 0 }
  return { text: lines.slice(0, MOST_LINES).join('\n'), left: lines.length - MOST_LINES }
}

/** A plan as plain text, to read, copy and keep. */
export function PlanSource({ text, file, type, label, note }: PlanSourceProps) {
  const [said, setSaid] = useState('')
  const shown = useMemo(() => firstLines(text), [text])
  const copy = (): void => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    done.then(
      () => setSaid('Copied.'),
      () => setSaid('The browser refused to copy. Select the text instead.'),
    )
  }
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <span>{note}</span>
        <output>{said}</output>
        <button type="button" onClick={copy}>
          Copy
        </button>
        <button type="button" onClick={() => download(text, file, type)}>
          Download
        </button>
      </div>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.text} tabIndex={0} aria-label={label}>
        <pre>{shown.text}</pre>
        {shown.left > 0 && <p>{count(shown.left)} more lines are in the copy and in the file.</p>}
      </section>
    </div>
  )
}

import { useRef, useState, type ChangeEvent } from 'react'
import { useCommands } from '../app-context.ts'
import { downloadText } from '../editor/download.ts'
import { Button } from '../primitives/Button.tsx'
import { counted } from '../primitives/format.ts'
import styles from './Transfer.module.css'

/** Larger files are not ours. Bytes. */
const LARGEST = 20_000_000

/** Progress, texts and history as a file. */
export function Transfer() {
  const { exportProgress, importProgress } = useCommands()
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    if (file.size > LARGEST) return setSaid('This file is too large to be a progress file.')
    const outcome = importProgress(await file.text())
    setSaid(
      outcome.ok
        ? `Progress of ${counted(outcome.lessons, 'lesson')} was added. Texts that differ are in their lesson’s history.`
        : outcome.message,
    )
  }
  return (
    <section className={styles.transfer} aria-label="Your progress as a file">
      <p>Your progress and your texts are kept in this browser only.</p>
      <p className={styles.buttons}>
        <Button
          icon="download"
          onClick={() => downloadText('planground-progress.json', exportProgress(), 'application/json')}
        >
          Export progress
        </Button>
        <Button icon="open" onClick={() => input.current?.click()}>
          Import progress
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="Progress file"
          onChange={(event) => void take(event)}
        />
      </p>
      <output>{said}</output>
    </section>
  )
}

import { useRef, useState, type ChangeEvent } from 'react'
import type { ImportOutcome } from '../../state/commands/progress-file.ts'
import { useCommands } from '../app-context.ts'
import { downloadProgress } from '../editor/download.ts'
import { Button } from '../primitives/Button.tsx'
import { formatCounted } from '../primitives/format.ts'
import styles from './Transfer.module.css'

/** Larger files are not ours. Bytes. */
const LARGEST = 20_000_000

function describeImport(outcome: ImportOutcome): string {
  if (outcome.kind === 'not-a-progress-file')
    return 'This is not a progress file of this playground, or one of a newer version.'
  const { lessons, cut, unkept } = outcome
  const unstored = [
    ...(unkept.progress ? ['the progress'] : []),
    ...(unkept.texts > 0 ? [formatCounted(unkept.texts, 'text')] : []),
  ].join(' and ')
  return [
    `Progress of ${formatCounted(lessons, 'lesson')} was added. Texts that differ are in their lesson’s history.`,
    ...(cut > 0 ? [`The history is full: the oldest ${formatCounted(cut, 'text')} had to go.`] : []),
    ...(unstored === ''
      ? []
      : [`But this browser could not store ${unstored}: gone when you close the page. Keep the file.`]),
  ].join(' ')
}

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
    setSaid(describeImport(importProgress(await file.text())))
  }
  return (
    <section className={styles.transfer} aria-label="Your progress as a file">
      <p>Your progress and your texts are kept in this browser only.</p>
      <p className={styles.buttons}>
        <Button icon="download" onClick={() => downloadProgress(exportProgress())}>
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

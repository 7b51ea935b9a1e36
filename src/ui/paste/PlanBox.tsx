import { useId, useRef } from 'react'
import type { ChangeEvent } from 'react'
import type { PlanError } from '../../plan/types.ts'
import { lineRange } from './pasted-texts.ts'
import styles from './PastePlanPage.module.css'

interface PlanBoxProps {
  readonly label: string
  readonly hint: string
  readonly text: string
  /** Why the text is no plan; null where it is one or where it is empty. */
  readonly error: PlanError | null
  readonly onChange: (text: string) => void
}

/** A text to paste a plan into; an error names its line and can show it. */
export function PlanBox({ label, hint, text, error, onChange }: PlanBoxProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const showLine = (line: number): void => {
    const box = area.current
    if (!box) return
    const { start, end } = lineRange(text, line)
    box.focus()
    box.setSelectionRange(start, end)
    const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight)
    box.scrollTop = Math.max(0, (line - 3) * lineHeight)
  }
  const onFile = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) onChange(await file.text())
  }
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <span>{hint}</span>
        <label className={styles.file}>
          Open a file
          <input
            type="file"
            accept=".txt,.json,.log,.sql,.csv,text/*,application/json"
            onChange={(event) => void onFile(event)}
          />
        </label>
        <button type="button" disabled={text === ''} onClick={() => onChange('')}>
          Clear
        </button>
      </div>
      <textarea
        id={id}
        ref={area}
        value={text}
        spellCheck={false}
        wrap="off"
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error.message}{' '}
          {error.line !== null && (
            <button type="button" onClick={() => showLine(error.line!)}>
              Show line {error.line}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

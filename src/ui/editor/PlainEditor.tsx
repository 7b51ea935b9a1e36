import { useEffect, useRef } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import { useApp, useCommands } from '../app-context.ts'
import { notePlainFocus } from './plain-focus.ts'
import styles from './PlainEditor.module.css'

interface Props {
  readonly pane: PaneName
  readonly label: string
  readonly placeholder: string
  readonly onPaste: (pane: PaneName, pasted: string) => void
}

/** The pane until Monaco is there, and where it cannot be loaded: same text, same place of every letter. */
export function PlainEditor({ pane, label, placeholder, onPaste }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const text = useApp((state) => state.text[pane])
  const reveal = useApp(({ view }) => view.reveal)
  const { edit } = useCommands()
  useEffect(() => {
    if (reveal?.pane !== pane) return
    field.current?.focus()
    field.current?.setSelectionRange(reveal.offset, reveal.offset)
  }, [reveal, pane])
  const noteCaret = () => {
    const { current } = field
    if (current) notePlainFocus({ pane, start: current.selectionStart, end: current.selectionEnd })
  }
  return (
    <div className={styles.frame}>
      <div className={styles.numbers} aria-hidden="true">
        {text.split('\n').map((_, index) => (
          <span key={index}>{index + 1}</span>
        ))}
      </div>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        data-pane={pane}
        onChange={(event) => {
          edit(pane, event.target.value)
          noteCaret()
        }}
        onSelect={noteCaret}
        onBlur={() => notePlainFocus(null)}
        onPaste={(event) => onPaste(pane, event.clipboardData.getData('text/plain'))}
      />
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import { useApp, useCommands } from '../app-context.ts'
import { describeError } from '../errors/describe-error.ts'
import { useDark } from '../use-theme.ts'
import { takePlainFocus } from './plain-focus.ts'
import { PlainEditor } from './PlainEditor.tsx'
import type { MonacoModule } from './use-monaco.ts'
import styles from './SqlPane.module.css'

interface Props {
  readonly pane: PaneName
  readonly title: string
  readonly note: string
  readonly placeholder: string
  readonly monaco: MonacoModule | undefined
  readonly onPaste: (pane: PaneName, pasted: string) => void
}

export const LEAVE_HELP = 'Press Escape, then Tab to leave the editor. Ctrl Enter or Cmd Enter runs.'

/** One of the two panes: its title and its editor. */
export function SqlPane({ pane, title, note, placeholder, monaco, onPaste }: Props) {
  const documentKey = useApp(({ document }) => document?.key)
  return (
    <section className={styles.pane} aria-label={`${title} pane`}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <span className={styles.note}>{note}</span>
      </header>
      {monaco ? (
        // A document has models of its own, so that undo does not lead into another one.
        <MonacoPane
          key={documentKey}
          pane={pane}
          title={title}
          placeholder={placeholder}
          monaco={monaco}
          onPaste={onPaste}
        />
      ) : (
        <PlainEditor pane={pane} label={`${title}, SQL`} placeholder={placeholder} onPaste={onPaste} />
      )}
    </section>
  )
}

function MonacoPane({
  pane,
  title,
  placeholder,
  monaco,
  onPaste,
}: Omit<Props, 'note' | 'monaco'> & { monaco: MonacoModule }) {
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<InstanceType<MonacoModule['PaneEditor']> | null>(null)
  const text = useApp((state) => state.text[pane])
  const failure = useApp(({ bench }) => bench.failure)
  const reveal = useApp(({ view }) => view.reveal)
  const { edit } = useCommands()
  const dark = useDark()
  const latest = useRef({ text, dark, onPaste })
  useEffect(() => {
    latest.current = { text, dark, onPaste }
  })

  useEffect(() => {
    if (!container.current) return
    const focused = takePlainFocus(pane)
    const made = new monaco.PaneEditor({
      pane,
      container: container.current,
      text: latest.current.text,
      label: `${title}, SQL. ${LEAVE_HELP}`,
      placeholder,
      dark: latest.current.dark,
      onChange: (value) => edit(pane, value),
      onPaste: (pasted) => latest.current.onPaste(pane, pasted),
    })
    editor.current = made
    if (focused) made.setSelection(focused.start, focused.end)
    return () => {
      editor.current = null
      made.dispose()
    }
  }, [monaco, pane, title, placeholder, edit])

  useEffect(() => {
    editor.current?.setText(text)
  }, [text])
  useEffect(() => {
    monaco.setEditorTheme(dark)
  }, [monaco, dark])
  useEffect(() => {
    if (reveal?.pane === pane) editor.current?.reveal(reveal.offset)
  }, [reveal, pane])
  useEffect(() => {
    const described = failure && describeError(failure.error)
    const here = described?.place?.pane === pane && failure?.text[pane] === text
    editor.current?.setMarker(
      here && described?.place
        ? {
            offset: described.place.offset,
            message: [described.message, described.detail, described.hint].filter(Boolean).join('\n'),
          }
        : null,
    )
  }, [failure, pane, text])

  return <div ref={container} className={styles.editor} data-pane={pane} />
}

import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import type { TextProblem } from '../../sql/check/check-text.ts'
import { useApp, useCommands } from '../app-context.ts'
import { describeError } from '../errors/describe-error.ts'
import { useDark } from '../use-theme.ts'
import { takePlainFocus } from './plain-focus.ts'
import { FormatButton } from './FormatButton.tsx'
import { PlainEditor } from './PlainEditor.tsx'
import { ProblemButton } from './ProblemButton.tsx'
import type { MonacoModule } from './use-monaco.ts'
import { useFormat } from './use-format.ts'
import { useProblems } from './use-problems.ts'
import styles from './SqlPane.module.css'

interface Props {
  readonly pane: PaneName
  readonly title: string
  readonly note: string
  readonly placeholder: string
  readonly monaco: MonacoModule | undefined
  /** Somebody works in the editor. */
  readonly active: boolean
  readonly onPaste: (pane: PaneName, pasted: string) => void
}

type PaneEditor = InstanceType<MonacoModule['PaneEditor']>

export const LEAVE_HELP =
  'Press Escape, then Tab to leave the editor. Ctrl Enter or Cmd Enter runs. F8 goes to the next problem.'

/** One of the two panes: its title and its editor. */
export function SqlPane({ pane, title, note, placeholder, monaco, active, onPaste }: Props) {
  const documentKey = useApp(({ document }) => document?.key)
  const { reveal } = useCommands()
  const problems = useProblems(pane, active)
  const format = useFormat(pane)
  const [told, setTold] = useState('')
  const editor = useRef<PaneEditor | null>(null)
  const holdEditor = useCallback((made: PaneEditor | null) => {
    editor.current = made
  }, [])
  const goToProblem = () => {
    const [first] = problems
    if (editor.current) return editor.current.goToProblem(1)
    if (!first) return
    reveal(pane, first.start)
    setTold(first.message)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyF' || !event.shiftKey || !event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void format()
  }
  return (
    // The shortcut belongs to the editor inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.pane} aria-label={`${title} pane`} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <span className={styles.note}>{note}</span>
        <span className={styles.tools}>
          <ProblemButton problems={problems} pane={title} onClick={goToProblem} />
          <FormatButton pane={title} onClick={() => void format()} />
        </span>
      </header>
      <output className="visually-hidden">{told}</output>
      {monaco ? (
        // A document has models of its own, so that undo does not lead into another one.
        <MonacoPane
          key={documentKey}
          pane={pane}
          title={title}
          placeholder={placeholder}
          monaco={monaco}
          onEditor={holdEditor}
          problems={problems}
          onPaste={onPaste}
          onProblem={setTold}
        />
      ) : (
        <PlainEditor pane={pane} label={`${title}, SQL`} placeholder={placeholder} onPaste={onPaste} />
      )}
    </section>
  )
}

interface MonacoPaneProps extends Omit<Props, 'note' | 'monaco' | 'active'> {
  readonly monaco: MonacoModule
  readonly onEditor: (editor: PaneEditor | null) => void
  readonly problems: readonly TextProblem[]
  readonly onProblem: (message: string) => void
}

function MonacoPane({
  pane,
  title,
  placeholder,
  monaco,
  onEditor,
  problems,
  onPaste,
  onProblem,
}: MonacoPaneProps) {
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<PaneEditor | null>(null)
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
      onProblem,
    })
    editor.current = made
    onEditor(made)
    if (focused) made.setSelection(focused.start, focused.end)
    return () => {
      editor.current = null
      onEditor(null)
      made.dispose()
    }
  }, [monaco, pane, title, placeholder, edit, onEditor, onProblem])

  useEffect(() => {
    editor.current?.setText(text)
  }, [text])
  useEffect(() => {
    editor.current?.setProblems(problems)
  }, [problems])
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

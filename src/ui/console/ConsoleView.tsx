import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { ConsoleResult } from '../../engine/contract/index.ts'
import type { ConsoleEntry } from '../../state/app-state.ts'
import { useApp, useCommands } from '../app-context.ts'
import { ErrorPanel } from '../errors/ErrorPanel.tsx'
import { Button } from '../primitives/Button.tsx'
import { formatMs } from '../primitives/format.ts'
import { RowTable } from '../results/RowTable.tsx'
import styles from './ConsoleView.module.css'

/** Any SQL on the database as the last Run left it. */
export default function ConsoleView() {
  const { input: sql, entries, busy } = useApp((state) => state.console)
  const { runConsole, typeConsole, clearConsole } = useCommands()
  const [back, setBack] = useState(0)
  /** What was typed before an earlier input was called up. */
  const unsent = useRef('')
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (busy || entries.length > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [entries, busy])
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (busy || sql.trim() === '') return
    void runConsole(sql)
    typeConsole('')
    setBack(0)
  }
  /** Earlier inputs, by arrow keys while the caret is on the first or last line. */
  const recall = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      return send()
    }
    const { selectionStart, value } = event.currentTarget
    const step =
      event.key === 'ArrowUp' && !value.slice(0, selectionStart).includes('\n')
        ? 1
        : event.key === 'ArrowDown' && !value.slice(selectionStart).includes('\n')
          ? -1
          : 0
    const to = back + step
    if (step === 0 || to < 0 || to > entries.length) return
    event.preventDefault()
    if (back === 0) unsent.current = sql
    setBack(to)
    typeConsole(to === 0 ? unsent.current : (entries[entries.length - to]?.sql ?? ''))
  }
  return (
    <div className={styles.console}>
      <div className={styles.log} role="log" aria-label="Console output">
        {entries.length === 0 && (
          <p className={styles.hint}>
            Any SQL on the database as the last Run left it, and psql’s <code>\dt</code>, <code>\di</code>,{' '}
            <code>\d table</code> and more: <code>\?</code>. What it changes is undone by the next Run.
          </p>
        )}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        {busy && <p className={styles.hint}>Running …</p>}
        <div ref={end} />
      </div>
      <form className={styles.form} onSubmit={send} data-own-run-key="">
        <textarea
          className={styles.input}
          aria-label="SQL for the console; Enter runs, Shift Enter makes a new line"
          rows={Math.min(8, Math.max(2, sql.split('\n').length))}
          spellCheck={false}
          autoCapitalize="off"
          value={sql}
          placeholder="SELECT …  or  \dt"
          onChange={(event) => typeConsole(event.target.value)}
          onKeyDown={recall}
        />
        <div className={styles.buttons}>
          <Button look="primary" type="submit" disabled={busy || sql.trim() === ''}>
            Execute
          </Button>
          <Button look="quiet" disabled={entries.length === 0} onClick={clearConsole}>
            Clear
          </Button>
        </div>
      </form>
    </div>
  )
}

function Entry({ entry }: { entry: ConsoleEntry }) {
  return (
    <article className={styles.entry}>
      <pre className={styles.sql}>{entry.sql}</pre>
      {entry.error && <ErrorPanel error={entry.error} />}
      {entry.results.map((result, index) => (
        <Result key={index} result={result} />
      ))}
    </article>
  )
}

function Result({ result }: { result: ConsoleResult }) {
  return (
    <div className={styles.result}>
      {result.notices.map((notice, index) => (
        <p key={index} className={styles.notice}>
          {notice}
        </p>
      ))}
      {result.error && <ErrorPanel error={result.error} />}
      {result.title && <p className={styles.title}>{result.title}</p>}
      {result.result && result.result.columns.length > 0 && (
        <RowTable
          rows={result.result}
          label={result.title ?? `Rows of ${result.tag}`}
          plain={result.title !== undefined}
        />
      )}
      {result.lines && <pre className={styles.lines}>{result.lines.join('\n')}</pre>}
      {!result.error && result.commandTag !== '' && result.title === undefined && (
        <p className={styles.tag}>
          {result.commandTag} <span>{formatMs(result.ms)}</span>
        </p>
      )}
    </div>
  )
}

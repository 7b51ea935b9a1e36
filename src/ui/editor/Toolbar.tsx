import { useRef } from 'react'
import { selectChanged } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { downloadText } from './download.ts'
import styles from './Toolbar.module.css'

const isMac = navigator.platform.startsWith('Mac')

/** Run, Stop and Reset, and the text as a file. */
export function Toolbar() {
  const running = useApp(({ bench }) => bench.busy?.what === 'attempt')
  const stoppable = useApp(({ bench, console }) => bench.busy !== null || console.busy)
  const changed = useApp(selectChanged)
  const hasResult = useApp(({ bench }) => bench.attempt !== null || bench.failure !== null)
  const { run, stop, reset, openFile, fileText } = useCommands()
  const input = useRef<HTMLInputElement>(null)
  const open = (files: FileList | null) => {
    const file = files?.[0]
    if (file) void file.text().then((content) => openFile(file.name, content, 'query'))
  }
  return (
    <div role="toolbar" aria-label="Experiment" className={styles.toolbar}>
      <Button
        look="primary"
        icon="run"
        className={styles.run ?? ''}
        aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
        aria-disabled={running}
        onClick={() => void run()}
      >
        {running ? 'Running' : 'Run'}
        <kbd className={styles.key}>{isMac ? 'Cmd' : 'Ctrl'} Enter</kbd>
      </Button>
      <Button icon="stop" disabled={!stoppable} onClick={stop}>
        Stop
      </Button>
      <Button
        icon="reset"
        disabled={!changed && !hasResult}
        onClick={reset}
        title="Back to the text it began with; yours goes into the history"
      >
        Reset
      </Button>
      <span className={styles.gap} />
      <Button
        look="quiet"
        icon="open"
        aria-label="Open a .sql file"
        title="Open a .sql file"
        onClick={() => input.current?.click()}
      />
      <Button
        look="quiet"
        icon="download"
        aria-label="Download as a .sql file"
        title="Download as a .sql file"
        onClick={() =>
          void fileText().then((text) => text !== undefined && downloadText('experiment.sql', text))
        }
      />
      <input
        ref={input}
        type="file"
        accept=".sql,.txt,text/plain"
        hidden
        aria-label="Experiment file"
        onChange={(event) => {
          open(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}

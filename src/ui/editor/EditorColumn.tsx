import { useEffect, useRef, useState, type DragEvent } from 'react'
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels'
import type { PaneName, PaneText } from '../../experiment/types.ts'
import { useApp, useAppStore, useCommands } from '../app-context.ts'
import { LoadFailure } from '../loading/LoadFailure.tsx'
import { Button } from '../primitives/Button.tsx'
import { Dialog } from '../primitives/Dialog.tsx'
import { completionSource } from './completion-source.ts'
import { LEAVE_HELP, SqlPane } from './SqlPane.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useMonaco } from './use-monaco.ts'
import styles from './EditorColumn.module.css'

const PLACEHOLDER = {
  changes: '-- CREATE INDEX, ANALYZE, ALTER TABLE …',
  query: 'SELECT …',
} as const

/** A pasted experiment, and what the panes held before. */
interface Offer {
  readonly kind: 'fits' | 'apart'
  readonly content: string
  readonly before: PaneText
}

/** The two panes and what is done with them. */
export function EditorColumn() {
  const store = useAppStore()
  const { setLayout, loadSchema, openFile, readPasted, openPasted } = useCommands()
  const [touched, setTouched] = useState(false)
  // Monaco is large: it waits until the first figures are on screen, or until somebody wants to type.
  const rested = useApp(
    ({ bench, document }) =>
      bench.baseline !== null ||
      bench.attempt !== null ||
      bench.failure !== null ||
      bench.baselineFailure !== null ||
      document?.source.kind === 'free',
  )
  const { monaco, failure, retry } = useMonaco(rested || touched)
  const [offer, setOffer] = useState<Offer | null>(null)
  const beforePaste = useRef(store.getState().text)
  const [initialLayout] = useState<Layout | undefined>(() => store.getState().preferences.layout['panes'])

  useEffect(() => {
    const registered = monaco?.registerCompletion(completionSource(store, loadSchema))
    return () => registered?.dispose()
  }, [monaco, store, loadSchema])

  // Where nothing has been measured yet, names are read as soon as somebody is about to write.
  useEffect(() => {
    const { bench, schema } = store.getState()
    if (touched && !bench.busy && !bench.baseline && !bench.attempt && !schema.catalog) void loadSchema()
  }, [touched, store, loadSchema])

  const onPaste = (_pane: PaneName, content: string) => {
    const before = beforePaste.current
    void readPasted(content).then((kind) => kind && setOffer({ kind, content, before }))
  }
  const onDrop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    const pane = (event.target as Element).closest('[data-pane="changes"]') ? 'changes' : 'query'
    void file.text().then((content) => openFile(file.name, content, pane))
  }
  return (
    <div
      className={styles.column}
      onFocus={() => setTouched(true)}
      onPasteCapture={() => {
        beforePaste.current = store.getState().text
      }}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={onDrop}
    >
      <Toolbar />
      {failure !== undefined && (
        <LoadFailure
          message={failure}
          instead="The plain one below keeps and runs your text as well."
          onRetry={retry}
        />
      )}
      <p id="editor-help" className="visually-hidden">
        {LEAVE_HELP}
      </p>
      <Group
        orientation="vertical"
        className={styles.panes ?? ''}
        defaultLayout={initialLayout}
        onLayoutChanged={(layout) => setLayout('panes', layout)}
      >
        <Panel id="changes" defaultSize="38%" minSize={84}>
          <SqlPane
            pane="changes"
            title="Changes"
            note="applied to a fresh copy of the data"
            placeholder={PLACEHOLDER.changes}
            monaco={monaco}
            active={touched}
            onPaste={onPaste}
          />
        </Panel>
        <Separator className={styles.separator} aria-label="Height of the panes" />
        <Panel id="query" minSize={84}>
          <SqlPane
            pane="query"
            title="Query"
            note="what is measured"
            placeholder={PLACEHOLDER.query}
            monaco={monaco}
            active={touched}
            onPaste={onPaste}
          />
        </Panel>
      </Group>
      {offer && (
        <Dialog
          title="Open as an experiment?"
          onClose={() => setOffer(null)}
          actions={
            <>
              <Button
                onClick={() => {
                  void openPasted(offer.content, offer.before)
                  setOffer(null)
                }}
              >
                {offer.kind === 'fits' ? 'Fill both panes' : 'Open it by itself'}
              </Button>
              <Button look="primary" onClick={() => setOffer(null)}>
                Keep it as pasted
              </Button>
            </>
          }
        >
          <p>
            {offer.kind === 'fits'
              ? 'What you pasted has the markers of an experiment file. Its changes and its query can go into their panes. Your earlier text stays in the history.'
              : 'What you pasted is an experiment with a dataset, a scale or notes of its own, which do not fit what is open here. It can be opened by itself. Your earlier text stays as it was.'}
          </p>
        </Dialog>
      )}
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { ResultTab } from '../../state/app-state.ts'
import { useApp, useCommands } from '../app-context.ts'
import { ResultView } from '../compare/ResultView.tsx'
import { lazyPart } from '../loading/lazy-part.tsx'
import { panelProps, Tabs } from '../primitives/Tabs.tsx'
import { StatusLine } from './StatusLine.tsx'
import styles from './ResultColumn.module.css'

const ConsoleView = lazyPart('The console', () => import('../console/ConsoleView.tsx'))
const SchemaView = lazyPart('The schema', () => import('../schema/SchemaView.tsx'))
const HistoryView = lazyPart('The history', () => import('../history/HistoryView.tsx'))

const TABS: readonly { readonly value: ResultTab; readonly label: string }[] = [
  { value: 'result', label: 'Result' },
  { value: 'console', label: 'Console' },
  { value: 'schema', label: 'Schema' },
  { value: 'history', label: 'History' },
]

/** Result of the Run, and what is one click away from it. */
export function ResultColumn() {
  const tab = useApp(({ view }) => view.resultTab)
  const documentKey = useApp(({ document }) => document?.key)
  const { showResultTab } = useCommands()
  const panel = useRef<HTMLDivElement>(null)
  const began = useApp(({ bench }) => (bench.busy?.what === 'attempt' ? bench.busy.since : undefined))
  // A Run's verdict stands at the top.
  useEffect(() => {
    if (began !== undefined) panel.current?.scrollTo({ top: 0 })
  }, [began])
  return (
    <div className={styles.column}>
      <div className={styles.tabs}>
        <Tabs id="result" label="Result and tools" tabs={TABS} value={tab} onChange={showResultTab} />
      </div>
      <StatusLine />
      <div
        ref={panel}
        className={styles.panel}
        // Scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        key={`${tab} ${documentKey}`}
        {...panelProps('result', tab)}
      >
        {tab === 'result' && <ResultView />}
        {tab === 'console' && <ConsoleView />}
        {tab === 'schema' && <SchemaView />}
        {tab === 'history' && <HistoryView />}
      </div>
    </div>
  )
}

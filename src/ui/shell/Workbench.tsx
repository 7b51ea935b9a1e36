import { useState } from 'react'
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels'
import type { Document } from '../../state/document.ts'
import type { NarrowTab } from '../../state/app-state.ts'
import { useApp, useAppStore, useCommands } from '../app-context.ts'
import { EditorColumn } from '../editor/EditorColumn.tsx'
import { lazyPart } from '../loading/lazy-part.tsx'
import { panelProps, Tabs } from '../primitives/Tabs.tsx'
import { useMedia } from '../use-media.ts'
import { ResultColumn } from './ResultColumn.tsx'
import styles from './Workbench.module.css'

const LessonPane = lazyPart('The lesson’s text', () => import('../lesson/LessonPane.tsx'))
const NotesPane = lazyPart('The notes', () => import('../lesson/NotesPane.tsx'))

/** Lesson, editor and result: side by side, stacked, or one at a time. */
export function Workbench({ document }: { document: Document }) {
  const narrow = useMedia('(max-width: 799px)')
  const wide = useMedia('(min-width: 1180px)')
  if (narrow) return <NarrowWorkbench document={document} />
  return wide ? <Columns document={document} /> : <Stack document={document} />
}

/** Sizes of a group of panes as they were left. */
function useLayout(group: string) {
  const store = useAppStore()
  const { setLayout } = useCommands()
  const [defaultLayout] = useState<Layout | undefined>(() => store.getState().preferences.layout[group])
  return { defaultLayout, onLayoutChanged: (layout: Layout) => setLayout(group, layout) }
}

function Columns({ document }: { document: Document }) {
  return (
    <Group orientation="horizontal" className={styles.group ?? ''} {...useLayout('columns')}>
      <Panel id="lesson" defaultSize="23%" minSize={240}>
        <Text document={document} />
      </Panel>
      <Separator className={styles.upright} aria-label="Width of the lesson" />
      <Panel id="editor" defaultSize="30%" minSize={320}>
        <Editor />
      </Panel>
      <Separator className={styles.upright} aria-label="Width of the editor" />
      <Panel id="result" minSize={360}>
        <Result />
      </Panel>
    </Group>
  )
}

function Stack({ document }: { document: Document }) {
  return (
    <Group orientation="horizontal" className={styles.group ?? ''} {...useLayout('stack')}>
      <Panel id="lesson" defaultSize="34%" minSize={220}>
        <Text document={document} />
      </Panel>
      <Separator className={styles.upright} aria-label="Width of the lesson" />
      <Panel id="work" minSize={380}>
        <Group orientation="vertical" className={styles.group ?? ''} {...useLayout('work')}>
          <Panel id="editor" defaultSize="46%" minSize={220}>
            <Editor />
          </Panel>
          <Separator className={styles.level} aria-label="Height of the editor" />
          <Panel id="result" minSize={160}>
            <Result />
          </Panel>
        </Group>
      </Panel>
    </Group>
  )
}

const NARROW_TABS: readonly { readonly value: NarrowTab; readonly label: string }[] = [
  { value: 'lesson', label: 'Lesson' },
  { value: 'editor', label: 'Editor' },
  { value: 'result', label: 'Result' },
]

/** All three stay in the page, so that the editor keeps its undo and the lesson its place. */
function NarrowWorkbench({ document }: { document: Document }) {
  const tab = useApp(({ view }) => view.narrowTab)
  const { showNarrowTab } = useCommands()
  const panel = (value: NarrowTab) => ({
    ...panelProps('narrow', value),
    hidden: tab !== value,
    className: styles.narrowPanel,
  })
  return (
    <div className={styles.narrow}>
      <div {...panel('lesson')}>
        <Text document={document} />
      </div>
      <div {...panel('editor')}>
        <Editor />
      </div>
      <div {...panel('result')}>
        <Result />
      </div>
      <div className={styles.narrowTabs}>
        <Tabs
          id="narrow"
          label="Lesson, editor and result"
          tabs={NARROW_TABS}
          value={tab}
          onChange={showNarrowTab}
          wide
        />
      </div>
    </div>
  )
}

function Text({ document }: { document: Document }) {
  const { source } = document
  return (
    // Scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label="Lesson" className={styles.text} key={document.key} tabIndex={0}>
      {source.kind === 'lesson' ? <LessonPane lesson={source.lesson} /> : <NotesPane document={document} />}
    </section>
  )
}

const Editor = () => (
  <section aria-label="Editor" className={styles.fill}>
    <EditorColumn />
  </section>
)

const Result = () => (
  <section aria-label="Result" className={styles.fill}>
    <ResultColumn />
  </section>
)

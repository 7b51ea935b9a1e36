import { useEffect, useRef } from 'react'
import { printHash } from '../../state/route.ts'
import { useApp, useCommands } from '../app-context.ts'
import { CoursePage } from '../course/CoursePage.tsx'
import { lazyPart } from '../loading/lazy-part.tsx'
import { useApplyTheme } from '../use-theme.ts'
import { Announcer } from './Announcer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Notices } from './Notices.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { Workbench } from './Workbench.tsx'
import styles from './App.module.css'

const PastePlanPage = lazyPart('The page that reads plans', () => import('../paste/PastePlanPage.tsx'))

/** The page: what the address asks for, under one bar. */
export function App() {
  const document = useApp((state) => state.document)
  const problem = useApp((state) => state.problem)
  const loading = useApp((state) => state.loading)
  const route = useApp((state) => state.route)
  const sharing = useApp(({ share }) => share.status !== 'closed')
  const main = useRef<HTMLElement>(null)
  useApplyTheme()
  useRunKey()
  useTitle(document?.title)
  return (
    <div className={styles.app}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => main.current?.querySelector<HTMLElement>('h1, [tabindex="0"]')?.focus()}
      >
        Skip to the content
      </button>
      <TopBar />
      <main className={styles.main} ref={main}>
        <ErrorBoundary key={document?.key ?? printHash(route)}>
          {problem ? (
            <ProblemPage problem={problem} />
          ) : document ? (
            <Workbench document={document} />
          ) : loading ? (
            <p className={styles.loading}>Loading …</p>
          ) : route.kind === 'plan' ? (
            // Scrolls, so the keyboard must reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <section className={styles.scroll} aria-label="Read a plan" tabIndex={0}>
              <PastePlanPage />
            </section>
          ) : (
            <CoursePage />
          )}
        </ErrorBoundary>
      </main>
      <Notices />
      <Announcer />
      {sharing && <ShareDialog />}
    </div>
  )
}

/** Ctrl or Cmd + Enter runs from anywhere; an editor's own use of it gives way. */
function useRunKey(): void {
  const { run } = useCommands()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if ((event.target as Element | null)?.closest?.('dialog, [data-own-run-key]')) return
      event.preventDefault()
      event.stopPropagation()
      void run()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [run])
}

function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – Planground` : 'Planground'
  }, [title])
}

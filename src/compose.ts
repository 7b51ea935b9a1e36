/** Puts the parts together: engines, course, grading and storage meet the state here. */
import type { DatasetRef, Engine } from './engine/contract/index.ts'
import { hasLesson, loadLesson, tracks } from './lesson/catalog.ts'
import type { Grader } from './grading/session.ts'
import { loadPart, NotLoaded } from './shared/not-loaded.ts'
import type { Deps, KeyValueStorage, StartDataset } from './state/ports.ts'
import { WHY_NOT_LOADED } from './ui/loading/words.ts'
import { createAppStore, type App as AppHandle } from './state/create-app-store.ts'

const loadGrader = (): Promise<Grader> =>
  loadPart('The grading', async () => {
    const grader = await import('./grading/grader.ts')
    return grader.loadGrader()
  })

const shareCodec = () => loadPart('The code for links', () => import('./state/share-link.ts'))
const fileFormat = () => loadPart('The code for experiment files', () => import('./experiment/format.ts'))
const fileReader = () =>
  loadPart('The code for experiment files', () => import('./state/experiment-files.ts'))

/** undefined where the browser refuses it, e.g. with cookies blocked. */
function browserStorage(): KeyValueStorage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

export interface Engines {
  /** What a free experiment runs on. */
  readonly defaultDataset: StartDataset
  readonly engine: (dataset: DatasetRef) => Engine
}

/** The application without its interface; it has gone to the page's address. */
export function compose({ defaultDataset, engine }: Engines): AppHandle {
  const deps: Deps = {
    engine,
    defaultDataset,
    course: {
      tracks: () => Promise.resolve(tracks),
      lesson: async (id) => (hasLesson(id) ? loadPart('This lesson', () => loadLesson(id)) : undefined),
    },
    grader: loadGrader,
    share: {
      async encode(experiment) {
        const { encodeExperiment } = await shareCodec()
        return encodeExperiment(experiment)
      },
      async decode(payload) {
        const { decodeExperiment } = await shareCodec()
        return decodeExperiment(payload)
      },
    },
    files: {
      async print(experiment) {
        const { printExperiment } = await fileFormat()
        return printExperiment(experiment)
      },
      async parse(text) {
        const { parseFile } = await fileReader()
        return parseFile(text)
      },
    },
    pushAddress: (hash) => history.pushState(null, '', hash),
    storage: browserStorage(),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
  }

  const app = createAppStore(deps)
  const { commands, store } = app

  const { theme } = store.getState().preferences
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'

  const goTo = () => void commands.navigate(location.hash)
  addEventListener('hashchange', goTo)
  addEventListener('storage', (event) => commands.storageChanged(event.key, event.newValue))
  // Whoever asked for a part may have no place of its own to say that it did not arrive.
  addEventListener('unhandledrejection', (event) => {
    const { reason }: { reason: unknown } = event
    if (!(reason instanceof NotLoaded)) return
    event.preventDefault()
    commands.notify({
      id: 'not-loaded',
      tone: 'warning',
      text: `${reason.message} ${WHY_NOT_LOADED} Try again, or reload the page.`,
      action: { label: 'Reload', command: { kind: 'reload' } },
    })
  })
  // The page may go without another word: what was typed is kept now.
  addEventListener('pagehide', commands.flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') commands.flush()
  })
  goTo()
  return app
}

/** Addresses: from a hash to what is on screen. */
import type { Lesson } from '../../lesson/types.ts'
import { EMPTY_TEXT, NO_BENCH, NO_BILL, NO_CONSOLE, NO_SCHEMA, NO_SHARE, type Problem } from '../app-state.ts'
import { notify, patch, type CommandContext } from '../command-context.ts'
import { freeDocument, lessonDocument, sameText, sharedDocument, type Document } from '../document.ts'
import { parseHash, printHash, type Route } from '../route.ts'
import { remember } from './history.ts'
import { reach } from './progress.ts'
import { measureBaseline } from './baseline.ts'
import { run, runWhatPassed, stop, stopAll } from './run.ts'

/** Goes to an address; what ran before is ended. Resolves when the page is there, not when it is measured. */
export async function navigate(context: CommandContext, hash: string): Promise<void> {
  const { store } = context
  const route = parseHash(hash)
  const { route: old, document, problem, console } = store.getState()
  // What could not be loaded is tried again.
  const there = document ?? (problem && problem.kind !== 'load')
  if (printHash(old) === printHash(route) && there) return
  leave(context)
  store.setState({
    route,
    loading: true,
    problem: null,
    document: null,
    text: EMPTY_TEXT,
    bench: NO_BENCH,
    bill: NO_BILL,
    console: { ...NO_CONSOLE, input: console.input },
    schema: NO_SCHEMA,
    share: NO_SHARE,
  })
  patch(context, 'view', { resultTab: 'result', narrowTab: 'lesson', solutionOpen: false, reveal: null })
  const found = await find(context, route).catch((error: unknown): Problem => {
    return { kind: 'load', message: error instanceof Error ? error.message : String(error) }
  })
  if (store.getState().route !== route) return
  if (found && 'kind' in found) store.setState({ loading: false, problem: found })
  else if (found) openDocument(context, found)
  else store.setState({ loading: false })
  await loadTracks(context)
}

/** Tries once more to open what could not be opened. */
export async function openAgain(context: CommandContext): Promise<void> {
  const { route, problem } = context.store.getState()
  if (!problem) return
  context.store.setState({ problem: null })
  await navigate(context, printHash(route))
}

/** undefined: a page that is no document. */
async function find({ deps }: CommandContext, route: Route): Promise<Document | Problem | undefined> {
  switch (route.kind) {
    case 'course':
    case 'plan':
      return undefined
    case 'free':
      return freeDocument(deps.defaultDataset)
    case 'lesson': {
      const lesson = await loadLesson(deps, route.id)
      if (!lesson) return { kind: 'unknown-lesson', id: route.id }
      return 'kind' in lesson ? lesson : lessonDocument(lesson)
    }
    case 'shared': {
      const decoded = await deps.share.decode(route.payload)
      if (!decoded.ok) return { kind: 'broken-link', message: decoded.error }
      const experiment = decoded.value
      const lesson = experiment.lesson === undefined ? undefined : await loadLesson(deps, experiment.lesson)
      if (lesson && 'kind' in lesson) return lesson
      return sharedDocument(route.payload, experiment, lesson)
    }
    case 'unknown':
      return { kind: 'unknown-address' }
  }
}

/** undefined where the course has no such lesson. */
async function loadLesson(
  { course }: CommandContext['deps'],
  id: string,
): Promise<Lesson | Problem | undefined> {
  try {
    return await course.lesson(id)
  } catch (error) {
    return { kind: 'lesson-load', id, message: error instanceof Error ? error.message : String(error) }
  }
}

function openDocument(context: CommandContext, document: Document): void {
  const { store, drafts } = context
  const text = drafts.load(document.key) ?? document.original
  const saving = drafts.waits(document.key) ? 'failed' : 'saved'
  store.setState({ document, text, loading: false, saving })
  if (document.source.kind === 'lesson') {
    reach(context, document.source.lesson.id)
    void measureBaseline(context).then(() => runWhatPassed(context, document))
  } else if (document.source.kind === 'shared') void run(context)
}

/** Ends what the document that is being left was doing, and keeps its text. */
function leave(context: CommandContext): void {
  context.drafts.flush()
  const { document } = context.store.getState()
  if (document) stopAll(context, document)
  // What another tab wrote was about this text; what is not kept goes on being so, whatever is open.
  context.store.setState(({ notices }) => ({
    notices: notices.filter(({ action }) => action?.command.kind !== 'use-text'),
  }))
}

/** The course's table of contents, loaded once. */
export async function loadTracks({ store, deps }: CommandContext): Promise<void> {
  if (store.getState().tracks) return
  try {
    store.setState({ tracks: await deps.course.tracks() })
  } catch {
    notify({ store }, { id: 'tracks', tone: 'warning', text: 'The list of lessons could not be loaded.' })
  }
}

/** Puts the document's own text back; the old one goes into the history. */
export function reset(context: CommandContext): void {
  const { store, drafts } = context
  const { document, text, bench } = store.getState()
  if (!document) return
  if (bench.busy?.what === 'attempt') stop(context)
  if (!sameText(text, document.original)) remember(context, document, text, 'reset')
  store.setState({ text: document.original })
  patch(context, 'bench', { attempt: null, failure: null, pinned: null })
  patch(context, 'console', { dirty: false })
  context.deps.engine(document).reset()
  drafts.save(document.key, document.original)
}

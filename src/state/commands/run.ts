/** Run and Stop. */
import type { EngineError } from '../../engine/contract/index.ts'
import type { PaneText } from '../../experiment/types.ts'
import type { Lesson } from '../../lesson/types.ts'
import { begin, end, type OnProgress } from '../busy.ts'
import { isOpen, patch, type CommandContext } from '../command-context.ts'
import { lessonOf, sameText, type Document } from '../document.ts'
import { beforeJob, textJob } from '../jobs.ts'
import { lessonGrading } from '../lesson-grading.ts'
import { showAttempt } from '../show-attempt.ts'
import { prepareAtRest, showBaseline } from './baseline.ts'
import type { HistoryEntry } from '../stored-shapes.ts'
import { remember } from './history.ts'

/** Measures the panes' text and, in a lesson, grades it; the result comes into view. */
export async function run(context: CommandContext): Promise<void> {
  const { document, text, bench } = context.store.getState()
  if (!document) return
  if (bench.busy?.what === 'attempt') {
    // The text has changed while the verdict on the one before is still being made.
    const again = !sameText(bench.busy.text, text)
    return patch(context, 'bench', { busy: { ...bench.busy, again } })
  }
  remember(context, document, text, 'run')
  patch(context, 'view', { resultTab: 'result', narrowTab: 'result' })
  await runText(context, document, text)
}

/** Measures again the text that passed, where a lesson is opened with it: nobody pressed Run. */
export async function runWhatPassed(context: CommandContext, document: Document): Promise<void> {
  const { text, history, bench } = context.store.getState()
  if (!isOpen(context, document) || bench.busy || bench.attempt) return
  const passed = (entry: HistoryEntry) =>
    entry.document === document.key && entry.passed === true && sameText(entry, text)
  if (history.some(passed)) await runText(context, document, text)
}

async function runText(context: CommandContext, document: Document, text: PaneText): Promise<void> {
  const onProgress = begin(context, 'attempt', text)
  patch(context, 'console', { dirty: false })
  const lesson = lessonOf(document)
  if (lesson) await runInLesson(context, document, lesson, text)
  else await runFreely(context, document, text, onProgress)
  if (!isOpen(context, document)) return
  const { busy } = context.store.getState().bench
  end(context, 'attempt')
  if (busy?.again) await run(context)
}

async function runInLesson(
  context: CommandContext,
  document: Document,
  lesson: Lesson,
  text: PaneText,
): Promise<void> {
  patch(context, 'bench', { gradingFailure: null })
  const outcome = await lessonGrading(context, document, lesson).grade(text)
  if (outcome.ok || !isOpen(context, document)) return
  const { error: failure } = outcome
  if (failure.kind === 'baseline') {
    const at = context.deps.now()
    patch(context, 'bench', { baselineFailure: { text: document.original, error: failure.error, at } })
  }
  if (failure.kind === 'baseline' || failure.kind === 'attempt') fail(context, text, failure.error)
  else patch(context, 'bench', { gradingFailure: failure })
}

async function runFreely(
  context: CommandContext,
  document: Document,
  text: PaneText,
  onProgress: OnProgress,
): Promise<void> {
  try {
    const job = textJob(document, text)
    const outcome = await context.deps.engine(job).measure(job, (progress) => {
      onProgress(progress)
      if (progress.stage === 'measured') showAttempt(context, document, text, progress.measurement, false)
    })
    if (!isOpen(context, document)) return
    if (!outcome.ok) return fail(context, text, outcome.error)
    showAttempt(context, document, text, outcome.value, true)
    if (context.store.getState().bench.pinned) return
    const before = beforeJob(document, text)
    if (before) await showBaseline(context, document, before, onProgress)
    else patch(context, 'bench', { baseline: null, baselineFailure: null })
  } catch (error) {
    // A fault of ours must not leave the page busy.
    const message = error instanceof Error ? error.message : String(error)
    if (isOpen(context, document)) fail(context, text, { kind: 'internal', message })
  }
}

function fail(context: CommandContext, text: PaneText, error: EngineError): void {
  patch(context, 'bench', { failure: { text, error, at: context.deps.now() } })
}

/** Ends what runs, and what was to run next; the text stays. */
export function stop(context: CommandContext): void {
  const { document, bench, console } = context.store.getState()
  if (!document || !(bench.busy || console.busy)) return
  if (bench.busy) patch(context, 'bench', { busy: { ...bench.busy, again: false } })
  stopAll(context, document)
  // The reference solution may have been stopped with the rest, and the lesson's text needs its numbers.
  prepareAtRest(context, document)
}

/** Ends everything that is done for a document, in the background too. */
export function stopAll({ gradings, deps }: CommandContext, document: Document): void {
  gradings.get(document)?.stop()
  const engine = deps.engine(document)
  if (engine.busy) engine.stop()
}

/** Baseline, Run and Stop. */
import type { EngineError, EngineProgress, Job, Measurement } from '../../engine/contract/index.ts'
import type { Busy } from '../app-state.ts'
import { patch, type CommandContext } from '../command-context.ts'
import { lessonOf, sameText, type Document } from '../document.ts'
import { beforeJob, textJob } from '../jobs.ts'
import type { Lesson } from '../../lesson/types.ts'
import type { PaneText } from '../../experiment/types.ts'
import type { Grader } from '../ports.ts'
import { noteOutcome, remember } from './history.ts'
import { reach } from './progress.ts'

/** Grading is made ready this long after the baseline (ms), when the page is at rest. */
const PREPARE_AFTER = 600

const isOpen = ({ store }: CommandContext, document: Document): boolean =>
  store.getState().document === document

type OnProgress = (progress: EngineProgress) => void

/** Marks the page as busy; what comes back takes the engine's progress. */
export function begin(context: CommandContext, what: Busy['what'], text: PaneText): OnProgress {
  const since = context.deps.now()
  patch(context, 'bench', { busy: { what, text, stage: 'preparing', since, progress: null, again: false } })
  return (progress) => {
    const { busy } = context.store.getState().bench
    if (busy?.since !== since || busy.stage === 'grading' || 'measurement' in progress) return
    const preparing = progress.stage === 'start' || progress.stage === 'download'
    patch(context, 'bench', { busy: { ...busy, stage: preparing ? 'preparing' : 'measuring', progress } })
  }
}

/** Shows the figures as soon as they are there; what grading needs besides comes later. */
const early =
  (onProgress: OnProgress, show: (measurement: Measurement) => void): OnProgress =>
  (progress) => {
    onProgress(progress)
    if (progress.stage === 'measured') show(progress.measurement)
  }

/** Measures what the document is compared with, and shows it. */
export async function measureBaseline(context: CommandContext): Promise<void> {
  const { document, text, bench } = context.store.getState()
  const job = document && beforeJob(document, bench.attempt?.text ?? text)
  if (!job || bench.busy) return
  await showBaseline(context, document, job, begin(context, 'baseline', text))
  // A Run may have begun meanwhile.
  if (isOpen(context, document) && context.store.getState().bench.busy?.what === 'baseline')
    patch(context, 'bench', { busy: null })
  setTimeout(() => void prepareGrading(context), PREPARE_AFTER)
}

async function showBaseline(
  context: CommandContext,
  document: Document,
  job: Job,
  onProgress: OnProgress,
): Promise<Measurement | undefined> {
  const shown = context.store.getState().bench.baseline
  const remembered = context.measurer.remembered(job)
  if (shown && remembered === shown.measurement) return remembered
  const text = { changes: job.changes, query: job.query }
  const show = (measurement: Measurement): void => {
    if (isOpen(context, document))
      patch(context, 'bench', { baseline: { text, measurement }, baselineFailure: null })
  }
  const outcome = await context.measurer.measure(job, early(onProgress, show))
  if (!isOpen(context, document)) return undefined
  if (outcome.ok) {
    show(outcome.value)
    return outcome.value
  }
  patch(context, 'bench', { baselineFailure: { text, error: outcome.error, at: context.deps.now() } })
  return undefined
}

/** Measures the reference solution, for grading and for the numbers in the lesson's prose. */
export async function prepareGrading(
  context: CommandContext,
): Promise<readonly Measurement[] | EngineError | undefined> {
  const { document, bench } = context.store.getState()
  const lesson = lessonOf(document)
  if (!document || !lesson || !bench.baseline) return undefined
  if (bench.references) return bench.references
  const baseline = bench.baseline.measurement
  const grader = await context.deps.grader()
  const tell = (known: readonly Measurement[]): void => {
    if (!isOpen(context, document) || context.store.getState().bench.references) return
    patch(context, 'bench', {
      limits: grader.limitsOf(lesson, { before: baseline, references: known }),
      requirements: requirements(grader, lesson, baseline, known),
    })
  }
  const references: Measurement[] = []
  for (const job of grader.referenceJobs(lesson, baseline)) {
    const outcome = await context.measurer.measure(job, (progress) => {
      // Its probes take seconds; what the lesson asks for is known before.
      if (progress.stage === 'undisturbed' && references.length === 0) tell([progress.measurement])
    })
    if (!outcome.ok) return outcome.error
    references.push(outcome.value)
  }
  tell(references)
  if (isOpen(context, document)) patch(context, 'bench', { references })
  return references
}

/** Titles of the lesson's checks: those of the reference solution's own verdict. */
function requirements(
  grader: Grader,
  lesson: Lesson,
  before: Measurement,
  references: readonly Measurement[],
): readonly string[] {
  const [attempt] = references
  if (!attempt) return []
  return grader
    .grade(lesson, lesson.solution, { before, references, attempt })
    .checks.map(({ title }) => title)
}

/** Measures the panes' text and, in a lesson, grades it. */
export async function run(context: CommandContext): Promise<void> {
  const { document, text, bench } = context.store.getState()
  if (!document) return
  if (bench.busy?.what === 'attempt') {
    // The text has changed while the verdict on the one before is still being made.
    const again = !sameText(bench.busy.text, text)
    return patch(context, 'bench', { busy: { ...bench.busy, again } })
  }
  const onProgress = begin(context, 'attempt', text)
  remember(context, document, text, 'run')
  patch(context, 'view', { resultTab: 'result', narrowTab: 'result' })
  patch(context, 'console', { dirty: false })
  context.measurer.forgetStanding(document)
  try {
    await measureAttempt(context, document, text, onProgress)
  } catch (error) {
    // A fault of ours must not leave the page busy.
    const message = error instanceof Error ? error.message : String(error)
    if (isOpen(context, document)) fail(context, text, { kind: 'internal', message })
  }
  if (!isOpen(context, document)) return
  const { busy, failure } = context.store.getState().bench
  patch(context, 'bench', { busy: null })
  if (busy?.again && failure?.error.kind !== 'stopped') await run(context)
}

async function measureAttempt(
  context: CommandContext,
  document: Document,
  text: PaneText,
  onProgress: OnProgress,
): Promise<void> {
  const { measurer, deps } = context
  const lesson = lessonOf(document)
  const before = beforeJob(document, text)
  let job = textJob(document, text)
  let baseline: Measurement | undefined
  if (lesson) {
    baseline = before && (await showBaseline(context, document, before, onProgress))
    if (!isOpen(context, document)) return
    const failure = context.store.getState().bench.baselineFailure
    if (!baseline) return fail(context, text, failure?.error ?? { kind: 'stopped' })
    const grader = await deps.grader()
    try {
      job = grader.attemptJob(lesson, text, baseline)
    } catch {
      // A text that the parser refuses: the engine says why.
    }
  }
  const show = (measurement: Measurement): void => {
    if (isOpen(context, document))
      patch(context, 'bench', { attempt: { text, measurement, at: deps.now() }, failure: null })
  }
  const outcome = await measurer.measureAnew(job, early(onProgress, show))
  if (!isOpen(context, document)) return
  if (!outcome.ok) return fail(context, text, outcome.error)
  const measurement = outcome.value
  show(measurement)
  patch(context, 'schema', { status: 'idle', catalog: null, error: null })
  noteOutcome(context, document, text, { buffers: measurement.totals.buffers })
  if (baseline) await gradeAttempt(context, document, text, baseline, measurement)
  else if (context.store.getState().bench.pinned) return
  else if (before) await showBaseline(context, document, before, onProgress)
  else patch(context, 'bench', { baseline: null, baselineFailure: null })
}

async function gradeAttempt(
  context: CommandContext,
  document: Document,
  text: PaneText,
  baseline: Measurement,
  measurement: Measurement,
): Promise<void> {
  const { store, deps } = context
  const lesson = lessonOf(document)
  const { busy } = store.getState().bench
  if (!lesson) return
  if (busy) patch(context, 'bench', { busy: { ...busy, stage: 'grading', progress: null } })
  const references = await prepareGrading(context)
  if (!isOpen(context, document)) return
  const { attempt } = store.getState().bench
  if (attempt?.measurement !== measurement) return
  if (!isList(references)) {
    const gradeError =
      references?.kind === 'stopped'
        ? 'Stopped before the verdict. Run again for it.'
        : 'The reference solution could not be measured, so there is no verdict. Run again.'
    return patch(context, 'bench', { attempt: { ...attempt, gradeError } })
  }
  const grader = await deps.grader()
  const grade = grader.grade(lesson, text, { before: baseline, references, attempt: measurement })
  patch(context, 'bench', { attempt: { ...attempt, grade } })
  noteOutcome(context, document, text, { buffers: measurement.totals.buffers, passed: grade.passed })
  if (grade.passed) reach(context, lesson.id, { passedAt: deps.now() })
}

const isList = (value: readonly Measurement[] | EngineError | undefined): value is readonly Measurement[] =>
  Array.isArray(value)

function fail(context: CommandContext, text: PaneText, error: EngineError): void {
  patch(context, 'bench', { failure: { text, error, at: context.deps.now() } })
}

/** Ends what runs; the text stays. */
export function stop(context: CommandContext): void {
  const { document, bench } = context.store.getState()
  if (!document || !(bench.busy || context.store.getState().console.busy)) return
  context.measurer.stop(document)
}

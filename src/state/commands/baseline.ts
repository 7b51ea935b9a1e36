/** What a Run is compared with, measured without a click; and, at rest, what a verdict needs. */
import type { Job } from '../../engine/contract/index.ts'
import { begin, end, type OnProgress } from '../busy.ts'
import { isOpen, patch, type CommandContext } from '../command-context.ts'
import { lessonOf, type Document } from '../document.ts'
import { beforeJob } from '../jobs.ts'
import { lessonGrading } from '../lesson-grading.ts'

/** Grading is made ready this long after the page has come to rest (ms). */
const PREPARE_AFTER = 600

/** Measures what the document is compared with, and shows it. */
export async function measureBaseline(context: CommandContext): Promise<void> {
  const { document, text, bench } = context.store.getState()
  if (!document || bench.busy) return
  const lesson = lessonOf(document)
  const job = beforeJob(document, bench.attempt?.text ?? text)
  if (!job) return
  const onProgress = begin(context, 'baseline', text)
  if (lesson) {
    const outcome = await lessonGrading(context, document, lesson).baseline()
    if (!isOpen(context, document)) return
    if (!outcome.ok && outcome.error.kind === 'baseline') {
      const failure = { text: document.original, error: outcome.error.error, at: context.deps.now() }
      patch(context, 'bench', { baselineFailure: failure })
    }
  } else await showBaseline(context, document, job, onProgress)
  if (!isOpen(context, document)) return
  end(context, 'baseline')
  prepareAtRest(context, document)
}

/** Measures what a document outside the lessons is compared with. */
export async function showBaseline(
  context: CommandContext,
  document: Document,
  job: Job,
  onProgress: OnProgress,
): Promise<void> {
  const text = { changes: job.changes, query: job.query }
  const outcome = await context.deps.engine(job).measureOnce(job, (progress) => {
    onProgress(progress)
    if (progress.stage === 'measured' && isOpen(context, document))
      patch(context, 'bench', {
        baseline: { text, measurement: progress.measurement },
        baselineFailure: null,
      })
  })
  if (!isOpen(context, document)) return
  patch(
    context,
    'bench',
    outcome.ok
      ? { baseline: { text, measurement: outcome.value }, baselineFailure: null }
      : { baselineFailure: { text, error: outcome.error, at: context.deps.now() } },
  )
}

/** Makes grading ready when the page has been at rest for a moment, unless it is. */
export function prepareAtRest(context: CommandContext, document: Document): void {
  setTimeout(() => {
    if (isOpen(context, document)) void prepareGrading(context)
  }, PREPARE_AFTER)
}

/** Loads the grader and measures the reference solution: for the verdict, and for the numbers in the lesson's prose. */
export async function prepareGrading(context: CommandContext): Promise<void> {
  const { document, bench } = context.store.getState()
  const lesson = lessonOf(document)
  if (!document || !lesson || !bench.baseline || bench.references) return
  patch(context, 'bench', { gradingFailure: null })
  const outcome = await lessonGrading(context, document, lesson).references()
  if (!outcome.ok && isOpen(context, document)) patch(context, 'bench', { gradingFailure: outcome.error })
}

/** What the last Run is compared with: the baseline, or any Run that the learner chose. */
import type { Measurement } from '../../engine/contract/index.ts'
import { begin, end } from '../busy.ts'
import { isOpen, notify, patch, type CommandContext } from '../command-context.ts'
import { sameText } from '../document.ts'
import { beforeJob, textJob } from '../jobs.ts'
import { measureBaseline } from './baseline.ts'

/** Compares with the last Run from now on. */
export function pinAttempt(context: CommandContext): void {
  const { attempt, busy } = context.store.getState().bench
  if (busy || !attempt) return
  const { text, measurement, at } = attempt
  patch(context, 'bench', { pinned: { text, measurement, at } })
}

/**
 * Compares with a text of the history. A measurement depends on the text alone, so it is taken from memory, or
 * measured again and is the same as it was.
 */
export async function compareWith(context: CommandContext, id: string): Promise<void> {
  const { document, bench, history } = context.store.getState()
  const entry = history.find((each) => each.id === id && each.document === document?.key)
  if (!document || !entry || bench.busy) return
  const text = { changes: entry.changes, query: entry.query }
  const show = (measurement: Measurement): void => {
    patch(context, 'bench', { pinned: { text, measurement, at: entry.at } })
    patch(context, 'view', { resultTab: 'result', narrowTab: 'result' })
  }
  if (bench.attempt && sameText(bench.attempt.text, text)) return show(bench.attempt.measurement)
  const job = textJob(document, text)
  const engine = context.deps.engine(job)
  const known = engine.remembered(job)
  if (known) return show(known)
  const onProgress = begin(context, 'pinned', text)
  const outcome = await engine.measureOnce(job, onProgress)
  if (!isOpen(context, document)) return
  end(context, 'pinned')
  if (outcome.ok) return show(outcome.value)
  if (outcome.error.kind === 'stopped') return
  notify(context, {
    id: 'compare',
    tone: 'warning',
    text: 'That text gives no measurement any more. Restore it and press Run to see why.',
  })
}

/** Compares with the baseline again. */
export async function unpin(context: CommandContext): Promise<void> {
  const { document, bench } = context.store.getState()
  if (!document) return
  patch(context, 'bench', { pinned: null })
  if (document.source.kind === 'lesson') return
  // Outside lessons the baseline belongs to the query that was run last.
  const job = bench.attempt ? beforeJob(document, bench.attempt.text) : undefined
  const isOther = !job || !bench.baseline || !sameText(bench.baseline.text, job)
  if (isOther) patch(context, 'bench', { baseline: null, baselineFailure: null })
  if (job) await measureBaseline(context)
}

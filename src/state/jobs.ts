/** Which measurements a document needs. Of a lesson, those of `grading`; elsewhere the texts as they stand. */
import type { Job } from '../engine/contract/index.ts'
import { baselineJob, plainJob } from '../grading/baseline-job.ts'
import type { BenchState } from './app-state.ts'
import type { Document } from './document.ts'
import type { PaneText } from '../experiment/types.ts'

/** What is measured as “before” while the panes hold `text`; undefined where there is nothing to compare with. */
export function beforeJob(document: Document, text: PaneText): Job | undefined {
  if (document.source.kind === 'lesson') return baselineJob(document.source.lesson, document.scale)
  if (document.before) return plainJob(document, document.before, document.scale)
  // Without a baseline of its own, an experiment is compared with the same query on the unchanged dataset.
  return text.changes.trim() === ''
    ? undefined
    : plainJob(document, { changes: '', query: text.query }, document.scale)
}

/** The text as it stands, without what grading adds. */
export const textJob = (document: Document, text: PaneText): Job => plainJob(document, text, document.scale)

/** The job whose database is on screen: the last Run's, or else the baseline's. */
export function shownJob(document: Document, { attempt, baseline }: BenchState): Job {
  const shown = attempt ?? baseline
  if (shown) return textJob(document, shown.text)
  return beforeJob(document, document.original) ?? textJob(document, { changes: '', query: 'SELECT 1' })
}

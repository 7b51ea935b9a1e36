/** What components read, derived from the state. */
import type { Lesson, LessonSummary, Track } from '../lesson/types.ts'
import type { PlaceholderValues } from '../lesson/placeholders.ts'
import type { AppState, Measured } from './app-state.ts'
import { lessonOf, sameText } from './document.ts'
import type { LessonProgress } from './stored-shapes.ts'

export const selectLesson = (state: AppState): Lesson | undefined => lessonOf(state.document)

export const selectProgress = (state: AppState): LessonProgress | undefined => {
  const lesson = selectLesson(state)
  return lesson && state.progress[lesson.id]
}

/** Whether the figures on screen belong to an earlier text than the panes hold. */
export const selectStale = ({ bench, text }: AppState): boolean => {
  const shown = bench.failure ?? bench.attempt
  return shown !== null && !sameText(shown.text, text)
}

/** What stands on the Before side. */
export const selectBefore = ({ bench }: AppState): Measured | null => bench.pinned ?? bench.baseline

/** Whether the panes differ from what Reset restores. */
export const selectChanged = ({ document, text }: AppState): boolean =>
  document !== null && !sameText(document.original, text)

/** Whether something has happened in the lesson that shows what there is to learn. */
const knows = ({ tried, passedAt, solutionSeen }: LessonProgress): boolean =>
  tried === true || passedAt !== undefined || solutionSeen

/** Whether what the findings advise is folded away: in a lesson, until something of one's own has been measured. */
export function selectAdviceFolded(state: AppState): boolean {
  if (!selectLesson(state)) return false
  const progress = selectProgress(state)
  return progress === undefined || !(progress.adviceSeen === true || knows(progress))
}

/** Whether figures and plan of the baseline are covered: the lesson asks first what one expects of them. */
export function selectCovered(state: AppState): boolean {
  if (!selectLesson(state)?.prediction || state.bench.attempt) return false
  const progress = selectProgress(state)
  if (!progress) return true
  return !(progress.prediction !== undefined || progress.predictionSkipped === true || knows(progress))
}

/** Values for the placeholders in the lesson's prose. */
export const placeholderValues = ({ baseline, references, limits }: AppState['bench']): PlaceholderValues => {
  const reference = references?.[0]
  return {
    ...(baseline ? { before: baseline.measurement.totals } : {}),
    limits,
    ...(reference ? { after: reference.totals } : {}),
    ...(baseline?.measurement.catalog ? { catalog: baseline.measurement.catalog.before } : {}),
    ...(reference?.catalog ? { catalogAfter: reference.catalog.after } : {}),
  }
}

export interface CoursePlace {
  readonly track: Track
  /** Position in the track, from 1. */
  readonly position: number
  /** Neighbours in the order of the course, over the ends of tracks. */
  readonly previous: LessonSummary | undefined
  readonly next: LessonSummary | undefined
}

/** Where a lesson stands in the course; undefined while its contents are not loaded. */
export function coursePlace(tracks: readonly Track[] | null, id: string): CoursePlace | undefined {
  const all = tracks?.flatMap((track) => track.lessons) ?? []
  const at = all.findIndex((lesson) => lesson.id === id)
  const track = tracks?.find(({ lessons }) => lessons.some((lesson) => lesson.id === id))
  if (!track) return undefined
  const position = track.lessons.findIndex((lesson) => lesson.id === id) + 1
  return { track, position, previous: all[at - 1], next: all[at + 1] }
}

/**
 * Whether a shared experiment gave its author's figures here: undefined where there is nothing to compare, or the
 * text is no longer the author's.
 */
export function selectReproduced({ document, bench }: AppState): boolean | undefined {
  if (document?.source.kind !== 'shared' || !bench.attempt) return undefined
  const { totals } = document.source.experiment
  if (!totals || !sameText(bench.attempt.text, document.original)) return undefined
  const mine = bench.attempt.measurement.totals
  return (['buffers', 'rowsRead', 'rowsReturned', 'statements'] as const).every(
    (key) => totals[key] === mine[key],
  )
}

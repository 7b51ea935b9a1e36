/**
 * Joins what two pages, or two browsers, know. Every write of progress and history goes through it, so that a page
 * that has not heard of another one's writes takes nothing away. Joined again, nothing changes.
 */
import type { HistoryEntry, LessonProgress, Progress } from './stored-shapes.ts'

/** Entries of the history that are kept for one document, and for all together; the oldest go first. */
export const PER_DOCUMENT = 40
export const IN_ALL = 300

/** What is known of one lesson: nothing that was reached is lost. Of two predictions, `theirs` counts. */
export function mergeLesson(mine: LessonProgress, theirs: LessonProgress): LessonProgress {
  const passed = [mine.passedAt, theirs.passedAt].filter((at) => at !== undefined)
  return {
    ...mine,
    ...theirs,
    openedAt: Math.min(mine.openedAt, theirs.openedAt),
    ...(passed.length > 0 ? { passedAt: Math.min(...passed) } : {}),
    hints: Math.max(mine.hints, theirs.hints),
    solutionSeen: mine.solutionSeen || theirs.solutionSeen,
    ...eitherOf(mine, theirs),
  }
}

/** What happened in one of the two has happened. */
function eitherOf(mine: LessonProgress, theirs: LessonProgress): Partial<LessonProgress> {
  const steps = ['predictionSkipped', 'tried', 'adviceSeen'] as const
  return Object.fromEntries(steps.filter((step) => mine[step] || theirs[step]).map((step) => [step, true]))
}

export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  const merged: Record<string, LessonProgress> = { ...mine }
  for (const [lesson, other] of Object.entries(theirs)) {
    const own = mine[lesson]
    merged[lesson] = own ? mergeLesson(own, other) : other
  }
  return merged
}

/** Both lists without repeats, within the limits. */
export function mergeHistory(
  mine: readonly HistoryEntry[],
  theirs: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const byId = new Map<string, HistoryEntry>()
  for (const entry of [...theirs, ...mine]) byId.set(entry.id, { ...byId.get(entry.id), ...entry })
  return limitHistory([...byId.values()])
}

/**
 * Newest first, a text that follows itself in a document only once, and no more than is kept. Who wrote an entry plays
 * no part in what is cut.
 */
export function limitHistory(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const sorted = entries.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const kept: HistoryEntry[] = []
  /** Where each document's entry before this one stands in `kept`, and how many it has. */
  const known = new Map<string, { at: number; count: number }>()
  for (const entry of sorted) {
    const own = known.get(entry.document)
    const newer = own && kept[own.at]
    if (newer && newer.changes === entry.changes && newer.query === entry.query) {
      // The same text gives the same measurement: what a Run of it gave is not forgotten.
      const { buffers, passed } = entry
      kept[own.at] = {
        ...(buffers === undefined ? {} : { buffers }),
        ...(passed === undefined ? {} : { passed }),
        ...newer,
      }
      continue
    }
    if (own && own.count >= PER_DOCUMENT) continue
    known.set(entry.document, { at: kept.length, count: (own?.count ?? 0) + 1 })
    kept.push(entry)
  }
  return kept.slice(0, IN_ALL)
}

/** Progress, texts and history as a file: to another browser, or to keep. */
import type { Context } from '../context.ts'
import { mergeHistory } from '../history.ts'
import { decode, encode, read, write } from '../persist.ts'
import {
  DRAFT,
  KEYS,
  PROGRESS,
  TRANSFER,
  type HistoryEntry,
  type LessonProgress,
  type Transfer,
} from '../stored-shapes.ts'
import { keepHistory } from './run.ts'

/** What has been learnt and written in this browser, as the text of a file. */
export function exportProgress({ store, deps, drafts }: Context): string {
  drafts.flush()
  const { progress, history, tracks } = store.getState()
  const documents = new Set(['free', ...history.map((entry) => entry.document)])
  for (const track of tracks ?? []) for (const lesson of track.lessons) documents.add(`lesson:${lesson.id}`)
  const kept: Transfer['drafts'] = {}
  for (const document of documents) {
    const draft = read(deps.storage, KEYS.draft(document), DRAFT)
    if (draft.kind === 'value') kept[document] = draft.value
  }
  return encode(TRANSFER, { progress: { ...progress }, history: [...history], drafts: kept })
}

/** Joins what two browsers know of a lesson: nothing that was reached is lost. */
function joined(mine: LessonProgress | undefined, theirs: LessonProgress): LessonProgress {
  if (!mine) return theirs
  const passed = [mine.passedAt, theirs.passedAt].filter((at) => at !== undefined)
  return {
    ...theirs,
    ...mine,
    openedAt: Math.min(mine.openedAt, theirs.openedAt),
    ...(passed.length > 0 ? { passedAt: Math.min(...passed) } : {}),
    hints: Math.max(mine.hints, theirs.hints),
    solutionSeen: mine.solutionSeen || theirs.solutionSeen,
  }
}

export type ImportOutcome =
  { readonly ok: true; readonly lessons: number } | { readonly ok: false; readonly message: string }

/**
 * Adds what a file holds to what is here. A text that exists in both stays as it is here; the file's goes into the
 * history.
 */
export function importProgress(context: Context, text: string): ImportOutcome {
  const { store, deps } = context
  const found = decode(TRANSFER, text)
  if (found.kind !== 'value')
    return {
      ok: false,
      message: 'This is not a progress file of this playground, or one of a newer version.',
    }
  const { progress, history, drafts } = found.value
  const mine = store.getState().progress
  const entries: HistoryEntry[] = [...history]
  for (const [document, draft] of Object.entries(drafts)) {
    const here = read(deps.storage, KEYS.draft(document), DRAFT)
    if (here.kind !== 'value') write(deps.storage, KEYS.draft(document), DRAFT, draft)
    else if (here.value.changes !== draft.changes || here.value.query !== draft.query)
      entries.push({
        id: deps.newId(),
        document,
        at: draft.savedAt,
        reason: 'open',
        changes: draft.changes,
        query: draft.query,
      })
  }
  const merged = { ...mine }
  for (const [lesson, theirs] of Object.entries(progress)) merged[lesson] = joined(mine[lesson], theirs)
  store.setState({ progress: merged, history: mergeHistory(store.getState().history, entries) })
  write(deps.storage, KEYS.progress, PROGRESS, merged)
  keepHistory(context)
  return { ok: true, lessons: Object.keys(progress).length }
}

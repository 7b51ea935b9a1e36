/** Progress, texts and history as a file: to another browser, or to keep. */
import type { CommandContext } from '../command-context.ts'
import { sameText } from '../document.ts'
import { mergeHistory, mergeProgress } from '../merge.ts'
import { decode, encode } from '../persist.ts'
import { TRANSFER, type HistoryEntry, type Transfer } from '../stored-shapes.ts'
import { changeHistory } from './history.ts'
import { changeProgress } from './progress.ts'

/** What has been learnt and written in this browser, as the text of a file. */
export function exportProgress({ store, drafts }: CommandContext): string {
  drafts.flush()
  const { progress, history } = store.getState()
  return encode(TRANSFER, { progress: { ...progress }, history: [...history], drafts: { ...drafts.all() } })
}

export type ImportOutcome =
  | { readonly kind: 'not-a-progress-file' }
  | {
      readonly kind: 'added'
      readonly lessons: number
      /** Older texts that the limits of the history left no place for. */
      readonly cut: number
      /** What is only on this page and not stored; its notice says so too. */
      readonly unkept: { readonly progress: boolean; readonly texts: number }
    }

/**
 * Adds what a file holds to what is here. A text that exists in both stays as it is here; the file's goes into the
 * history.
 */
export function importProgress(context: CommandContext, text: string): ImportOutcome {
  const found = decode(TRANSFER, text)
  if (found.kind !== 'value') return { kind: 'not-a-progress-file' }
  const file = found.value
  const progress = changeProgress(context, (mine) => mergeProgress(file.progress, mine))
  const before = context.store.getState().history
  const known = mergeHistory(
    before,
    file.history.map((entry) => clamped(context, entry)),
  )
  const texts = addDrafts(context, file.drafts).filter(
    (text) => !known.some((entry) => sameEntry(entry, text)),
  )
  const entries = [...file.history, ...texts]
  const { history, kept } = changeHistory(context, (mine) => mergeHistory(mergeHistory(mine, known), texts))
  const stored = new Set(history.slice(0, kept))
  return {
    kind: 'added',
    lessons: Object.keys(file.progress).length,
    cut: [...before, ...entries].filter((entry) => !history.some((each) => sameEntry(each, entry))).length,
    unkept: {
      progress: progress.result !== 'saved',
      texts: history.filter((entry) => !stored.has(entry)).length,
    },
  }
}

const sameEntry = (a: HistoryEntry, b: HistoryEntry): boolean => a.document === b.document && sameText(a, b)

/** A clock elsewhere may be ahead: its entries would stand before whatever is run here. */
const clamped = ({ deps }: CommandContext, entry: HistoryEntry): HistoryEntry => ({
  ...entry,
  at: Math.min(entry.at, deps.now()),
})

/** Stores the file's texts where there are none yet; gives the others, and what found no room, as entries. */
function addDrafts(
  { archive, drafts, deps }: CommandContext,
  file: Transfer['drafts'],
): readonly HistoryEntry[] {
  const mine = drafts.all()
  return Object.entries(file).flatMap(([document, draft]) => {
    const { changes, query } = draft
    const here = mine[document]
    if (here && sameText(here, draft)) return []
    if (!here && archive.writeDraft(document, draft) === 'saved') return []
    return [{ id: deps.newId(), document, at: deps.now(), reason: 'open' as const, changes, query }]
  })
}

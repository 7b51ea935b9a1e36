/** Earlier texts, newest first. */
import { limitHistory } from './merge.ts'
import type { PaneText } from '../experiment/types.ts'
import type { HistoryEntry } from './stored-shapes.ts'

/**
 * Adds an entry as the newest. A text that is the document's newest already is not repeated, so that running the same
 * text again does not fill the list. Empty panes are no text.
 */
export function addEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  if (entry.changes.trim() === '' && entry.query.trim() === '') return history
  // Two in one millisecond keep their order.
  const at = Math.max(entry.at, ...history.slice(0, 1).map((newest) => newest.at + 1))
  return limitHistory([{ ...entry, at }, ...history])
}

/** Notes what a run of `text` gave on its entry. */
export function annotate(
  history: readonly HistoryEntry[],
  document: string,
  text: PaneText,
  outcome: { readonly buffers: number; readonly passed?: boolean },
): readonly HistoryEntry[] {
  const index = history.findIndex(
    (entry) => entry.document === document && entry.changes === text.changes && entry.query === text.query,
  )
  return history.map((entry, at) => (at === index ? { ...entry, ...outcome } : entry))
}

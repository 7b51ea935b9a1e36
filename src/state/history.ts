/** Earlier texts, newest first. */
import type { PaneText } from './ports.ts'
import type { HistoryEntry } from './stored-shapes.ts'

/** Entries kept for one document and for all together. */
export const PER_DOCUMENT = 40
export const IN_ALL = 300

/**
 * Adds an entry. A text that is the document's newest entry already replaces that one, so that running the same text
 * again does not fill the list.
 */
export function addEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  if (entry.changes.trim() === '' && entry.query.trim() === '') return history
  const newest = history.find(({ document }) => document === entry.document)
  const rest =
    newest && newest.changes === entry.changes && newest.query === entry.query
      ? history.filter((each) => each !== newest)
      : history
  const kept: HistoryEntry[] = []
  let own = 0
  for (const each of [entry, ...rest]) {
    if (each.document === entry.document && ++own > PER_DOCUMENT) continue
    kept.push(each)
  }
  return kept.slice(0, IN_ALL)
}

/** Joins the lists of two pages, newest first. */
export function mergeHistory(
  mine: readonly HistoryEntry[],
  theirs: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const byId = new Map([...theirs, ...mine].map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((a, b) => b.at - a.at).slice(0, IN_ALL)
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

/** Texts that were run, replaced or written by another page. */
import type { KeptHistory } from '../archive.ts'
import type { CommandContext } from '../command-context.ts'
import { sameText, type Document } from '../document.ts'
import { addEntry, annotate } from '../history.ts'
import type { WriteResult } from '../persist.ts'
import type { PaneText } from '../../experiment/types.ts'
import type { HistoryEntry } from '../stored-shapes.ts'

/** Joins the history with what another page has stored since, changes it and keeps it. */
export function changeHistory(
  { store, archive }: CommandContext,
  change: (history: readonly HistoryEntry[]) => readonly HistoryEntry[],
): KeptHistory {
  const kept = archive.keepHistory(store.getState().history, change)
  store.setState({ history: kept.history })
  return kept
}

function entryOf(
  deps: CommandContext['deps'],
  document: string,
  { changes, query }: PaneText,
  reason: HistoryEntry['reason'],
): HistoryEntry {
  return { id: deps.newId(), document, at: deps.now(), reason, changes, query }
}

/** Puts a text into the history as its newest. */
export function remember(
  context: CommandContext,
  { key }: Document,
  text: PaneText,
  reason: HistoryEntry['reason'],
): void {
  changeHistory(context, (history) => addEntry(history, entryOf(context.deps, key, text, reason)))
}

/**
 * Puts a text that one page writes over another's into the history, unless it is there already. Only `saved` means that
 * it is stored there.
 */
export function rescue(context: CommandContext, document: string, text: PaneText): WriteResult {
  const isIt = (entry: HistoryEntry): boolean => entry.document === document && sameText(entry, text)
  const { history, result, kept } = changeHistory(context, (known) =>
    known.some(isIt) ? known : addEntry(known, entryOf(context.deps, document, text, 'other-tab')),
  )
  return result === 'saved' && !history.slice(0, kept).some(isIt) ? 'full' : result
}

/** Notes on a text's entry what a Run of it gave. */
export function noteOutcome(
  context: CommandContext,
  document: Document,
  text: PaneText,
  outcome: { readonly buffers: number; readonly passed?: boolean },
): void {
  changeHistory(context, (history) => annotate(history, document.key, text, outcome))
}

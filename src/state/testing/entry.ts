import type { HistoryEntry } from '../stored-shapes.ts'

/** An entry of the history, for tests: its `id` is its time. */
export const entry = (id: number, changes: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: String(id),
  document: 'free',
  at: id,
  reason: 'run',
  changes,
  query: 'SELECT 1',
  ...more,
})

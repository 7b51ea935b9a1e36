/**
 * Keeps each document's text in the browser's storage. Two pages with the same document do not overwrite each other
 * blindly: a text that somebody else saved since is handed to `onConflict` before it is replaced.
 */
import { read, write } from './persist.ts'
import type { KeyValueStorage, PaneText } from './ports.ts'
import { DRAFT, KEYS, type Draft } from './stored-shapes.ts'

export type Saving = 'saved' | 'pending' | 'failed'

interface Options {
  readonly storage: KeyValueStorage | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly onSaving: (saving: Saving, failure?: 'full' | 'unavailable') => void
  readonly onConflict: (document: string, other: Draft) => void
}

/** Typing is written this long after the last key (ms). */
const SAVE_AFTER = 400

export class DraftKeeper {
  private readonly options: Options
  /** Revision that this page read or wrote last, by document. */
  private readonly seen = new Map<string, string | undefined>()
  private waiting: { readonly document: string; readonly text: PaneText } | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: Options) {
    this.options = options
  }

  /** The text kept for a document. */
  load(document: string): Draft | undefined {
    const result = read(this.options.storage, KEYS.draft(document), DRAFT)
    const draft = result.kind === 'value' ? result.value : undefined
    this.seen.set(document, draft?.revision)
    return draft
  }

  /** Keeps a text soon. */
  save(document: string, text: PaneText): void {
    if (this.waiting && this.waiting.document !== document) this.flush()
    this.waiting = { document, text }
    this.options.onSaving('pending')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), SAVE_AFTER)
  }

  /** Keeps what waits, now: the page may be about to go. */
  flush(): void {
    clearTimeout(this.timer)
    const { waiting } = this
    if (!waiting) return
    this.waiting = undefined
    const { document, text } = waiting
    this.lookForOther(document, text)
    const { storage, now, newId, onSaving } = this.options
    const revision = newId()
    const result = write(storage, KEYS.draft(document), DRAFT, { ...text, savedAt: now(), revision })
    if (result === 'saved') {
      this.seen.set(document, revision)
      onSaving('saved')
    } else onSaving('failed', result)
  }

  /** Takes note of a draft that another page saved; false where it was this page's own. */
  accept(document: string, revision: string): boolean {
    if (this.seen.get(document) === revision) return false
    this.seen.set(document, revision)
    return true
  }

  get pending(): boolean {
    return this.waiting !== undefined
  }

  private lookForOther(document: string, text: PaneText): void {
    const result = read(this.options.storage, KEYS.draft(document), DRAFT)
    if (result.kind !== 'value') return
    const other = result.value
    if (other.revision === this.seen.get(document)) return
    if (other.changes === text.changes && other.query === text.query) return
    this.options.onConflict(document, other)
  }
}

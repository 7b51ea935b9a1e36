/**
 * Keeps each document's text in the browser's storage. Two pages with the same document do not overwrite each other
 * blindly: a text that somebody else saved since goes into the history first, and if that cannot be kept, it stays. A
 * text that is not kept stays in memory, whatever else is opened.
 */
import type { Archive } from './archive.ts'
import { sameText } from './document.ts'
import type { WriteResult } from './persist.ts'
import type { PaneText } from '../experiment/types.ts'
import type { Draft } from './stored-shapes.ts'

export type Saving = 'saved' | 'pending' | 'failed'

interface Options {
  readonly archive: Archive
  readonly now: () => number
  readonly newId: () => string
  readonly onSaving: (document: string, saving: Saving) => void
  /** Puts another page's text into the history that is stored. */
  readonly rescue: (document: string, other: Draft) => WriteResult
}

/** Typing is written this long after the last key (ms). */
const SAVE_AFTER = 400

export class DraftKeeper {
  private readonly options: Options
  /** Revision that this page read or wrote last, by document. */
  private readonly seen = new Map<string, string | undefined>()
  /** What is not stored yet, by document. */
  private readonly waiting = new Map<string, PaneText>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: Options) {
    this.options = options
  }

  /** The text kept for a document. */
  load(document: string): PaneText | undefined {
    const waiting = this.waiting.get(document)
    if (waiting) return waiting
    const stored = this.options.archive.draft(document)
    const draft = stored.kind === 'value' ? stored.value : undefined
    this.seen.set(document, draft?.revision)
    return draft && { changes: draft.changes, query: draft.query }
  }

  /** Keeps a text soon. */
  save(document: string, text: PaneText): void {
    this.waiting.set(document, text)
    this.options.onSaving(document, 'pending')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), SAVE_AFTER)
  }

  /** Keeps what waits, now: the page may be about to go. What cannot be kept goes on waiting. */
  flush(): void {
    clearTimeout(this.timer)
    if (this.waiting.size === 0) return
    let worst: WriteResult = 'saved'
    for (const [document, text] of this.waiting) {
      const result = this.write(document, text)
      if (result === 'saved') this.waiting.delete(document)
      else worst = result
      this.options.onSaving(document, result === 'saved' ? 'saved' : 'failed')
    }
    this.options.archive.note('text', worst)
  }

  /** Whether a document's text is not stored. */
  waits(document: string): boolean {
    return this.waiting.has(document)
  }

  /** All texts, by document: those that wait in place of those that are stored. */
  all(): Readonly<Record<string, Draft>> {
    const { archive, now, newId } = this.options
    const waiting = [...this.waiting].map(
      ([document, text]) => [document, { ...text, savedAt: now(), revision: newId() }] as const,
    )
    return { ...archive.drafts(), ...Object.fromEntries(waiting) }
  }

  /** Whether a draft was written by another page and is news to this one. */
  isForeign(document: string, { revision }: Draft): boolean {
    return this.seen.get(document) !== revision
  }

  private write(document: string, text: PaneText): WriteResult {
    const { archive, now, newId, rescue } = this.options
    const stored = archive.draft(document)
    if (stored.kind === 'value' && this.isForeign(document, stored.value) && !sameText(stored.value, text)) {
      const rescued = rescue(document, stored.value)
      if (rescued !== 'saved') return rescued
      this.seen.set(document, stored.value.revision)
    }
    const revision = newId()
    const result = archive.writeDraft(document, { ...text, savedAt: now(), revision })
    if (result === 'saved') this.seen.set(document, revision)
    return result
  }
}

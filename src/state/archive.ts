/**
 * What the browser keeps: progress, history and drafts. Progress and history are joined with what is stored at every
 * write, because another page may have written since. Where the storage is full, the oldest texts of the history make
 * room. What is not kept is told.
 */
import { mergeHistory, mergeProgress } from './merge.ts'
import { decode, read, write, type Shape, type StoredResult, type WriteResult } from './persist.ts'
import type { KeyValueStorage } from './ports.ts'
import {
  DRAFT,
  HISTORY,
  KEYS,
  PROGRESS,
  type Draft,
  type HistoryEntry,
  type Progress,
} from './stored-shapes.ts'

export type Unkept = 'text' | 'progress' | 'history' | 'oldest-history'

type Failure = Exclude<WriteResult, 'saved'>

/** What is not kept, and why. */
export type Failing = ReadonlyMap<Unkept, Failure>

type History = readonly HistoryEntry[]

export interface KeptProgress {
  readonly progress: Progress
  readonly result: WriteResult
}

export interface KeptHistory {
  /** All of it, as it is on screen. */
  readonly history: History
  readonly result: WriteResult
  /** How many of its entries are stored, the newest ones. */
  readonly kept: number
}

/** A text that is written makes room down to this many entries of the history. */
const SPARED = 5

interface Options {
  readonly storage: KeyValueStorage | undefined
  /** More is not kept than before, or all is kept again. */
  readonly onFailing: (failing: Failing) => void
  /** Something that was kept cannot be read. */
  readonly onUnreadable: () => void
}

export class Archive {
  private readonly options: Options
  private readonly failing = new Map<Unkept, Failure>()

  constructor(options: Options) {
    this.options = options
  }

  /** What is stored joined with `mine`, changed, and kept. */
  keepProgress(mine: Progress, change = (progress: Progress): Progress => progress): KeptProgress {
    const stored = this.read(KEYS.progress, PROGRESS)
    const progress = change(stored.kind === 'value' ? mergeProgress(mine, stored.value) : mine)
    const result = mayBeReplaced(stored) ? this.writeFirst(KEYS.progress, PROGRESS, { ...progress }) : 'full'
    this.note('progress', result)
    return { progress, result }
  }

  /** What is stored joined with `mine`, changed, and kept: where there is no room for all of it, the newest part. */
  keepHistory(mine: History, change: (history: History) => History): KeptHistory {
    const stored = this.read(KEYS.history, HISTORY)
    const history = change(stored.kind === 'value' ? mergeHistory(mine, stored.value) : mine)
    if (!mayBeReplaced(stored)) return this.noteHistory({ history, result: 'full', kept: 0 })
    let kept = history.length
    let result = this.writeHistory(history)
    while (result === 'full' && kept > 1) {
      kept = shorter(kept)
      result = this.writeHistory(history.slice(0, kept))
    }
    return this.noteHistory({ history, result, kept: result === 'saved' ? kept : 0 })
  }

  /**
   * What another page has stored joined with `mine`. It is stored only where there is room for all of it: two pages
   * that each make room for the other's texts would never come to an end.
   */
  joinHistory(mine: History): History {
    const stored = this.read(KEYS.history, HISTORY)
    if (stored.kind !== 'value') return mine
    const history = mergeHistory(mine, stored.value)
    this.writeHistory(history)
    return history
  }

  draft(document: string): StoredResult<Draft> {
    return this.read(KEYS.draft(document), DRAFT)
  }

  /** Replaces a draft; what may be lost by that has been looked at before. */
  writeDraft(document: string, draft: Draft): WriteResult {
    return mayBeReplaced(this.draft(document)) ? this.writeFirst(KEYS.draft(document), DRAFT, draft) : 'full'
  }

  /** All drafts that are stored, by document. */
  drafts(): Readonly<Record<string, Draft>> {
    const found: Record<string, Draft> = {}
    const { storage } = this.options
    try {
      for (let index = 0; index < (storage?.length ?? 0); index++) {
        const key = storage?.key(index) ?? ''
        const document = KEYS.documentOf(key)
        const text = document === undefined ? null : storage?.getItem(key)
        const draft = text ? decode(DRAFT, text) : undefined
        if (document !== undefined && draft?.kind === 'value') found[document] = draft.value
      }
    } catch {
      // A storage that refuses has none.
    }
    return found
  }

  /** Notes that something is not kept, or is again. */
  note(what: Unkept, result: WriteResult): void {
    const before = this.failing.get(what)
    if (result === 'saved') this.failing.delete(what)
    else this.failing.set(what, result)
    const isNews = result === 'saved' ? before !== undefined && this.failing.size === 0 : before !== result
    if (isNews) this.options.onFailing(this.failing)
  }

  read<T>(key: string, shape: Shape<T>): StoredResult<T> {
    const stored = read(this.options.storage, key, shape)
    if (stored.kind === 'unreadable') this.options.onUnreadable()
    return stored
  }

  private noteHistory(outcome: KeptHistory): KeptHistory {
    const { history, result, kept } = outcome
    this.note('history', result)
    this.note('oldest-history', result === 'saved' && kept < history.length ? 'full' : 'saved')
    return outcome
  }

  private writeHistory(history: History): WriteResult {
    return write(this.options.storage, KEYS.history, HISTORY, [...history])
  }

  /** Writes what comes before old texts of the history: where there is no room, those are let go. */
  private writeFirst<T>(key: string, shape: Shape<T>, value: T): WriteResult {
    const { storage } = this.options
    let result = write(storage, key, shape, value)
    if (result !== 'full') return result
    const stored = read(storage, KEYS.history, HISTORY)
    const history = stored.kind === 'value' ? stored.value : []
    for (let kept = history.length; result === 'full' && kept > SPARED;) {
      kept = Math.max(SPARED, shorter(kept))
      this.writeHistory(history.slice(0, kept))
      result = write(storage, key, shape, value)
    }
    if (history.length <= SPARED) return result
    // Where nothing was won by it, what was there before fits again.
    if (result === 'full') this.writeHistory(history)
    else this.note('oldest-history', 'full')
    return result
  }
}

const mayBeReplaced = (stored: StoredResult<unknown>): boolean =>
  stored.kind !== 'unreadable' || stored.setAside

/** A tenth less. */
const shorter = (count: number): number => Math.floor(count * 0.9)

/** What commands share: the store, the outside world, and small helpers over both. */
import type { StoreApi } from 'zustand/vanilla'
import type { GradingSession } from '../grading/session.ts'
import type { AppState, Notice } from './app-state.ts'
import type { Archive } from './archive.ts'
import type { Document } from './document.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { Deps } from './ports.ts'

export interface CommandContext {
  readonly store: StoreApi<AppState>
  readonly deps: Deps
  readonly archive: Archive
  readonly drafts: DraftKeeper
  /** Sessions of the lessons that were opened, see `lesson-grading.ts`. */
  readonly gradings: WeakMap<Document, GradingSession>
}

/** Whether a document is still the one on screen. */
export const isOpen = ({ store }: Pick<CommandContext, 'store'>, document: Document): boolean =>
  store.getState().document === document

export type Patch<K extends keyof AppState> = Partial<AppState[K]>

/** Merges `change` into one slice. */
export function patch<K extends 'bench' | 'bill' | 'console' | 'schema' | 'view' | 'share'>(
  { store }: Pick<CommandContext, 'store'>,
  slice: K,
  change: Patch<K>,
): void {
  store.setState((state) => ({ [slice]: { ...state[slice], ...change } }))
}

/** Shows a notice; one with the same id is replaced. */
export function notify({ store }: Pick<CommandContext, 'store'>, notice: Notice): void {
  store.setState((state) => ({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] }))
}

export function dismissNotice({ store }: Pick<CommandContext, 'store'>, id: string): void {
  store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}

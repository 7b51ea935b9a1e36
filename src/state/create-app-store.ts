/** The store and its commands, put together. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { INITIAL_STATE, type AppState } from './app-state.ts'
import * as bill from './commands/bill.ts'
import * as compare from './commands/compare.ts'
import * as edit from './commands/edit.ts'
import * as learn from './commands/learn.ts'
import * as look from './commands/look.ts'
import * as open from './commands/open.ts'
import * as prefer from './commands/prefer.ts'
import * as run from './commands/run.ts'
import * as share from './commands/share.ts'
import * as transfer from './commands/transfer.ts'
import { dismissNotice, notify, type Context } from './context.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { addEntry } from './history.ts'
import { Measurer } from './measurer.ts'
import { read } from './persist.ts'
import type { Deps } from './ports.ts'
import { HISTORY, KEYS, PREFERENCES, PROGRESS } from './stored-shapes.ts'

const COMMANDS = {
  navigate: open.navigate,
  reset: open.reset,
  pinAttempt: compare.pinAttempt,
  compareWith: compare.compareWith,
  unpin: compare.unpin,
  measureBaseline: run.measureBaseline,
  run: run.run,
  stop: run.stop,
  billIndexes: bill.billIndexes,
  edit: edit.edit,
  addChange: edit.addChange,
  replaceText: edit.replaceText,
  restore: edit.restore,
  openFile: edit.openFile,
  fileText: edit.fileText,
  splitPasted: edit.splitPasted,
  reveal: edit.reveal,
  storageChanged: edit.storageChanged,
  runConsole: look.runConsole,
  clearConsole: look.clearConsole,
  loadSchema: look.loadSchema,
  share: share.share,
  shareCopied: share.shareCopied,
  closeShare: share.closeShare,
  unfoldHint: learn.unfoldHint,
  predict: learn.predict,
  openSolution: learn.openSolution,
  closeSolution: learn.closeSolution,
  exportProgress: transfer.exportProgress,
  importProgress: transfer.importProgress,
  setTheme: prefer.setTheme,
  setLayout: prefer.setLayout,
  showResultTab: prefer.showResultTab,
  showNarrowTab: prefer.showNarrowTab,
  actOnNotice: prefer.actOnNotice,
  notify,
  dismissNotice,
  /** Keeps what has been typed, now. */
  flush: ({ drafts }: Context): void => drafts.flush(),
} as const

/** A command without its first parameter, the context. */
type Bound<F> = F extends (context: Context, ...args: infer A) => infer R ? (...args: A) => R : never

export type Commands = { readonly [K in keyof typeof COMMANDS]: Bound<(typeof COMMANDS)[K]> }

export interface App {
  readonly store: StoreApi<AppState>
  readonly commands: Commands
}

const SAVING_FAILED = {
  full: 'The browser’s storage is full: your text is not kept when you close this page.',
  unavailable: 'This browser keeps nothing for this page: your text is gone when you close it.',
} as const

/** Reads what was kept and makes the one store of the page. Nothing is opened yet: call `navigate`. */
export function createAppStore(deps: Deps): App {
  const kept = <T>(result: ReturnType<typeof read<T>>, otherwise: T): T =>
    result.kind === 'value' ? result.value : otherwise
  const store = createStore<AppState>()(() => ({
    ...INITIAL_STATE,
    history: kept(read(deps.storage, KEYS.history, HISTORY), []),
    progress: kept(read(deps.storage, KEYS.progress, PROGRESS), {}),
    preferences: kept(read(deps.storage, KEYS.preferences, PREFERENCES), INITIAL_STATE.preferences),
  }))
  const drafts = new DraftKeeper({
    storage: deps.storage,
    now: () => deps.now(),
    newId: () => deps.newId(),
    onSaving: (saving, failure) => {
      store.setState({ saving })
      if (saving !== 'failed' || !failure) return
      notify(
        { store },
        {
          id: 'saving',
          tone: 'warning',
          text: SAVING_FAILED[failure],
          action: { label: 'Download it', command: { kind: 'download' } },
        },
      )
    },
    onConflict: (document, { changes, query }) => {
      store.setState(({ history }) => ({
        history: addEntry(history, {
          id: deps.newId(),
          document,
          at: deps.now(),
          reason: 'other-tab',
          changes,
          query,
        }),
      }))
    },
  })
  const context: Context = { store, deps, drafts, measurer: new Measurer(deps) }
  const commands = Object.fromEntries(
    Object.entries(COMMANDS).map(([name, command]) => [
      name,
      (...args: unknown[]) =>
        (command as (context: Context, ...args: unknown[]) => unknown)(context, ...args),
    ]),
  ) as unknown as Commands
  return { store, commands }
}

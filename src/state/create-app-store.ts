/** The store and its commands, put together. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { INITIAL_STATE, type AppState } from './app-state.ts'
import { Archive } from './archive.ts'
import * as baseline from './commands/baseline.ts'
import * as compare from './commands/compare.ts'
import * as console from './commands/console.ts'
import * as edit from './commands/edit.ts'
import * as files from './commands/files.ts'
import { rescue } from './commands/history.ts'
import * as indexBill from './commands/index-bill.ts'
import * as lessonSteps from './commands/lesson-steps.ts'
import * as navigate from './commands/navigate.ts'
import * as notices from './commands/notices.ts'
import { storageChanged } from './commands/other-tab.ts'
import * as preferences from './commands/preferences.ts'
import * as progressFile from './commands/progress-file.ts'
import * as run from './commands/run.ts'
import * as schema from './commands/schema.ts'
import * as share from './commands/share.ts'
import * as view from './commands/view.ts'
import { dismissNotice, notify, type CommandContext } from './command-context.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { KEEPING, keepingNotice, UNREADABLE } from './keeping-notice.ts'
import type { Shape } from './persist.ts'
import type { Deps } from './ports.ts'
import { HISTORY, KEYS, PREFERENCES, PROGRESS } from './stored-shapes.ts'

const COMMANDS = {
  navigate: navigate.navigate,
  openAgain: navigate.openAgain,
  reset: navigate.reset,
  pinAttempt: compare.pinAttempt,
  compareWith: compare.compareWith,
  unpin: compare.unpin,
  measureBaseline: baseline.measureBaseline,
  prepareGrading: baseline.prepareGrading,
  run: run.run,
  stop: run.stop,
  billIndexes: indexBill.billIndexes,
  edit: edit.edit,
  addChange: edit.addChange,
  replaceText: edit.replaceText,
  restore: edit.restore,
  openFile: files.openFile,
  fileText: files.fileText,
  readPasted: files.readPasted,
  openPasted: files.openPasted,
  reveal: view.reveal,
  storageChanged,
  runConsole: console.runConsole,
  typeConsole: console.typeConsole,
  clearConsole: console.clearConsole,
  loadSchema: schema.loadSchema,
  share: share.share,
  shareCopied: share.shareCopied,
  closeShare: share.closeShare,
  unfoldHint: lessonSteps.unfoldHint,
  predict: lessonSteps.predict,
  skipPrediction: lessonSteps.skipPrediction,
  showAdvice: lessonSteps.showAdvice,
  openSolution: lessonSteps.openSolution,
  closeSolution: lessonSteps.closeSolution,
  exportProgress: progressFile.exportProgress,
  importProgress: progressFile.importProgress,
  setTheme: preferences.setTheme,
  setLayout: preferences.setLayout,
  showResultTab: view.showResultTab,
  showNarrowTab: view.showNarrowTab,
  actOnNotice: notices.actOnNotice,
  notify,
  dismissNotice,
  /** Keeps what has been typed, now. */
  flush: ({ drafts }: CommandContext): void => drafts.flush(),
} as const

/** A command without its first parameter, the context. */
type Bound<F> = F extends (context: CommandContext, ...args: infer A) => infer R ? (...args: A) => R : never

export type Commands = { readonly [K in keyof typeof COMMANDS]: Bound<(typeof COMMANDS)[K]> }

export interface App {
  readonly store: StoreApi<AppState>
  readonly commands: Commands
}

/** Reads what was kept and makes the one store of the page. Nothing is opened yet: call `navigate`. */
export function createAppStore(deps: Deps): App {
  const store = createStore<AppState>()(() => INITIAL_STATE)
  const archive = new Archive({
    storage: deps.storage,
    onFailing: (failing) => {
      const notice = keepingNotice(failing)
      if (notice) notify({ store }, notice)
      else dismissNotice({ store }, KEEPING)
    },
    onUnreadable: () => notify({ store }, UNREADABLE),
  })
  const drafts = new DraftKeeper({
    archive,
    now: () => deps.now(),
    newId: () => deps.newId(),
    onSaving: (document, saving) => {
      if (store.getState().document?.key === document) store.setState({ saving })
    },
    rescue: (document, text) => rescue(context, document, text),
  })
  const context: CommandContext = {
    store,
    deps,
    archive,
    drafts,
    gradings: new WeakMap(),
  }
  const kept = <K extends 'history' | 'progress' | 'preferences'>(
    key: K,
    shape: Shape<AppState[K]>,
  ): void => {
    const stored = archive.read(KEYS[key], shape)
    if (stored.kind === 'value') store.setState({ [key]: stored.value })
  }
  kept('history', HISTORY)
  kept('progress', PROGRESS)
  kept('preferences', PREFERENCES)
  const commands = Object.fromEntries(
    Object.entries(COMMANDS).map(([name, command]) => [
      name,
      (...args: unknown[]) =>
        (command as (context: CommandContext, ...args: unknown[]) => unknown)(context, ...args),
    ]),
  ) as unknown as Commands
  return { store, commands }
}

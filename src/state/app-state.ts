/** The whole state of the page. Plain data: commands change it, components read it through selectors. */
import type {
  Catalog,
  ConsoleResult,
  EngineError,
  EngineProgress,
  IndexBill,
  Measurement,
} from '../engine/contract/index.ts'
import type { GradingFailure } from '../grading/session.ts'
import type { Grade } from '../grading/types.ts'
import type { Track } from '../lesson/types.ts'
import type { Document } from './document.ts'
import type { PaneName, PaneText } from '../experiment/types.ts'
import type { Route } from './route.ts'
import type { HistoryEntry, LessonProgress, Preferences } from './stored-shapes.ts'

/** Why there is nothing to work on at this address. */
export type Problem =
  | { readonly kind: 'unknown-address' }
  | { readonly kind: 'unknown-lesson'; readonly id: string }
  | { readonly kind: 'broken-link'; readonly message: string }
  /** The lesson is there, but could not be loaded: the page may be offline, or older than the site. */
  | { readonly kind: 'lesson-load'; readonly id: string; readonly message: string }
  | { readonly kind: 'load'; readonly message: string }

export interface Measured {
  readonly text: PaneText
  readonly measurement: Measurement
}

/** A Run that stands on the Before side in place of the baseline. */
export interface Pinned extends Measured {
  /** When the text was run, ms since the epoch. */
  readonly at: number
}

export interface Attempt extends Measured {
  /** ms since the epoch. */
  readonly at: number
  /** Absent outside lessons and until it has been worked out. */
  readonly grade?: Grade
}

export interface Busy {
  readonly what: 'baseline' | 'attempt' | 'pinned'
  /** What the panes held when it began. */
  readonly text: PaneText
  /** `preparing`: the database starts or loads; `measuring`: it works; `grading`: the verdict is made. */
  readonly stage: 'preparing' | 'measuring' | 'grading'
  /** ms since the epoch. */
  readonly since: number
  readonly progress: EngineProgress | null
  /** Run was pressed again meanwhile, for another text. */
  readonly again: boolean
}

export interface Failure {
  readonly text: PaneText
  readonly error: EngineError
  readonly at: number
}

export interface BenchState {
  readonly busy: Busy | null
  readonly baseline: Measured | null
  readonly baselineFailure: Failure | null
  /** What the learner chose to compare with; null: the baseline. Lessons are graded against the baseline all the same. */
  readonly pinned: Pinned | null
  /** The reference solution's measurements, for grading and for the numbers in the lesson's prose. */
  readonly references: readonly Measurement[] | null
  /** Limits that the lesson's checks set, by check kind. */
  readonly limits: Readonly<Record<string, number>>
  /** What the lesson asks for, as titles of its checks; empty until the reference solution is measured. */
  readonly requirements: readonly string[]
  /** The last Run that gave a measurement. */
  readonly attempt: Attempt | null
  /** Set where the last Run gave none. */
  readonly failure: Failure | null
  /** Why there is no verdict on the last Run, or could be none on the next one. */
  readonly gradingFailure: GradingFailure | null
}

/** What the indexes of the last Run cost. `of` is the measurement that the bill belongs to. */
export interface BillState {
  readonly status: 'none' | 'working' | 'ready' | 'failed'
  readonly of: Measurement | null
  readonly bills: readonly IndexBill[]
  readonly error: EngineError | null
}

export interface ConsoleEntry {
  readonly id: string
  readonly sql: string
  readonly results: readonly ConsoleResult[]
  readonly error: EngineError | null
}

export interface ConsoleState {
  /** What is typed and not sent yet; it outlives other tabs, Runs and documents. */
  readonly input: string
  readonly entries: readonly ConsoleEntry[]
  readonly busy: boolean
  /** It has changed the database since the last Run. */
  readonly dirty: boolean
}

export interface SchemaState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly catalog: Catalog | null
  readonly error: EngineError | null
}

export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'warning'
  readonly text: string
  /** What the notice offers. */
  readonly action?: { readonly label: string; readonly command: NoticeAction }
}

export type NoticeAction =
  | { readonly kind: 'use-text'; readonly document: string; readonly text: PaneText }
  /** Everything that the page knows, as a file. */
  | { readonly kind: 'export' }
  | { readonly kind: 'reload' }

export type ResultTab = 'result' | 'console' | 'schema' | 'history'
export type NarrowTab = 'lesson' | 'editor' | 'result'

export interface ViewState {
  readonly resultTab: ResultTab
  readonly narrowTab: NarrowTab
  readonly solutionOpen: boolean
  /** Where the caret should go; `id` tells two requests for the same place apart. */
  readonly reveal: { readonly id: number; readonly pane: PaneName; readonly offset: number } | null
}

/** A link made by Share, on its way to the clipboard. */
export interface ShareState {
  readonly status: 'closed' | 'making' | 'ready' | 'failed'
  readonly payload: string
  /** The link's address was copied; null until the interface has tried. */
  readonly copied: boolean | null
  readonly error: string
}

export interface AppState {
  readonly route: Route
  readonly loading: boolean
  readonly problem: Problem | null
  readonly tracks: readonly Track[] | null
  readonly document: Document | null
  readonly text: PaneText
  /** Whether the text of the page is kept: `saved` also where nothing needs saving. */
  readonly saving: 'saved' | 'pending' | 'failed'
  readonly bench: BenchState
  readonly bill: BillState
  readonly console: ConsoleState
  readonly schema: SchemaState
  readonly history: readonly HistoryEntry[]
  readonly progress: Readonly<Record<string, LessonProgress>>
  readonly preferences: Preferences
  readonly notices: readonly Notice[]
  readonly view: ViewState
  readonly share: ShareState
}

export const NO_BENCH: BenchState = {
  busy: null,
  baseline: null,
  baselineFailure: null,
  pinned: null,
  references: null,
  limits: {},
  requirements: [],
  attempt: null,
  failure: null,
  gradingFailure: null,
}

export const NO_BILL: BillState = { status: 'none', of: null, bills: [], error: null }
export const NO_CONSOLE: ConsoleState = { input: '', entries: [], busy: false, dirty: false }
export const NO_SCHEMA: SchemaState = { status: 'idle', catalog: null, error: null }
export const NO_SHARE: ShareState = { status: 'closed', payload: '', copied: null, error: '' }
export const EMPTY_TEXT: PaneText = { changes: '', query: '' }

export const INITIAL_STATE: AppState = {
  route: { kind: 'course' },
  loading: false,
  problem: null,
  tracks: null,
  document: null,
  text: EMPTY_TEXT,
  saving: 'saved',
  bench: NO_BENCH,
  bill: NO_BILL,
  console: NO_CONSOLE,
  schema: NO_SCHEMA,
  history: [],
  progress: {},
  preferences: { theme: 'system', layout: {} },
  notices: [],
  view: { resultTab: 'result', narrowTab: 'lesson', solutionOpen: false, reveal: null },
  share: NO_SHARE,
}

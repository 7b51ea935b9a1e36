/** What the state layer needs from outside, as interfaces: the composition root hands in the real ones, tests fakes. */
import type { DatasetRef, Engine, Totals } from '../engine/contract/index.ts'
import type { Experiment, PaneText } from '../experiment/types.ts'
import type { Grader } from '../grading/session.ts'
import type { Lesson, Track } from '../lesson/types.ts'
import type { Result } from '../shared/result.ts'

export interface CourseSource {
  tracks(): Promise<readonly Track[]>
  /** undefined where the course has no such lesson. */
  lesson(id: string): Promise<Lesson | undefined>
}

/** An experiment as a link carries it. */
export interface SharedExperiment extends Experiment {
  /** The lesson it was made in: gives the setup and the baseline. */
  readonly lesson?: string
  /** The file that it was opened from. */
  readonly name?: string
  /** What the author's browser measured. */
  readonly totals?: SharedTotals
}

/** The author's figures that are the same on every machine. */
export type SharedTotals = Pick<Totals, 'buffers' | 'rowsRead' | 'rowsReturned' | 'statements'>

export interface ShareCodec {
  /** The part of a link after `#/x/`. */
  encode(experiment: SharedExperiment): Promise<string>
  /** The error is a sentence for the reader. */
  decode(payload: string): Promise<Result<SharedExperiment, string>>
}

/** What a file brings. */
export interface ExperimentFile extends PaneText {
  readonly notes: string
  /** undefined: whatever it is opened on. */
  readonly dataset: DatasetRef | undefined
}

/** Experiments as `.sql` files, see `experiment/format.ts`. */
export interface ExperimentFiles {
  print(experiment: Experiment): Promise<string>
  /** undefined where the text has no marker: it is plain SQL. The error is a sentence for the reader. */
  parse(text: string): Promise<Result<ExperimentFile, string> | undefined>
}

/** The part of `localStorage` that is used; every method may throw. */
export interface KeyValueStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  readonly length: number
  /** Name of the nth key. */
  key(index: number): string | null
}

export interface StartDataset extends DatasetRef {
  readonly firstQuery: string
}

export interface Deps {
  /** The engine for a dataset; the same one for the same dataset. */
  engine(ref: DatasetRef): Engine
  /** What a free experiment runs on, and the query that it begins with. */
  readonly defaultDataset: StartDataset
  readonly course: CourseSource
  /** Grading, loaded when it is needed first. */
  grader(): Promise<Grader>
  readonly share: ShareCodec
  readonly files: ExperimentFiles
  /** undefined where the browser has none. */
  readonly storage: KeyValueStorage | undefined
  /** Puts an address into the browser's history, without going there. */
  pushAddress(hash: string): void
  /** ms since the epoch. */
  now(): number
  newId(): string
}

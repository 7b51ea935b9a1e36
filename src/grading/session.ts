/**
 * Measures and grades one lesson with any engine: the baseline and the reference solution once, then attempt after
 * attempt. The page and the command line run this same sequence; what happens on the way is told by events. The grader
 * is loaded after the baseline is measured, so nothing here imports it.
 */
import type { EngineError, EngineProgress, Job, Measurement, Outcome } from '../engine/contract/index.ts'
import type { PaneText } from '../experiment/types.ts'
import { baselineJob, plainJob } from './baseline-job.ts'
import type { Evidence, Grade, Requirements, Task } from './types.ts'

/** Grading proper, see `grader.ts`. */
export interface Grader {
  referenceJobs(task: Task, baseline: Measurement): readonly Job[]
  attemptJob(task: Task, texts: PaneText, baseline: Measurement): Job
  grade(task: Task, texts: PaneText, evidence: Evidence): Grade
  requirementsOf(task: Task, evidence: Omit<Evidence, 'attempt'>): Requirements
}

export type Measure = (
  job: Job,
  onProgress: (progress: EngineProgress) => void,
) => Promise<Outcome<Measurement>>

type Measured = 'baseline' | 'references' | 'attempt'

export type GradingEvent =
  | { readonly kind: 'progress'; readonly of: Measured; readonly progress: EngineProgress }
  /**
   * Comes twice: with the figures as soon as they are there, and when what grading needs besides is `complete`.
   */
  | {
      readonly kind: 'baseline' | 'attempt'
      readonly texts: PaneText
      readonly measurement: Measurement
      readonly complete: boolean
    }
  /** Known before the references are complete, and once more then. */
  | { readonly kind: 'requirements'; readonly requirements: Requirements }
  | { readonly kind: 'references'; readonly measurements: readonly Measurement[] }
  | { readonly kind: 'verdict'; readonly texts: PaneText; readonly grade: Grade }

/** Why there is no verdict. */
export type GradingFailure =
  /** Something gave no measurement, or it was stopped before it did. */
  | { readonly kind: Measured; readonly error: EngineError }
  /** The grader could not be loaded; the attempt is measured all the same. */
  | { readonly kind: 'grader'; readonly message: string }
  /** A fault of the grader itself. */
  | { readonly kind: 'verdict'; readonly message: string }

export type GradingOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: GradingFailure }

export interface Graded {
  readonly grade: Grade
  readonly attempt: Measurement
}

export interface GradingSession {
  /** The baseline's measurement; measured once. */
  baseline(): Promise<GradingOutcome<Measurement>>
  /** Measurements of the reference solution; measured once, after the baseline. */
  references(): Promise<GradingOutcome<readonly Measurement[]>>
  /** Measures an attempt, each time, and grades it. */
  grade(texts: PaneText): Promise<GradingOutcome<Graded>>
  /**
   * Grades an attempt on the lesson's own data alone: cheaper, and enough to see why most wrong attempts are wrong.
   * What passes here may still fail on disturbed data.
   */
  gradeUndisturbed(texts: PaneText): Promise<GradingOutcome<Graded>>
  /** Ends what is under way, at once: its callers get `stopped`, and no more events. The engine is stopped apart. */
  stop(): void
}

export interface SessionOptions {
  readonly measure: Measure
  /** For attempts, where `measure` may answer from memory. */
  readonly measureAnew?: Measure
  /** Called when the baseline is measured. */
  readonly grader: () => Promise<Grader>
  /** Default: the task's. */
  readonly scale?: number
  readonly onEvent?: (event: GradingEvent) => void
}

/** What failed, or was stopped, is tried again when it is asked for again. */
export function gradingSession(task: Task, options: SessionOptions): GradingSession {
  const { measure, measureAnew = measure, grader, scale = task.scale, onEvent } = options
  let life = new AbortController()

  /** Measures. `figures` gets them as soon as they are there, `undisturbed` all but the probes. */
  async function measured(
    of: Measured,
    job: Job,
    signal: AbortSignal,
    on: { readonly figures?: OnMeasurement; readonly undisturbed?: OnMeasurement } = {},
  ): Promise<GradingOutcome<Measurement>> {
    if (signal.aborted) return failed(of, STOPPED)
    const onProgress = (progress: EngineProgress): void => {
      if (signal.aborted) return
      onEvent?.({ kind: 'progress', of, progress })
      if (progress.stage === 'measured') on.figures?.(progress.measurement)
      if (progress.stage === 'undisturbed') on.undisturbed?.(progress.measurement)
    }
    try {
      const outcome = await orAborted(signal, (of === 'attempt' ? measureAnew : measure)(job, onProgress))
      if (!outcome || signal.aborted) return failed(of, STOPPED)
      return outcome.ok ? outcome : failed(of, outcome.error)
    } catch (error) {
      return failed(of, { kind: 'internal', message: messageOf(error) })
    }
  }

  /** Asks `work` until it has answered once; what is under way when it is asked again is waited for. */
  function once<T>(work: (signal: AbortSignal) => Promise<GradingOutcome<T>>) {
    let done: GradingOutcome<T> | undefined
    let pending: { readonly signal: AbortSignal; readonly outcome: Promise<GradingOutcome<T>> } | undefined
    return async (): Promise<GradingOutcome<T>> => {
      if (done) return done
      const { signal } = life
      if (pending?.signal !== signal) pending = { signal, outcome: work(signal) }
      const mine = pending
      const outcome = await mine.outcome
      if (outcome.ok) done = outcome
      if (pending === mine) pending = undefined
      return outcome
    }
  }

  const baseline = once(async (signal) => {
    const tell = (measurement: Measurement, complete = false): void =>
      onEvent?.({ kind: 'baseline', texts: task.before, measurement, complete })
    const outcome = await measured('baseline', baselineJob(task, scale), signal, { figures: tell })
    if (outcome.ok) tell(outcome.value, true)
    return outcome
  })

  const references = once(async (signal): Promise<GradingOutcome<readonly Measurement[]>> => {
    const before = await baseline()
    if (!before.ok) return before
    const loaded = await load(signal)
    if (!loaded.ok) return loaded
    const tell = (known: readonly Measurement[]): void => {
      const evidence = { before: before.value, references: known }
      onEvent?.({ kind: 'requirements', requirements: loaded.value.requirementsOf(task, evidence) })
    }
    const found: Measurement[] = []
    try {
      for (const job of loaded.value.referenceJobs(task, before.value)) {
        // Probes take seconds; what is asked for is known before.
        const undisturbed = (measurement: Measurement): void => {
          if (found.length === 0) tell([measurement])
        }
        const outcome = await measured('references', job, signal, { undisturbed })
        if (!outcome.ok) return outcome
        found.push(outcome.value)
      }
      tell(found)
    } catch (error) {
      return fault(error)
    }
    onEvent?.({ kind: 'references', measurements: found })
    return { ok: true, value: found }
  })

  async function load(signal: AbortSignal): Promise<GradingOutcome<Grader>> {
    if (signal.aborted) return failed('references', STOPPED)
    try {
      const loaded = await orAborted(signal, grader())
      return !loaded || signal.aborted ? failed('references', STOPPED) : { ok: true, value: loaded }
    } catch (error) {
      return { ok: false, error: { kind: 'grader', message: messageOf(error) } }
    }
  }

  async function gradeWith(texts: PaneText, undisturbed: boolean): Promise<GradingOutcome<Graded>> {
    const { signal } = life
    const before = await baseline()
    if (!before.ok) return before
    const loaded = await load(signal)
    let job = plainJob(task, texts, scale)
    let refused: { readonly reason: unknown } | undefined
    try {
      if (loaded.ok) job = loaded.value.attemptJob(task, texts, before.value)
    } catch (reason) {
      // A text that the parser refuses: the engine says why.
      refused = { reason }
    }
    const tell = (measurement: Measurement, complete = false): void =>
      onEvent?.({ kind: 'attempt', texts, measurement, complete })
    const asked = undisturbed ? withoutProbes(job) : job
    const attempt = await measured('attempt', asked, signal, { figures: tell })
    if (!attempt.ok) return attempt
    tell(attempt.value, true)
    if (!loaded.ok) return loaded
    if (refused) return fault(refused.reason)
    if (signal.aborted) return failed('references', STOPPED)
    const solved = await references()
    if (!solved.ok) return solved
    if (signal.aborted) return failed('references', STOPPED)
    const evidence = {
      before: before.value,
      references: undisturbed ? solved.value.map(withoutProbes) : solved.value,
      attempt: attempt.value,
    }
    try {
      const value = { grade: loaded.value.grade(task, texts, evidence), attempt: attempt.value }
      onEvent?.({ kind: 'verdict', texts, grade: value.grade })
      return { ok: true, value }
    } catch (error) {
      return fault(error)
    }
  }

  return {
    baseline,
    references,
    grade: (texts) => gradeWith(texts, false),
    gradeUndisturbed: (texts) => gradeWith(texts, true),
    stop() {
      life.abort()
      life = new AbortController()
    },
  }
}

type OnMeasurement = (measurement: Measurement) => void

const STOPPED: EngineError = { kind: 'stopped' }

const failed = (kind: Measured, error: EngineError) => ({ ok: false, error: { kind, error } }) as const

const fault = (error: unknown) =>
  ({ ok: false, error: { kind: 'verdict', message: messageOf(error) } }) as const

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const withoutProbes = <T extends { readonly probes?: unknown }>(value: T): T => ({ ...value, probes: [] })

/** What `work` gives, or undefined as soon as the signal says so. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(undefined)
    signal.addEventListener('abort', onAbort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

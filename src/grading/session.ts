/** Measures and grades one lesson with any engine: the baseline and the solution once, then attempt after attempt. */
import type { Job, Measurement, Outcome } from '../engine/contract/index.ts'
import { grade } from './grade.ts'
import { attemptJob, baselineJob, referenceJobs } from './jobs.ts'
import type { PaneText } from '../experiment/types.ts'
import type { Grade, Task } from './types.ts'

export interface Graded {
  readonly grade: Grade
  readonly attempt: Measurement
}

const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export interface GradingSession {
  /** The baseline's measurement; measured once. */
  baseline(): Promise<Outcome<Measurement>>
  /** Measurements of the reference solution; measured once, after the baseline. */
  references(): Promise<Outcome<readonly Measurement[]>>
  /** Measures an attempt and grades it. */
  grade(attempt: PaneText): Promise<Outcome<Graded>>
  /**
   * Grades an attempt on the lesson's own data alone: cheaper, and enough to see why most wrong attempts are wrong.
   * What passes here may still fail on disturbed data.
   */
  gradeUndisturbed(attempt: PaneText): Promise<Outcome<Graded>>
}

/** `measure` is an engine's; failed measurements are tried again when they are asked for again. */
export function gradingSession(
  task: Task,
  measure: (job: Job) => Promise<Outcome<Measurement>>,
  scale = task.scale,
): GradingSession {
  const once = <T>(work: () => Promise<Outcome<T>>) => {
    let known: Promise<Outcome<T>> | undefined
    return async () => {
      known ??= work()
      const outcome = await known
      if (!outcome.ok) known = undefined
      return outcome
    }
  }
  const baseline = once(() => measure(baselineJob(task, scale)))
  const references = once(async (): Promise<Outcome<readonly Measurement[]>> => {
    const before = await baseline()
    if (!before.ok) return before
    const found: Measurement[] = []
    for (const job of referenceJobs(task, before.value)) {
      const measured = await measure(job)
      if (!measured.ok) return measured
      found.push(measured.value)
    }
    return done(found)
  })
  async function gradeWith(texts: PaneText, undisturbed: boolean): Promise<Outcome<Graded>> {
    const before = await baseline()
    if (!before.ok) return before
    const solved = await references()
    if (!solved.ok) return solved
    const job = attemptJob(task, texts, before.value)
    const attempt = await measure(undisturbed ? withoutProbes(job) : job)
    if (!attempt.ok) return attempt
    const evidence = {
      before: before.value,
      references: undisturbed ? solved.value.map(withoutProbes) : solved.value,
      attempt: attempt.value,
    }
    return done({ grade: grade(task, texts, evidence), attempt: attempt.value })
  }
  return {
    baseline,
    references,
    grade: (texts) => gradeWith(texts, false),
    gradeUndisturbed: (texts) => gradeWith(texts, true),
  }
}

const withoutProbes = <T extends { readonly probes?: unknown }>(value: T): T => ({ ...value, probes: [] })

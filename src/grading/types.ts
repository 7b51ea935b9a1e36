/** Grading's vocabulary: what is graded, and what came out. What a lesson asks for is `shared/check-spec.ts`. */
import type { Measurement, Probe, Totals } from '../engine/contract/index.ts'
import type { PaneText } from '../experiment/types.ts'
import type { CheckSpec, DerivedProbe, LiteralVariant, Permission } from '../shared/check-spec.ts'

/** What grading needs of a lesson; a `Lesson` is one. */
export interface Task {
  readonly id: string
  readonly dataset: string
  /** The scale that absolute numbers in the checks are meant for. */
  readonly scale: number
  readonly setup: string
  readonly before: PaneText
  readonly solution: PaneText
  readonly probes: readonly Probe[]
  /** Which disturbances are derived from the schema. */
  readonly derivedProbes: readonly DerivedProbe[]
  /** The same question with other literals. */
  readonly variants: readonly LiteralVariant[]
  /** Queries that describe the final state of a request that writes. */
  readonly state: readonly string[]
  readonly checks: readonly CheckSpec[]
  readonly allows: readonly Permission[]
}

/** Everything measured for one verdict. */
export interface Evidence {
  /** Measurement of `baselineJob`. */
  readonly before: Measurement
  /** Measurements of `referenceJobs`, in their order. */
  readonly references: readonly Measurement[]
  /** Measurement of `attemptJob`. */
  readonly attempt: Measurement
}

/** The smallest difference found between two row sets, for the learner to look at. */
export interface RowDifference {
  /** On which data it was found: `lesson data` or a probe's name. */
  readonly data: string
  readonly columns: readonly string[]
  readonly missing: readonly (readonly (string | null)[])[]
  readonly extra: readonly (readonly (string | null)[])[]
  readonly note?: string
}

/** Verdict of one check. `actual` and `limit` carry the number behind it where there is one. */
export interface CheckResult {
  readonly kind: string
  /** Short name of the requirement, e.g. `At most 40 buffers`. */
  readonly title: string
  readonly passed: boolean
  /** One sentence: what was found, and on failure what to do about it. */
  readonly message: string
  readonly actual: number | string | null
  readonly limit: number | string | null
  readonly difference?: RowDifference
  /** True for a rule that holds in every lesson; it is listed only where it was broken. */
  readonly guard?: boolean
}

export interface Grade {
  readonly lesson: string
  readonly passed: boolean
  /** The lesson's checks in their order, then the guards that were broken. */
  readonly checks: readonly CheckResult[]
  readonly before: Totals
  readonly after: Totals
}

/** What a task asks for, as its checks put it once the solution is measured. */
export interface Requirements {
  /** One for each check, in their order, e.g. `At most 40 buffers`. */
  readonly titles: readonly string[]
  /** Limits by check kind; the first of a kind counts. */
  readonly limits: Readonly<Record<string, number>>
}

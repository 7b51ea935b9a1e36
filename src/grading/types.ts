/** Grading's vocabulary: what came out of a lesson's checks. What a lesson asks for is `shared/check-spec.ts`. */
import type { Totals } from '../engine/protocol.ts'

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
}

export interface Grade {
  readonly lesson: string
  readonly passed: boolean
  readonly checks: readonly CheckResult[]
  readonly before: Totals
  readonly after: Totals
}

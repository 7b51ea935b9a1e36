/** What a check kind is, and what it may look at. */
import type { z } from 'zod'
import type { Measurement } from '../engine/contract/index.ts'
import type { Syntax } from './syntax.ts'
import type { PaneText } from '../experiment/types.ts'
import type { CheckResult, Task } from './types.ts'

/** Everything a check or a guard may look at. */
export interface GradingContext {
  readonly task: Task
  readonly texts: PaneText
  /** The attempt's statements, parsed. */
  readonly syntax: Syntax
  /** The lesson's request before anything is changed. */
  readonly before: Measurement
  /** The reference solution. */
  readonly reference: Measurement
  /** The solution's request with a larger LIMIT: more rows to choose from where rows tie at its end. */
  readonly candidates?: Measurement
  readonly attempt: Measurement
}

export type Verdict = Omit<CheckResult, 'kind' | 'guard'>

/** A kind of requirement that a lesson may state. One file of `checks/` each. */
export interface CheckKind<P> {
  readonly kind: string
  /** The keys beside `kind` in the lesson's frontmatter. */
  readonly schema: z.ZodType<P>
  evaluate(params: P, context: GradingContext): Verdict
}

/** How a rule that holds in every lesson was broken. */
export interface Violation {
  /** What was found and what to do instead. */
  readonly message: string
  readonly actual?: number | string | null
  readonly limit?: number | string | null
  readonly difference?: CheckResult['difference']
}

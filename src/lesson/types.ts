/** What a lesson is, after its files have been parsed and validated (see `schema.ts`). */
import type { CheckSpec } from '../shared/check-spec.ts'

export interface Hint {
  readonly text: string
}

/** A question asked before the first run, revealed by it. */
export interface Prediction {
  readonly question: string
  readonly options: readonly string[]
  /** Index into `options`. */
  readonly answer: number
  readonly reveal: string
}

export interface QuizQuestion {
  readonly question: string
  readonly options: readonly string[]
  readonly answer: number
  readonly explanation: string
}

/** A named attempt kept beside a lesson: `accept/*.sql` must pass, `reject/*.sql` must fail at the check it names. */
export interface LessonAttempt {
  readonly file: string
  readonly changes: string
  readonly query: string
  /** Which sections the file has; a missing section keeps the lesson's own. */
  readonly has: { readonly changes: boolean; readonly query: boolean }
  /** Check kind that must fail (reject only). */
  readonly rejects?: string
}

export interface LessonSummary {
  readonly id: string
  readonly title: string
  readonly track: string
  /** Position in its track, from the folder's number. */
  readonly order: number
  readonly platform: 'crush_lu' | 'vinsdelux' | 'entreprinder'
  readonly goal: string
}

export interface Lesson extends LessonSummary {
  readonly dataset: string
  readonly scale: number
  /** Topics of the domain brief that it teaches. */
  readonly topics: readonly string[]
  /** Markdown: the story and the question. */
  readonly story: string
  /** Markdown: why the solution works, when not to do it. */
  readonly explanation: string
  readonly takeaway: string
  /** What differs on PostgreSQL 14 and 15, where something does. Markdown. */
  readonly versions?: string
  readonly hints: readonly Hint[]
  readonly prediction?: Prediction
  readonly quiz: readonly QuizQuestion[]
  readonly checks: readonly CheckSpec[]
  readonly setup: string
  readonly before: { readonly changes: string; readonly query: string }
  readonly solution: { readonly changes: string; readonly query: string }
  /** Adversarial data: named SQL blocks, see `-- @probe name` in probes.sql. */
  readonly probes: readonly { readonly name: string; readonly sql: string }[]
  /** Django code before and after, from orm.py. */
  readonly orm?: { readonly before: string; readonly after: string }
  readonly accept: readonly LessonAttempt[]
  readonly reject: readonly LessonAttempt[]
}

export interface Track {
  readonly id: string
  readonly order: number
  readonly title: string
  readonly summary: string
  readonly lessons: readonly LessonSummary[]
}

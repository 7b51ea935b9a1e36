/** What a lesson is, after its files have been parsed and validated (see `schema.ts` and `parse-lesson.ts`). */
import type { LessonProblem } from './problem.ts'
import type { CheckSpec, DerivedProbe, LiteralVariant, Permission } from '../shared/check-spec.ts'

interface Hint {
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
  /** What it is and why it passes or fails: the comment at its top. */
  readonly note: string
  /** Empty where the file has no `@changes` section. */
  readonly changes: string
  /** The lesson's own request where the file has no `@query` section. */
  readonly query: string
  /** Which sections the file has; a missing section keeps the lesson's own. */
  readonly has: { readonly changes: boolean; readonly query: boolean }
  /** Check kind that must fail (reject only). */
  readonly rejects?: string
}

/** How a lesson differs on servers before some major version. */
interface VersionDifference {
  /** Servers with a lower major version behave so. */
  readonly below: number
  /** What happens there; Markdown. */
  readonly text: string
  /** Check kinds at which the reference solution fails there. */
  readonly solutionFails: readonly string[]
  /** The baseline is fast there: nothing to solve. */
  readonly baselinePasses: boolean
}

export interface LessonSummary {
  readonly id: string
  readonly title: string
  readonly track: string
  /** Position in its track, from the folder's number. */
  readonly order: number
  /** Title of the platform that it is about, e.g. `Crush.lu`. */
  readonly platform: string
  readonly goal: string
}

export interface Lesson extends LessonSummary {
  readonly dataset: string
  readonly scale: number
  /** Topics of the domain that it teaches. */
  readonly topics: readonly string[]
  /** Markdown: the story and the question. May hold placeholders, see `placeholders.ts`. */
  readonly story: string
  /** Markdown: why the solution works. */
  readonly explanation: string
  /** Markdown: when not to do it, and what it costs. */
  readonly whenNot: string
  readonly takeaway: string
  /** What differs on PostgreSQL 14 and 15, where something does. Markdown. */
  readonly versions?: string
  readonly versionDifferences: readonly VersionDifference[]
  readonly hints: readonly Hint[]
  readonly prediction?: Prediction
  readonly quiz: readonly QuizQuestion[]
  readonly checks: readonly CheckSpec[]
  /** What this lesson opens that grading refuses otherwise. */
  readonly allows: readonly Permission[]
  /** The same question with other literals. */
  readonly variants: readonly LiteralVariant[]
  readonly derivedProbes: readonly DerivedProbe[]
  /** Queries that describe the final state of a request that writes. */
  readonly state: readonly string[]
  /** The baseline's answer is wrong: it is not compared with the solution's. */
  readonly baselineIsWrong: boolean
  readonly setup: string
  readonly before: { readonly changes: string; readonly query: string }
  readonly solution: { readonly changes: string; readonly query: string }
  /** Adversarial data: named SQL blocks, see `-- @probe name` in probes.sql. */
  readonly probes: readonly { readonly name: string; readonly sql: string; readonly early?: boolean }[]
  /** Django code before and after, from orm.py. */
  readonly orm?: { readonly before: string; readonly after: string }
  /** Empty in the browser: attempts are for checking lessons, not for reading. */
  readonly accept: readonly LessonAttempt[]
  readonly reject: readonly LessonAttempt[]
  /** What is still to be written, file by file; empty in the browser. */
  readonly unfinished: readonly LessonProblem[]
}

export interface Track {
  readonly id: string
  readonly order: number
  readonly title: string
  readonly summary: string
  readonly lessons: readonly LessonSummary[]
}

/** What is wrong with a lesson's files: where, what, and what to do. */
export interface LessonProblem {
  /** Path from the repository's root. */
  readonly file: string
  /** From 1; undefined where the whole file is meant. */
  readonly line?: number
  readonly message: string
}

export const describeProblem = ({ file, line, message }: LessonProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${message}`

/** Thrown by loaders, so that a build stops with all problems at once. */
export class LessonProblems extends Error {
  override name = 'LessonProblems'
  readonly problems: readonly LessonProblem[]
  constructor(problems: readonly LessonProblem[]) {
    super(
      `${problems.length === 1 ? 'A lesson is' : 'Lessons are'} not right:\n${problems.map((each) => `  ${describeProblem(each)}`).join('\n')}`,
    )
    this.problems = problems
  }
}

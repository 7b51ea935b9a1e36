/** A lesson on a native PostgreSQL: slow before, solved after, and different only where its frontmatter says so. */
import type { Engine, Totals } from '../../src/engine/contract/index.ts'
import { grade } from '../../src/grading/grade.ts'
import { loadGrader } from '../../src/grading/grader.ts'
import { gradingSession } from '../../src/grading/session.ts'
import type { Lesson } from '../../src/lesson/types.ts'
import { describeGradingFailure } from './engine.ts'

export interface NativeReport {
  readonly lesson: Lesson
  readonly problems: readonly string[]
  readonly before?: Totals
  readonly after?: Totals
}

/** Checks `lesson` on `engine`, a native server's. */
export async function checkNative(lesson: Lesson, engine: Engine): Promise<NativeReport> {
  const { version } = engine.traits
  const known = lesson.versionDifferences.filter((difference) => version < difference.below)
  const mayFail = new Set(known.flatMap((difference) => difference.solutionFails))
  const mayPass = known.some((difference) => difference.baselinePasses)
  const session = gradingSession(lesson, {
    measure: (job) => engine.measure({ ...job, timingRuns: 1 }),
    grader: loadGrader,
    scale: engine.dataset.scale,
  })
  const before = await session.baseline()
  if (!before.ok)
    return { lesson, problems: [`the baseline cannot be measured. ${describeGradingFailure(before.error)}`] }
  const references = await session.references()
  if (!references.ok)
    return {
      lesson,
      problems: [`the solution cannot be measured. ${describeGradingFailure(references.error)}`],
    }
  const [solution] = references.value
  if (!solution) throw new Error('The solution was not measured.')
  const evidence = { before: before.value, references: references.value }
  const problems: string[] = []
  const solved = grade(lesson, lesson.solution, { ...evidence, attempt: solution })
  for (const check of solved.checks) {
    // The rules for every lesson know tables by their OIDs, which differ here from one fresh database to the next.
    if (!check.passed && !check.guard && !mayFail.has(check.kind))
      problems.push(`the solution fails at ${check.kind}: ${check.message}`)
  }
  const asked = grade(lesson, lesson.before, { ...evidence, attempt: before.value })
  if (asked.passed && !mayPass) problems.push('the baseline passes')
  return { lesson, problems, before: before.value.totals, after: solution.totals }
}

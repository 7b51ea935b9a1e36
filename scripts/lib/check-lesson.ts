/** Everything that must hold for one lesson, checked on a real database. */
import type { Engine, Measurement, Totals } from '../../src/engine/contract/index.ts'
import { loadGrader } from '../../src/grading/grader.ts'
import { grade, requirementsOf } from '../../src/grading/grade.ts'
import {
  gradingSession,
  type Graded,
  type GradingOutcome,
  type GradingSession,
} from '../../src/grading/session.ts'
import type { Evidence, Grade } from '../../src/grading/types.ts'
import { validateTask, verdictKinds } from '../../src/grading/validate.ts'
import { unfilled } from '../../src/lesson/placeholders.ts'
import { describeProblem } from '../../src/lesson/problem.ts'
import type { Lesson, LessonAttempt } from '../../src/lesson/types.ts'
import { requestHeadline } from '../../src/plan/compare/request-headline.ts'
import { describeEngineError, describeGradingFailure } from './engine.ts'
import { requestPlans, sentenceProblems } from './sentence.ts'

export interface LessonReport {
  readonly lesson: Lesson
  /** What is wrong; none if the lesson is right. */
  readonly problems: readonly string[]
  readonly before?: Totals
  readonly after?: Totals
  /** What the comparison of the baseline with the solution says. */
  readonly sentence?: string
  /** A line for each attempt. */
  readonly attempts: readonly string[]
  readonly seconds: number
}

const ACCEPTED = 2
const REJECTED = 3

const failures = ({ checks }: Grade) => checks.filter((check) => !check.passed)
const describeFailures = (verdict: Grade) =>
  failures(verdict)
    .map((check) => `${check.kind}: ${check.message}`)
    .join('\n  ')

function staticProblems(lesson: Lesson): string[] {
  const kinds = verdictKinds()
  return [
    ...validateTask(lesson),
    ...(lesson.accept.length < ACCEPTED
      ? [`accept/ has ${lesson.accept.length} attempts; ${ACCEPTED} are the least`]
      : []),
    ...(lesson.reject.length < REJECTED
      ? [`reject/ has ${lesson.reject.length} attempts; ${REJECTED} are the least`]
      : []),
    ...lesson.reject
      .filter((each) => !kinds.includes(each.rejects ?? ''))
      .map((each) => `${each.file} names the check ${each.rejects ?? ''}; there are ${kinds.join(', ')}`),
  ]
}

/** All texts of a lesson that may hold placeholders. */
const proseOf = (lesson: Lesson): string =>
  [
    lesson.goal,
    lesson.story,
    lesson.explanation,
    lesson.whenNot,
    lesson.takeaway,
    lesson.versions ?? '',
    lesson.prediction?.question ?? '',
    ...(lesson.prediction?.options ?? []),
    lesson.prediction?.reveal ?? '',
    ...lesson.hints.map((hint) => hint.text),
    ...lesson.quiz.flatMap((question) => [question.question, question.explanation]),
  ].join('\n')

/** Of a wrong baseline the rows are not expected to be the solution's; of a right one they are. */
function baselineProblems(lesson: Lesson, before: Measurement, references: readonly Measurement[]): string[] {
  const verdict = grade(lesson, lesson.before, { before, references, attempt: before })
  const problems: string[] = []
  if (verdict.passed) problems.push('the baseline passes: there is nothing to solve')
  const guard = verdict.checks.find((check) => check.guard === true)
  if (guard) problems.push(`the baseline breaks a general rule, ${guard.kind}: ${guard.message}`)
  const rows = verdict.checks.find((check) => check.kind === 'rows')
  const state = verdict.checks.find((check) => check.kind === 'state')
  if (!lesson.baselineIsWrong && state && !state.passed)
    problems.push(
      `the baseline's final state is not the solution's. ${state.message} (If that is the point of the lesson: baseline-is-wrong: true)`,
    )
  const loops = before.statements.some((statement) => statement.forEachRow)
  if (
    !lesson.baselineIsWrong &&
    rows &&
    !rows.passed &&
    !loops &&
    before.statements.length === references[0]?.statements.length
  )
    problems.push(
      `the baseline's answer is not the solution's. ${rows.message} (If that is the point of the lesson: baseline-is-wrong: true)`,
    )
  return problems
}

/** At least one disturbance must change the right answer, or a hard-coded one would pass. */
function probeProblems(lesson: Lesson, reference: Measurement): string[] {
  const states = lesson.state.length
  const main = [
    ...reference.statements.flatMap((each) => (each.result ? [each.result] : [])),
    ...reference.state,
  ]
  const digest = (sets: readonly { readonly bagDigest: string }[]) =>
    sets.map((set) => set.bagDigest).join('|')
  const failing = reference.probes.filter((probe) => probe.error)
  return [
    ...failing.map((probe) => {
      const own = lesson.probes.some((each) => each.name === probe.name)
      const why = probe.error ? describeEngineError(probe.error) : ''
      return `the probe “${probe.name}” fails with the solution: ${why}${own ? '' : ' (derived from the schema: leave it out by derived-probes)'}`
    }),
    ...(reference.probes.some((probe) => !probe.error && digest(probe.results) !== digest(main))
      ? []
      : [
          `no probe changes the ${states > 0 ? 'state' : 'answer'} of the solution: a hard-coded answer would pass. Add one to probes.sql`,
        ]),
  ]
}

function attemptProblems(attempt: LessonAttempt, verdict: Grade): string[] {
  if (attempt.rejects === undefined)
    return verdict.passed ? [] : [`${attempt.file} must pass and fails at\n  ${describeFailures(verdict)}`]
  if (verdict.passed) return [`${attempt.file} must fail at ${attempt.rejects} and passes`]
  return failures(verdict).some((check) => check.kind === attempt.rejects)
    ? []
    : [`${attempt.file} must fail at ${attempt.rejects} and fails at\n  ${describeFailures(verdict)}`]
}

/** A wrong attempt that fails where it should on the lesson's own data need not be tried on disturbed data. */
async function gradeAttempt(
  session: GradingSession,
  attempt: LessonAttempt,
): Promise<GradingOutcome<Graded>> {
  if (attempt.rejects === undefined) return session.grade(attempt)
  const first = await session.gradeUndisturbed(attempt)
  if (!first.ok || failures(first.value.grade).some((check) => check.kind === attempt.rejects)) return first
  return session.grade(attempt)
}

/** Measures and checks a lesson. Never throws for a fault of the lesson. */
export async function checkLesson(
  lesson: Lesson,
  engine: Engine,
  scale = lesson.scale,
): Promise<LessonReport> {
  const start = performance.now()
  const misfits = staticProblems(lesson)
  const problems = [...lesson.unfinished.map(describeProblem), ...misfits]
  const attempts: string[] = []
  const report = (figures: { before?: Totals; after?: Totals; sentence?: string } = {}): LessonReport => ({
    lesson,
    problems,
    attempts,
    ...figures,
    seconds: (performance.now() - start) / 1000,
  })
  if (misfits.length > 0) return report()
  // Time decides nothing, so one execution is enough.
  const session = gradingSession(lesson, {
    measure: (job) => engine.measure({ ...job, timingRuns: 1 }),
    grader: loadGrader,
    scale,
  })
  const before = await session.baseline()
  if (!before.ok) {
    problems.push(`the baseline cannot be measured. ${describeGradingFailure(before.error)}`)
    return report()
  }
  const references = await session.references()
  if (!references.ok) {
    problems.push(`the solution cannot be measured. ${describeGradingFailure(references.error)}`)
    return report({ before: before.value.totals })
  }
  const [reference] = references.value
  if (!reference) throw new Error('The solution was not measured.')
  const evidence: Evidence = { before: before.value, references: references.value, attempt: reference }
  const solved = grade(lesson, lesson.solution, evidence)
  if (!solved.passed) problems.push(`the solution fails at\n  ${describeFailures(solved)}`)
  problems.push(
    ...baselineProblems(lesson, before.value, references.value),
    ...probeProblems(lesson, reference),
    ...unfilled(proseOf(lesson), {
      before: before.value.totals,
      after: reference.totals,
      limits: requirementsOf(lesson, evidence).limits,
      ...(before.value.catalog ? { catalog: before.value.catalog.before } : {}),
      ...(reference.catalog ? { catalogAfter: reference.catalog.after } : {}),
    }).map((name) => `{{${name}}} has no value: is there such a table or limit?`),
  )
  const sentence = requestHeadline(requestPlans(before.value), requestPlans(reference))
  problems.push(...sentenceProblems(sentence, before.value, reference))
  for (const attempt of [...lesson.accept, ...lesson.reject]) {
    const graded = await gradeAttempt(session, attempt)
    if (!graded.ok) {
      problems.push(`${attempt.file} cannot be measured. ${describeGradingFailure(graded.error)}`)
      continue
    }
    problems.push(...attemptProblems(attempt, graded.value.grade))
    const failed = failures(graded.value.grade).map((check) => check.kind)
    attempts.push(
      `${attempt.file}: ${graded.value.grade.after.buffers} buffers, ${failed.length === 0 ? 'passed' : `failed at ${failed.join(', ')}`}`,
    )
  }
  return report({ before: before.value.totals, after: reference.totals, sentence })
}

/**
 * Runs a lesson's baseline, or grades attempts at it.
 *
 *   npm run lesson -- ID [--attempt FILE.sql]… [--scale 0.5] [--json]
 *
 * An attempt is an experiment file: without @query it keeps the lesson's request, without @changes it changes nothing.
 * Exit code: 0 passed (or no attempt given), 1 a check failed, 2 an error.
 */
import { readFile } from 'node:fs/promises'
import { describeFormatError, parseExperiment } from '../src/experiment/format.ts'
import { loadGrader } from '../src/grading/grader.ts'
import { gradingSession } from '../src/grading/session.ts'
import type { PaneText } from '../src/experiment/types.ts'
import type { Grade } from '../src/grading/types.ts'
import type { Lesson } from '../src/lesson/types.ts'
import { command, readArguments, readScale, UsageError } from './lib/arguments.ts'
import { describeGradingFailure, openEngine, preferQuickStart } from './lib/engine.ts'
import { findLessons } from './lib/find-lessons.ts'
import { describeTotals, printGrade } from './lib/print.ts'

const USAGE = 'Usage: npm run lesson -- ID [--attempt FILE.sql]… [--scale 0.5] [--json]'

async function readAttempt(file: string, lesson: Lesson): Promise<PaneText> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const parsed = parseExperiment(text)
  if (!parsed.ok) throw new UsageError(`${file}: ${describeFormatError(parsed.error)}`)
  const { experiment, has } = parsed.value
  return {
    changes: has.changes ? experiment.changes : '',
    query: has.query ? experiment.query : lesson.before.query,
  }
}

interface Outcome {
  readonly file: string
  readonly attempt: PaneText
}

/** What --json prints for one attempt. */
const asJson = ({ lesson, passed, checks, before, after }: Grade, file: string, many: boolean) => ({
  lesson,
  ...(many ? { attempt: file } : {}),
  passed,
  checks,
  before,
  after,
})

preferQuickStart()

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    attempt: { type: 'string', multiple: true, default: [] },
    scale: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const [id, ...surplus] = positionals
  if (id === undefined || surplus.length > 0) throw new UsageError(USAGE)
  const [lesson] = await findLessons([id])
  if (!lesson) throw new UsageError(`There is no lesson ${id}.`)
  const scale = readScale(values.scale) ?? lesson.scale
  const attempts: Outcome[] = []
  for (const file of values.attempt) attempts.push({ file, attempt: await readAttempt(file, lesson) })
  const print = (text: string) => process.stdout.write(`${text}\n`)

  const engine = await openEngine(lesson.dataset, scale)
  const session = gradingSession(lesson, { measure: (job) => engine.measure(job), grader: loadGrader, scale })
  const baseline = await session.baseline()
  if (!baseline.ok)
    throw new UsageError(`The baseline of ${id} failed. ${describeGradingFailure(baseline.error)}`)
  if (attempts.length === 0) {
    const { totals } = baseline.value
    print(
      values.json
        ? JSON.stringify({ lesson: id, passed: null, checks: [], before: totals, after: null }, null, 2)
        : `${lesson.title}\nbaseline: ${describeTotals(totals)}`,
    )
    return 0
  }
  const results: object[] = []
  let code = 0
  for (const { file, attempt } of attempts) {
    const graded = await session.grade(attempt)
    if (!graded.ok) {
      const message = describeGradingFailure(graded.error)
      const error = 'error' in graded.error ? graded.error.error : graded.error
      code = 2
      results.push({ lesson: id, attempt: file, passed: false, error: { ...error, text: message } })
      if (!values.json) print(`${file}: error\n  ${message.replaceAll('\n', '\n  ')}`)
      continue
    }
    const { grade } = graded.value
    if (!grade.passed && code === 0) code = 1
    results.push(asJson(grade, file, attempts.length > 1))
    if (!values.json) print(printGrade(file, grade))
  }
  if (values.json) print(JSON.stringify(attempts.length === 1 ? results[0] : results, null, 2))
  return code
})

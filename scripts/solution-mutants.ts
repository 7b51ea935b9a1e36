/**
 * Grades what is nearly each lesson's solution: a condition, bound, key, LIMIT or the like left out or moved. Whatever
 * passes must be explained in solution-mutants.expected.json, and whatever is explained there must pass.
 *
 *   npm run solution-mutants [-- ID…] [--engines 2] [--verbose]
 *
 * Takes some seconds of processor time for each mutant, over half an hour for all; so it is no part of `npm test`.
 * Exit code 0, 1 or 2.
 */
import { readFile } from 'node:fs/promises'
import type { Engine } from '../src/engine/contract/index.ts'
import { loadGrader } from '../src/grading/grader.ts'
import { gradingSession, type GradingSession } from '../src/grading/session.ts'
import type { Lesson } from '../src/lesson/types.ts'
import { loadSqlParser } from '../src/sql/parser-module.ts'
import { command, readArguments } from './lib/arguments.ts'
import { openEngine } from './lib/engine.ts'
import { findLessons } from './lib/find-lessons.ts'
import { mutantsOf, type Mutant } from './lib/solution-mutants.ts'

const USAGE = 'Usage: npm run solution-mutants [-- ID…] [--engines 2] [--verbose]'

/** Why a mutant is as right as the solution, by lesson and mutant. */
type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>

const EXPECTED = new URL('solution-mutants.expected.json', import.meta.url)

/** Whether a mutant passes. One that cannot be measured does not. */
async function passes(session: GradingSession, lesson: Lesson, { text }: Mutant): Promise<boolean> {
  const texts = { changes: lesson.solution.changes, query: text }
  // Most fail on the lesson's own data, which costs a fraction.
  const first = await session.gradeUndisturbed(texts)
  if (!first.ok || !first.value.grade.passed) return false
  const graded = await session.grade(texts)
  return graded.ok && graded.value.grade.passed
}

interface Report {
  readonly lesson: string
  readonly mutants: number
  readonly explained: number
  readonly problems: readonly string[]
}

async function tryLesson(lesson: Lesson, engine: Engine, expected: Expected): Promise<Report> {
  const session = gradingSession(lesson, {
    measure: (job) => engine.measure({ ...job, timingRuns: 1 }),
    grader: loadGrader,
  })
  const reasons = new Map(Object.entries(expected[lesson.id] ?? {}))
  const all = mutantsOf(lesson.solution.query)
  const problems: string[] = []
  let explained = 0
  for (const mutant of all) {
    const passed = await passes(session, lesson, mutant)
    if (passed && reasons.has(mutant.name)) explained++
    else if (passed) problems.push(`passes: ${mutant.name}\n${mutant.text}`)
    else if (reasons.has(mutant.name)) problems.push(`is refused, but explained: ${mutant.name}`)
    reasons.delete(mutant.name)
  }
  problems.push(...[...reasons.keys()].map((name) => `is explained, but there is no such mutant: ${name}`))
  return { lesson: lesson.id, mutants: all.length, explained, problems }
}

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    engines: { type: 'string', default: '2' },
    verbose: { type: 'boolean', default: false },
  })
  const lessons = await findLessons(positionals)
  const expected = JSON.parse(await readFile(EXPECTED, 'utf8')) as Expected
  await loadSqlParser()
  const queue = [...lessons]
  const reports: Report[] = []
  await Promise.all(
    Array.from({ length: Math.max(1, Number(values.engines) || 1) }, async () => {
      let engine: Engine | undefined
      for (let lesson = queue.shift(); lesson; lesson = queue.shift()) {
        engine ??= await openEngine(lesson.dataset, lesson.scale)
        const report = await tryLesson(lesson, engine, expected)
        reports.push(report)
        const { mutants, explained, problems } = report
        process.stdout.write(
          `${problems.length === 0 ? 'pass' : 'FAIL'}  ${report.lesson.padEnd(26)} ${String(mutants).padStart(3)} mutants${explained > 0 ? `, ${explained} explained` : ''}\n`,
        )
        for (const problem of problems)
          process.stdout.write(`      ${values.verbose ? problem : problem.split('\n')[0]}\n`)
      }
      await engine?.close()
    }),
  )
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0)
  const wrong = sum(({ problems }) => problems.length)
  const mutants = sum((report) => report.mutants)
  const explained = sum((report) => report.explained)
  process.stdout.write(
    `${mutants} mutants: ${mutants - explained - wrong} refused, ${explained} explained, ${wrong} wrong\n`,
  )
  return wrong > 0 ? 1 : 0
})

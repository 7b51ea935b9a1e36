/**
 * Verifies lessons: the baseline fails, the solution and everything in accept/ passes, everything in reject/ fails at
 * the check it names, some probe changes the answer, and the prose's numbers can all be filled in.
 *
 *   npm run lessons [-- ID…] [--engines 2] [--scale 0.5] [--verbose] [--sentences] [--postgres URL | installed]
 *
 * With --postgres it checks baseline and solution on a native server instead: that at URL, or one of its own from the
 * PostgreSQL that is installed.
 *
 * Prints a line per lesson with what it saves, with --sentences also what the comparison of its plans says, and
 * `N passed, N failed` at the end. Exit code 0, 1 or 2.
 */
import type { Engine } from '../src/engine/contract/index.ts'
import { count } from '../src/shared/words.ts'
import { command, readArguments, readScale, UsageError } from './lib/arguments.ts'
import type { Lesson } from '../src/lesson/types.ts'
import { checkNative } from './lib/check-native.ts'
import { checkLesson, type LessonReport } from './lib/check-lesson.ts'
import { openEngine, preferQuickStart } from './lib/engine.ts'
import { findPostgres, startCluster } from './lib/native-cluster.ts'
import { createNativeEngine } from './lib/native-engine.ts'
import { findLessons } from './lib/find-lessons.ts'

const USAGE =
  'Usage: npm run lessons [-- ID…] [--engines 2] [--scale 0.5] [--verbose] [--sentences] [--postgres URL | installed]'

function printReport(
  { lesson, problems, before, after, sentence, attempts, seconds }: LessonReport,
  { verbose, sentences }: { readonly verbose: boolean; readonly sentences: boolean },
): void {
  const saved = before && after ? `${count(before.buffers)} → ${count(after.buffers)} buffers` : ''
  const sent =
    before && after && before.statements !== after.statements
      ? `, ${count(before.statements)} → ${count(after.statements)} statements`
      : ''
  process.stdout.write(
    `${problems.length === 0 ? 'pass' : 'FAIL'}  ${lesson.id.padEnd(26)} ${`${saved}${sent}`.padEnd(48)} ${String(attempts.length).padStart(2)} attempts, ${seconds.toFixed(1)} s\n`,
  )
  if (sentences && sentence !== undefined) process.stdout.write(`      ${sentence}\n`)
  for (const problem of problems) process.stdout.write(`      ${problem.replaceAll('\n', '\n      ')}\n`)
  if (verbose) for (const attempt of attempts) process.stdout.write(`      ${attempt}\n`)
}

/** A server of our own from the newest PostgreSQL that is installed. */
async function withCluster(work: (url: string) => Promise<number>): Promise<number> {
  const programs = findPostgres()
  if (programs === undefined) throw new UsageError('No PostgreSQL is installed here: initdb was not found.')
  const cluster = await startCluster(programs)
  try {
    return await work(cluster.url)
  } finally {
    await cluster.stop()
  }
}

/** The lessons on a native server: slow before and solved after, but for what their frontmatter says of its version. */
async function onNative(url: string, lessons: readonly Lesson[], scale: number | undefined): Promise<number> {
  let failed = 0
  for (const lesson of lessons) {
    const engine = await createNativeEngine({ url, dataset: lesson.dataset, scale: scale ?? lesson.scale })
    const { problems, before, after } = await checkNative(lesson, engine)
    await engine.close()
    if (problems.length > 0) failed++
    printReport(
      {
        lesson,
        problems,
        ...(before ? { before } : {}),
        ...(after ? { after } : {}),
        attempts: [],
        seconds: 0,
      },
      { verbose: false, sentences: false },
    )
  }
  process.stdout.write(`${lessons.length - failed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    engines: { type: 'string', default: '2' },
    scale: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    sentences: { type: 'boolean', default: false },
    postgres: { type: 'string' },
  })
  const scale = readScale(values.scale)
  const wanted = await findLessons(positionals)
  if (values.postgres === 'installed') return withCluster((url) => onNative(url, wanted, scale))
  if (values.postgres !== undefined) return onNative(values.postgres, wanted, scale)
  // Over the whole course the optimizing compiler pays for itself.
  if (positionals.length > 0 && wanted.length <= 5) preferQuickStart()
  const queue = [...wanted]
  const reports: LessonReport[] = []
  const workers = Math.max(1, Math.min(Number(values.engines) || 1, wanted.length))
  await Promise.all(
    Array.from({ length: workers }, async () => {
      // One engine per worker and dataset: its thread and its compiled WASM serve all lessons.
      const engines = new Map<string, Engine>()
      for (let lesson = queue.shift(); lesson; lesson = queue.shift()) {
        const at = scale ?? lesson.scale
        const key = `${lesson.dataset}@${at}`
        const engine = engines.get(key) ?? (await openEngine(lesson.dataset, at))
        engines.set(key, engine)
        const report = await checkLesson(lesson, engine, at)
        reports.push(report)
        printReport(report, values)
      }
      for (const engine of engines.values()) await engine.close()
    }),
  )
  const failed = reports.filter((report) => report.problems.length > 0).length
  process.stdout.write(`${reports.length - failed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
})

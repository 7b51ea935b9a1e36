/**
 * Attempts that look right and are not: cheap or right only while nobody looks, or only until something is written.
 * Each file of tests/fixtures/attempts/LESSON must be refused. Wrong answers that teach something are the lessons' own
 * reject/, and `npm run lessons` tries them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../scripts/lib/engine.ts'
import { findLessons } from '../../scripts/lib/find-lessons.ts'
import type { Engine } from '../../src/engine/contract/index.ts'
import { parseExperiment } from '../../src/experiment/format.ts'
import { loadGrader } from '../../src/grading/grader.ts'
import { gradingSession, type GradingSession } from '../../src/grading/session.ts'
import type { Lesson } from '../../src/lesson/types.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/attempts/', import.meta.url))

let engine: Engine
beforeAll(async () => {
  engine = await openEngine('entreprinder', 0.5)
}, 120_000)
afterAll(() => engine.close())

describe.each(readdirSync(FOLDER))('%s', (id) => {
  let lesson: Lesson
  let session: GradingSession
  beforeAll(async () => {
    const [found] = await findLessons([id])
    if (!found) throw new Error(`There is no lesson ${id}.`)
    lesson = found
    session = gradingSession(lesson, {
      measure: (job) => engine.measure({ ...job, timingRuns: 1 }),
      grader: loadGrader,
    })
  })

  test.each(readdirSync(`${FOLDER}${id}`))('%s is refused', async (file) => {
    const parsed = parseExperiment(readFileSync(`${FOLDER}${id}/${file}`, 'utf8'))
    if (!parsed.ok) throw new Error(`${file} is no experiment.`)
    const { experiment, has } = parsed.value
    const graded = await session.grade({
      changes: experiment.changes,
      query: has.query ? experiment.query : lesson.before.query,
    })
    if (!graded.ok) throw new Error(JSON.stringify(graded.error))
    expect(graded.value.grade.passed).toBe(false)
  }, 120_000)
})

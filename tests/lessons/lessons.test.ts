/**
 * The first three lessons, each verified in full on a real database, as `npm run lessons` verifies all of them; and
 * every lesson's files.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { checkLesson } from '../../scripts/lib/check-lesson.ts'
import { openEngine } from '../../scripts/lib/engine.ts'
import { validateTask } from '../../src/grading/validate.ts'
import { readLessons } from '../../src/lesson/load-lessons.node.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'

const { tracks, lessons, problems } = await readLessons()

beforeAll(() => loadSqlParser())

test('the course has its eight tracks, and every lesson one of them', () => {
  expect(problems).toEqual([])
  expect(tracks.map((track) => track.id)).toEqual([
    'reading-plans',
    'indexes',
    'django-shapes',
    'postgresql',
    'sql-power',
    'writes',
    'migrations',
    'capstone',
  ])
  expect(tracks.flatMap((track) => track.lessons).map((lesson) => lesson.id)).toEqual(lessons.map((lesson) => lesson.id))
})

test.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s: its checks make sense', (_, lesson) => {
  expect(validateTask(lesson)).toEqual([])
})

describe('on a real database', () => {
  test.each(['composite-top-n', 'partial-index', 'select-related'])(
    '%s: the baseline fails, the solution and accept/ pass, reject/ fails where it says',
    async (id) => {
      const lesson = lessons.find((each) => each.id === id)
      if (!lesson) throw new Error(`The lesson ${id} is gone.`)
      const engine = await openEngine(lesson.dataset, lesson.scale)
      const report = await checkLesson(lesson, engine)
      await engine.close()
      expect(report.problems).toEqual([])
      expect(report.attempts.length).toBe(lesson.accept.length + lesson.reject.length)
    },
    300_000,
  )
})

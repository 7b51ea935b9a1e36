/** Lessons by id, for commands that are about some of them: mistakes in others do not matter. */
import { readLessons } from '../../src/lesson/load-lessons.node.ts'
import { LessonProblems } from '../../src/lesson/problem.ts'
import type { Lesson } from '../../src/lesson/types.ts'
import { UsageError } from './arguments.ts'

/**
 * The lessons of these ids, in the order of the course; all for none.
 * @throws LessonProblems where one of them is not right, UsageError where there is none of an id
 */
export async function findLessons(ids: readonly string[]): Promise<readonly Lesson[]> {
  const { lessons, problems } = await readLessons()
  const own =
    ids.length === 0
      ? problems
      : problems.filter(({ file }) =>
          file.split('/').some((part) => ids.includes(part.replace(/^\d{3}-/, ''))),
        )
  if (own.length > 0) throw new LessonProblems(own)
  const unknown = ids.filter((id) => !lessons.some((lesson) => lesson.id === id))
  if (unknown.length > 0)
    throw new UsageError(
      `There is no lesson ${unknown.join(', ')}. There are: ${lessons.map((each) => each.id).join(', ')}`,
    )
  return lessons.filter((lesson) => ids.length === 0 || ids.includes(lesson.id))
}

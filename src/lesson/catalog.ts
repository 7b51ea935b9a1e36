/** The course in the browser: tracks and summaries at once, each lesson when it is opened. */
import { loaders, tracks } from 'virtual:lessons'
import type { Lesson } from './types.ts'

export { tracks }

export const hasLesson = (id: string): boolean => Object.hasOwn(loaders, id)

/** A lesson with its prose and SQL, without the attempts that are kept for checking it. @throws if there is none of that id */
export async function loadLesson(id: string): Promise<Lesson> {
  const load = loaders[id]
  if (!load) throw new Error(`There is no lesson ${id}.`)
  return (await load()).default
}

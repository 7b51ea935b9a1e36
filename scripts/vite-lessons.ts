/**
 * Vite plugin: `virtual:lessons` gives the tracks with their lessons' summaries, and a loader for each lesson, which
 * is a JSON module in a chunk of its own. Lessons are parsed and validated here, so that neither YAML nor its schema
 * reaches the browser, and a wrong lesson stops the build with file, line and reason.
 */
import { sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { validateTask } from '../src/grading/validate.ts'
import { LESSONS_DIRECTORY, readLessons, type LoadedLessons } from '../src/lesson/load-lessons.node.ts'
import { LessonProblems, type LessonProblem } from '../src/lesson/problem.ts'
import { loadSqlParser } from '../src/sql/parser-module.ts'

const INDEX = 'virtual:lessons'
const LESSON = 'virtual:lesson/'
const resolved = (id: string) => `\0${id}`

/**
 * The lessons that are right. A mistake stops a build; the dev server tells it and leaves the lesson out, so that
 * the others can be seen while one is being written.
 * @throws LessonProblems in a build
 */
async function validLessons(strict: boolean, warn: (text: string) => void): Promise<LoadedLessons> {
  await loadSqlParser()
  const { tracks, lessons, problems: unreadable } = await readLessons()
  const problems: LessonProblem[] = [...unreadable]
  const right = new Set<string>()
  for (const lesson of lessons) {
    const own = validateTask(lesson)
    if (own.length === 0) right.add(lesson.id)
    problems.push(...lesson.unfinished)
    problems.push(...own.map((message) => ({ file: `lessons/…/${lesson.id}/lesson.md`, message })))
  }
  if (problems.length > 0) {
    const error = new LessonProblems(problems)
    if (strict) throw error
    warn(error.message)
  }
  return {
    tracks: tracks.map((track) => ({
      ...track,
      lessons: track.lessons.filter((each) => right.has(each.id)),
    })),
    lessons: lessons.filter((each) => right.has(each.id)),
  }
}

export function lessonsPlugin(): Plugin {
  let known: Promise<LoadedLessons> | undefined
  let strict = true
  let warn = (text: string) => console.warn(text)
  const lessons = () => (known ??= validLessons(strict, warn))
  return {
    name: 'lessons',
    configResolved({ command, logger }) {
      strict = command === 'build'
      warn = (text) => logger.warn(text)
    },
    resolveId: (id) => (id === INDEX || id.startsWith(LESSON) ? resolved(id) : undefined),
    async load(id) {
      if (id === resolved(INDEX)) {
        const { tracks, lessons: all } = await lessons()
        const loaders = all.map(
          ({ id: each }) => `${JSON.stringify(each)}: () => import(${JSON.stringify(LESSON + each)})`,
        )
        return `export const tracks = ${JSON.stringify(tracks)}\nexport const loaders = { ${loaders.join(', ')} }\n`
      }
      if (!id.startsWith(resolved(LESSON))) return undefined
      const name = id.slice(resolved(LESSON).length)
      const lesson = (await lessons()).lessons.find((each) => each.id === name)
      if (!lesson) throw new Error(`There is no lesson ${name}.`)
      // Attempts are for checking lessons: they would give the answers away, and nobody reads them in the browser.
      return `export default ${JSON.stringify({ ...lesson, accept: [], reject: [], unfinished: [] })}`
    },
    configureServer(server: ViteDevServer) {
      server.watcher.add(LESSONS_DIRECTORY)
      const changed = (path: string) => {
        if (!path.startsWith(LESSONS_DIRECTORY + sep)) return
        known = undefined
        for (const module of server.moduleGraph.idToModuleMap.values())
          if (module.id?.startsWith(resolved('virtual:lesson'))) server.moduleGraph.invalidateModule(module)
        server.ws.send({ type: 'full-reload' })
      }
      server.watcher.on('add', changed).on('change', changed).on('unlink', changed)
    },
  }
}

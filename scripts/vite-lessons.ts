/**
 * Vite plugin: `virtual:lessons` gives the tracks with their lessons' summaries, and a loader for each lesson, which
 * is a JSON module in a chunk of its own. Lessons are parsed and validated here, so that neither YAML nor its schema
 * reaches the browser, and a wrong lesson stops the build with file, line and reason.
 */
import { sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { validateTask } from '../src/grading/validate.ts'
import { LESSONS_DIRECTORY, loadLessons, type LoadedLessons } from '../src/lesson/load-lessons.node.ts'
import { LessonProblems } from '../src/lesson/problem.ts'
import { loadSqlParser } from '../src/sql/parser-module.ts'

const INDEX = 'virtual:lessons'
const LESSON = 'virtual:lesson/'
const resolved = (id: string) => `\0${id}`

/** All lessons, valid. @throws LessonProblems */
async function validLessons(): Promise<LoadedLessons> {
  await loadSqlParser()
  const loaded = await loadLessons()
  const problems = loaded.lessons.flatMap((lesson) =>
    validateTask(lesson).map((message) => ({ file: `lessons/…/${lesson.id}/lesson.md`, message })),
  )
  if (problems.length > 0) throw new LessonProblems(problems)
  return loaded
}

export function lessonsPlugin(): Plugin {
  let known: Promise<LoadedLessons> | undefined
  const lessons = () => (known ??= validLessons())
  return {
    name: 'lessons',
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
      return `export default ${JSON.stringify({ ...lesson, accept: [], reject: [] })}`
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

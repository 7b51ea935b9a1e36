/** Reads all lessons from the disk, with the parser that the build uses. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDatasets } from '../dataset/read-datasets.node.ts'
import { parseLesson, parseTrack, type LessonFolder } from './parse-lesson.ts'
import type { LessonProblem } from './problem.ts'
import type { Lesson, LessonSummary, Track } from './types.ts'

/** The repository's root. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const LESSONS_DIRECTORY = join(ROOT, 'lessons')

export interface LoadedLessons {
  readonly tracks: readonly Track[]
  /** In the order of the course. */
  readonly lessons: readonly Lesson[]
}

function summaryOf(lesson: Lesson): LessonSummary {
  const { id, title, track, order, platform, goal } = lesson
  return { id, title, track, order, platform, goal }
}

const pathOf = (directory: string) => relative(ROOT, directory).replaceAll('\\', '/')

async function folders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function readFolder(directory: string): Promise<LessonFolder> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    files.set(
      relative(directory, path).replaceAll('\\', '/'),
      (await readFile(path, 'utf8')).replaceAll('\r\n', '\n'),
    )
  }
  return { path: pathOf(directory), files }
}

/** All tracks below `root` and their lessons that are right, and what is wrong with the others. */
export async function readLessons(
  root = LESSONS_DIRECTORY,
): Promise<LoadedLessons & { readonly problems: readonly LessonProblem[] }> {
  const problems: LessonProblem[] = []
  const tracks: Track[] = []
  const lessons: Lesson[] = []
  const datasets = readDatasets()
  for (const trackName of await folders(root)) {
    const directory = join(root, trackName)
    const track = parseTrack(
      pathOf(directory),
      await readFile(join(directory, 'track.md'), 'utf8').catch(() => ''),
    )
    if (!track.ok) {
      problems.push(...track.error)
      continue
    }
    const own: Lesson[] = []
    for (const name of await folders(directory)) {
      const lesson = parseLesson(await readFolder(join(directory, name)), track.value.id, datasets)
      if (lesson.ok) own.push(lesson.value)
      else problems.push(...lesson.error)
    }
    own.sort((a, b) => a.order - b.order)
    tracks.push({ ...track.value, lessons: own.map(summaryOf) })
    lessons.push(...own)
  }
  tracks.sort((a, b) => a.order - b.order)
  problems.push(...duplicates(lessons))
  return { tracks, lessons, problems }
}

function duplicates(lessons: readonly Lesson[]): LessonProblem[] {
  const first = new Map<string, string>()
  return lessons.flatMap((lesson): LessonProblem[] => {
    const other = first.get(lesson.id)
    first.set(lesson.id, lesson.track)
    return other === undefined
      ? []
      : [{ file: `lessons/${lesson.track}`, message: `there is a lesson ${lesson.id} in ${other} as well` }]
  })
}

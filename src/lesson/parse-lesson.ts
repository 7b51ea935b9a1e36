/** From the files of a lesson's folder to a Lesson, with every mistake named by file and line. Node only. */
import type { Dataset } from '../dataset/types.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { readFrontmatter } from './frontmatter.ts'
import type { LessonProblem } from './problem.ts'
import { placeholderProblems, readProse } from './prose.ts'
import { lessonSchema, trackSchema, type LessonFrontmatter } from './schema.ts'
import { readAttempt, readExperimentFile, readOrm, readProbes } from './sql-files.ts'
import type { Lesson, LessonAttempt, Track } from './types.ts'

/** A lesson's folder as it was read. */
export interface LessonFolder {
  /** Path from the repository's root, e.g. `lessons/020-indexes/020-composite-top-n`. */
  readonly path: string
  /** Texts by path within the folder: `lesson.md`, `accept/hash.sql` … */
  readonly files: ReadonlyMap<string, string>
}

/** `020-composite-top-n` → 20 and `composite-top-n`. */
export function readFolderName(path: string): { readonly order: number; readonly id: string } | undefined {
  const match = /(?:^|\/)(\d{3})-([a-z0-9-]+)$/.exec(path)
  return match ? { order: Number(match[1]), id: match[2] as string } : undefined
}

const KNOWN =
  /^(?:lesson\.md|before\.sql|solution\.sql|setup\.sql|probes\.sql|orm\.py|(?:accept|reject)\/[a-z0-9-]+\.sql)$/

/** @param datasets those that a lesson may run on */
export function parseLesson(
  folder: LessonFolder,
  track: string,
  datasets: readonly Dataset[],
): Result<Lesson, readonly LessonProblem[]> {
  const { path, files } = folder
  const problems: LessonProblem[] = []
  for (const name of files.keys())
    if (!KNOWN.test(name))
      problems.push({ file: `${path}/${name}`, message: 'no lesson has such a file; see lessons/README.md' })
  const required = (name: string) => {
    const text = files.get(name)
    if (text === undefined) problems.push({ file: `${path}/${name}`, message: 'the file is missing' })
    return text ?? ''
  }
  const named = readFolderName(path)
  if (!named) problems.push({ file: path, message: 'name the folder NNN-slug, e.g. 020-composite-top-n' })
  const front = readFrontmatter(`${path}/lesson.md`, required('lesson.md'), lessonSchema)
  if (!front.ok) return err([...problems, ...front.error])
  const { data, body, bodyLine } = front.value
  if (named && data.id !== named.id)
    problems.push({
      file: `${path}/lesson.md`,
      line: 2,
      message: `id is ${data.id}, the folder says ${named.id}`,
    })
  const runsOn = readRunsOn(data, datasets)
  if (!runsOn.ok)
    return err([
      ...problems,
      {
        file: `${path}/lesson.md`,
        line: keyLine(files.get('lesson.md') ?? '', runsOn.error.key),
        message: `${runsOn.error.key}: ${runsOn.error.message}`,
      },
    ])
  const { prose, problems: proseProblems } = readProse(`${path}/lesson.md`, body, bodyLine)
  problems.push(...proseProblems)
  problems.push(
    ...placeholderProblems(
      `${path}/lesson.md`,
      files.get('lesson.md') ?? '',
      data.checks.map((check) => check.kind),
    ),
  )
  const experiment = (name: string) => {
    const read = readExperimentFile(`${path}/${name}`, required(name), problems)
    if (!read.has.query && name === 'before.sql')
      problems.push({ file: `${path}/${name}`, message: 'there is no -- @query' })
    return read
  }
  const before = experiment('before.sql')
  const solution = experiment('solution.sql')
  const optional = <T>(
    name: string,
    read: (file: string, text: string, problems: LessonProblem[]) => T,
  ): T | undefined => {
    const text = files.get(name)
    return text === undefined ? undefined : read(`${path}/${name}`, text, problems)
  }
  const orm = optional('orm.py', readOrm)
  const lesson: Lesson = {
    ...fromFrontmatter(data),
    ...runsOn.value,
    ...prose,
    track,
    order: named?.order ?? 0,
    setup: (files.get('setup.sql') ?? '').trim(),
    before: { changes: before.changes, query: before.query },
    solution: { changes: solution.changes, query: solution.has.query ? solution.query : before.query },
    probes: optional('probes.sql', readProbes) ?? [],
    ...(orm ? { orm } : {}),
    accept: attempts(folder, 'accept', before.query, problems),
    reject: attempts(folder, 'reject', before.query, problems),
    unfinished: unfinished(folder),
  }
  for (const each of lesson.reject)
    if (each.rejects === undefined)
      problems.push({ file: each.file, line: 1, message: 'say which check must fail: -- @rejects: KIND' })
  return problems.length > 0 ? err(problems) : ok(lesson)
}

/**
 * Every line of any file that still says TODO, as a new lesson's do. A lesson with some can be read and measured while
 * it is being written; it is not right until they are gone.
 */
function unfinished({ path, files }: LessonFolder): LessonProblem[] {
  return [...files].flatMap(([name, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /\bTODO\b/.test(line)
          ? [{ file: `${path}/${name}`, line: index + 1, message: `to be written: ${line.trim()}` }]
          : [],
      ),
  )
}

function attempts(
  { path, files }: LessonFolder,
  kind: 'accept' | 'reject',
  query: string,
  problems: LessonProblem[],
): LessonAttempt[] {
  return [...files]
    .filter(([name]) => name.startsWith(`${kind}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => readAttempt(`${path}/${name}`, text, query, problems))
}

/** Line of a key of the frontmatter, from 1. */
const keyLine = (text: string, key: string): number =>
  text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1

interface Misfit {
  readonly key: 'dataset' | 'platform'
  readonly message: string
}

/** What a lesson runs on, and what its platform is called there. */
function readRunsOn(
  { dataset: name, scale, platform }: LessonFrontmatter,
  datasets: readonly Dataset[],
): Result<Pick<Lesson, 'dataset' | 'scale' | 'platform'>, Misfit> {
  const dataset = datasets.find((each) => (name === undefined ? each.isDefault : each.name === name))
  if (!dataset)
    return err({
      key: 'dataset',
      message: `there is no ${name}; there are: ${datasets.map((each) => each.name).join(', ')}`,
    })
  const title = dataset.platforms[platform]
  if (title === undefined)
    return err({
      key: 'platform',
      message: `${dataset.name} has no ${platform}; it has: ${Object.keys(dataset.platforms).join(', ')}`,
    })
  return ok({ dataset: dataset.name, scale: scale ?? dataset.defaultScale, platform: title })
}

function fromFrontmatter(data: LessonFrontmatter) {
  const { prediction } = data
  return {
    id: data.id,
    title: data.title,
    topics: data.topics,
    goal: data.goal,
    checks: data.checks,
    variants: data.variants === 'none' ? [] : data.variants,
    allows: data.allows,
    derivedProbes: data['derived-probes'],
    state: data.state,
    baselineIsWrong: data['baseline-is-wrong'],
    hints: data.hints.map((text) => ({ text })),
    ...(prediction ? { prediction } : {}),
    quiz: data.quiz,
    takeaway: data.takeaway,
    ...(data.versions.length > 0
      ? { versions: data.versions.map((version) => version.text).join('\n\n') }
      : {}),
    versionDifferences: data.versions.map((version) => ({
      below: version.below,
      text: version.text,
      solutionFails: version['solution-fails'],
      baselinePasses: version['baseline-passes'],
    })),
  }
}

/** A track without its lessons, from track.md. */
export function parseTrack(
  path: string,
  text: string,
): Result<Omit<Track, 'lessons'>, readonly LessonProblem[]> {
  const file = `${path}/track.md`
  const named = readFolderName(path)
  if (!named) return err([{ file: path, message: 'name the folder NNN-slug, e.g. 020-indexes' }])
  const front = readFrontmatter(file, text, trackSchema)
  if (!front.ok) return front
  const { data, body } = front.value
  if (data.id !== named.id)
    return err([{ file, line: 2, message: `id is ${data.id}, the folder says ${named.id}` }])
  if (body.trim() === '')
    return err([{ file, message: 'describe the track in a paragraph below the frontmatter' }])
  return ok({ id: data.id, order: named.order, title: data.title, summary: body.trim() })
}

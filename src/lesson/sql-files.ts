/** The SQL files of a lesson: experiments, attempts and probes. */
import { describeFormatError, parseExperiment } from '../experiment/format.ts'
import type { LessonProblem } from './problem.ts'
import { sections } from './sections.ts'
import type { LessonAttempt } from './types.ts'

export interface ExperimentFile {
  readonly changes: string
  readonly query: string
  readonly has: { readonly changes: boolean; readonly query: boolean }
  /** The comment at the top, without its dashes. */
  readonly note: string
  /** `-- @rejects: rows` at the top. */
  readonly rejects: string | undefined
}

/** Reads an experiment's text; problems go into `problems`. */
export function readExperimentFile(file: string, text: string, problems: LessonProblem[]): ExperimentFile {
  const parsed = parseExperiment(text)
  if (!parsed.ok) {
    problems.push({
      file,
      line: parsed.error.line,
      message: describeFormatError(parsed.error).replace(/^Line \d+: /, ''),
    })
    return { changes: '', query: '', has: { changes: false, query: false }, note: '', rejects: undefined }
  }
  const { experiment, has, meta } = parsed.value
  const top = text.split('\n')
  const end = top.findIndex((line) => !line.startsWith('--') || /^--\s*@(?:changes|query|notes)/.test(line))
  const note = top.slice(0, Math.max(0, end)).filter((line) => !/^--\s*@/.test(line))
  return {
    changes: experiment.changes.trim(),
    query: experiment.query.trim(),
    has: { changes: has.changes, query: has.query },
    note: note.map((line) => line.replace(/^--\s?/, '')).join(' '),
    rejects: meta['rejects'],
  }
}

/** An attempt: without `@query` it keeps the lesson's request, without `@changes` it changes nothing. */
export function readAttempt(
  file: string,
  text: string,
  lessonQuery: string,
  problems: LessonProblem[],
): LessonAttempt {
  const { changes, query, has, note, rejects } = readExperimentFile(file, text, problems)
  return {
    file,
    note,
    changes,
    query: has.query ? query : lessonQuery,
    has,
    ...(rejects === undefined ? {} : { rejects }),
  }
}

/** How the name of a probe begins that disturbs the data before the changes are made. */
const EARLY = 'before the changes: '

/** Named SQL blocks: `-- @probe name`, then the SQL. */
export function readProbes(
  file: string,
  text: string,
  problems: LessonProblem[],
): readonly { readonly name: string; readonly sql: string; readonly early?: boolean }[] {
  const [top, ...parts] = sections(text, /^-- @probe\s+(.+)$/)
  if ((top?.text ?? '').split('\n').some((line) => line.trim() !== '' && !line.startsWith('--')))
    problems.push({ file, line: 1, message: 'SQL belongs behind a line -- @probe and the probe’s name' })
  if (parts.length === 0) problems.push({ file, message: 'there is no line -- @probe and a name' })
  for (const [index, part] of parts.entries()) {
    if (part.text === '')
      problems.push({ file, line: part.line, message: `the probe “${part.name}” is empty` })
    if (parts.findIndex((other) => other.name === part.name) < index)
      problems.push({ file, line: part.line, message: `there are two probes “${part.name}”` })
  }
  return parts.map(({ name, text: sql }) => ({
    name,
    sql,
    ...(name.startsWith(EARLY) ? { early: true } : {}),
  }))
}

/** Django code in two parts: `# before` and `# after` lines. */
export function readOrm(
  file: string,
  text: string,
  problems: LessonProblem[],
): { readonly before: string; readonly after: string } {
  const parts = sections(text, /^# (before|after)\s*$/)
  const part = (name: string) => {
    const found = parts.find((each) => each.name === name)?.text ?? ''
    if (found === '') problems.push({ file, message: `the part # ${name} is missing or empty` })
    return found
  }
  return { before: part('before'), after: part('after') }
}

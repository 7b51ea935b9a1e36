/** The SQL files of a lesson: experiments, attempts and probes. */
import type { LessonProblem } from './problem.ts'
import { sections } from './sections.ts'
import type { LessonAttempt } from './types.ts'

export interface ExperimentFile {
  readonly changes: string
  readonly query: string
  readonly has: { readonly changes: boolean; readonly query: boolean }
  /** The comment at the top, without its dashes. */
  readonly note: string
  /** Keys of the top: `-- @rejects: rows`. */
  readonly rejects: string | undefined
}

const SECTION = /^-- @(changes|query)\s*$/
const REJECTS = /^-- @rejects:\s*(\S+)\s*$/

/** Reads an experiment's text; problems go into `problems`. */
export function readExperimentFile(file: string, text: string, problems: LessonProblem[]): ExperimentFile {
  const [top, ...parts] = sections(text, SECTION)
  const find = (name: string) => {
    const found = parts.filter((part) => part.name === name)
    const second = found[1]
    if (second) problems.push({ file, line: second.line, message: `-- @${name} stands here twice` })
    return found[0]
  }
  let rejects: string | undefined
  const note: string[] = []
  for (const [index, line] of (top?.text ?? '').split('\n').entries()) {
    const match = REJECTS.exec(line)
    if (match) rejects = match[1]
    else if (/^--(?! @)/.test(line)) note.push(line.replace(/^--\s?/, ''))
    else if (line.trim() !== '')
      problems.push({ file, line: index + 1, message: 'SQL belongs behind a line -- @changes or -- @query' })
  }
  if (parts.length === 0) problems.push({ file, message: 'there is neither -- @changes nor -- @query' })
  const changes = find('changes')
  const query = find('query')
  return {
    changes: changes?.text ?? '',
    query: query?.text ?? '',
    has: { changes: changes !== undefined, query: query !== undefined },
    note: note.join(' ').trim(),
    rejects,
  }
}

/** An attempt: without `@query` it keeps the lesson's request, without `@changes` it changes nothing. */
export function readAttempt(file: string, text: string, lessonQuery: string, problems: LessonProblem[]): LessonAttempt {
  const { changes, query, has, note, rejects } = readExperimentFile(file, text, problems)
  return { file, note, changes, query: has.query ? query : lessonQuery, has, ...(rejects === undefined ? {} : { rejects }) }
}

/** Named SQL blocks: `-- @probe name`, then the SQL. */
export function readProbes(file: string, text: string, problems: LessonProblem[]): readonly { readonly name: string; readonly sql: string }[] {
  const [top, ...parts] = sections(text, /^-- @probe\s+(.+)$/)
  if ((top?.text ?? '').split('\n').some((line) => line.trim() !== '' && !line.startsWith('--')))
    problems.push({ file, line: 1, message: 'SQL belongs behind a line -- @probe and the probe’s name' })
  if (parts.length === 0) problems.push({ file, message: 'there is no line -- @probe and a name' })
  for (const [index, part] of parts.entries()) {
    if (part.text === '') problems.push({ file, line: part.line, message: `the probe “${part.name}” is empty` })
    if (parts.findIndex((other) => other.name === part.name) < index)
      problems.push({ file, line: part.line, message: `there are two probes “${part.name}”` })
  }
  return parts.map(({ name, text: sql }) => ({ name, sql }))
}

/** Django code in two parts: `# before` and `# after` lines. */
export function readOrm(file: string, text: string, problems: LessonProblem[]): { readonly before: string; readonly after: string } {
  const parts = sections(text, /^# (before|after)\s*$/)
  const part = (name: string) => {
    const found = parts.find((each) => each.name === name)?.text ?? ''
    if (found === '') problems.push({ file, message: `the part # ${name} is missing or empty` })
    return found
  }
  return { before: part('before'), after: part('after') }
}

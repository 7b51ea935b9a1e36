/** YAML frontmatter with the line of every mistake. */
import type { z } from 'zod'
import { readYaml } from '../shared/read-yaml.node.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { LessonProblem } from './problem.ts'

export interface FrontmatterFile<T> {
  readonly data: T
  /** The Markdown behind it. */
  readonly body: string
  /** Line of the file where the body begins, from 1. */
  readonly bodyLine: number
}

/** Reads `---`, YAML, `---`, Markdown. */
export function readFrontmatter<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Result<FrontmatterFile<z.output<S>>, readonly LessonProblem[]> {
  const lines = text.split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0)
    return err([{ file, line: 1, message: 'begin the file with frontmatter: a line ---, YAML, a line ---' }])
  const read = readYaml(lines.slice(1, end).join('\n'), schema)
  if (!read.ok) return err(read.error.map(({ line, message }) => ({ file, line: line + 1, message })))
  return ok({ data: read.value, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 })
}

/** YAML frontmatter with the line of every mistake. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
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
  const source = lines.slice(1, end).join('\n')
  const counter = new LineCounter()
  // Dates stay text: YAML 1.2's core schema knows none, and keys are text too.
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true })
  if (document.errors.length > 0)
    return err(
      document.errors.map((error) => ({
        file,
        line: (error.linePos?.[0].line ?? 1) + 1,
        message: `YAML: ${error.message.split('\n')[0] ?? 'unreadable'}`,
      })),
    )
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success)
    return ok({ data: parsed.data, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 })
  return err(
    parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(document, counter, issue.path),
      message: `${issue.path.join('.') || 'frontmatter'}: ${issue.message}`,
    })),
  )
}

/** Line of the file that a path of the YAML stands on; the nearest parent's where it is missing. */
function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      const range = (node as { range?: readonly number[] } | undefined)?.range
      offset = range?.[0] ?? offset
    } else break
  }
  return counter.linePos(offset).line + 1
}

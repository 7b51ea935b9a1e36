/** YAML checked against a schema, with the line of every mistake. Node only: neither YAML nor zod's whole reaches a page by it. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { err, ok, type Result } from './result.ts'

/** `line` counts from 1 within the text. */
export interface YamlProblem {
  readonly line: number
  readonly message: string
}

export function readYaml<S extends z.ZodType>(
  source: string,
  schema: S,
): Result<z.output<S>, readonly YamlProblem[]> {
  const counter = new LineCounter()
  // Dates stay text: YAML 1.2's core schema knows none, and keys are text too.
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true })
  if (document.errors.length > 0)
    return err(
      document.errors.map((error) => ({
        line: error.linePos?.[0].line ?? 1,
        message: `YAML: ${error.message.split('\n')[0] ?? 'unreadable'}`,
      })),
    )
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return ok(parsed.data)
  return err(
    parsed.error.issues.map((issue) => ({
      line: lineOf(document, counter, issue.path),
      message: `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`,
    })),
  )
}

/** Line that a path of the YAML stands on; the nearest parent's where it is missing. */
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
  return counter.linePos(offset).line
}

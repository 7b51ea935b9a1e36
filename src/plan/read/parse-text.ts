/**
 * EXPLAIN's text format of PostgreSQL 14 to 18. The text becomes an object of the JSON format's shape first, which
 * `build-plan.ts` turns into the model, so that both formats of one run give one tree.
 */
import { err, ok, type Result } from '../../shared/result.ts'
import { buildPlan } from './build-plan.ts'
import type { RawObject } from './raw.ts'
import { isOpen } from './text-split.ts'
import { Tail } from './text-tail.ts'
import { parseNodeLine, type RawNode } from './text-title.ts'
import { TextTree } from './text-tree.ts'
import type { Plan, PlanError } from '../types.ts'
import { undecorate, type Line } from './undecorate.ts'

const ARROW = /^(\s*)->\s+(.*)$/

const columnOf = (text: string): number => text.length - text.trimStart().length

/** A long line is quoted only in part. */
const quoted = (text: string): string => {
  const trimmed = text.trim()
  return trimmed.length > 60 ? `"${trimmed.slice(0, 57)}…"` : `"${trimmed}"`
}

const notUnderstood = (line: Line): PlanError => ({
  kind: 'text',
  line: line.number,
  message: `Line ${line.number} is not a line of EXPLAIN's text format: ${quoted(line.text)}.`,
})

/** The first line that names a node; what stands before it (the statement, SET …) is not part of the plan. */
function findRoot(lines: readonly Line[]): number {
  const node = (line: Line): RawNode | null => parseNodeLine(ARROW.exec(line.text)?.[2] ?? line.text.trim())
  const figures = lines.findIndex(
    (line) => /\((?:cost=|actual |never executed)/.test(line.text) && node(line),
  )
  const plain = lines.findIndex((line) => node(line))
  // Without COSTS the root may have no figures; but a statement like "Update on …" must not win over a real line.
  return plain >= 0 && plain < figures && columnOf(lines[plain]!.text) <= columnOf(lines[figures]!.text)
    ? plain
    : Math.max(figures, plain)
}

function noNode(lines: readonly Line[]): PlanError {
  const first = lines.find((line) => line.text.trim() !== '')
  if (!first) return { kind: 'empty', line: null, message: 'There is nothing to read.' }
  if (/<explain|^\s*- Plan:/.test(lines.map((line) => line.text).join('\n')))
    return {
      kind: 'text',
      line: first.number,
      message: `Line ${first.number} starts a plan in XML or YAML. EXPLAIN (FORMAT JSON) and the text format are read.`,
    }
  return {
    kind: 'text',
    line: first.number,
    message: `No plan found: line ${first.number} and those after it name no plan node. Line ${first.number} is ${quoted(first.text)}.`,
  }
}

/** Query text that auto_explain prints before the plan. */
function queryTextBefore(lines: readonly Line[]): string | null {
  const start = lines.findIndex((line) => /^\s*Query Text: /.test(line.text))
  if (start < 0) return null
  const texts = lines.slice(start).map((line) => line.text)
  const end = texts.findIndex((text) => /^\s*Query Parameters: /.test(text))
  return texts
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .replace(/^\s*Query Text: /, '')
    .trimEnd()
}

/** What the text says, as an object of the JSON format's shape. */
interface TextAsJson {
  readonly raw: RawObject
  /** The text ended early. */
  readonly truncated: boolean
}

/**
 * Parses EXPLAIN's text format, bare or as people copy it: psql output with header, borders, `+` and footer,
 * auto_explain log lines, quoted lines. Text that ends early gives the tree up to there. Fails with the line that
 * it does not understand.
 */
export function parseTextPlan(input: string): Result<Plan, PlanError> {
  const read = textPlanAsJson(input)
  return read.ok ? ok(buildPlan(read.value.raw, 'text', input, read.value.truncated)) : read
}

/** Reads the text format into the JSON format's shape; see `parseTextPlan`. */
export function textPlanAsJson(input: string): Result<TextAsJson, PlanError> {
  const lines = undecorate(input)
  const rootAt = findRoot(lines)
  if (rootAt < 0) return err(noNode(lines))
  const rootLine = lines[rootAt]!
  const base = columnOf(rootLine.text)
  const rootArrow = ARROW.exec(rootLine.text)
  const tree = new TextTree(parseNodeLine(rootArrow?.[2] ?? rootLine.text.trim())!, rootArrow ? 6 : 2)
  const tail = new Tail()
  let inTail = false
  let open: { line: Line; text: string } | null = null
  let truncated = false

  const takeTree = (line: Line, text: string): boolean => tree.property(columnOf(line.text) - base, text)

  for (const line of lines.slice(rootAt + 1)) {
    if (open) {
      // A literal with a line break: its first line left a quote or a parenthesis open.
      open = { line: open.line, text: `${open.text}\n${line.text}` }
      if (isOpen(open.text)) continue
      if (!takeTree(open.line, open.text)) return err(notUnderstood(open.line))
      open = null
      continue
    }
    const text = line.text.trim()
    if (text === '') continue
    const column = columnOf(line.text) - base
    if (column <= 0 && tail.take(text)) {
      inTail = true
      continue
    }
    if (inTail) {
      // Whatever a terminal prints after the plan is left alone.
      tail.takeIndented(text)
      continue
    }
    const arrow = ARROW.exec(line.text)
    if (arrow) {
      const node = parseNodeLine(arrow[2]!)
      if (!node || !tree.child(column, node)) return err(notUnderstood(line))
    } else if (tree.heading(column, text)) continue
    else if (isOpen(text) && /^[A-Z][\w /-]*: /.test(text)) open = { line, text }
    else if (column <= 0) break
    else if (!takeTree(line, text)) return err(notUnderstood(line))
  }
  if (open) {
    truncated = true
    takeTree(open.line, open.text)
  }
  const raw = tree.finish(tail)
  const queryText = queryTextBefore(lines.slice(0, rootAt))
  if (queryText !== null) raw['Query Text'] = queryText
  return ok({ raw, truncated })
}

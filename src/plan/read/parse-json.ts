/** EXPLAIN (FORMAT JSON) of PostgreSQL 14 to 18, from a driver's value or from copied text. */
import { err, ok, type Result } from '../../shared/result.ts'
import { buildPlan } from './build-plan.ts'
import { readJson } from './json-reader.ts'
import { isObject, type RawObject } from './raw.ts'
import type { Plan, PlanError } from '../types.ts'
import { undecorate, type Line } from './undecorate.ts'

/** How deep a plan may be buried in what a tool wrapped around it: rows, columns, strings. */
const WRAPPERS = 8

const NO_PLAN = 'no object with a "Plan" that has a "Node Type"'

interface Found {
  readonly raw: RawObject
  readonly truncated: boolean
}

/** First plan inside a value: through arrays, result rows, `QUERY PLAN` columns and strings that hold JSON. */
function findPlan(value: unknown, depth = 0): Found | null {
  if (depth > WRAPPERS) return null
  if (typeof value === 'string') {
    if (!value.includes('Node Type')) return null
    const found = readText(value)
    return found.ok ? found.value : null
  }
  if (isObject(value)) {
    const inner = value['Plan']
    if (isObject(inner) && typeof inner['Node Type'] === 'string') return { raw: value, truncated: false }
    if (typeof value['Node Type'] === 'string') return { raw: { Plan: value }, truncated: false }
  } else if (!Array.isArray(value)) return null
  for (const part of Object.values(value)) {
    const found = findPlan(part, depth + 1)
    if (found) return found
  }
  return null
}

/** Number of the line of the original text that holds this offset of the joined lines. */
function lineAt(lines: readonly Line[], offset: number): number {
  let end = 0
  for (const line of lines) {
    end += line.text.length + 1
    if (offset < end) return line.number
  }
  return lines.at(-1)?.number ?? 1
}

/** Offsets where JSON may start: the first bracket of a line, in order; few, because prose rarely starts so. */
function starts(text: string): readonly number[] {
  return [...text.matchAll(/(?:^|\n)[^\n[{"']{0,200}([[{])/g)]
    .map((match) => match.index + match[0].length - 1)
    .slice(0, 20)
}

/** Plan inside a string inside JSON, as jsonlog and tools that print result rows give it; null if there is none. */
function readEscaped(text: string): Found | null {
  if (!text.includes('\\"Node Type\\"')) return null
  for (const candidate of [text, ...text.split('\n')]) {
    const start = candidate.search(/[[{]/)
    const outcome = start < 0 ? null : readJson(candidate, start)
    const found = outcome?.ok ? findPlan(outcome.value) : null
    if (found) return found
  }
  return null
}

/** Plain JSON by the platform's own parser, which is quicker; null where the forgiving reader is needed. */
function readPlain(text: string): Found | null {
  // Numbers of 16 digits and more would lose some: query identifiers.
  if (!/^\s*[[{]/.test(text) || /\d{16}/.test(text)) return null
  try {
    return findPlan(JSON.parse(text))
  } catch {
    return null
  }
}

function readText(text: string): Result<Found, PlanError> {
  const plain = readPlain(text)
  if (plain) return ok(plain)
  const escaped = readEscaped(text)
  if (escaped) return ok(escaped)
  const lines = undecorate(text)
  const joined = lines.map((line) => line.text).join('\n')
  if (joined.trim() === '') return err({ kind: 'empty', line: null, message: 'There is nothing to read.' })
  let failure: PlanError | null = null
  for (const start of starts(joined)) {
    const outcome = readJson(joined, start)
    if (!outcome.ok) {
      const line = lineAt(lines, outcome.fault.offset)
      failure ??= { kind: 'json', line, message: `Line ${line} is not valid JSON: ${outcome.fault.message}.` }
      continue
    }
    const found = findPlan(outcome.value)
    if (found) return ok({ raw: found.raw, truncated: found.truncated || outcome.truncated })
    const line = lineAt(lines, start)
    const cut = outcome.truncated ? ' and the text ends early' : ''
    failure ??= {
      kind: 'no-plan',
      line,
      message: `The JSON that starts in line ${line} holds ${NO_PLAN}${cut}.`,
    }
  }
  return err(
    failure ?? {
      kind: 'json',
      line: lines[0]?.number ?? 1,
      message: `Line ${lines[0]?.number ?? 1} does not start JSON: expected [ or {.`,
    },
  )
}

/**
 * Parses EXPLAIN (FORMAT JSON) from text (bare, psql output with `+` or borders, auto_explain log lines, a Python
 * dictionary) or from a value that a driver already parsed, with or without the array around it, in a `QUERY PLAN`
 * column or in rows. Of several plans the first is taken. JSON that ends early gives the tree up to there, with
 * `truncated` set.
 */
export function parseJsonPlan(input: unknown): Result<Plan, PlanError> {
  if (typeof input === 'string') {
    const found = readText(input)
    return found.ok ? ok(buildPlan(found.value.raw, 'json', input, found.value.truncated)) : found
  }
  const found = findPlan(input)
  if (!found) return err({ kind: 'no-plan', line: null, message: `The value holds ${NO_PLAN}.` })
  return ok(buildPlan(found.raw, 'json', input, found.truncated))
}

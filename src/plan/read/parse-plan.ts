/** One entry for plans from anywhere. */
import type { Result } from '../../shared/result.ts'
import { parseJsonPlan } from './parse-json.ts'
import { parseTextPlan } from './parse-text.ts'
import { isObject } from './raw.ts'
import type { Plan, PlanError } from '../types.ts'

/** Lines of a text plan that a driver gave as rows: `[{ 'QUERY PLAN': 'Seq Scan on …' }, …]` or an array of strings. */
function textOfRows(value: unknown): string | null {
  if (isObject(value) && Array.isArray(value['rows'])) return textOfRows(value['rows'])
  if (!Array.isArray(value) || value.length === 0) return null
  const lines: string[] = []
  for (const row of value as readonly unknown[]) {
    const cell = isObject(row)
      ? Object.values(row)[0]
      : Array.isArray(row)
        ? (row as readonly unknown[])[0]
        : row
    if (typeof cell !== 'string') return null
    lines.push(cell)
  }
  return lines.join('\n')
}

const LOOKS_JSON = /["']Node Type["']|\\"Node Type|^\s*[[{]/

/**
 * Parses a plan in either format, from text or from what a driver returned; see `parseJsonPlan` and `parseTextPlan`.
 * Errors name the line. Never throws.
 */
export function parsePlan(input: unknown): Result<Plan, PlanError> {
  if (typeof input === 'string') {
    if (!LOOKS_JSON.test(input)) return parseTextPlan(input)
    const json = parseJsonPlan(input)
    if (json.ok || input.includes('Node Type')) return json
    // Text may stand in JSON rows, or a line may start with a bracket by chance.
    const rows = rowsInside(input)
    const text = parseTextPlan(rows ?? input)
    return text.ok ? text : json
  }
  const text = textOfRows(input)
  return text !== null && !text.includes('Node Type') ? parseTextPlan(text) : parseJsonPlan(input)
}

function rowsInside(input: string): string | null {
  try {
    return textOfRows(JSON.parse(input))
  } catch {
    return null
  }
}

/** A plan's text and JSON: as it came, or made from the other format. */
import { textPlanAsJson } from '../read/parse-text.ts'
import type { Plan } from '../types.ts'
import { explainText } from './explain-text.ts'

/** The text format: what was pasted where it was text, else printed as PostgreSQL prints it. */
export const planText = (plan: Plan): string =>
  plan.source === 'text' && typeof plan.raw === 'string' ? plan.raw : explainText(plan)

/** EXPLAIN's JSON: what came where it was JSON, else the same facts under EXPLAIN's keys. */
export function planJson(plan: Plan): string {
  if (typeof plan.raw !== 'string') return JSON.stringify(plan.raw, null, 2)
  if (plan.source === 'json') return plan.raw
  const read = textPlanAsJson(plan.raw)
  return read.ok ? JSON.stringify([read.value.raw], null, 2) : ''
}

/** What a reader should know of a text that the page made itself. */
export const madeHere = (plan: Plan, format: 'text' | 'json'): string | undefined =>
  plan.source === format
    ? undefined
    : format === 'text'
      ? 'Printed from the JSON, in the text format of PostgreSQL.'
      : 'Made from the text: it holds what the text tells, under the keys of EXPLAIN (FORMAT JSON).'

/** A plan from the very value that EXPLAIN (FORMAT JSON) gave: no text is parsed here, so that workers stay small. */
import { buildPlan } from './build-plan.ts'
import { isObject } from './raw.ts'
import type { Plan } from '../types.ts'

/** The plan in the object that EXPLAIN's array holds; null where there is none, as for a statement that has no plan. */
export function explainedPlan(explain: unknown): Plan | null {
  return isObject(explain) && isObject(explain['Plan']) ? buildPlan(explain, 'json', explain) : null
}

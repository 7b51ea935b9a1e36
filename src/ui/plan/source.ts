/** A plan's text and JSON, as they came or printed anew. */
import type { Plan } from '../../plan/types.ts'

export const planText = (plan: Plan): string => (typeof plan.raw === 'string' ? plan.raw : '')

export const planJson = (plan: Plan): string =>
  typeof plan.raw === 'string' ? plan.raw : JSON.stringify(plan.raw, null, 2)

import { useMemo } from 'react'
import { parsePlan } from '../../../plan/read/parse-plan.ts'
import type { Plan, PlanError } from '../../../plan/types.ts'
import { ok, type Result } from '../../../shared/result.ts'

const isPlan = (value: unknown): value is Plan =>
  typeof value === 'object' && value !== null && 'root' in value && 'planning' in value && 'source' in value

/** A plan from EXPLAIN's output in any form, or from one that is parsed already. */
export const readPlan = (explain: unknown): Result<Plan, PlanError> =>
  isPlan(explain) ? ok(explain) : parsePlan(explain)

/** The plan, read once for each value. */
export const usePlan = (explain: unknown): Result<Plan, PlanError> =>
  useMemo(() => readPlan(explain), [explain])

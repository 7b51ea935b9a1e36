/** One side of the comparison with its plans read. */
import { useMemo } from 'react'
import type { Catalog, Measurement } from '../../engine/contract/index.ts'
import { withTimes } from '../../plan/figures/with-times.ts'
import { explainedPlan } from '../../plan/read/explain-value.ts'
import type { RequestPlans } from '../../plan/compare/request-headline.ts'
import type { Plan } from '../../plan/types.ts'

export interface ComparedSide {
  readonly side: 'before' | 'after'
  readonly measurement: Measurement
  /** One for each statement; null where PostgreSQL cannot explain it. */
  readonly plans: readonly (Plan | null)[]
  /** The same with the times of a further execution, once there are any. For the drawing: findings do not depend on time. */
  readonly drawn: readonly (Plan | null)[]
  /** The same with executions and buffers, as the comparison of requests takes them. */
  readonly request: RequestPlans
  readonly catalog: Catalog | undefined
}

export function useComparedSide(
  side: ComparedSide['side'],
  measurement: Measurement | null,
): ComparedSide | null {
  const statements = measurement?.statements
  // The statements stay the same object while the rest of the measurement is still arriving.
  const plans = useMemo(() => (statements ?? []).map(({ plan }) => explainedPlan(plan)), [statements])
  const timed = measurement?.timed
  const drawn = useMemo(
    () => plans.map((plan, at) => plan && withTimes(plan, explainedPlan(timed?.[at] ?? null))),
    [plans, timed],
  )
  const triggerBuffers = measurement?.totals.triggerBuffers ?? 0
  const request = useMemo(
    () => ({
      statements: (statements ?? []).map(({ text, executions, totals: { buffers }, error }, index) => ({
        plan: plans[index] ?? null,
        executions,
        buffers,
        text,
        failed: error !== undefined,
      })),
      triggerBuffers,
    }),
    [statements, plans, triggerBuffers],
  )
  return useMemo(
    () => measurement && { side, measurement, plans, drawn, request, catalog: measurement.catalog?.after },
    [side, measurement, plans, drawn, request],
  )
}

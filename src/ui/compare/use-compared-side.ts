/** One side of the comparison with its plans read and its findings found. */
import { useMemo } from 'react'
import type { Catalog, Measurement } from '../../engine/contract/index.ts'
import type { Finding } from '../../plan/findings/index.ts'
import { withTimes } from '../../plan/figures/with-times.ts'
import { explainedPlan } from '../../plan/read/explain-value.ts'
import type { RequestPlans } from '../../plan/compare/request-headline.ts'
import type { Plan } from '../../plan/types.ts'
import { findingInput } from './finding-input.ts'
import { useFindings } from './use-findings.ts'

export interface ComparedSide {
  readonly side: 'before' | 'after'
  readonly measurement: Measurement
  /** One for each statement; null where PostgreSQL cannot explain it. */
  readonly plans: readonly (Plan | null)[]
  /** The same with the times of a further execution, once there are any. For the drawing: findings do not depend on time. */
  readonly drawn: readonly (Plan | null)[]
  /** The same with executions and buffers, as the comparison of requests takes them. */
  readonly request: RequestPlans
  /** null while they are still being looked for. */
  readonly found: readonly Finding[] | null
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
  const input = useMemo(() => measurement && findingInput(measurement, plans), [measurement, plans])
  const found = useFindings(input)
  return useMemo(() => {
    if (!measurement) return null
    const request = {
      statements: measurement.statements.map(({ text, executions, totals: { buffers }, error }, index) => ({
        plan: plans[index] ?? null,
        executions,
        buffers,
        text,
        failed: error !== undefined,
      })),
      triggerBuffers: measurement.totals.triggerBuffers,
    }
    return { side, measurement, plans, drawn, request, found, catalog: measurement.catalog?.after }
  }, [side, measurement, plans, drawn, found])
}

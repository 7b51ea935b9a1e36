import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Catalog } from '../../engine/protocol.ts'
import type { Plan } from '../../plan/types.ts'
import { planModel } from './model.ts'
import { PlanFrame, type PlanTone } from './PlanFrame.tsx'
import styles from './PlanFrame.module.css'
import type { PlanMode } from './PlanToolbar.tsx'
import { usePlanState } from './use-plan-state.ts'
import { usePlan } from './use-plan.ts'

export interface PlanViewProps {
  /** EXPLAIN's output (parsed JSON, JSON text or text format), or a plan that is already parsed. */
  readonly explain: unknown
  readonly title?: string
  readonly tone?: PlanTone
  /** Facts of tables and indexes for the details panel. */
  readonly catalog?: Catalog | undefined
}

/** One plan: drawing, table, icicle, text and JSON, with a details panel. Fills its container's height. */
export function PlanView({ explain, title = 'Plan', tone = 'neutral', catalog }: PlanViewProps) {
  const outcome = usePlan(explain)
  if (!outcome.ok)
    return (
      <p className={styles.failure} role="alert">
        {outcome.error.message}
      </p>
    )
  return <PlanBody plan={outcome.value} title={title} tone={tone} catalog={catalog} />
}

interface PlanBodyProps {
  readonly plan: Plan
  readonly title: string
  readonly tone: PlanTone
  readonly catalog: Catalog | undefined
  readonly findings?: ReactNode
}

function PlanBody({ plan, ...rest }: PlanBodyProps) {
  const model = useMemo(() => planModel(plan), [plan])
  const state = usePlanState(model)
  const [mode, setMode] = useState<PlanMode>('Tree')
  return <PlanFrame {...rest} model={model} state={state} mode={mode} onMode={setMode} toolbar />
}

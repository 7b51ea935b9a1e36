import { useMemo, useState } from 'react'
import type { Finding } from '../../plan/findings/types.ts'
import type { Catalog } from '../../engine/contract/index.ts'
import type { Plan } from '../../plan/types.ts'
import { planModel } from './model/model.ts'
import { PlanFrame, type PlanTone } from './PlanFrame.tsx'
import styles from './PlanFrame.module.css'
import type { PlanMode } from './PlanToolbar.tsx'
import { useSelection, type NodeSelection } from './model/use-selection.ts'
import { usePlanState } from './model/use-plan-state.ts'
import { usePlan } from './model/use-plan.ts'

export interface PlanViewProps {
  /** EXPLAIN's output (parsed JSON, JSON text or text format), or a plan that is already parsed. */
  readonly explain: unknown
  readonly title?: string
  readonly tone?: PlanTone
  /** Facts of tables and indexes for the details panel. */
  readonly catalog?: Catalog | undefined
  /** Findings of the request; those about this statement are marked on their nodes. */
  readonly findings?: readonly Finding[] | undefined
  /** Number of the statement in the request. */
  readonly statement?: number
  /** Set to false where the times stand elsewhere. */
  readonly times?: boolean
  readonly onTryIt?: ((sql: string) => void) | undefined
  /** A node to open, chosen elsewhere; a new object opens it again. */
  readonly selection?: NodeSelection | null | undefined
}

/** One plan: drawing, table, icicle, text and JSON, with a details panel. Fills its container's height. */
export function PlanView({ explain, title = 'Plan', tone = 'neutral', ...rest }: PlanViewProps) {
  const outcome = usePlan(explain)
  if (!outcome.ok)
    return (
      <p className={styles.failure} role="alert">
        {outcome.error.message}
      </p>
    )
  return <PlanBody {...rest} plan={outcome.value} title={title} tone={tone} />
}

interface PlanBodyProps extends Omit<PlanViewProps, 'explain'> {
  readonly plan: Plan
  readonly title: string
  readonly tone: PlanTone
}

function PlanBody({ plan, selection, ...rest }: PlanBodyProps) {
  const model = useMemo(() => planModel(plan), [plan])
  const state = usePlanState(model)
  useSelection(selection, (id) => state.jump(id))
  const [mode, setMode] = useState<PlanMode>('Tree')
  return <PlanFrame {...rest} model={model} state={state} mode={mode} onMode={setMode} toolbar />
}

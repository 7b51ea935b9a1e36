import { useMemo, useState } from 'react'
import { findings } from '../../plan/findings/index.ts'
import type { Plan } from '../../plan/types.ts'
import { FindingsList } from '../plan/findings/FindingsList.tsx'
import type { Side } from '../../plan/compare/marks.ts'
import { PlanComparison } from '../plan/PlanComparison.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import type { NodeSelection } from '../plan/model/use-selection.ts'
import styles from './PastePlanPage.module.css'

/** What stands out in a plan of which nothing but the plan is known. */
const useFindings = (plan: Plan) =>
  useMemo(() => findings({ statements: [{ text: plan.queryText, plan, executions: 1 }] }), [plan])

/** One plan with its findings. */
export function OnePlan({ plan }: { plan: Plan }) {
  const [selection, setSelection] = useState<NodeSelection | null>(null)
  const found = useFindings(plan)
  return (
    <section className={styles.result} aria-labelledby="pasted-result">
      <h2 id="pasted-result">Plan</h2>
      <div className={styles.frame}>
        <PlanView explain={plan} title="Plan" findings={found} selection={selection} />
      </div>
      <h2>Findings</h2>
      <FindingsList findings={found} onSelectNode={(nodeId) => setSelection({ nodeId })} />
    </section>
  )
}

export const TITLES: Readonly<Record<Side, string>> = { before: 'Plan', after: 'Second plan' }

/** Two plans compared, with the findings of each. */
export function TwoPlans({ before, after }: { before: Plan; after: Plan }) {
  const [selection, setSelection] = useState<NodeSelection | null>(null)
  const found = { before: useFindings(before), after: useFindings(after) }
  return (
    <section className={styles.result} aria-labelledby="pasted-result">
      <h2 id="pasted-result">Comparison</h2>
      <PlanComparison before={before} after={after} titles={TITLES} findings={found} selection={selection} />
      <div className={styles.boxes}>
        {(['before', 'after'] as const).map((side) => (
          <div key={side}>
            <h2 className={styles.side} data-side={side}>
              Findings: {TITLES[side].toLowerCase()}
            </h2>
            <FindingsList findings={found[side]} onSelectNode={(nodeId) => setSelection({ nodeId, side })} />
          </div>
        ))}
      </div>
    </section>
  )
}

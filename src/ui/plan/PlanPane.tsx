import { useMemo } from 'react'
import { derive, type Derived } from '../../plan/derive.ts'
import { parseJsonPlan } from '../../plan/parse-json.ts'
import { nodeTitle } from '../../plan/summary.ts'
import type { Plan, PlanNode } from '../../plan/types.ts'
import { counted, formatCount } from '../primitives/format.ts'
import styles from './PlanPane.module.css'

interface Props {
  /** Output of EXPLAIN (FORMAT JSON), parsed. */
  readonly plan: unknown
  readonly side: 'before' | 'after'
  readonly label: string
}

/** One plan as a tree. */
export function PlanPane({ plan: json, side, label }: Props) {
  const parsed = useMemo(() => {
    const plan = parseJsonPlan(json)
    return plan.ok ? { plan: plan.value, derived: derive(plan.value) } : plan.error
  }, [json])
  if ('message' in parsed) return <p className={styles.unreadable}>{parsed.message}</p>
  return (
    <ul aria-label={label} className={styles.tree} data-side={side}>
      <Node node={parsed.plan.root} plan={parsed.plan} derived={parsed.derived} />
    </ul>
  )
}

interface NodeProps {
  readonly node: PlanNode
  readonly plan: Plan
  readonly derived: Derived
}

function Node({ node, plan, derived }: NodeProps) {
  const figures = derived.nodes.get(node.id)
  const share = figures?.share.buffers ?? 0
  return (
    <li>
      <div className={styles.card} data-idle={figures?.executed === false}>
        {node.subplanName && <p className={styles.subplan}>{node.subplanName}</p>}
        <p className={styles.name}>{nodeTitle(node)}</p>
        {node.conditions.map(({ label, text }) => (
          <p key={label} className={styles.condition}>
            <span>{label}</span> {text}
          </p>
        ))}
        {figures && (
          <>
            <p className={styles.figures}>
              <span>
                {counted(Math.round(figures.rows), 'row')}
                {node.estimate && (
                  <span className={styles.estimate}>
                    {' '}
                    estimated {formatCount(node.estimate.rows * Math.max(node.actual?.loops ?? 1, 1))}
                  </span>
                )}
              </span>
              <span>{counted(figures.buffers, 'buffer')}</span>
            </p>
            <div className={styles.track} title={`${Math.round(share * 100)} % of the plan’s buffers`}>
              <div className={styles.bar} style={{ width: `${(share * 100).toFixed(1)}%` }} />
            </div>
          </>
        )}
      </div>
      {node.children.length > 0 && (
        <ul className={styles.children}>
          {node.children.map((child) => (
            <Node key={child.id} node={child} plan={plan} derived={derived} />
          ))}
        </ul>
      )}
    </li>
  )
}

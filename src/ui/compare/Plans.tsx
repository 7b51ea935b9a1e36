import type { Measurement, StatementMeasurement } from '../../engine/protocol.ts'
import { counted } from '../primitives/format.ts'
import { PlanPane } from '../plan/PlanPane.tsx'
import styles from './Plans.module.css'

interface Props {
  readonly before: Measurement | null
  readonly after: Measurement | null
}

/** The plans side by side. */
export function Plans({ before, after }: Props) {
  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title" className={styles.title}>
        Plans
      </h2>
      <div className={styles.columns}>
        <Column side="before" measurement={before} />
        <Column side="after" measurement={after} />
      </div>
    </section>
  )
}

function Column({ side, measurement }: { side: 'before' | 'after'; measurement: Measurement | null }) {
  return (
    <div className={styles.column} data-side={side}>
      <h3 className={styles.side}>{side === 'before' ? 'Before' : 'After'}</h3>
      {!measurement && <p className={styles.none}>{side === 'after' ? 'Not run yet.' : 'Nothing to compare with.'}</p>}
      {measurement?.statements.map((statement, index) => (
        <Statement key={index} statement={statement} index={index} count={measurement.statements.length} side={side} />
      ))}
    </div>
  )
}

interface StatementProps {
  readonly statement: StatementMeasurement
  readonly index: number
  readonly count: number
  readonly side: 'before' | 'after'
}

function Statement({ statement, index, count, side }: StatementProps) {
  const { plan, tag, executions, forEachRow, totals } = statement
  return (
    <div className={styles.statement}>
      {(count > 1 || forEachRow) && (
        <p className={styles.which}>
          <span>
            {index + 1}. {tag}
            {forEachRow && <strong> × {executions.toLocaleString('en-US')}</strong>}
          </span>
          <span>{counted(totals.buffers, 'buffer')}</span>
        </p>
      )}
      {forEachRow && <p className={styles.loop}>Runs once for each row of the statement before it; the plan is of one run.</p>}
      {plan === null ? (
        <p className={styles.none}>PostgreSQL has no plan for {tag}.</p>
      ) : (
        <PlanPane plan={plan} side={side} label={`Plan ${side}${count > 1 ? `, statement ${index + 1}` : ''}`} />
      )}
    </div>
  )
}

import { lazy, Suspense } from 'react'
import type { Measurement, StatementMeasurement } from '../../engine/protocol.ts'
import { counted } from '../primitives/format.ts'
import styles from './Plans.module.css'

// The drawing is not needed for the first figures on screen.
const PlanComparison = lazy(async () => ({
  default: (await import('../plan/PlanComparison.tsx')).PlanComparison,
}))
const PlanView = lazy(async () => ({ default: (await import('../plan/PlanView.tsx')).PlanView }))

interface Props {
  readonly before: Measurement | null
  readonly after: Measurement | null
}

/** Plans of the request, statement by statement; both sides together where they send the same number of statements. */
export function Plans({ before, after }: Props) {
  const paired = before && after && before.statements.length === after.statements.length
  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title" className={styles.title}>
        Plans
      </h2>
      {paired
        ? before.statements.map((statement, index) => (
            <Pair key={index} index={index} sides={{ before, after }} statement={statement} />
          ))
        : [before, after].map((measurement, at) => {
            const side = at === 0 ? 'before' : 'after'
            return measurement?.statements.map((statement, index) => (
              <Single
                key={`${side} ${index}`}
                side={side}
                index={index}
                measurement={measurement}
                statement={statement}
              />
            ))
          })}
    </section>
  )
}

interface PairProps {
  readonly index: number
  readonly sides: { readonly before: Measurement; readonly after: Measurement }
  readonly statement: StatementMeasurement
}

function Pair({ index, sides, statement }: PairProps) {
  const { before, after } = sides
  const other = after.statements[index]
  if (!other || statement.plan === null || other.plan === null) {
    return (
      <>
        <Single side="before" index={index} measurement={before} statement={statement} />
        {other && <Single side="after" index={index} measurement={after} statement={other} />}
      </>
    )
  }
  return (
    <div className={styles.statement}>
      <Which statement={other} index={index} count={after.statements.length} />
      <div className={styles.pair}>
        <Suspense>
          <PlanComparison
            before={statement.plan}
            after={other.plan}
            catalogs={{ before: before.catalog?.after, after: after.catalog?.after }}
          />
        </Suspense>
      </div>
    </div>
  )
}

interface SingleProps {
  readonly side: 'before' | 'after'
  readonly index: number
  readonly measurement: Measurement
  readonly statement: StatementMeasurement
}

function Single({ side, index, measurement, statement }: SingleProps) {
  const { plan, tag } = statement
  return (
    <div className={styles.statement}>
      <Which statement={statement} index={index} count={measurement.statements.length} />
      {plan === null ? (
        <p className={styles.none}>PostgreSQL has no plan for {tag}.</p>
      ) : (
        <div className={styles.single}>
          <Suspense>
            <PlanView
              explain={plan}
              tone={side}
              title={side === 'before' ? 'Before' : 'After'}
              catalog={measurement.catalog?.after}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}

interface WhichProps {
  readonly statement: StatementMeasurement
  readonly index: number
  readonly count: number
}

/** Which statement of the request it is, where there are several. */
function Which({ statement: { tag, forEachRow, executions, totals }, index, count }: WhichProps) {
  if (count === 1 && !forEachRow) return null
  return (
    <p className={styles.which}>
      <span>
        {index + 1}. {tag}
        {forEachRow && <strong> × {executions.toLocaleString('en-US')}</strong>}
        {forEachRow && ', once for each row of the statement before it; the plan is of one run'}
      </span>
      <span>{counted(totals.buffers, 'buffer')}</span>
    </p>
  )
}

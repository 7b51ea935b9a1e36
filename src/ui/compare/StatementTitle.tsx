import type { StatementMeasurement } from '../../engine/protocol.ts'
import { counted, formatCount } from '../primitives/format.ts'
import styles from './StatementTitle.module.css'

interface Props {
  readonly statement: StatementMeasurement
  readonly index: number
  readonly count: number
}

/** Which statement of the request it is, where there are several. */
export function StatementTitle({ statement: { tag, forEachRow, executions, totals }, index, count }: Props) {
  if (count === 1 && !forEachRow) return null
  return (
    <p className={styles.title}>
      <span>
        {index + 1}. {tag}
        {forEachRow && <strong> × {formatCount(executions)}</strong>}
        {forEachRow && ', once for each row of the statement before it; the plan is of one run'}
      </span>
      <span>{counted(totals.buffers, 'buffer')}</span>
    </p>
  )
}

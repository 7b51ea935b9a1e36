import { useState } from 'react'
import type { RowSet } from '../../engine/contract/index.ts'
import { Button } from '../primitives/Button.tsx'
import { count } from '../../shared/words.ts'
import { formatBytes, formatCounted } from '../primitives/format.ts'
import { Cell } from './Cell.tsx'
import styles from './RowTable.module.css'

/** Rows drawn at once; more on demand. */
const PAGE = 50

/** Types whose values are numbers. */
const NUMERIC = /^(?:smallint|integer|bigint|numeric|real|double precision|oid|money)\b/

interface RowTableProps {
  readonly rows: RowSet
  readonly label: string
  /** As psql prints its own lists: without types, and an empty text is an empty cell. */
  readonly plain?: boolean
}

/** A result as a table, with the true number of rows. */
export function RowTable({ rows, label, plain = false }: RowTableProps) {
  const [shown, setShown] = useState(PAGE)
  const visible = rows.rows.slice(0, shown)
  const kept = rows.rows.length
  const numeric = rows.columns.map((column) => NUMERIC.test(column.type))
  return (
    <div>
      {rows.columns.length > 0 && (
        // Scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.frame} tabIndex={0} aria-label={label}>
          <table className={styles.table}>
            <thead>
              <tr>
                {rows.columns.map((column, index) => (
                  <th key={index} scope="col" className={numeric[index] ? styles.number : undefined}>
                    {column.name}
                    {!plain && <span className={styles.type}>{column.type}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {visible.map((row, index) => (
                <tr key={index}>
                  {row.map((value, at) => (
                    <Cell key={at} value={value} numeric={numeric[at]} plain={plain} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={styles.count}>
        {formatCounted(rows.count, 'row')}
        {rows.count > visible.length && `, the first ${count(visible.length)} shown`}
        {rows.bytes > 100_000 && `, ${formatBytes(rows.bytes)} of text`}
        {shown < kept && (
          <Button look="quiet" onClick={() => setShown(shown + 4 * PAGE)}>
            Show more
          </Button>
        )}
        {shown >= kept && kept < rows.count && ' (the page keeps no more)'}
      </p>
    </div>
  )
}

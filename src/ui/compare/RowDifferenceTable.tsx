import type { RowDifference } from '../../grading/types.ts'
import { Cell } from '../results/Cell.tsx'
import styles from './RowDifferenceTable.module.css'

/** The smallest difference found between the rows of the attempt and those of the reference. */
export function RowDifferenceTable({ difference }: { difference: RowDifference }) {
  const { data, columns, missing, extra, note } = difference
  const rows = [
    ...missing.map((row) => ({ row, word: 'missing', sign: '−', style: styles.missing })),
    ...extra.map((row) => ({ row, word: 'extra', sign: '+', style: styles.extra })),
  ]
  return (
    <div className={styles.difference}>
      <p className={styles.where}>
        Found on {data}. {note}
      </p>
      {rows.length > 0 && (
        // Scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.frame} tabIndex={0} aria-label="Differing rows">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">row</th>
                {columns.map((column, index) => (
                  <th key={index} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, word, sign, style }, index) => (
                <tr key={index} className={style}>
                  <th scope="row">
                    {sign} {word}
                  </th>
                  {row.map((value, at) => (
                    <Cell key={at} value={value} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

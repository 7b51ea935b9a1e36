import { useState } from 'react'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import { Segmented } from '../primitives/Segmented.tsx'
import { VirtualList } from '../primitives/VirtualList.tsx'
import { RowTable } from './RowTable.tsx'
import styles from './RowsSection.module.css'

interface Props {
  readonly before: Measurement | null
  readonly after: Measurement | null
}

const results = (measurement: Measurement | null): readonly RowSet[] =>
  measurement?.statements.flatMap(({ result }) => (result ? [result] : [])) ?? []

/** The rows that the request returned. */
export function RowsSection({ before, after }: Props) {
  const [side, setSide] = useState<'before' | 'after'>('after')
  const sides = { before: results(before), after: results(after) }
  const both = before !== null && after !== null
  const shownSide = both ? side : after ? 'after' : 'before'
  const shown = sides[shownSide]
  const same =
    both &&
    sides.before.length === sides.after.length &&
    sides.before.every((set, index) => set.listDigest === sides.after[index]?.listDigest)
  return (
    <section aria-labelledby="rows-title">
      <header className={styles.header}>
        <h2 id="rows-title">Rows</h2>
        {same && <span className={styles.same}>the same before and after</span>}
        {both && !same && (
          <Segmented
            label="Rows of"
            options={[
              { value: 'before', label: 'Before' },
              { value: 'after', label: 'After' },
            ]}
            value={side}
            onChange={setSide}
          />
        )}
      </header>
      {shown.length === 0 && <p className={styles.none}>No statement of the request returns rows.</p>}
      {shown.length > 0 && (
        <VirtualList
          key={shownSide}
          items={[...shown.entries()]}
          keyOf={([index]) => index}
          label="Results"
          estimate={110}
          render={([index, rows]) => (
            <RowTable rows={rows} label={shown.length > 1 ? `Rows of result ${index + 1}` : 'Rows'} />
          )}
        />
      )}
    </section>
  )
}

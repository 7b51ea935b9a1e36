import { useEffect } from 'react'
import type {
  AppliedStatement,
  CatalogIndex,
  IndexBill as Bill,
  WriteCost,
} from '../../engine/contract/index.ts'
import { newIndexes } from '../../state/new-indexes.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { count } from '../../shared/words.ts'
import { describeChange, formatBytes, formatCounted, formatMs } from '../primitives/format.ts'
import styles from './IndexBill.module.css'

/** The bill is measured when nothing else has happened for this long (ms): it needs databases of its own. */
const STARTS_AFTER = 2000

const OPERATIONS: Readonly<Record<WriteCost['operation'], (column: string | undefined) => string>> = {
  insert: () => 'insert',
  'update-indexed': (column) => `update ${column ?? ''}, which it covers`,
  'update-other': (column) => `update ${column ?? ''}, which no index covers`,
}

/** What the new indexes cost: size, build time, and what writing to the table costs with and without each. */
export function IndexBill() {
  const attempt = useApp(({ bench }) => bench.attempt)
  const busy = useApp(({ bench }) => bench.busy !== null)
  const bill = useApp((state) => state.bill)
  const { billIndexes } = useCommands()
  const measurement = attempt?.measurement
  const added = measurement ? newIndexes(measurement) : []
  const waits = added.length > 0 && !busy
  useEffect(() => {
    if (!waits || !measurement) return
    const timer = setTimeout(() => void billIndexes(), STARTS_AFTER)
    return () => clearTimeout(timer)
  }, [waits, measurement, billIndexes])
  if (!measurement || added.length === 0) return null
  const own = bill.of === measurement
  const bills = own ? bill.bills : []
  return (
    <section aria-labelledby="bill-title" className={styles.section}>
      <h2 id="bill-title" className={styles.title}>
        Index bill
      </h2>
      <p className={styles.lead}>
        What an index costs whenever its table is written to: 1,000 rows each, without it and with it.
      </p>
      {added.map((index) => (
        <Entry
          key={index.oid}
          index={index}
          bill={bills.find((each) => each.index === index.name && each.table === index.table)}
          changes={measurement.changes}
        />
      ))}
      <output className={styles.status}>
        {own && bill.status === 'failed' && (
          <>
            The bill could not be measured.{' '}
            <Button look="quiet" onClick={() => void billIndexes()}>
              Try again
            </Button>
          </>
        )}
        {(!own || bill.status === 'none' || bill.status === 'working') && 'Measuring what writes cost …'}
      </output>
    </section>
  )
}

interface EntryProps {
  readonly index: CatalogIndex
  readonly bill: Bill | undefined
  readonly changes: readonly AppliedStatement[]
}

function Entry({ index, bill, changes }: EntryProps) {
  const built = bill ? bill.buildMs : changes.length === 1 ? (changes[0]?.ms ?? null) : null
  return (
    <div className={styles.entry}>
      <p className={styles.name}>
        <code>{index.name}</code>
        <span>
          {formatCounted(index.pages, 'page')}, {formatBytes(index.bytes)}
          {built !== null && `, built in ${formatMs(built)}`}
        </span>
      </p>
      {bill && bill.costs.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">Writes to {index.table}, 1,000 rows each</caption>
          <thead>
            <tr>
              <th scope="col">1,000 rows</th>
              <th scope="col">Buffers</th>
              <th scope="col">WAL</th>
              <th scope="col">HOT updates</th>
            </tr>
          </thead>
          <tbody>
            {bill.costs.map((cost) => (
              <CostRow key={cost.operation} cost={cost} />
            ))}
          </tbody>
        </table>
      )}
      {bill && bill.costs.length === 0 && (
        <p className={styles.lead}>The standard workload does not fit this table.</p>
      )}
    </div>
  )
}

function CostRow({ cost }: { readonly cost: WriteCost }) {
  const { operation, column, without, with: billed } = cost
  return (
    <tr>
      <th scope="row">{OPERATIONS[operation](column)}</th>
      <Pair before={without.buffers} after={billed.buffers} print={count} />
      <Pair before={without.walBytes} after={billed.walBytes} print={formatBytes} />
      {operation === 'insert' ? (
        <td>–</td>
      ) : (
        <td>
          {count(without.hotUpdates)} → {count(billed.hotUpdates)}
          <small>{billed.hotUpdates < without.hotUpdates ? 'lost' : 'same'}</small>
        </td>
      )}
    </tr>
  )
}

interface PairProps {
  readonly before: number
  readonly after: number
  readonly print: (value: number) => string
}

function Pair({ before, after, print }: PairProps) {
  return (
    <td>
      {print(before)} → {print(after)}
      <small>{describeChange(before, after, ['less', 'more']).text}</small>
    </td>
  )
}

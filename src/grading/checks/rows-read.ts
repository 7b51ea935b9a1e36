import { count } from '../numbers.ts'
import { describeNode, heaviestScan, rowsSeen } from '../plan-nodes.ts'
import { amountCheck } from './amount.ts'

/** Rows that scans look at, those that filters throw away included. */
export const rowsRead = amountCheck({
  kind: 'rows-read',
  unit: ['row read', 'rows read'],
  pick: (measurement) => measurement.totals.rowsRead,
  slack: 10,
  advice({ attempt }) {
    const scan = heaviestScan(attempt)
    return scan
      ? `${count(Math.round(rowsSeen(scan)))} of them pass through the ${describeNode(scan)}: let an index find only the rows that are needed.`
      : 'Let an index find only the rows that are needed.'
  },
})

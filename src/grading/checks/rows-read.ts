import { heaviest, partWords } from '../plan-nodes.ts'
import { amountCheck } from './amount.ts'

/** Rows that scans look at, those that filters throw away included. */
export const rowsRead = amountCheck({
  kind: 'rows-read',
  unit: ['row read', 'rows read'],
  pick: (measurement) => measurement.totals.rowsRead,
  slack: 10,
  advice({ attempt }) {
    const scan = heaviest(attempt, (figures) => figures.rowsRead)
    return scan
      ? `The ${scan.title} alone reads ${partWords(scan, scan.figures.rowsRead)}: let an index find only the rows that are needed.`
      : 'Let an index find only the rows that are needed.'
  },
})

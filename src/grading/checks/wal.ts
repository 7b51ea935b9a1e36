import { amountCheck } from './amount.ts'

/** Write-ahead log that the request produces, bytes. */
export const wal = amountCheck({
  kind: 'wal',
  unit: ['byte of WAL', 'bytes of WAL'],
  pick: (measurement) => measurement.totals.walBytes,
  slack: 1024,
  advice: () => 'Write fewer rows, change fewer indexed columns, or keep fewer indexes on the table.',
})

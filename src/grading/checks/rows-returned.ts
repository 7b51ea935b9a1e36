import { amountCheck } from './amount.ts'

/** Rows sent to the application, over all statements. */
export const rowsReturned = amountCheck({
  kind: 'rows-returned',
  unit: ['row returned', 'rows returned'],
  pick: (measurement) => measurement.totals.rowsReturned,
  slack: 0,
  advice: () => 'Let the database count, filter or group, so that fewer rows travel to Django.',
})

import { count } from '../numbers.ts'
import { describeNode, heaviestScan, rowsSeen } from '../plan-nodes.ts'
import { amountCheck } from './amount.ts'

/** Blocks of 8 kB that the request touches: the measure of work that is the same on every machine. */
export const buffers = amountCheck({
  kind: 'buffers',
  unit: ['buffer', 'buffers'],
  pick: (measurement) => measurement.totals.buffers,
  slack: 10,
  advice({ attempt }) {
    const scan = heaviestScan(attempt)
    return scan && rowsSeen(scan) > 1
      ? `Most of the work is the ${describeNode(scan)}, which looks at ${count(Math.round(rowsSeen(scan)))} rows.`
      : 'Look for the node with the most buffers in the plan.'
  },
})

import { peakRows } from '../plan-nodes.ts'
import { amountCheck } from './amount.ts'

/** Rows of the widest place in the plan: where a join multiplies rows, this grows although the answer does not. */
export const peak = amountCheck({
  kind: 'peak',
  unit: ['row at the widest node', 'rows at the widest node'],
  pick: peakRows,
  slack: 10,
  advice: () => 'A join multiplies rows before they are counted or cut: aggregate each side first.',
})

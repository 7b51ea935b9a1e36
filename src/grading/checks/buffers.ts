import { heaviest, partWords } from '../plan-nodes.ts'
import { amountCheck } from './amount.ts'

/** Blocks of 8 kB that the request touches: the measure of work that is the same on every machine. */
export const buffers = amountCheck({
  kind: 'buffers',
  unit: ['buffer', 'buffers'],
  pick: (measurement) => measurement.totals.buffers,
  slack: 10,
  advice({ attempt }) {
    const node = heaviest(attempt, (figures) => figures.buffers)
    return node
      ? `The ${node.title} alone touches ${partWords(node, node.figures.buffers)}.`
      : 'Look for the node with the most buffers in the plan.'
  },
})

import { count, percent } from '../../../shared/words.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.4
/** Planning that takes less than this is no problem, however little the execution takes. */
const LEAST_MS = 50

/** 29: planning takes longer than it should for what is executed. */
export const planningDominates: Rule = {
  id: 'planning-dominates',
  title: 'Planning dominates',
  plan(context) {
    const planning = context.plan.planning.timeMs ?? 0
    const execution = context.plan.executionTimeMs ?? 0
    const share = planning / Math.max(planning + execution, Number.MIN_VALUE)
    if (context.plan.executionTimeMs === null || share <= LEAST_SHARE || planning < LEAST_MS) return []
    return [
      {
        node: context.plan.root,
        what: `Planning took ${count(planning)} ms, execution ${count(execution)} ms: ${percent(share)} of the time went into finding the plan.`,
        evidence: [
          evidence('Planning Time', `${count(planning)} ms`),
          evidence('Execution Time', `${count(execution)} ms`),
        ],
        why: 'The number of join orders, indexes and partitions to consider decides how long planning takes.',
        advice:
          'Send the statement once as a prepared statement and execute it many times; join fewer tables, and let partition keys in the condition rule out partitions early.',
        share,
      },
    ]
  },
}

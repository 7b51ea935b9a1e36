import { list } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { Candidate, PlanContext, Rule } from '../types.ts'

const MOST_NAMES = 4

/** Nodes that did not run although their parent did. */
const neverRun = (context: PlanContext): readonly PlanNode[] =>
  context.nodes.filter((node) => {
    const parent = context.parent(node)
    return node.actual?.loops === 0 && (parent === null || (parent.actual?.loops ?? 0) > 0)
  })

const named = (nodes: readonly PlanNode[]): string => {
  const titles = nodes.slice(0, MOST_NAMES).map(nodeTitle)
  return list(nodes.length > MOST_NAMES ? [...titles, `${nodes.length - MOST_NAMES} more`] : titles)
}

function note(
  nodes: readonly PlanNode[],
  rest: Pick<Candidate, 'what' | 'why' | 'advice'>,
): readonly Candidate[] {
  const [node] = nodes
  if (!node) return []
  return [{ node, ...rest, evidence: [evidence('Nodes', String(nodes.length))], share: 0, note: true }]
}

/** 31: nodes that never ran, and nodes that settings forbade: explained, no fault. */
export const neverExecuted: Rule = {
  id: 'never-executed',
  title: 'Never executed, or disabled',
  plan(context) {
    const idle = neverRun(context)
    const disabled = context.nodes.filter((node) => node.disabled)
    return [
      ...note(idle, {
        what: `Never executed: ${named(idle)}.`,
        why: 'Nothing asked for their rows: the other side of a join was empty, a LIMIT was full, or a condition was known to be false before.',
        advice:
          'No fault: these nodes cost nothing in this run. With other values they may run, so their figures are not known.',
      }),
      ...note(disabled, {
        what: `Marked as disabled: ${named(disabled)}.`,
        why: 'A setting such as enable_seqscan = off forbids this kind of node, and the planner found no other way.',
        advice: 'Such settings are for experiments. Reset them before you judge the plan.',
      }),
    ]
  },
}

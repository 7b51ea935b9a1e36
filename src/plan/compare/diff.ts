/** What became of each node between two plans of the same request. */
import { planFigures, type NodeFigures, type PlanFigures } from '../figures/node-figures.ts'
import { matchNodes } from './diff-match.ts'
import type { Role } from './diff-roles.ts'
import { nodeOperation } from '../words/node-names.ts'
import type { Plan, PlanNode } from '../types.ts'

/**
 * same: same operation, conditions and figures · changed: same operation, other figures or conditions ·
 * replaced: the same work done by another operation or index · removed, new: only in one of the plans.
 */
export type NodeStatus = 'same' | 'changed' | 'replaced' | 'removed' | 'new'

export interface NodeChange {
  readonly status: NodeStatus
  readonly role: Role
  readonly before: PlanNode | null
  readonly after: PlanNode | null
  readonly figuresBefore: NodeFigures | null
  readonly figuresAfter: NodeFigures | null
}

export interface PlanDiff {
  readonly before: Plan
  readonly after: Plan
  readonly figuresBefore: PlanFigures
  readonly figuresAfter: PlanFigures
  /** Every node of both plans, once: the after plan's in its order, then what was removed. */
  readonly changes: readonly NodeChange[]
  readonly byBefore: ReadonlyMap<string, NodeChange>
  readonly byAfter: ReadonlyMap<string, NodeChange>
  /** True where every node is the same. */
  readonly identical: boolean
}

const how = (node: PlanNode): string => `${nodeOperation(node)} ${node.index ?? ''}`

const conditionsOf = (node: PlanNode): string =>
  [...node.conditions.map((one) => `${one.label}: ${one.text}`), ...(node.sort?.key ?? [])].join('\n')

function sameFigures(a: NodeFigures | null, b: NodeFigures | null): boolean {
  if (!a || !b) return a === b
  return (
    a.buffers === b.buffers &&
    a.temp === b.temp &&
    a.rows === b.rows &&
    a.rowsRemoved === b.rowsRemoved &&
    a.executed === b.executed
  )
}

function statusOf(change: Omit<NodeChange, 'status'>): NodeStatus {
  const { before, after } = change
  if (!before) return 'new'
  if (!after) return 'removed'
  if (how(before) !== how(after)) return 'replaced'
  const same =
    conditionsOf(before) === conditionsOf(after) &&
    before.actual?.loops === after.actual?.loops &&
    sameFigures(change.figuresBefore, change.figuresAfter)
  return same ? 'same' : 'changed'
}

/**
 * Compares two plans node by node. Nodes are matched by what they do (relation and alias, join structure, role),
 * not by where they stand; times play no part in whether a node is the same.
 */
export function comparePlans(before: Plan, after: Plan): PlanDiff {
  const figuresBefore = planFigures(before)
  const figuresAfter = planFigures(after)
  const changes = matchNodes(before, after).map((match): NodeChange => {
    const change = {
      role: (match.after ?? match.before)?.role ?? 'other',
      before: match.before?.node ?? null,
      after: match.after?.node ?? null,
      figuresBefore: figuresBefore.nodes.get(match.before?.node.id ?? '') ?? null,
      figuresAfter: figuresAfter.nodes.get(match.after?.node.id ?? '') ?? null,
    } as const
    return { status: statusOf(change), ...change }
  })
  return {
    before,
    after,
    figuresBefore,
    figuresAfter,
    changes,
    byBefore: new Map(changes.flatMap((one) => (one.before ? [[one.before.id, one] as const] : []))),
    byAfter: new Map(changes.flatMap((one) => (one.after ? [[one.after.id, one] as const] : []))),
    identical: changes.every((one) => one.status === 'same'),
  }
}

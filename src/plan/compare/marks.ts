/** What the comparison found, as marks on the nodes of each side, in words. */
import type { NodeChange, NodeStatus, PlanDiff } from './diff.ts'
import { nodeTitle } from '../words/node-names.ts'
import { counted } from '../../shared/words.ts'

export interface NodeMark {
  readonly kind: NodeStatus
  /** The matching node's id in the other plan. */
  readonly otherId: string | null
  /** The matching node in words with its figures. */
  readonly other: string | null
}

export const MARK_NAMES: Readonly<Record<NodeStatus, string>> = {
  same: 'unchanged',
  changed: 'changed',
  replaced: 'replaced',
  removed: 'removed',
  new: 'new',
}

export type Side = 'before' | 'after'

export const otherSide = (side: Side): Side => (side === 'before' ? 'after' : 'before')

function markOf(change: NodeChange, side: Side): NodeMark {
  const other = change[otherSide(side)]
  const figures = side === 'before' ? change.figuresAfter : change.figuresBefore
  const work = other?.buffers && figures ? ` (${counted(figures.buffers, 'buffer')})` : ''
  return {
    kind: change.status,
    otherId: other?.id ?? null,
    other: other === null ? null : `${otherSide(side)}: ${nodeTitle(other)}${work}`,
  }
}

/** Marks of one side's nodes by id. */
export const marksOf = (diff: PlanDiff, side: Side): ReadonlyMap<string, NodeMark> =>
  new Map(
    [...diff[side === 'before' ? 'byBefore' : 'byAfter']].map(([id, change]) => [id, markOf(change, side)]),
  )

/** Ids of matched nodes, before and after. */
export const matchedPairs = (diff: PlanDiff): readonly (readonly [string, string])[] =>
  diff.changes.flatMap(({ before, after }) => (before && after ? [[before.id, after.id] as const] : []))

const ORDER: readonly NodeStatus[] = ['replaced', 'removed', 'new', 'changed', 'same']

/** How many nodes are replaced, removed, new, changed, unchanged; kinds without nodes are left out. */
export function countMarks(diff: PlanDiff): readonly { readonly kind: NodeStatus; readonly count: number }[] {
  return ORDER.map((kind) => ({
    kind,
    count: diff.changes.filter((change) => change.status === kind).length,
  })).filter(({ count }) => count > 0)
}

export interface Difference {
  readonly side: Side
  readonly id: string
}

/** Nodes that differ, in the order of the plans, with the side that shows them. */
export function differences(diff: PlanDiff): readonly Difference[] {
  const found: Difference[] = []
  for (const { status, before, after } of diff.changes) {
    if (status === 'same') continue
    if (after) found.push({ side: 'after', id: after.id })
    else if (before) found.push({ side: 'before', id: before.id })
  }
  return found
}

/** The words of the sentence above a comparison: names of nodes, amounts, reasons. */
import type { NodeFigures } from '../figures/node-figures.ts'
import type { NodeChange } from './diff.ts'
import { roleOf } from './diff-roles.ts'
import { count, counted, list, times } from '../../shared/words.ts'
import { nodeOperation, nodeTarget, relationsBelow } from '../words/node-names.ts'
import { partitionOf } from '../tree.ts'
import type { PlanNode } from '../types.ts'

/** What the sentence counts: blocks where EXPLAIN counted them, else rows, else the planner's cost. */
export type Unit = 'buffer' | 'row' | 'cost'

export const figure = (value: number, unit: Unit): string =>
  unit === 'cost' ? `cost ${count(value)}` : counted(value, unit)

/** Bitmap index scans below a heap scan: part of the same access. */
export const indexParts = (node: PlanNode): readonly PlanNode[] =>
  node.children
    .filter((child) => roleOf(child) === 'index part')
    .flatMap((child) => [child, ...indexParts(child)])

/** Names of the indexes that a Bitmap Heap Scan combines. */
const bitmapIndexes = (node: PlanNode): readonly string[] => [
  ...new Set(
    indexParts(node).flatMap((one) =>
      one.nodeType === 'Bitmap Index Scan' && one.index !== null ? [one.index] : [],
    ),
  ),
]

/** `Index Scan using i`, with ` on table` unless it is the partner's table. */
export function title(node: PlanNode, partner: PlanNode | null = null): string {
  const indexes = node.nodeType === 'Bitmap Heap Scan' ? bitmapIndexes(node) : []
  const using =
    indexes.length > 0 ? ` using ${list(indexes)}` : node.index === null ? '' : ` using ${node.index}`
  // The alias of a partition is PostgreSQL's own numbering.
  const target = partitionOf(node) === null ? nodeTarget(node) : node.relation
  const sameTarget = partner !== null && partner.relation === node.relation
  return `${nodeOperation(node)}${using}${target === null || sameTarget ? '' : ` on ${target}`}`
}

/** ` over a and b`: what a node without a table of its own works on. */
export function over(node: PlanNode): string {
  const relations = nodeTarget(node) === null ? relationsBelow(node) : []
  if (relations.length === 0) return ''
  return ` over ${list(relations.length > 2 ? [...relations.slice(0, 2), 'more'] : relations)}`
}

/** Rows that came into a node of an INSERT, UPDATE or DELETE. */
const written = (node: PlanNode): number | null => {
  const input = node.nodeType === 'ModifyTable' ? node.children[0]?.actual : null
  return input ? input.rows * input.loops : null
}

/** `a → b rows`, or nothing where they are the same. */
const rowsChange = (before: number, after: number): string =>
  Math.round(before) === Math.round(after) ? '' : ` (${count(before)} → ${counted(after, 'row')})`

/** Why a node with the same operation costs another amount, in a few words. */
export function reason({ before, after, figuresBefore, figuresAfter }: NodeChange): string {
  if (!before || !after) return ''
  const loops = [before.actual?.loops ?? 0, after.actual?.loops ?? 0] as const
  if (before.heapFetches !== null && after.heapFetches !== null && before.heapFetches !== after.heapFetches)
    return ` (heap fetches ${count(before.heapFetches)} → ${count(after.heapFetches)})`
  if (loops[0] !== loops[1] && loops[1] === 0) return ' (never executed now)'
  if (loops[0] !== loops[1]) return ` (ran ${times(loops[0])}, now ${times(loops[1])})`
  const rows = [written(before), written(after)] as const
  if (rows[0] !== null && rows[1] !== null) return rowsChange(rows[0], rows[1])
  return rowsReason(before, figuresBefore, figuresAfter)
}

function rowsReason(before: PlanNode, was: NodeFigures | null, is: NodeFigures | null): string {
  if (!was || !is || was.rowsRead === 0) return ''
  if (was.rowsRead !== is.rowsRead) return rowsChange(was.rowsRead, is.rowsRead)
  return before.nodeType === 'Seq Scan' && is.buffers < was.buffers ? ' (the same rows on fewer pages)' : ''
}

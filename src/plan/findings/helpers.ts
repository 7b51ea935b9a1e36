/** Small questions that several rules ask. */
import { inputs, isGather } from '../tree.ts'
import { limitSortAbove } from './context.ts'
import { nodeTitle } from '../words/summary.ts'
import { count, counted, percent } from '../words/format.ts'
import type { PlanNode } from '../types.ts'
import type { Evidence, PlanContext } from './types.ts'

export const loopsOf = (node: PlanNode): number => node.actual?.loops ?? 0
export const rowsOf = (node: PlanNode): number => (node.actual?.rows ?? 0) * loopsOf(node)

/** Rows that a Filter threw away over all loops. */
export const filteredOut = (node: PlanNode): number => node.removed.filter * loopsOf(node)

/** Share of the rows that the filter threw away; 0 where it saw none. */
export function wasteOf(node: PlanNode): number {
  const seen = rowsOf(node) + filteredOut(node)
  return seen > 0 ? filteredOut(node) / seen : 0
}

const PASSING: ReadonlySet<string> = new Set(['Hash', 'Sort', 'Incremental Sort', 'Materialize', 'Memoize'])

/** The node below steps that only pass rows on (Hash, Sort, Materialize, Gather). */
export function source(node: PlanNode): PlanNode {
  const [only] = inputs(node)
  return only && (PASSING.has(node.nodeType) || isGather(node)) ? source(only) : node
}

export const evidence = (label: string, value: string): Evidence => ({ label, value })

/** `Seq Scan on x` with the rows it read and kept. */
export const filterEvidence = (context: PlanContext, node: PlanNode): readonly Evidence[] => [
  evidence('Node', nodeTitle(node)),
  evidence('Rows read', count(context.figures(node).rowsRead)),
  evidence('Removed by filter', `${count(filteredOut(node))} (${percent(wasteOf(node))})`),
  evidence('Buffers', count(context.figures(node).buffers)),
]

/** ` on crush_lu_meetupevent`; empty where the node reads no table. */
export const onTable = (node: PlanNode): string => (node.relation === null ? '' : ` on ${node.relation}`)

export const rows = (value: number): string => counted(value, 'row')

/** An index must leave at most this part of the blocks to be worth a try. */
const WORTH = 0.6
/** Where blocks were not counted: the share of rows that must be thrown away now. */
const WORTH_WASTE = 0.9

/**
 * Pages that hold the wanted rows of one loop, and those of the table (or read now, where the catalog is unknown).
 * Rows are taken to lie scattered: k rows of a table of P pages touch P × (1 − e^(−k/P)) of them.
 */
export function pagesOfWanted(context: PlanContext, node: PlanNode): { touched: number; pages: number } {
  const loops = Math.max(1, loopsOf(node))
  const pages = context.table(node.relation)?.pages ?? context.figures(node).buffers / loops
  const limit = limitSortAbove(context, node)?.limit.actual?.rows ?? Number.POSITIVE_INFINITY
  const wanted = Math.min(rowsOf(node) / loops, limit)
  return { touched: pages > 0 ? pages * (1 - Math.exp(-wanted / pages)) : wanted, pages }
}

/** True where fetching only the wanted rows should read far fewer blocks than the scan does now. */
export function isWorthAnIndex(context: PlanContext, node: PlanNode): boolean {
  const { buffers } = context.figures(node)
  if (buffers === 0) return wasteOf(node) >= WORTH_WASTE
  return pagesOfWanted(context, node).touched <= (buffers / Math.max(1, loopsOf(node))) * WORTH
}

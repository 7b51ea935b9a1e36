/** Evidence as rules give it, and the words that several rules share. */
import { rowsRemovedBy, shareFiltered } from '../figures/rows.ts'
import { nodeTitle } from '../words/node-names.ts'
import { count, counted, percent } from '../../shared/words.ts'
import type { PlanNode } from '../types.ts'
import type { Evidence, PlanContext } from './types.ts'

export const evidence = (label: string, value: string): Evidence => ({ label, value })

/** `Seq Scan on x` with the rows it read and kept. */
export const filterEvidence = (context: PlanContext, node: PlanNode): readonly Evidence[] => [
  evidence('Node', nodeTitle(node)),
  evidence('Rows read', count(context.figures(node).rowsRead)),
  evidence('Removed by filter', `${count(rowsRemovedBy(node, 'filter'))} (${percent(shareFiltered(node))})`),
  evidence('Buffers', count(context.figures(node).buffers)),
]

/** ` on crush_lu_meetupevent`; empty where the node reads no table. */
export const onTable = (node: PlanNode): string => (node.relation === null ? '' : ` on ${node.relation}`)

export const rows = (value: number): string => counted(value, 'row')

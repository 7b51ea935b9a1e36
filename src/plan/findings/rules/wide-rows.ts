import { count, kilobytes } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { loopsOf, rowsOut } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { Candidate, PlanContext, Rule } from '../types.ts'

const WIDE = 200
const LEAST_KB = 4096
const LEAST_OUTPUT_KB = 1024
const CARRIERS: ReadonlySet<string> = new Set([
  'Sort',
  'Incremental Sort',
  'Hash',
  'Materialize',
  'WindowAgg',
  'CTE Scan',
])

/** Estimated kB that pass through a node. */
const volume = (node: PlanNode): number => (rowsOut(node) * (node.estimate?.width ?? 0)) / 1024

function serialized(context: PlanContext): Candidate | null {
  const { serialization, root } = context.plan
  if (!serialization || serialization.outputKb < LEAST_OUTPUT_KB) return null
  const { buffers: all, serializationBuffers: own } = context.totals
  return {
    node: root,
    what: `The result is ${kilobytes(serialization.outputKb)} of text for ${count(rowsOut(root))} rows${own > 0 ? `, and ${count(own)} buffers were read only to fetch long values` : ''}.`,
    evidence: [
      evidence('Output', kilobytes(serialization.outputKb)),
      evidence('Bytes per row', count((serialization.outputKb * 1024) / Math.max(1, rowsOut(root)))),
      evidence('Buffers to turn it into text', count(own)),
    ],
    why: 'Long values are stored apart (TOAST), are unpacked one by one, and travel to the client.',
    advice: 'Select the columns that are shown: only() or defer() in Django, a column list instead of *.',
    share: all > 0 ? own / all : 0,
  }
}

function carried(context: PlanContext, node: PlanNode): Candidate {
  const width = node.estimate?.width ?? 0
  return {
    node,
    what: `${nodeTitle(node)} carries ${count(rowsOut(node))} rows of some ${count(width)} bytes: about ${kilobytes(volume(node))}.`,
    evidence: [
      evidence('Row width', `${count(width)} bytes`),
      evidence('Rows', count(rowsOut(node))),
      evidence('Volume', kilobytes(volume(node))),
    ],
    why: 'Every column that is selected is copied through each step; sorts and hashes keep them all in memory.',
    advice:
      'Select fewer columns, or sort and join narrow rows (keys only) first and fetch the wide columns for the rows that are left.',
    share: context.share(node, 'own'),
  }
}

/** 23: wide rows are carried along or unpacked. */
export const wideRows: Rule = {
  id: 'wide-rows',
  title: 'Wide rows are carried along',
  plan(context) {
    const widest = context.nodes
      .filter((node) => CARRIERS.has(node.nodeType) && loopsOf(node) > 0)
      .filter((node) => (node.estimate?.width ?? 0) >= WIDE && volume(node) >= LEAST_KB)
      .toSorted((a, b) => volume(b) - volume(a))[0]
    return [serialized(context), widest ? carried(context, widest) : null].filter((one) => one !== null)
  },
}

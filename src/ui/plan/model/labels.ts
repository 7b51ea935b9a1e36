/** Words of the plan view: names of measures, and what a screen reader says of a node. */
import { edgeName } from '../../../plan/words/node-names.ts'
import { factorWords } from '../../../plan/words/figures.ts'
import { count, counted, percent } from '../../../shared/words.ts'
import { MARK_NAMES, type NodeMark } from '../../../plan/compare/marks.ts'
import type { Metric, PlanItem } from './model.ts'

export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  buffers: 'Buffers',
  time: 'Time',
  rows: 'Rows read',
  cost: 'Estimated cost',
}

/** What a share is a share of. */
export const METRIC_WHOLE: Readonly<Record<Metric, string>> = {
  buffers: 'of the buffers',
  time: 'of the time',
  rows: 'of the rows read',
  cost: 'of the estimated cost',
}

/** One sentence about a node for a screen reader: what it is, what it cost, how good the estimate was. */
export function nodeLabel(
  item: PlanItem,
  metric: Metric,
  more: { readonly mark?: NodeMark | undefined; readonly findings?: number; readonly folded?: boolean } = {},
): string {
  const { node, figures } = item
  const parts: string[] = []
  const edge = edgeName(node)
  parts.push(edge === null ? item.title : `${edge}: ${item.title}`)
  if (more.mark && more.mark.kind !== 'same') parts.push(MARK_NAMES[more.mark.kind])
  const share = item.share[metric]
  if (share !== null) parts.push(`${percent(share)} ${METRIC_WHOLE[metric]}`)
  if (node.actual && !figures.executed) parts.push('never executed')
  else if (node.actual) {
    const factor = factorWords(item.estimateFactor)
    parts.push(`${counted(node.actual.rows, 'row')}${factor === null ? '' : `, ${factor} than estimated`}`)
    if (node.actual.loops > 1) parts.push(`in each of ${count(node.actual.loops)} loops`)
  } else if (node.estimate) parts.push(`${counted(node.estimate.rows, 'row')} estimated`)
  if (more.findings) parts.push(counted(more.findings, 'finding'))
  if (more.folded) parts.push(`${counted(item.below, 'node')} folded`)
  return parts.join(', ')
}

import { count } from '../../../shared/words.ts'
import { inputs, isGather, isTableScan, preorder, source } from '../../tree.ts'
import { loopsOf, rowsOut } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import { limitSortAbove } from '../index-worth.ts'
import type { PlanNode } from '../../types.ts'
import { adviseIndex } from '../index-advice.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 100
/** Rows sorted for each row kept. */
const LEAST_FACTOR = 5
/** Blocks of a descent from the index' root, besides one for each row. */
const DESCENT = 5

const TOP_N = 'top-N heapsort'

const isTopN = ({ sort }: PlanNode): boolean =>
  sort !== null &&
  [sort.method, ...(sort.fullGroups?.methods ?? []), ...(sort.prefixGroups?.methods ?? [])].includes(TOP_N)

const CHAIN: ReadonlySet<string> = new Set(['Subquery Scan', 'Result', 'ProjectSet', 'Unique'])
const AGGREGATE = /\b(?:count|sum|avg|min|max|\w+_agg|bool_and|bool_or|every|stddev\w*|var\w*)\(|\bOVER\b/

const bareKey = (key: string): string =>
  key.replace(/(?: DESC)?(?: NULLS (?:FIRST|LAST))?$/, '').replace(/^\((.*)\)$/, '$1')

const groups = (node: PlanNode): boolean => node.nodeType === 'WindowAgg' || node.aggregate !== null

/** True where a sort key only exists above grouping or a window: no index has it, so nothing can stop early. */
function isComputedAbove(sort: PlanNode): boolean {
  const keys = sort.sort?.key.map(bareKey) ?? []
  const below = preorder(sort).filter((node) => node !== sort)
  if (below.some(groups) && keys.some((key) => AGGREGATE.test(key))) return true
  const grouped = below
    .filter((node) => node.nodeType === 'Subquery Scan' && preorder(node).some(groups))
    .map((node) => `${node.alias}.`)
  if (keys.some((key) => grouped.some((alias) => key.startsWith(alias)))) return true
  let [node] = inputs(sort)
  while (node && (CHAIN.has(node.nodeType) || isGather(node))) [node] = inputs(node)
  const groupKeys = node?.aggregate?.groupKey.map(bareKey)
  return groupKeys !== undefined && keys.some((key) => !groupKeys.includes(key))
}

/** 19: a LIMIT gets its rows from a Sort that has read everything. */
export const topNReadsAll: Rule = {
  id: 'top-n-reads-all',
  title: 'Sort reads everything for a few rows',
  plan: (context) =>
    context.nodes
      .filter((node) => isTopN(node) && !isComputedAbove(node))
      .flatMap((node) => {
        const [input] = inputs(node)
        const below = context.figures(node).inclusiveBuffers / Math.max(1, loopsOf(node))
        const kept = rowsOut(node) / Math.max(1, loopsOf(node))
        if (!input || rowsOut(input) < LEAST_ROWS || rowsOut(input) < rowsOut(node) * LEAST_FACTOR) return []
        if (below > 0 && kept + DESCENT > below / 2) return []
        const scan = source(input)
        const above = isTableScan(scan) ? limitSortAbove(context, scan) : null
        const index = above?.sort === node ? adviseIndex(context, scan) : null
        return [
          {
            node,
            what: `The Sort looked at ${count(rowsOut(input))} rows to keep the first ${count(kept)}.`,
            evidence: [
              evidence('Sort Key', node.sort?.key.join(', ') ?? ''),
              evidence('Rows sorted', count(rowsOut(input))),
              evidence('Rows kept', count(kept)),
              evidence('Buffers below', count(context.figures(node).inclusiveBuffers)),
            ],
            why: 'Without an index in this order the first rows are only known when all have been seen.',
            advice: index
              ? `Try an index in the order of the sort: ${index.columns}. The LIMIT then stops after the first rows.`
              : 'An index whose columns are those compared for equality, then the sort columns in their order and direction, lets the LIMIT stop early.',
            share: context.share(node, 'below'),
            tryIt: index?.sql ?? null,
          },
        ]
      }),
}

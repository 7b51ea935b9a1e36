/** The flat table: its columns, and rows in any order. */
import { formatMs } from '../../primitives/format.ts'
import { cost, factorWords } from '../../../plan/words/figures.ts'
import { count, exact, percent } from '../../../shared/words.ts'
import type { Metric, PlanItem, PlanModel } from '../model/model.ts'

export type ColumnId =
  'node' | 'estimated' | 'rows' | 'factor' | 'loops' | 'buffers' | 'allBuffers' | 'time' | 'cost' | 'share'

export interface TableColumn {
  readonly id: ColumnId
  readonly name: string
  /** One sentence for the header's tooltip. */
  readonly help: string
  /** What the rows are ordered by; null stands last in both directions. */
  readonly value: (item: PlanItem, metric: Metric) => number | null
  readonly text: (item: PlanItem, metric: Metric) => string
}

const text = (value: number | null, format: (value: number) => string): string =>
  value === null ? '' : format(value)

const COLUMNS: readonly TableColumn[] = [
  {
    id: 'node',
    name: 'Node',
    help: 'The steps of the plan in the order in which EXPLAIN prints them.',
    value: (item) => item.index,
    text: (item) => item.title,
  },
  {
    id: 'estimated',
    name: 'Rows est.',
    help: 'Rows that the planner expected from one loop.',
    value: ({ node }) => node.estimate?.rows ?? null,
    text: ({ node }) => text(node.estimate?.rows ?? null, count),
  },
  {
    id: 'rows',
    name: 'Rows',
    help: 'Rows that one loop gave on average.',
    value: ({ node }) => node.actual?.rows ?? null,
    text: ({ node, figures }) =>
      node.actual && !figures.executed ? 'never' : text(node.actual?.rows ?? null, exact),
  },
  {
    id: 'factor',
    name: 'Off by',
    help: 'How many times more or fewer rows came than were estimated. Ordered by the size of the error.',
    value: ({ estimateFactor }) => (estimateFactor === null ? null : Math.abs(Math.log(estimateFactor))),
    text: ({ estimateFactor }) => factorWords(estimateFactor) ?? '',
  },
  {
    id: 'loops',
    name: 'Loops',
    help: 'How often the node ran.',
    value: ({ node }) => node.actual?.loops ?? null,
    text: ({ node }) => text(node.actual?.loops ?? null, count),
  },
  {
    id: 'buffers',
    name: 'Buffers',
    help: 'Blocks of 8 kB that the node itself touched, over all loops.',
    value: ({ own }) => own.buffers,
    text: ({ own }) => text(own.buffers, count),
  },
  {
    id: 'allBuffers',
    name: 'With inputs',
    help: 'Blocks that the node and everything below it touched, as EXPLAIN prints them.',
    value: ({ node, figures }) => (node.buffers ? figures.inclusiveBuffers : null),
    text: ({ node, figures }) => text(node.buffers ? figures.inclusiveBuffers : null, count),
  },
  {
    id: 'time',
    name: 'Time',
    help: 'Time spent in the node itself, over all loops.',
    value: ({ own }) => own.time,
    text: ({ own }) => text(own.time, formatMs),
  },
  {
    id: 'cost',
    name: 'Cost',
    help: 'Estimated total cost of the node with its inputs, in the planner’s own unit.',
    value: ({ node }) => node.estimate?.totalCost ?? null,
    text: ({ node }) => text(node.estimate?.totalCost ?? null, cost),
  },
  {
    id: 'share',
    name: 'Share',
    help: 'The node’s own part of the whole, by the chosen measure.',
    value: (item, metric) => item.share[metric],
    text: (item, metric) => text(item.share[metric] || null, percent),
  },
]

/** Columns that have something to show for this plan. */
export function tableColumns(model: PlanModel): readonly TableColumn[] {
  const metric = model.metrics[0]!
  return COLUMNS.filter(
    (column) => column.id === 'node' || model.items.some((item) => column.value(item, metric) !== null),
  )
}

export interface TableOrder {
  readonly column: ColumnId
  readonly descending: boolean
}

/** The items ordered by a column; equal ones stay in the order of the plan. */
export function sortItems(model: PlanModel, order: TableOrder, metric: Metric): readonly PlanItem[] {
  const column = COLUMNS.find((one) => one.id === order.column)!
  const sign = order.descending ? -1 : 1
  return model.items.toSorted((a, b) => {
    const left = column.value(a, metric)
    const right = column.value(b, metric)
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    return sign * (left - right)
  })
}

/** First click on a column: plan order for nodes, the largest first for figures; the next turns it round. */
export const nextOrder = (order: TableOrder, column: ColumnId): TableOrder =>
  order.column === column
    ? { column, descending: !order.descending }
    : { column, descending: column !== 'node' }

/** A plan prepared for drawing: its nodes in order, with figures of its nodes and the places of children and parents. */
import { ownCost } from '../../../plan/figures/cost.ts'
import { planFigures, type NodeFigures, type PlanFigures } from '../../../plan/figures/node-figures.ts'
import { nodeOperation, nodeTarget, nodeTitle } from '../../../plan/words/node-names.ts'
import { preorder } from '../../../plan/tree.ts'
import type { Plan, PlanNode } from '../../../plan/types.ts'
import { estimateDoubts, type EstimateDoubt } from '../../../plan/figures/estimate-doubt.ts'

/** What a node's bar can show a share of. Cost is offered for plans that were not executed. */
export type Metric = 'buffers' | 'time' | 'rows' | 'cost'

export interface PlanItem {
  readonly id: string
  readonly node: PlanNode
  readonly figures: NodeFigures
  readonly parentId: string | null
  readonly childIds: readonly string[]
  readonly depth: number
  /** Place in the order of the whole plan, from 0. */
  readonly index: number
  /** Place among its siblings, from 1, and how many there are. */
  readonly position: number
  readonly setSize: number
  /** How far the estimate was off: actual ÷ estimated rows; null where that says nothing, see `estimateDoubt`. */
  readonly estimateFactor: number | null
  readonly estimateDoubt: EstimateDoubt | null
  /** Nodes of the subtree below, without the node itself. */
  readonly below: number
  readonly operation: string
  readonly target: string | null
  readonly title: string
  /** Own share of each metric, 0 to 1; null where the plan does not tell. */
  readonly share: Readonly<Record<Metric, number | null>>
  /** The figure itself: buffers, ms, rows read, or cost. */
  readonly own: Readonly<Record<Metric, number | null>>
}

export interface PlanModel {
  readonly plan: Plan
  readonly figures: PlanFigures
  /** Parents before children. */
  readonly items: readonly PlanItem[]
  readonly byId: ReadonlyMap<string, PlanItem>
  readonly root: PlanItem
  /** False where EXPLAIN ran without ANALYZE. */
  readonly executed: boolean
  /** Metrics that the plan can show, the most telling first. */
  readonly metrics: readonly Metric[]
}

/** Whether two plans have the same nodes at the same places, whatever their figures. */
export function sameNodes(one: PlanModel, other: PlanModel): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, at) => {
      const match = other.items[at]!
      return item.id === match.id && item.operation === match.operation && item.target === match.target
    })
  )
}

function metricsOf(plan: Plan, figures: PlanFigures): readonly Metric[] {
  if (plan.root.actual === null) return ['cost']
  const shares = [...figures.nodes.values()].map((one) => one.share)
  const metrics: Metric[] = []
  if (shares.some((share) => share.buffers !== null)) metrics.push('buffers')
  if (shares.some((share) => share.timeMs !== null)) metrics.push('time')
  if (shares.some((share) => share.rows !== null)) metrics.push('rows')
  return metrics.length > 0 ? metrics : ['cost']
}

/** Number of nodes below each node, by id. */
function countBelow(nodes: readonly PlanNode[]): ReadonlyMap<string, number> {
  const below = new Map<string, number>()
  for (const node of nodes.toReversed())
    below.set(
      node.id,
      node.children.reduce((sum, child) => sum + 1 + (below.get(child.id) ?? 0), 0),
    )
  return below
}

/** Prepares a plan for every way of showing it; linear in its nodes. */
export function planModel(plan: Plan): PlanModel {
  const all = planFigures(plan)
  const nodes = preorder(plan.root)
  const below = countBelow(nodes)
  const doubts = estimateDoubts(nodes)
  const costs = new Map(nodes.map((node) => [node.id, ownCost(node)]))
  const allCost = [...costs.values()].reduce((sum, one) => sum + one, 0)
  const places = new Map([[plan.root.id, { position: 1, setSize: 1 }]])
  for (const node of nodes)
    node.children.forEach((child, at) =>
      places.set(child.id, { position: at + 1, setSize: node.children.length }),
    )
  const items = nodes.map((node, index): PlanItem => {
    const figures = all.nodes.get(node.id)!
    const cost = costs.get(node.id)!
    return {
      id: node.id,
      node,
      figures,
      parentId: figures.parentId,
      childIds: node.children.map((child) => child.id),
      depth: figures.depth,
      index,
      ...places.get(node.id)!,
      estimateFactor: doubts.has(node.id) ? null : figures.estimateFactor,
      estimateDoubt: doubts.get(node.id) ?? null,
      below: below.get(node.id)!,
      operation: nodeOperation(node),
      target: nodeTarget(node),
      title: nodeTitle(node),
      share: {
        buffers: figures.share.buffers,
        time: figures.share.timeMs,
        rows: figures.share.rows,
        cost: allCost > 0 ? cost / allCost : null,
      },
      own: {
        buffers: node.buffers ? figures.buffers : null,
        time: figures.exclusive.timeMs,
        rows: node.actual ? figures.rowsRead : null,
        cost: node.estimate ? cost : null,
      },
    }
  })
  return {
    plan,
    figures: all,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    root: items[0]!,
    executed: plan.root.actual !== null,
    metrics: metricsOf(plan, all),
  }
}

/** Items that are not inside a folded node, in order. */
export function shownItems(model: PlanModel, folded: ReadonlySet<string>): readonly PlanItem[] {
  if (folded.size === 0) return model.items
  const shown: PlanItem[] = []
  for (let at = 0; at < model.items.length; at++) {
    const item = model.items[at]!
    shown.push(item)
    if (folded.has(item.id)) at += item.below
  }
  return shown
}

/** Ids of the nodes above this one, nearest first. */
export function ancestors(id: string): readonly string[] {
  const steps = id.split('.')
  return steps.slice(1).map((_, at) => steps.slice(0, steps.length - 1 - at).join('.'))
}

/** The node with the largest share of the metric; null where no node has one. */
export function heaviest(model: PlanModel, metric: Metric): PlanItem | null {
  let best: PlanItem | null = null
  for (const item of model.items) if ((item.share[metric] ?? 0) > (best?.share[metric] ?? 0)) best = item
  return best
}

/** Items whose name, relation, alias, index or conditions contain all words of the text, in order. */
export function searchItems(model: PlanModel, text: string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found: string[] = []
  for (const { id, node, title } of model.items) {
    const parts = [title, node.subplanName ?? '', ...node.conditions.map((one) => `${one.label} ${one.text}`)]
    parts.push(...(node.sort?.key ?? []), ...(node.aggregate?.groupKey ?? []))
    const whole = parts.join('\n').toLowerCase()
    if (words.every((word) => whole.includes(word))) found.push(id)
  }
  return found
}

/** Builds what rules see of a request. */
import { planFigures, type NodeFigures } from '../figures/node-figures.ts'
import { parentsOf, planNodes } from '../tree.ts'
import { totals } from '../figures/totals.ts'
import type { PlanNode } from '../types.ts'
import type { CatalogFacts, FindingInput, PlanContext, RequestContext, StatementFacts } from './types.ts'

/** Work of a plan in three currencies: blocks, ms, rows processed. */
interface Purse {
  readonly buffers: number
  readonly timeMs: number
  readonly rows: number
}

const INDEX_PARTS: ReadonlySet<string> = new Set(['Bitmap Index Scan', 'BitmapAnd', 'BitmapOr'])

function planContext(
  { plan, text, executions, buffers: measured, triggerBuffers = 0, triggers = [] }: StatementFacts,
  catalog: CatalogFacts | null,
  whole: () => Purse,
  wholeTemp: () => number,
): PlanContext | null {
  if (!plan) return null
  const all = planFigures(plan)
  const planTotals = totals(plan)
  const nodes = planNodes(plan)
  const parents = parentsOf(plan.root)
  const figures = (node: PlanNode): NodeFigures => all.nodes.get(node.id)!
  const once = planTotals.buffers
  // The plan is that of the run with the most buffers: what all runs touched together is less than so many times it.
  const runs =
    measured !== undefined && executions > 1 && once > 0 ? (measured - triggerBuffers) / once : executions
  const purse = (group: readonly PlanNode[]): Purse => {
    let [buffers, timeMs, rows] = [0, 0, 0]
    for (const node of group) {
      const one = figures(node)
      buffers += one.buffers
      timeMs += one.exclusive.timeMs ?? 0
      rows += one.rowsProcessed
    }
    return { buffers: buffers * runs, timeMs: timeMs * executions, rows: rows * executions }
  }
  const own = (node: PlanNode): readonly PlanNode[] => [
    node,
    ...node.children.filter((child) => INDEX_PARTS.has(child.nodeType)).flatMap(own),
  ]
  const below = (node: PlanNode): readonly PlanNode[] =>
    nodes.filter((one) => one.id === node.id || one.id.startsWith(`${node.id}.`))
  const share: PlanContext['share'] = (node, scope) => {
    const part = purse(scope === 'own' ? own(node) : below(node))
    const all = whole()
    // Sorting and filtering touch no blocks: without timing, rows stand in for the time they take.
    const work = all.timeMs > 0 ? part.timeMs / all.timeMs : all.rows > 0 ? part.rows / all.rows : 0
    return Math.min(1, Math.max(all.buffers > 0 ? part.buffers / all.buffers : 0, work))
  }
  return {
    plan,
    planFigures: all,
    totals: planTotals,
    nodes,
    text,
    executions,
    catalog,
    buffers: once * runs + triggerBuffers,
    triggers,
    blocksShare(blocks) {
      const all = whole().buffers
      return all > 0 ? Math.min(1, blocks / all) : 0
    },
    figures,
    parent: (node) => parents.get(node.id) ?? null,
    ancestors(node) {
      const above: PlanNode[] = []
      for (let one = parents.get(node.id); one; one = parents.get(one.id)) above.push(one)
      return above
    },
    share,
    bufferShare(node) {
      const all = whole().buffers
      return all > 0 ? Math.min(1, purse(own(node)).buffers / all) : share(node, 'own')
    },
    tempShare(blocks) {
      const all = whole().buffers + wholeTemp()
      return all > 0 ? Math.min(1, (blocks * executions) / all) : 0
    },
    table: (name) => catalog?.relations.find((one) => one.name === name) ?? null,
    indexesOf: (table) => catalog?.indexes.filter((one) => one.table === table && one.valid) ?? [],
  }
}

export function requestContext(input: FindingInput): RequestContext {
  const catalog = input.catalog ?? null
  const plans: (PlanContext | null)[] = []
  const sum = (value: (context: PlanContext) => number): number =>
    plans.reduce((total, one) => total + (one ? value(one) * one.executions : 0), 0)
  let purse: Purse | null = null
  const whole = (): Purse =>
    (purse ??= {
      buffers: plans.reduce((total, one) => total + (one?.buffers ?? 0), 0),
      timeMs: plans.every((one) => !one || one.planFigures.total.timeMs !== null)
        ? sum((one) => one.planFigures.total.timeMs ?? 0)
        : 0,
      rows: sum((one) =>
        [...one.planFigures.nodes.values()].reduce((rows, node) => rows + node.rowsProcessed, 0),
      ),
    })
  const wholeTemp = (): number => sum((one) => one.totals.tempBlocks)
  for (const statement of input.statements) plans.push(planContext(statement, catalog, whole, wholeTemp))
  return {
    statements: input.statements,
    plans,
    catalog,
    addedIndexes: input.addedIndexes ?? null,
    weight(statement) {
      const context = plans[statement]
      const all = whole().buffers
      if (!context) return 0
      return all > 0 ? context.buffers / all : 1 / plans.length
    },
  }
}

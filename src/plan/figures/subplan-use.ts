/**
 * Where InitPlans, SubPlans and CTEs really ran. EXPLAIN hangs them below the node that owns them, but they run
 * when an expression or a CTE Scan first needs them, and their figures are part of the figures of that node and of
 * everything between it and the owner. This module finds the nodes that paid.
 */
import { METRICS, noCounts, type Counts } from './work.ts'
import { isSubplan, preorder } from '../tree.ts'
import type { PlanNode } from '../types.ts'

/** What is still unexplained in each node: its figures less those of its inputs. Changed while it is shared out. */
export interface Slack {
  readonly counts: Counts
  timeMs: number
}

/** A part of a subplan's work that ran inside `consumer`. */
export interface Charge {
  readonly subplan: PlanNode
  readonly consumer: PlanNode
  readonly counts: Counts
  readonly timeMs: number
}

export interface Charges {
  readonly charges: readonly Charge[]
  /** Work that no node of the tree includes: data-modifying CTEs that PostgreSQL finishes after the top node. */
  readonly outside: ReadonlyMap<string, { readonly counts: Counts; readonly timeMs: number }>
}

function textsOf(node: PlanNode): string {
  const aggregate = node.aggregate?.groupKey ?? []
  return [
    ...node.conditions.map((one) => one.text),
    ...node.output,
    ...(node.sort?.key ?? []),
    ...aggregate,
    node.memoize?.key ?? '',
  ].join('\n')
}

/** Matches the way a node's expressions name the subplan: `$0` (to PostgreSQL 16), `(InitPlan 1).col1`, `SubPlan 2`. */
function mentionOf(subplan: PlanNode): RegExp | null {
  const name = subplan.subplanName ?? ''
  const numbered = /^((?:Init|Sub)Plan \d+)/.exec(name)
  if (!numbered) return null
  const parameters = /\(returns ([^)]*)\)/.exec(name)?.[1]?.split(/,\s*/) ?? []
  const forms = [`${numbered[1]}(?!\\d)`, ...parameters.map((one) => `\\${one}(?!\\d)`)]
  return new RegExp(forms.join('|'))
}

/** Nodes that name the subplan, in the order of the tree, without the subplan's own nodes. */
function mentions(
  subplan: PlanNode,
  owner: readonly PlanNode[],
  texts: ReadonlyMap<string, string>,
): PlanNode[] {
  const own = `${subplan.id}.`
  const others = owner.filter((node) => node.id !== subplan.id && !node.id.startsWith(own))
  const cte = /^CTE (.+)$/.exec(subplan.subplanName ?? '')?.[1]
  if (cte !== undefined) return others.filter((node) => node.nodeType === 'CTE Scan' && node.cteName === cte)
  const mention = mentionOf(subplan)
  return mention ? others.filter((node) => mention.test(texts.get(node.id) ?? '')) : []
}

const isZero = (counts: Counts): boolean => METRICS.every((metric) => counts[metric] === 0)

/**
 * Shares the work of every subplan among the nodes that can have run it: first those that name it, then its owner,
 * then any node below the owner whose own figures leave room. `slack` is used up on the way.
 */
export function chargeSubplans(
  root: PlanNode,
  slack: ReadonlyMap<string, Slack>,
  work: (node: PlanNode) => { readonly counts: Counts; readonly timeMs: number },
): Charges {
  const charges: Charge[] = []
  const outside = new Map<string, { counts: Counts; timeMs: number }>()
  const owners = preorder(root).filter((node) => node.children.some(isSubplan))
  const texts = new Map(owners.length === 0 ? [] : preorder(root).map((node) => [node.id, textsOf(node)]))
  for (const owner of owners) {
    const below = preorder(owner)
    for (const subplan of owner.children.filter(isSubplan)) {
      const { counts, timeMs } = work(subplan)
      const left = { counts: { ...counts }, timeMs }
      const named = mentions(subplan, below, texts)
      const first = subplan.parentRelationship === 'SubPlan' ? [owner, ...named] : [...named, owner]
      const own = `${subplan.id}.`
      const rest = (): PlanNode[] =>
        below.filter((node) => node.id !== subplan.id && !node.id.startsWith(own))
      const seen = new Set<string>()
      const take = (consumer: PlanNode): void => {
        const room = slack.get(consumer.id)
        if (!room || seen.has(consumer.id)) return
        seen.add(consumer.id)
        const part = noCounts()
        for (const metric of METRICS) {
          const amount = Math.min(left.counts[metric], room.counts[metric])
          part[metric] = amount
          left.counts[metric] -= amount
          room.counts[metric] -= amount
        }
        const partMs = Math.min(left.timeMs, room.timeMs)
        left.timeMs -= partMs
        room.timeMs -= partMs
        if (partMs > 0 || !isZero(part)) charges.push({ subplan, consumer, counts: part, timeMs: partMs })
      }
      first.forEach(take)
      if (!isZero(left.counts) || left.timeMs > timeMs * 0.01) rest().forEach(take)
      const modifies = preorder(subplan).some((node) => node.nodeType === 'ModifyTable')
      if (!isZero(left.counts) || (modifies && left.timeMs > 0))
        outside.set(subplan.id, { counts: left.counts, timeMs: modifies ? left.timeMs : 0 })
    }
  }
  return { charges, outside }
}

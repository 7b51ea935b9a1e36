import { groupBy } from '../../shared/group-by.ts'
import type { Charges } from './subplan-use.ts'
import { inputs, isSubplan, preorder } from '../tree.ts'
import type { PlanNode } from '../types.ts'

/**
 * Exclusive time. EXPLAIN rounds times of single loops, so children can seem to take longer than their parent; then
 * they are scaled down to what the parent has, and the sum stays exactly the top node's time.
 */
export function exclusiveTimes(
  root: PlanNode,
  time: ReadonlyMap<string, number>,
  { charges, outside }: Charges,
): Map<string, number> {
  const times = new Map<string, number>()
  const received = new Map<string, number>([...outside].map(([id, work]) => [id, work.timeMs]))
  const byConsumer = groupBy(charges, (charge) => charge.consumer.id)
  const bySubplan = groupBy(charges, (charge) => charge.subplan.id)

  const spread = (top: PlanNode, scale: number): void => {
    const stack = [{ node: top, scale }]
    for (let item = stack.pop(); item; item = stack.pop()) {
      const available = (time.get(item.node.id) ?? 0) * item.scale
      const below = inputs(item.node)
      const charged = byConsumer.get(item.node.id) ?? []
      let wanted = 0
      for (const child of below) wanted += (time.get(child.id) ?? 0) * item.scale
      for (const charge of charged) wanted += charge.timeMs * item.scale
      const fit = wanted > available ? available / wanted : 1
      times.set(item.node.id, Math.max(0, available - wanted * fit))
      for (const charge of charged) {
        const { id } = charge.subplan
        received.set(id, (received.get(id) ?? 0) + charge.timeMs * item.scale * fit)
      }
      for (const child of below) stack.push({ node: child, scale: item.scale * fit })
    }
  }

  spread(root, 1)
  let waiting = preorder(root).filter(isSubplan)
  while (waiting.length > 0) {
    const ready = waiting.filter((subplan) =>
      (bySubplan.get(subplan.id) ?? []).every((charge) => times.has(charge.consumer.id)),
    )
    const now = new Set(ready.length > 0 ? ready : waiting.slice(0, 1))
    for (const subplan of now) {
      const full = time.get(subplan.id) ?? 0
      spread(subplan, full > 0 ? (received.get(subplan.id) ?? 0) / full : 0)
    }
    waiting = waiting.filter((subplan) => !now.has(subplan))
  }
  return times
}

/** Icicle: every node a bar as wide as the work of its subtree, its children below it. */
import type { Metric, PlanItem, PlanModel } from '../model/model.ts'

export interface IcicleBar {
  readonly item: PlanItem
  /** Left edge and width as parts of the whole width, 0 to 1. */
  readonly from: number
  readonly width: number
  /** Row, 0 for the top bar. */
  readonly row: number
  /** Work of the node alone and with everything below it, as parts of the plan's total. */
  readonly own: number
  readonly whole: number
}

/**
 * Bars of a subtree. A bar's width is the sum of the nodes' own work below and including it; work is counted once,
 * where it was done, so subplans stand below the node that EXPLAIN hangs them to.
 * @param topId node that takes the whole width
 * @param least bars narrower than this part of the width are left out
 */
export function icicle(model: PlanModel, metric: Metric, topId = '0', least = 0): readonly IcicleBar[] {
  const whole = new Map<string, number>()
  for (const item of model.items.toReversed()) {
    const below = item.childIds.reduce((sum, id) => sum + (whole.get(id) ?? 0), 0)
    whole.set(item.id, (item.share[metric] ?? 0) + below)
  }
  const top = model.byId.get(topId) ?? model.root
  const total = whole.get(top.id) ?? 0
  const bars: IcicleBar[] = []
  const stack = [{ item: top, from: 0 }]
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { item, from } = place
    const part = total > 0 ? whole.get(item.id)! / total : item === top ? 1 : 0
    if (part < least || (part === 0 && item !== top)) continue
    bars.push({
      item,
      from,
      width: part,
      row: item.depth - top.depth,
      own: item.share[metric] ?? 0,
      whole: whole.get(item.id)!,
    })
    let at = from
    for (const id of item.childIds) {
      stack.push({ item: model.byId.get(id)!, from: at })
      if (total > 0) at += whole.get(id)! / total
    }
  }
  return bars.sort((a, b) => a.item.index - b.item.index)
}

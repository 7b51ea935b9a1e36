/** Heights at which two trees that stand side by side show the same node on the same line. */
import { stepOf } from './layout.ts'
import { shownItems, type PlanModel } from '../model/model.ts'

const isAbove = (upper: string, lower: string): boolean => lower.startsWith(`${upper}.`)

/**
 * Pairs that can stand on one line: of two pairs, one node stands above the other in the one tree exactly where it
 * does in the other tree. Earlier pairs (nearer to the root) win.
 */
function orderedPairs(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = []
  for (const [a, b] of pairs) {
    const fits = kept.every(
      ([c, d]) => isAbove(c, a) === isAbove(d, b) && isAbove(a, c) === isAbove(b, d) && a !== c && b !== d,
    )
    if (fits) kept.push([a, b])
  }
  return kept
}

/** With more pairs than this the trees keep their own heights: nobody follows 300 lines across. */
const MOST_PAIRS = 300

export interface AlignedTops {
  readonly before: ReadonlyMap<string, number>
  readonly after: ReadonlyMap<string, number>
}

function natural(model: PlanModel, folded: ReadonlySet<string>, tops: Map<string, number>): void {
  tops.set(model.root.id, tops.get(model.root.id) ?? 0)
  for (const item of shownItems(model, folded)) {
    const end = (tops.get(item.id) ?? 0) + stepOf(item)
    for (const id of item.childIds) tops.set(id, Math.max(tops.get(id) ?? 0, end))
  }
}

/** Tops of all cards so that matched nodes (before's id, after's id) stand at one height where that is possible. */
export function alignTops(
  before: PlanModel,
  after: PlanModel,
  matched: readonly (readonly [string, string])[],
  folded: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> },
): AlignedTops {
  const tops = { before: new Map<string, number>(), after: new Map<string, number>() }
  natural(before, folded.before, tops.before)
  natural(after, folded.after, tops.after)
  const drawn = {
    before: new Set(shownItems(before, folded.before).map((item) => item.id)),
    after: new Set(shownItems(after, folded.after).map((item) => item.id)),
  }
  const both = matched
    .filter(([a, b]) => a !== '0' && b !== '0' && drawn.before.has(a) && drawn.after.has(b))
    .toSorted(([a], [b]) => a.split('.').length - b.split('.').length)
  if (both.length > MOST_PAIRS) return tops
  const pairs = orderedPairs(both)
  // Each round carries a height at least one pair further down, so there are at most as many rounds as pairs.
  for (let round = 0; round <= pairs.length; round++) {
    let moved = false
    for (const [a, b] of pairs) {
      const height = Math.max(tops.before.get(a)!, tops.after.get(b)!)
      if (tops.before.get(a) === height && tops.after.get(b) === height) continue
      tops.before.set(a, height)
      tops.after.set(b, height)
      moved = true
    }
    if (!moved) break
    natural(before, folded.before, tops.before)
    natural(after, folded.after, tops.after)
  }
  return tops
}

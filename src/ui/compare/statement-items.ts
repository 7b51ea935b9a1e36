/** How the statements of a request, before and after, are laid out: pairs, singles, and which start folded. */
import { pairStatements } from '../../plan/compare/request-pairs.ts'
import type { ComparedSide } from './use-compared-side.ts'

/** Two statements side by side, or one alone; numbers count from 0. */
export interface StatementItem {
  readonly key: string
  readonly before: number | null
  readonly after: number | null
  /** False where the item starts folded. */
  readonly open: boolean
}

/** So many statements start unfolded, and only those with at least this part of a side's buffers. */
const OPEN = 4
const LEAST_SHARE = 0.05

type Place = Pick<StatementItem, 'before' | 'after'>

const all = (side: ComparedSide | null): readonly number[] => [...(side?.plans.keys() ?? [])]

function places(before: ComparedSide | null, after: ComparedSide | null): readonly Place[] {
  if (!before || !after)
    return [
      ...all(before).map((at) => ({ before: at, after: null })),
      ...all(after).map((at) => ({ before: null, after: at })),
    ]
  const { pairs, onlyBefore, onlyAfter } = pairStatements(before.request.statements, after.request.statements)
  return [
    ...[...pairs, ...onlyAfter.map((at) => ({ before: null, after: at }))].toSorted(
      (a, b) => a.after - b.after,
    ),
    ...onlyBefore.map((at) => ({ before: at, after: null })),
  ]
}

/** Part of the side's buffers that the statement reads, 0 to 1. */
function share(side: ComparedSide | null, at: number | null): number {
  const buffers = at === null ? 0 : (side?.request.statements[at]?.buffers ?? 0)
  return buffers / Math.max(1, side?.measurement.totals.buffers ?? 0)
}

/** In the order of the request after, then what is only before. The heaviest start unfolded. */
export function statementItems(
  before: ComparedSide | null,
  after: ComparedSide | null,
): readonly StatementItem[] {
  const placed = places(before, after).map((place) => ({
    ...place,
    hasPlan:
      (place.before !== null && before?.plans[place.before] != null) ||
      (place.after !== null && after?.plans[place.after] != null),
    weight: Math.max(share(before, place.before), share(after, place.after)),
  }))
  const heaviest = placed.filter(({ hasPlan }) => hasPlan).toSorted((a, b) => b.weight - a.weight)
  const unfolded = new Set(
    heaviest.slice(0, OPEN).filter(({ weight }, rank) => rank === 0 || weight >= LEAST_SHARE),
  )
  return placed.map((place) => ({
    key: `${place.before ?? ''} ${place.after ?? ''}`,
    before: place.before,
    after: place.after,
    open: unfolded.has(place),
  }))
}

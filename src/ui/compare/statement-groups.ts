/** Statements of one shape as one line: a loop that was written out reads as what it is. */
import { groupBy } from '../../shared/group-by.ts'
import type { StatementItem } from './statement-items.ts'
import type { ComparedSide } from './use-compared-side.ts'

export interface StatementGroup {
  readonly key: string
  readonly items: readonly StatementItem[]
}

/** Requests of so many statements or fewer are shown one by one; */
const FEW = 12
/** and so few of one shape, too. */
const ALIKE = 3

const fingerprintAt = (side: ComparedSide | null, at: number | null): string =>
  at === null ? '' : (side?.measurement.statements[at]?.fingerprint ?? '')

/** In the order of each group's first statement. Groups of one are single statements. */
export function statementGroups(
  items: readonly StatementItem[],
  before: ComparedSide | null,
  after: ComparedSide | null,
): readonly StatementGroup[] {
  const single = (item: StatementItem): StatementGroup => ({ key: item.key, items: [item] })
  if (items.length <= FEW) return items.map(single)
  const shapes = groupBy(
    items,
    (item) => `${fingerprintAt(before, item.before)} ${fingerprintAt(after, item.after)}`,
  )
  return [...shapes].flatMap(([shape, alike]) =>
    alike.length > ALIKE ? [{ key: `shape ${shape}`, items: alike }] : alike.map(single),
  )
}

export interface GroupSums {
  readonly count: number
  /** Blocks of 8 kB of all of them; null where the side has none of them. */
  readonly before: number | null
  readonly after: number | null
}

export function groupSums(
  { items }: StatementGroup,
  before: ComparedSide | null,
  after: ComparedSide | null,
): GroupSums {
  const sum = (side: ComparedSide | null, which: 'before' | 'after'): number | null => {
    const places = items.flatMap((item) => item[which] ?? [])
    if (!side || places.length === 0) return null
    return places.reduce((all, at) => all + (side.request.statements[at]?.buffers ?? 0), 0)
  }
  return { count: items.length, before: sum(before, 'before'), after: sum(after, 'after') }
}

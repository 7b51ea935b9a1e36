/** Which column of the attempt answers which column of the reference. */
import type { Column, RowSet } from '../../engine/contract/index.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { code, list, counted } from '../../shared/words.ts'
import { rowKey, sameType } from './values.ts'

export type ColumnRule = 'exact' | 'at-least'

const unique = (columns: readonly Column[]) =>
  new Set(columns.map((column) => column.name)).size === columns.length
const names = (columns: readonly Column[]) => list(columns.map((column) => code(column.name)))

/** Positions in the order of the wanted columns. */
type Alignment = readonly number[]

const same = (a: Alignment, b: Alignment) => a.every((at, index) => at === b[index])

/** By name where the names are there; the other columns in their order, each the next free one of its type. */
function namesFirst(want: readonly Column[], have: readonly Column[]): Alignment | undefined {
  const named = want.map(({ name }) =>
    want.filter((other) => other.name === name).length === 1
      ? have.findIndex((other) => other.name === name)
      : -1,
  )
  const taken = new Set(named)
  let from = 0
  const positions = named.map((position, index) => {
    if (position >= 0) return position
    const found = have.findIndex(
      (column, at) => at >= from && !taken.has(at) && sameType(want[index] as Column, column),
    )
    from = found + 1
    return found
  })
  return positions.includes(-1) ? undefined : positions
}

/** The same from the last column backwards: further columns may stand before the renamed ones. */
function namesFirstBackwards(want: readonly Column[], have: readonly Column[]): Alignment | undefined {
  const found = namesFirst(want.toReversed(), have.toReversed())
  return found?.map((position) => have.length - 1 - position).toReversed()
}

/** Alignments tried where columns have the same values. */
const MOST_ALIKE = 24

/** The values of a column, in any order, as one text; each column is looked at once. */
function contentsOf({ rows, columns }: RowSet): (at: number) => string {
  const known = new Map<number, string>()
  return (at) => {
    const column = columns[at] as Column
    const values =
      known.get(at) ??
      rows
        .map((row) => rowKey([row[at] ?? null], [column]))
        .sort()
        .join()
    known.set(at, values)
    return values
  }
}

const words = (column: Column): string[] => column.name.toLowerCase().split(/[^\p{L}\p{N}]+/u)

/** Whether two names have a word in common: `organizer_first` speaks of `first_name`. */
const speaksOf = (column: Column, other: Column): boolean =>
  words(column).some((word) => words(other).includes(word))

/**
 * By the names that are there; the other columns by what is in them, wherever they stand, unless their names speak of
 * other columns. Several alignments where columns have the same values, none where a column's values are not there.
 */
function byContent(expected: RowSet, actual: RowSet): readonly Alignment[] {
  if (expected.rows.length === 0 || expected.count !== actual.count) return []
  const [want, have] = [contentsOf(expected), contentsOf(actual)]
  return alignments(expected, actual, (index, at) => have(at) === want(index))
}

/** By the names that are there; the other columns by `alike`, which takes their positions, and by type. */
function alignments(
  { columns: want }: RowSet,
  { columns: have }: RowSet,
  alike: (expected: number, actual: number) => boolean,
): readonly Alignment[] {
  const choices = want.map((column, index) => {
    const named = have.flatMap((other, at) => (other.name === column.name ? [at] : []))
    if (named.length > 0) return named
    return have.flatMap((other, at) => {
      const meant = want.filter((each) => sameType(each, other) && speaksOf(other, each))
      const fits = sameType(column, other) && (meant.length === 0 || meant.includes(column))
      return fits && alike(index, at) ? [at] : []
    })
  })
  let found: Alignment[] = [[]]
  for (const positions of choices)
    found = found
      .flatMap((before) => positions.filter((at) => !before.includes(at)).map((at) => [...before, at]))
      .slice(0, MOST_ALIKE)
  return found
}

/**
 * Alignments worth a try: for each expected column the position of the actual column that answers it. Columns are
 * matched by name where all names are there, in any order, and where a name is there twice by either of the two;
 * otherwise by position, so that an alias does no harm, by the names that are there and the order of the rest, or by
 * the names that are there and the values of the rest. The error is a sentence for the learner.
 */
export function alignColumns(
  expected: RowSet,
  actual: RowSet,
  rule: ColumnRule,
): Result<readonly Alignment[], string> {
  const want = expected.columns
  const have = actual.columns
  if (have.length > want.length && rule === 'exact')
    return err(
      `The result has ${counted(have.length, 'column')} (${names(have)}), the answer has ${want.length}: ${names(want)}. Select only those.`,
    )
  if (have.length < want.length) {
    const missing = want.filter((column) => !have.some((other) => other.name === column.name))
    return err(
      `The result lacks ${missing.length > 0 ? names(missing) : counted(want.length - have.length, 'column')}; the answer has ${names(want)}.`,
    )
  }
  const byName = want.map((column) => have.findIndex((other) => other.name === column.name))
  // A further column may share a name with a wanted one (`e.id, u.id`).
  const named = unique(want) && byName.every((at) => at >= 0)
  const straight = want.map((_, index) => index)
  const tries: readonly Alignment[] = named
    ? [byName, want.map((column) => have.findLastIndex((other) => other.name === column.name))]
    : [
        straight,
        namesFirst(want, have),
        namesFirstBackwards(want, have),
        ...byContent(expected, actual),
      ].filter((each) => each !== undefined)
  const ofTypes = tries.filter((positions) =>
    want.every((column, index) => sameType(column, have[positions[index] as number] as Column)),
  )
  // Other rows than expected, or none, in columns of other names and in another order.
  const fitting = ofTypes.length > 0 || named ? ofTypes : alignments(expected, actual, () => true).slice(0, 1)
  const distinct = fitting.filter((each, at) => fitting.findIndex((other) => same(each, other)) === at)
  if (distinct.length > 0) return ok(distinct)
  const positions = tries[0] as Alignment
  const wrong = want.findIndex(
    (column, index) => !sameType(column, have[positions[index] as number] as Column),
  )
  const column = want[wrong] as Column
  const other = have[positions[wrong] as number] as Column
  return err(
    column.name === other.name
      ? `${code(column.name)} should be ${column.type} and is ${other.type}: cast it or select it unchanged.`
      : `Column ${wrong + 1} should be ${code(column.name)} (${column.type}) and is ${code(other.name)} (${other.type}).`,
  )
}

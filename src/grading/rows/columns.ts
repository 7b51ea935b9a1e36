/** Which column of the attempt answers which column of the reference. */
import type { Column, RowSet } from '../../engine/protocol.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { code, list, plural } from '../numbers.ts'
import { sameType } from './values.ts'

export type ColumnRule = 'exact' | 'at-least'

const unique = (columns: readonly Column[]) =>
  new Set(columns.map((column) => column.name)).size === columns.length
const names = (columns: readonly Column[]) => list(columns.map((column) => code(column.name)))

/**
 * For each expected column the position of the actual column that answers it. Columns are matched by name where
 * the names are there, in any order; otherwise by position, so that an alias does no harm.
 * The error is a sentence for the learner.
 */
export function alignColumns(
  expected: RowSet,
  actual: RowSet,
  rule: ColumnRule,
): Result<readonly number[], string> {
  const want = expected.columns
  const have = actual.columns
  const byName = want.map((column) => have.findIndex((other) => other.name === column.name))
  // A further column may share a name with a wanted one (`e.id, u.id`): then the first of that name counts.
  const named = unique(want) && (unique(have) || rule === 'at-least') && byName.every((at) => at >= 0)
  const surplus = have.length > want.length
  if (surplus && rule === 'exact')
    return err(
      `The result has ${plural(have.length, 'column')} (${names(have)}), the answer has ${want.length}: ${names(want)}. Select only those.`,
    )
  if (have.length < want.length) {
    const missing = want.filter((column) => !have.some((other) => other.name === column.name))
    return err(
      `The result lacks ${missing.length > 0 ? names(missing) : plural(want.length - have.length, 'column')}; the answer has ${names(want)}.`,
    )
  }
  const positions = named ? byName : want.map((_, index) => index)
  const wrong = want.findIndex(
    (column, index) => !sameType(column, have[positions[index] as number] as Column),
  )
  if (wrong < 0) return ok(positions)
  const column = want[wrong] as Column
  const other = have[positions[wrong] as number] as Column
  return err(
    column.name === other.name
      ? `${code(column.name)} should be ${column.type} and is ${other.type}: cast it or select it unchanged.`
      : `Column ${wrong + 1} should be ${code(column.name)} (${column.type}) and is ${code(other.name)} (${other.type}).`,
  )
}

/** Compares two results and finds the smallest difference. */
import type { Row, RowSet } from '../../engine/contract/index.ts'
import { code, count, list, counted } from '../../shared/words.ts'
import type { RowDifference } from '../types.ts'
import { alignColumns, type ColumnRule } from './columns.ts'
import { rowKey } from './values.ts'

export interface RowRule {
  /**
   * `any`: the rows in any order. `exact`: the very same sequence. A list of result columns: the rows in that order,
   * rows that tie in them in any order, and where a LIMIT cuts through tying rows, any of them.
   */
  readonly order: 'any' | 'exact' | readonly string[]
  readonly columns: ColumnRule
}

export type Found = Omit<RowDifference, 'data'>

/** Columns named where a single row differs. */
const COLUMNS_NAMED = 3

/** Rows shown of a difference. */
const SHOWN = 5

/** `count:types:hash` without the types, which are compared by family. */
const digestOf = (digest: string) => digest.replace(/:.*:/, ':')

const complete = (set: RowSet) => set.rows.length === set.count

const difference = (
  set: RowSet,
  note: string,
  missing: readonly Row[] = [],
  extra: readonly Row[] = [],
): Found => ({
  columns: set.columns.map((column) => column.name),
  missing: missing.slice(0, SHOWN),
  extra: extra.slice(0, SHOWN),
  note,
})

/**
 * The difference between the expected and the actual result, or null if they are the same by `rule`.
 * `candidates` are the expected rows without their LIMIT, to choose from where rows tie at the cut.
 */
export function compareResults(
  expected: RowSet,
  actual: RowSet,
  rule: RowRule,
  candidates?: RowSet,
): Found | null {
  const aligned = alignColumns(expected, actual, rule.columns)
  if (!aligned.ok) return difference(expected, aligned.error)
  let first: Found | null = null
  for (const positions of aligned.value) {
    const found = compareAligned(expected, actual, positions, rule, candidates)
    if (!found) return null
    first ??= found
  }
  return first
}

function compareAligned(
  expected: RowSet,
  actual: RowSet,
  positions: readonly number[],
  rule: RowRule,
  candidates: RowSet | undefined,
): Found | null {
  const straight = positions.length === actual.columns.length && positions.every((at, index) => at === index)
  if (straight && digestOf(expected.listDigest) === digestOf(actual.listDigest)) return null
  if (straight && rule.order === 'any' && digestOf(expected.bagDigest) === digestOf(actual.bagDigest))
    return null
  if (!complete(expected) || !complete(actual)) return compareLarge(expected, actual)
  const rows = actual.rows.map((row) => positions.map((at) => row[at] ?? null))
  return rule.order === 'any' || rule.order === 'exact'
    ? compareWhole(expected, rows, rule.order)
    : compareOrdered(expected, rows, rule.order, candidates)
}

function compareLarge(expected: RowSet, actual: RowSet): Found {
  if (expected.count !== actual.count) return difference(expected, countNote(expected.count, actual.count))
  return difference(
    expected,
    `Both have ${count(expected.count)} rows, but not the same ones, or not with the columns in the same order.`,
  )
}

const countNote = (expected: number, actual: number) =>
  `The answer has ${counted(expected, 'row')}, the result has ${count(actual)}.`

/** Rows of one bag that the other lacks, and the other way round. */
function bagDifference(columns: RowSet['columns'], expected: readonly Row[], actual: readonly Row[]) {
  const open = new Map<string, Row[]>()
  for (const row of expected) {
    const key = rowKey(row, columns)
    const rows = open.get(key)
    if (rows) rows.push(row)
    else open.set(key, [row])
  }
  const extra: Row[] = []
  for (const row of actual) if (!open.get(rowKey(row, columns))?.pop()) extra.push(row)
  return { missing: [...open.values()].flat(), extra }
}

function bagNote(expected: number, actual: number, missing: number, extra: number): string {
  const parts = [
    ...(missing > 0 ? [`${counted(missing, 'row')} missing`] : []),
    ...(extra > 0 ? [`${counted(extra, 'row')} too many or different`] : []),
  ]
  return `${parts.join(', ')}.${expected === actual ? '' : ` ${countNote(expected, actual)}`}`
}

/** One row in place of another: what differs in it. */
function singleNote(
  columns: RowSet['columns'],
  missing: readonly Row[],
  extra: readonly Row[],
): string | undefined {
  const [mine, row] = [missing[0], extra[0]]
  if (!mine || !row || missing.length > 1 || extra.length > 1) return undefined
  const shown = (value: string | null) =>
    value === null ? 'NULL' : value.length > 40 ? `${value.slice(0, 39)}…` : value
  const parts = columns.flatMap((column, at) => {
    const [want, got] = [mine[at] ?? null, row[at] ?? null]
    return rowKey([want], [column]) === rowKey([got], [column])
      ? []
      : [`${code(column.name)} is ${shown(got)} in place of ${shown(want)}`]
  })
  return parts.length > COLUMNS_NAMED ? undefined : `${list(parts)}.`
}

function compareWhole(expected: RowSet, rows: readonly Row[], order: 'any' | 'exact'): Found | null {
  const { columns } = expected
  const { missing, extra } = bagDifference(columns, expected.rows, rows)
  if (missing.length > 0 || extra.length > 0)
    return difference(
      expected,
      singleNote(columns, missing, extra) ??
        bagNote(expected.count, rows.length, missing.length, extra.length),
      missing,
      extra,
    )
  if (order === 'any') return null
  const at = expected.rows.findIndex(
    (row, index) => rowKey(row, columns) !== rowKey(rows[index] as Row, columns),
  )
  if (at < 0) return null
  return orderDifference(expected, rows, at)
}

const orderDifference = (expected: RowSet, rows: readonly Row[], at: number): Found =>
  difference(
    expected,
    `The rows are right, their order is not: it differs from row ${count(at + 1)} on.`,
    [expected.rows[at] as Row],
    [rows[at] as Row],
  )

function compareOrdered(
  expected: RowSet,
  rows: readonly Row[],
  order: readonly string[],
  candidates: RowSet | undefined,
): Found | null {
  const { columns } = expected
  const keyColumns = order.map((name) => columns.findIndex((column) => column.name === name))
  if (keyColumns.some((at) => at < 0))
    throw new Error(`The lesson orders by ${order.join(', ')}, which the answer does not return.`)
  const types = keyColumns.map((at) => columns[at] as RowSet['columns'][number])
  const keyOf = (row: Row) =>
    rowKey(
      keyColumns.map((at) => row[at] ?? null),
      types,
    )
  const { missing, extra } = bagDifference(columns, expected.rows, rows)
  const allowed = freeAtTheCut(expected, missing, extra, keyOf, candidates)
  if (!allowed)
    return difference(
      expected,
      bagNote(expected.count, rows.length, missing.length, extra.length),
      missing,
      extra,
    )
  const at = expected.rows.findIndex((row, index) => keyOf(row) !== keyOf(rows[index] as Row))
  return at < 0 ? null : orderDifference(expected, rows, at)
}

/** Whether all that differs are rows that tie with the first or the last one, exchanged for others that tie too. */
function freeAtTheCut(
  expected: RowSet,
  missing: readonly Row[],
  extra: readonly Row[],
  keyOf: (row: Row) => string,
  candidates: RowSet | undefined,
): boolean {
  if (missing.length === 0 && extra.length === 0) return true
  const first = expected.rows[0]
  const last = expected.rows.at(-1)
  if (missing.length !== extra.length || !first || !last || !candidates) return false
  const cuts = new Set([keyOf(first), keyOf(last)])
  if (!missing.every((row) => cuts.has(keyOf(row))) || !extra.every((row) => cuts.has(keyOf(row))))
    return false
  const { extra: unknown } = bagDifference(expected.columns, candidates.rows, [...expected.rows, ...extra])
  // Extra rows must be rows of the unlimited answer that the limited one did not take.
  return unknown.length === 0
}

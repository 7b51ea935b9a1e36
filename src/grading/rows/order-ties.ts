/** Whether the ORDER BY of a query tells apart all the rows that the order asked for tells apart. */
import type { Column, Row, RowSet } from '../../engine/contract/index.ts'
import { asNode, nameParts, type Node, type NodeOf } from '../../sql/ast.ts'
import type { RowRule } from './compare.ts'
import { rowKey } from './values.ts'

/** Values that a condition can have: true, false and NULL. */
const TRUTH_VALUES = 3

/** A key of ORDER BY: a result column, a condition, or something that the result does not show. */
type Key = number | 'condition' | 'unseen'

/** Name of a column as parts, `['r', 'id']`; undefined for anything else, also for `*`. */
function columnName(node: Node | undefined): string[] | undefined {
  const { fields } = asNode(node, 'ColumnRef') ?? {}
  const parts = nameParts(fields)
  return fields && parts.length === fields.length ? parts : undefined
}

const only = (indexes: readonly number[]): Key => (indexes.length === 1 ? (indexes[0] as number) : 'unseen')

const indexesOf = <T>(items: readonly T[], is: (item: T) => boolean): number[] =>
  items.flatMap((item, at) => (is(item) ? [at] : []))

/** Result column that a name in ORDER BY means: one of the result, else one that a target reads. */
function columnOf(name: readonly string[], targets: readonly Node[], columns: readonly Column[]): Key {
  const last = name.at(-1)
  if (name.length === 1) {
    const named = indexesOf(columns, (column) => column.name === last)
    if (named.length === 1) return only(named)
  }
  const read = targets.map((target) => columnName(asNode(target, 'ResTarget')?.val))
  // After a `*` a target's place is not its column's.
  if (read.length !== columns.length) return 'unseen'
  return only(
    indexesOf(
      read,
      (parts) =>
        parts?.at(-1) === last && (parts?.length === 1 || name.length === 1 || parts?.at(-2) === name.at(-2)),
    ),
  )
}

const COMPARISONS = new Set(['<', '<=', '=', '<>', '>=', '>'])

const isCondition = (node: Node): boolean => {
  const operation = asNode(node, 'A_Expr')
  if (operation)
    return (
      operation.kind !== 'AEXPR_NULLIF' &&
      (operation.kind !== 'AEXPR_OP' || COMPARISONS.has(nameParts(operation.name).at(-1) ?? ''))
    )
  return ['BoolExpr', 'NullTest', 'BooleanTest'].some((name) => Object.hasOwn(node, name))
}

function keyOf(node: Node | undefined, targets: readonly Node[], columns: readonly Column[]): Key {
  const position = asNode(node, 'A_Const')?.ival?.ival
  if (position !== undefined) return position <= columns.length ? position - 1 : 'unseen'
  const name = columnName(node)
  if (name) return columnOf(name, targets, columns)
  return node && isCondition(node) ? 'condition' : 'unseen'
}

function targetsOf(select: NodeOf<'SelectStmt'>): readonly Node[] {
  let first = select
  while (first.larg) first = first.larg
  return first.targetList ?? []
}

/**
 * Rows that tie in the ORDER BY of `query` although `order` tells them apart: which of them comes first is up to the
 * plan. Null where there are none, or where the ORDER BY has a key that the result does not show.
 */
export function tiedRows(query: Node, result: RowSet, order: RowRule['order']): readonly Row[] | null {
  const select = asNode(query, 'SelectStmt')
  const sorted = select?.sortClause ?? []
  if (!select || sorted.length === 0 || order === 'any' || result.rows.length !== result.count) return null
  const { columns } = result
  const targets = targetsOf(select)
  const keys = sorted.map((each) => keyOf(asNode(each, 'SortBy')?.node, targets, columns))
  if (keys.includes('unseen')) return null
  const shown = keys.filter((key) => typeof key === 'number')
  const required =
    order === 'exact'
      ? columns.map((_, at) => at)
      : order.map((name) => columns.findIndex((column) => column.name === name))
  const pick = (row: Row, at: readonly number[]) =>
    rowKey(
      at.map((index) => row[index] ?? null),
      at.map((index) => columns[index] as Column),
    )
  // Conditions tell apart three rows each at most.
  const most = TRUTH_VALUES ** (keys.length - shown.length)
  const groups = new Map<string, Map<string, Row>>()
  for (const row of result.rows) {
    const key = pick(row, shown)
    const told = groups.get(key) ?? new Map<string, Row>()
    groups.set(key, told.set(pick(row, required), row))
  }
  const tied = [...groups.values()].find((told) => told.size > most)
  return tied ? [...tied.values()] : null
}

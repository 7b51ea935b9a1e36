/** What a scan's conditions ask of the columns of its table. */
import {
  columnsOf,
  conjuncts,
  isConstant,
  parseExpression,
  uncast,
  type Expression,
} from '../expression/index.ts'
import { condition } from '../tree.ts'
import type { PlanNode } from '../types.ts'
import type { TableFacts } from './types.ts'

export interface Predicate {
  /**
   * equality: `=`, `IS NULL`, a boolean column · list: `= ANY (…)` · range: `<`, `>=` … ·
   * expression: an operator over a function or a cast of the column · other: nothing an ordinary index can use
   */
  readonly kind: 'equality' | 'list' | 'range' | 'expression' | 'other'
  readonly columns: readonly string[]
  readonly expression: Expression
  /** True for conditions that an index already answers. */
  readonly indexed: boolean
}

const RANGE: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])
const MIRROR: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' }
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'text',
  'character varying',
  'bpchar',
  'name',
  'citext',
  'character',
])

/** Columns of this scan's table in an expression; columns of other tables do not count. */
export const ownColumns = (node: PlanNode, expression: Expression): readonly string[] => [
  ...new Set(
    columnsOf(expression)
      .filter((one) => one.table === null || one.table === node.alias || one.table === node.relation)
      .map((one) => one.name),
  ),
]

/** `character varying(20)` → `character varying`. */
const baseType = (type: string): string => type.replace(/\(.*?\)/, '')

/**
 * The column behind a cast that costs nothing: varchar to text. PostgreSQL prints it, but an index on the column
 * still answers. Without the catalog, a cast to text of anything but an id counts as such.
 */
export function plainColumn(expression: Expression, table: TableFacts | null): string | null {
  if (expression.kind === 'column') return expression.name
  if (expression.kind !== 'cast' || expression.part.kind !== 'column' || !TEXT_TYPES.has(expression.type))
    return null
  const { name } = expression.part
  const type = table?.columns.find((one) => one.name === name)?.type
  const text = type === undefined ? !/(?:^|_)id$/.test(name) : TEXT_TYPES.has(baseType(type))
  return text ? name : null
}

function kindOf(node: PlanNode, expression: Expression, table: TableFacts | null): Predicate['kind'] {
  if (plainColumn(expression, table) !== null) return 'equality'
  if (expression.kind === 'not') return plainColumn(expression.part, table) === null ? 'other' : 'equality'
  if (expression.kind === 'test')
    return expression.test === 'null' && plainColumn(expression.part, table) !== null ? 'equality' : 'other'
  if (expression.kind !== 'operator' || !expression.left) return 'other'
  const { operator, quantifier } = expression
  if (!(operator in MIRROR)) return 'other'
  const outside = (side: Expression): boolean => ownColumns(node, side).length === 0
  const [own, value] = outside(expression.right)
    ? [expression.left, expression.right]
    : [expression.right, expression.left]
  if (!outside(value) || outside(own)) return 'other'
  if (
    columnsOf(own).some(
      (one) => one.table !== null && one.table !== node.alias && one.table !== node.relation,
    )
  )
    return 'other'
  if (plainColumn(own, table) === null) return 'expression'
  if (RANGE.has(operator)) return quantifier === null ? 'range' : 'other'
  return quantifier === 'any' ? 'list' : quantifier === null ? 'equality' : 'other'
}

/** Predicates of a scan's Filter and Index Cond; null where a condition cannot be read. */
export function predicatesOf(node: PlanNode, table: TableFacts | null): readonly Predicate[] | null {
  const predicates: Predicate[] = []
  for (const [label, indexed] of [
    ['Index Cond', true],
    ['Recheck Cond', true],
    ['Filter', false],
  ] as const) {
    const text = condition(node, label)
    if (text === null) continue
    const expression = parseExpression(text)
    if (!expression) return null
    for (const part of conjuncts(expression)) {
      const columns = ownColumns(node, part)
      predicates.push({ kind: kindOf(node, part, table), columns, expression: part, indexed })
    }
  }
  return predicates
}

/** The side of an operator that holds the table's column, without the value that it is compared to. */
export function columnSide(node: PlanNode, expression: Expression): Expression | null {
  if (expression.kind !== 'operator' || !expression.left) return null
  const [left, right] = [expression.left, expression.right]
  if (ownColumns(node, left).length > 0 && ownColumns(node, right).length === 0) return left
  return ownColumns(node, right).length > 0 && ownColumns(node, left).length === 0 ? right : null
}

/** The literal that an operator compares with; null where it is no literal. */
export function literalOf(expression: Expression): string | null {
  if (expression.kind !== 'operator' || !expression.left) return null
  for (const side of [expression.right, expression.left]) {
    const bare = uncast(side)
    if (bare.kind === 'literal' && isConstant(side)) return bare.value
  }
  return null
}

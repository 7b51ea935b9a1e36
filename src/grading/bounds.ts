/** Bounds that requests compare columns with: `event_date >= '2025-06-01'`, `capacity BETWEEN 10 AND 20`. */
import { asNode, nameParts, walk, type Fields, type Node } from '../sql/ast.ts'
import { nodesNamed, statementsOf } from './syntax.ts'
import { quotedLiteral } from '../shared/quote.ts'

export interface Bound {
  /** Table that the column is qualified with, aliases resolved; undefined where it stands alone. */
  readonly table: string | undefined
  readonly column: string
  /** The bound as a string literal of SQL, whatever its type. */
  readonly literal: string
}

const ORDERING = new Set(['<', '<=', '>', '>=', 'BETWEEN', 'BETWEEN SYMMETRIC', 'NOT BETWEEN'])

/** Bounds of all queries, each once. Bounds that are computed are left out. */
export function boundsIn(queries: readonly string[]): readonly Bound[] {
  const found = new Map<string, Bound>()
  for (const { node } of queries.flatMap(statementsOf)) {
    const tables = new Map(
      nodesNamed(node, 'RangeVar').map((range) => [aliasOf(range), range['relname'] as string]),
    )
    walk(node, ({ name, fields }) => {
      if (name !== 'A_Expr' || !ORDERING.has(nameParts(fields['name'] as Node[]).at(-1) ?? '')) return
      for (const [left, right] of operands(fields)) {
        const parts = columnOf(left)
        const literal = literalOf(right)
        const column = parts?.at(-1)
        if (column === undefined || literal === undefined) continue
        const qualifier = parts?.at(-2)
        const bound = { table: qualifier === undefined ? undefined : tables.get(qualifier), column, literal }
        found.set(JSON.stringify(bound), bound)
      }
    })
  }
  return [...found.values()]
}

function aliasOf(range: Fields): string {
  const alias = range['alias'] as { readonly aliasname?: string } | undefined
  return alias?.aliasname ?? (range['relname'] as string)
}

/** Both sides of a comparison, either way round; BETWEEN has two right sides. */
function operands({ lexpr, rexpr }: Fields): (readonly [Node | undefined, Node | undefined])[] {
  const left = lexpr as Node | undefined
  const right = rexpr as Node | undefined
  const list = asNode(right, 'List')?.items
  return list
    ? list.map((each) => [left, each] as const)
    : [
        [left, right],
        [right, left],
      ]
}

/** Parts of a column's name, below casts. */
function columnOf(node: Node | undefined): readonly string[] | undefined {
  const inner = asNode(node, 'TypeCast')?.arg ?? node
  const fields = asNode(inner, 'ColumnRef')?.fields
  return fields && nameParts(fields)
}

function literalOf(node: Node | undefined): string | undefined {
  const constant = asNode(asNode(node, 'TypeCast')?.arg ?? node, 'A_Const')
  const text = constant?.sval
    ? (constant.sval.sval ?? '')
    : constant?.ival
      ? String(constant.ival.ival ?? 0)
      : constant?.fval?.fval
  return text === undefined ? undefined : quotedLiteral(text)
}

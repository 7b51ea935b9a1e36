/** Texts that requests look for in a column: `email = 'x'`, `UPPER(name) LIKE UPPER('%x%')`, `canton IN ('x', 'y')`. */
import { asNode, nameParts, walk, type Fields, type Node } from '../sql/ast.ts'
import { statementsOf } from './syntax.ts'
import { quotedLiteral } from '../shared/quote.ts'

export interface TextLiteral {
  readonly column: string
  /** The text as a literal of SQL, without the wildcards at its ends. */
  readonly literal: string
}

const KINDS = new Set(['AEXPR_OP', 'AEXPR_OP_ANY', 'AEXPR_IN', 'AEXPR_LIKE', 'AEXPR_ILIKE'])
const MATCHING = /^(?:=|!?~~\*?)$/

/** Texts of all queries, each once for a column. Which table the column belongs to is left open. */
export function textsIn(queries: readonly string[]): readonly TextLiteral[] {
  const found = new Map<string, TextLiteral>()
  for (const { node } of queries.flatMap(statementsOf))
    walk(node, ({ name, fields }) => {
      if (name !== 'A_Expr' || !KINDS.has(fields['kind'] as string)) return
      if (!MATCHING.test(nameParts(fields['name'] as Node[]).at(-1) ?? '')) return
      for (const each of textsOf(fields)) found.set(JSON.stringify(each), each)
    })
  return [...found.values()]
}

/** The single column of one side with the constants of the other. */
function textsOf({ lexpr, rexpr, kind }: Fields): TextLiteral[] {
  const sides = [lexpr, rexpr].flatMap((side) => {
    const list = asNode(side as Node | undefined, 'List')?.items
    return [list ?? (side ? [side as Node] : [])]
  })
  const [columns, texts] = [sides.map(columnsBelow), sides.map(constantsBelow)]
  const at = columns.findIndex((names) => names.length === 1)
  const column = columns[at]?.[0]
  if (column === undefined || (columns[1 - at] ?? []).length > 0) return []
  const like = kind === 'AEXPR_LIKE' || kind === 'AEXPR_ILIKE'
  return (texts[1 - at] ?? []).map((text) => {
    const bare = like ? text.replaceAll(/^%+|%+$/g, '') : text
    return { column, literal: quotedLiteral(bare) }
  })
}

function columnsBelow(nodes: readonly Node[]): string[] {
  const found = new Set<string>()
  for (const node of nodes)
    walk(node, ({ name, fields }) => {
      if (name === 'ColumnRef') found.add(nameParts(fields['fields'] as Node[]).at(-1) ?? '')
      // A subquery compares columns of its own.
      return name !== 'SubLink'
    })
  return [...found]
}

function constantsBelow(nodes: readonly Node[]): string[] {
  const found: string[] = []
  for (const node of nodes)
    walk(node, ({ name, fields }) => {
      const text = asNode({ [name]: fields } as unknown as Node, 'A_Const')?.sval
      if (name === 'A_Const' && text) found.push(text.sval ?? '')
      return name !== 'SubLink'
    })
  return found
}

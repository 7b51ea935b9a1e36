/** For tests: one statement's parse tree. */
import type { Node } from '../ast.ts'
import { parseNodes } from '../parse.ts'

/** @throws where the text is not one statement */
export function parsed(sql: string): Node {
  const [node, ...rest] = parseNodes(sql) ?? []
  if (!node || rest.length > 0) throw new Error(`not one statement: ${sql}`)
  return node
}

/** What may stand at a place: the kinds that there are, and what an expression asks for. */
import { isGroup, isSign, wordOf, type Item } from '../outline/groups.ts'
import type { Source } from '../outline/sources.ts'

export type Expectation =
  /** The beginning of a statement or, in brackets, of a query. */
  | { readonly kind: 'statement'; readonly nested: boolean }
  /** A table or another source of rows. */
  | { readonly kind: 'source'; readonly joined: boolean; readonly queries: boolean }
  /** Behind a source: its condition, another join, the next clause. */
  | { readonly kind: 'after-source'; readonly source: Source | undefined }
  /** A value. `condition`: the source whose join condition begins here. */
  | {
      readonly kind: 'operand'
      readonly clause: string
      readonly nested: boolean
      readonly condition: Source | undefined
    }
  /** Behind a value. */
  | { readonly kind: 'operator'; readonly clause: string; readonly nested: boolean }
  /** A column of the table that the statement is about. */
  | { readonly kind: 'target-column'; readonly expressions: boolean }
  /** A column that both sides of a join have. */
  | { readonly kind: 'common-column'; readonly source: Source | undefined }
  /** What belongs to a name and a dot. */
  | { readonly kind: 'member'; readonly qualifier: readonly string[] }
  | { readonly kind: 'index' }
  | { readonly kind: 'type' }
  /** These words and nothing else. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A name that the writer makes up, or nothing that can be told. */
  | { readonly kind: 'nothing' }

export const NOTHING: Expectation = { kind: 'nothing' }
export const words = (...list: string[]): Expectation => ({ kind: 'words', words: list })

/** Words behind which a value begins. */
const BEFORE_OPERAND = new Set(
  `SELECT DISTINCT ALL AND OR NOT WHEN THEN ELSE CASE BETWEEN LIKE ILIKE IN ANY SOME BY ON WHERE HAVING TO ESCAPE
   FROM SET LIMIT OFFSET RETURNING SYMMETRIC ARRAY ROW USING VALUES FILTER EXISTS`.split(/\s+/),
)

/** A table's name and nothing else. */
export const table = (): Expectation => ({ kind: 'source', joined: false, queries: false })

/** In an expression, or a list of them. */
export function inExpression(clause: string, items: readonly Item[], nested = false): Expectation {
  const previous = items.at(-1)
  if (wordOf(previous) === 'INTERVAL') return NOTHING
  return endsOperand(previous, items)
    ? { kind: 'operator', clause, nested }
    : { kind: 'operand', clause, nested, condition: undefined }
}

/** Whether a value is complete with `previous`. */
function endsOperand(previous: Item | undefined, items: readonly Item[]): boolean {
  if (!previous) return false
  if (previous.kind === 'sign')
    return isSign(previous, '*') && (items.length === 1 || isSign(items.at(-2), ','))
  // The list of DISTINCT ON (…).
  if (isGroup(previous)) return !(wordOf(items.at(-2)) === 'ON' && wordOf(items.at(-3)) === 'DISTINCT')
  return !BEFORE_OPERAND.has(wordOf(previous))
}

/** The solution's request with a larger LIMIT: more rows to choose from where rows tie at its end. */
import { byteOffsets } from '../sql/offsets.ts'
import { scanTokens } from '../sql/parse.ts'
import { integerOf, selectOf, statementsOf } from './syntax.ts'

/** Rows that may tie beyond the LIMIT. */
const BEYOND = 1000

/** How many LIMITs a query has, those of subqueries included. */
const limits = (query: string): number =>
  (scanTokens(query, byteOffsets(query)) ?? []).filter((token) => token.text.toLowerCase() === 'limit').length

/**
 * The solution's request with a larger LIMIT. Where its subqueries have LIMITs of their own, which rows they let through
 * is as free: the lesson's own request is taken then, if it has but one LIMIT.
 */
export function candidatesOf(before: string, solution: string): string | undefined {
  return withoutLimits(limits(solution) > 1 && limits(before) === 1 ? before : solution)
}

/**
 * `query` with the outermost LIMITs raised and OFFSETs at 0; undefined where there is no such LIMIT, or where
 * several statements depend on each other.
 */
export function withoutLimits(query: string): string | undefined {
  const statements = statementsOf(query)
  if (statements.length !== 1) return undefined
  const statement = statements[0]
  const select = statement && selectOf(statement.node)
  const limit = integerOf(select?.['limitCount'])
  if (!statement || limit === undefined) return undefined
  const offset = select?.['limitOffset'] === undefined ? 0 : (integerOf(select['limitOffset']) ?? 0)
  const tokens = scanTokens(query, byteOffsets(query)) ?? []
  // The outermost LIMIT and OFFSET are the last ones in the text; a subquery's come before.
  const limitAt = tokens.findLastIndex((token) => token.text.toLowerCase() === 'limit')
  const offsetAt = tokens.findLastIndex((token) => token.text.toLowerCase() === 'offset')
  const limitToken = tokens[limitAt + 1]
  if (limitAt < 0 || limitToken?.text !== String(limit)) return undefined
  const offsetToken = tokens[offsetAt + 1]
  const edits = [
    { token: limitToken, text: String(limit + offset + BEYOND) },
    ...(offset > 0 && offsetToken?.text === String(offset) ? [{ token: offsetToken, text: '0' }] : []),
  ].sort((a, b) => b.token.start - a.token.start)
  return edits.reduce(
    (text, { token, text: value }) => text.slice(0, token.start) + value + text.slice(token.end),
    query,
  )
}

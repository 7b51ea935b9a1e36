/**
 * A request's text as steps. The line `-- @for-each-row` makes the next statement run once for each row of the
 * statement before it, with `:column` bound to that row's values.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { describeSqlError, type SqlError, type SqlErrorText } from './errors.ts'
import { byteOffsets } from './offsets.ts'
import { isComment, scanTokens } from './parse.ts'
import { splitStatements, type Statement } from './split.ts'

export interface RequestStep {
  /** Offsets into the request's text. */
  readonly statement: Statement
  readonly forEachRow: boolean
}

/** Offsets are UTF-16, into the request's text. */
export type RequestError =
  | SqlError
  /** A marker with no statement before it whose rows it could take, or none after it to run. */
  | { readonly kind: 'marker'; readonly missing: 'before' | 'after'; readonly offset: number }

const MARKER = /^--[ \t]*@for-each-row[ \t]*$/

/** Offsets of the markers: comments to PostgreSQL's scanner, so none inside a string or a dollar quote. */
function markersIn(text: string): readonly number[] {
  if (!text.includes('@for-each-row')) return []
  const tokens = scanTokens(text, byteOffsets(text)) ?? []
  return tokens
    .filter((token) => isComment(token) && MARKER.test(token.text.trimEnd()))
    .map((token) => token.start)
}

/** Splits a request into its steps. Text without a statement gives none. */
export function parseRequest(text: string): Result<readonly RequestStep[], RequestError> {
  const markers = markersIn(text)
  const split = splitStatements(text, markers.length > 0 ? 'allowed' : 'refused')
  if (!split.ok) return split
  const statements = split.value
  const marked = new Set<Statement>()
  for (const offset of markers) {
    const next = statements.find((statement) => statement.start > offset)
    const before = statements.findLast((statement) => statement.end <= offset)
    if (!before) return err({ kind: 'marker', missing: 'before', offset })
    if (!next) return err({ kind: 'marker', missing: 'after', offset })
    marked.add(next)
  }
  const steps = statements.map((statement) => ({ statement, forEachRow: marked.has(statement) }))
  // A placeholder in an unmarked statement has no row to take its value from.
  for (const { statement, forEachRow } of steps) {
    if (forEachRow || markers.length === 0) continue
    const alone = splitStatements(statement.text)
    if (!alone.ok) return err(shifted(alone.error, statement.start))
  }
  return ok(steps)
}

function shifted(error: SqlError, by: number): SqlError {
  return error.offset === null ? error : { ...error, offset: error.offset + by }
}

/** Words an error of a request. */
export function describeRequestError(error: RequestError): SqlErrorText {
  if (error.kind !== 'marker') return describeSqlError(error)
  return error.missing === 'before'
    ? {
        message:
          '“-- @for-each-row” needs a statement before it: the statement after it runs once for each of its rows.',
      }
    : {
        message: '“-- @for-each-row” needs a statement after it, to run once for each row of the one before.',
      }
}

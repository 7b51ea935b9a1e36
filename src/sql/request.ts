/**
 * A request: the statements that are measured. A line `-- @for-each-row` makes the next statement run once for each
 * row of the one before it, with `:column` taken from that row; such steps may follow each other.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { returnsRows } from './classify.ts'
import { describeSqlError, type SqlError, type SqlErrorText } from './errors.ts'
import { isComment, type Token } from './parse.ts'
import { maskText, type Placeholder } from './placeholders.ts'
import { checkText, explainFailure, splitMasked, type Statement } from './split.ts'

export interface RequestStep {
  /** Its text still has the placeholders; in its parse tree they are parameters. Offsets are into the whole text. */
  readonly statement: Statement
  readonly forEachRow: boolean
  /** Columns of the row before that it uses, each once. */
  readonly columns: readonly string[]
}

/** Why a text is no request. Offsets are UTF-16, into the text; null if unknown. */
export type RequestError =
  | SqlError
  /** There is no statement before the marker whose rows it could run over. */
  | { readonly kind: 'marker-without-rows'; readonly offset: number }
  | { readonly kind: 'marker-without-statement'; readonly offset: number }
  /** The statement before the marker is not finished by a semicolon. */
  | { readonly kind: 'marker-inside-statement'; readonly offset: number }
  | { readonly kind: 'marker-twice'; readonly offset: number }
  /** The statement before the marker returns no rows. */
  | { readonly kind: 'no-rows-before'; readonly tag: string; readonly offset: number }

const MARKER = /^--[ \t]*@for-each-row[ \t]*$/

/** Reads the query pane's text. No statement at all gives an empty request. */
export function parseRequest(text: string): Result<RequestStep[], RequestError> {
  const unreadable = checkText(text)
  if (unreadable) return err(unreadable)
  const masked = maskText(text)
  if (!masked.ok) return err(explainFailure(text, masked.error, 'allowed'))
  const { tokens, placeholders } = masked.value
  const markers = tokens.filter((token) => token.name === 'SQL_COMMENT' && MARKER.test(token.text))
  const unfinished = unfinishedBefore(tokens, markers)
  if (unfinished) return err({ kind: 'marker-inside-statement', offset: unfinished.start })
  const split = splitMasked(text, masked.value.masked)
  if (!split.ok) return split
  return steps(split.value, markers, placeholders)
}

/** A marker that does not come first or after a semicolon: more helpful than the syntax error it leads to. */
function unfinishedBefore(tokens: readonly Token[], markers: readonly Token[]): Token | undefined {
  const marking = new Set(markers)
  let last: Token | undefined
  for (const token of tokens) {
    if (marking.has(token) && last && last.text !== ';') return token
    if (!isComment(token)) last = token
  }
  return undefined
}

function steps(
  statements: readonly Statement[],
  markers: readonly Token[],
  placeholders: readonly Placeholder[],
): Result<RequestStep[], RequestError> {
  const marked = new Set<Statement>()
  let index = 0
  for (const marker of markers) {
    while ((statements[index]?.end ?? Infinity) <= marker.start) index++
    const statement = statements[index]
    const offset = marker.start
    if (!statement) {
      const kind = statements.length === 0 ? 'marker-without-rows' : 'marker-without-statement'
      return err({ kind, offset })
    }
    if (statement.start < offset) return err({ kind: 'marker-inside-statement', offset })
    const before = statements[index - 1]
    if (!before) return err({ kind: 'marker-without-rows', offset })
    if (marked.has(statement)) return err({ kind: 'marker-twice', offset })
    if (!returnsRows(before.node)) return err({ kind: 'no-rows-before', tag: before.tag, offset })
    marked.add(statement)
  }
  const found: RequestStep[] = []
  let from = 0
  for (const statement of statements) {
    let to = from
    while ((placeholders[to]?.start ?? Infinity) < statement.end) to++
    const own = placeholders.slice(from, to)
    from = to
    const forEachRow = marked.has(statement)
    const [stray] = own
    if (stray && !forEachRow) return err({ kind: 'placeholder', name: stray.name, offset: stray.start })
    found.push({ statement, forEachRow, columns: [...new Set(own.map(({ name }) => name))] })
  }
  return ok(found)
}

type MarkerError = Exclude<RequestError, SqlError>
const MARKER_WORDS: Readonly<Record<MarkerError['kind'], SqlErrorText>> = {
  'marker-without-rows': {
    message: '“-- @for-each-row” has no statement before it.',
    hint: 'It runs the statement below it once for each row of the statement above it.',
  },
  'marker-without-statement': {
    message: '“-- @for-each-row” has no statement after it.',
    hint: 'Write below it what is sent for each row, with :column for a value of that row.',
  },
  'marker-inside-statement': {
    message: '“-- @for-each-row” stands inside a statement.',
    hint: 'End the statement before it with a semicolon.',
  },
  'marker-twice': { message: '“-- @for-each-row” stands twice before the same statement.' },
  'no-rows-before': { message: 'The statement before “-- @for-each-row” returns no rows.' },
}

const isMarkerError = (error: RequestError): error is MarkerError => Object.hasOwn(MARKER_WORDS, error.kind)

/** Words an error of a request. */
export function describeRequestError(error: RequestError): SqlErrorText {
  if (!isMarkerError(error)) return describeSqlError(error)
  const words = MARKER_WORDS[error.kind]
  return error.kind === 'no-rows-before' ? { ...words, hint: `${error.tag} has none to run over.` } : words
}

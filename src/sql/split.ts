/** Splits a text into its statements with PostgreSQL's own parser. */
import { err, ok, type Result } from '../shared/result.ts'
import { asNode, type Node } from './ast.ts'
import { embeddedSql } from './bodies.ts'
import { syntaxHint, type SqlError } from './errors.ts'
import { kindOf, type StatementKind } from './kind.ts'
import { byteOffsets } from './offsets.ts'
import { isComment, parseTree, scanTokens, type ParseFailure } from './parse.ts'
import { maskText } from './placeholders.ts'
import { commandTag } from './tags.ts'
import { typographyAdvice } from './typography.ts'

/**
 * One statement of a text.
 * `text` is the source from `start` to `end` (UTF-16 offsets, end exclusive): without the semicolon, and without
 * space and comments before and after it.
 */
export interface Statement {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Its parse tree. Locations in it are UTF-8 bytes from the start of the whole text. */
  readonly node: Node
  readonly kind: StatementKind
  /** PostgreSQL's command tag without counts: `SELECT`, `CREATE INDEX` … */
  readonly tag: string
}

/** Longest text that is parsed, UTF-16 units. Measured in Node 20: at most 0.9 s for a million, by kind of SQL. */
export const MAX_SQL_LENGTH = 1_000_000

/**
 * Splits `source`. Empty statements and texts of comments only give none. Placeholders (`:column`) are an error
 * unless `placeholders` is `'allowed'`.
 */
export function splitStatements(
  source: string,
  placeholders: 'allowed' | 'refused' = 'refused',
): Result<Statement[], SqlError> {
  const unreadable = checkText(source)
  if (unreadable) return err(unreadable)
  const text = placeholders === 'allowed' ? maskText(source) : ok({ masked: source })
  if (!text.ok) return err(explainFailure(source, text.error, placeholders))
  return splitMasked(source, text.value.masked, placeholders)
}

/** Refuses what must not reach the parser at all. */
export function checkText(source: string): SqlError | undefined {
  if (source.length > MAX_SQL_LENGTH) {
    return { kind: 'too-large', size: source.length, limit: MAX_SQL_LENGTH, offset: null }
  }
  const nul = source.indexOf('\0')
  return nul < 0 ? undefined : { kind: 'nul', offset: nul }
}

/** Splits `masked`, which parses, and takes the texts from `source`, which has the same length. */
export function splitMasked(
  source: string,
  masked: string,
  placeholders: 'allowed' | 'refused' = 'allowed',
): Result<Statement[], SqlError> {
  const parsed = parseTree(masked)
  if (!parsed.ok) return err(explainFailure(source, parsed.error, placeholders))
  const unit = byteOffsets(masked)
  const statements: Statement[] = []
  for (const raw of parsed.value) {
    const from = raw.stmt_location ?? 0
    const node = raw.stmt
    if (!node) continue
    const start = skipBlank(masked, unit(from))
    const end = trimEnd(masked, start, raw.stmt_len ? unit(from + raw.stmt_len) : masked.length)
    const text = source.slice(start, end)
    const refused = refusal(node, text, start)
    if (refused) return err(refused)
    statements.push({ text, start, end, node, kind: kindOf(node), tag: commandTag(node) })
  }
  return ok(statements)
}

/** First offset from `from` that is neither space nor comment. */
function skipBlank(text: string, from: number): number {
  const blank = /[ \t\n\r\f\v]+|--[^\n\r]*|\/\*/y
  let at = from
  for (;;) {
    blank.lastIndex = at
    const match = blank.exec(text)
    if (!match) return at
    at = match[0] === '/*' ? blockCommentEnd(text, at) : blank.lastIndex
  }
}

/** Block comments nest. */
function blockCommentEnd(text: string, from: number): number {
  const sign = /\/\*|\*\//g
  sign.lastIndex = from
  for (let depth = 0; ;) {
    const match = sign.exec(text)
    if (!match) return text.length
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return sign.lastIndex
  }
}

function trimEnd(text: string, start: number, end: number): number {
  const slice = text.slice(start, end)
  if (slice.includes('--') || slice.includes('/*')) {
    const last = scanTokens(slice, byteOffsets(slice))?.findLast((token) => !isComment(token))
    if (last) return start + last.end
  }
  return start + slice.replace(/[ \t\n\r\f\v]+$/, '').length
}

/** COPY forms that would hang or kill the database, also inside functions and DO blocks. */
function refusal(node: Node, text: string, offset: number): SqlError | undefined {
  const copy = asNode(node, 'CopyStmt')
  if (copy?.is_program) return { kind: 'copy-program', offset }
  if (copy?.is_from && copy.filename === undefined) return { kind: 'copy-from-stdin', offset }
  if (!copy && !/copy.*program/is.test(text)) return undefined
  for (const inner of embeddedSql(node).nodes) {
    if (asNode(inner, 'CopyStmt')?.is_program) return { kind: 'copy-program', offset }
  }
  return undefined
}

/** Explains a failure of the parser where the cause is known. `source` is the text as written. */
export function explainFailure(
  source: string,
  failure: ParseFailure,
  placeholders: 'allowed' | 'refused' = 'refused',
): SqlError {
  if (failure.kind === 'too-deep') return failure
  const { offset, message } = failure
  if (offset !== null) {
    const copy = copyBefore(source, offset)
    if (copy) return copy
    const rest = source.slice(offset, offset + 100)
    const command = /^\\[^\s;]*/.exec(rest)
    if (command) return { kind: 'psql-command', command: command[0], offset }
    const name = /^:("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)/u.exec(rest)?.[1]
    if (name !== undefined) {
      if (placeholders === 'refused') return { kind: 'placeholder', name, offset }
      const hint = 'A :column stands for a value; it cannot be a name or a keyword.'
      return { kind: 'syntax', message: `syntax error at or near ":${name}"`, offset, hint }
    }
  }
  const hint = (offset === null ? undefined : typographyAdvice(source, offset)) ?? syntaxHint(source, offset)
  return { kind: 'syntax', message, offset, ...(hint === undefined ? {} : { hint }) }
}

/** What follows COPY … FROM STDIN in a dump is data, not SQL: then the COPY is the thing to tell. */
function copyBefore(source: string, offset: number): SqlError | undefined {
  const semicolon = source.lastIndexOf(';', offset)
  const before = source.slice(0, semicolon)
  if (semicolon < 0 || !/stdin/i.test(before)) return undefined
  const parsed = parseTree(before)
  const last = parsed.ok ? parsed.value.at(-1) : undefined
  const start = skipBlank(before, byteOffsets(before)(last?.stmt_location ?? 0))
  return last?.stmt && refusal(last.stmt, before.slice(start), start)
}

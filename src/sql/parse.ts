/** PostgreSQL's parser with UTF-16 offsets and typed results. */
import type { ParseResult, RawStmt } from 'libpg-query'
import { err, ok, type Result } from '../shared/result.ts'
import type { Node } from './ast.ts'
import { codePointOffset } from './offsets.ts'
import { rawParse, rawScan, wellFormed } from './parser-module.ts'

export type ParseFailure =
  | { readonly kind: 'syntax'; readonly message: string; readonly offset: number | null }
  | { readonly kind: 'too-deep'; readonly offset: null }

/** Statements of a text. Their locations are UTF-8 bytes from its start. The text holds no NUL. */
export function parseTree(text: string): Result<readonly RawStmt[], ParseFailure> {
  const raw = rawParse(wellFormed(text))
  if (raw.kind === 'overflow') return err({ kind: 'too-deep', offset: null })
  if (raw.kind === 'error') {
    // "memory exhausted" is the grammar's own stack limit, 10,000 levels.
    if (raw.message.startsWith('memory exhausted')) return err({ kind: 'too-deep', offset: null })
    const offset = raw.codePoint === null ? null : codePointOffset(text, raw.codePoint)
    return err({ kind: 'syntax', message: raw.message, offset })
  }
  return ok((JSON.parse(raw.value) as ParseResult).stmts ?? [])
}

/** The statements' trees, or undefined if the text does not parse. */
export function parseNodes(text: string): Node[] | undefined {
  const parsed = parseTree(text)
  return parsed.ok ? parsed.value.flatMap((raw) => (raw.stmt ? [raw.stmt] : [])) : undefined
}

/** One token of PostgreSQL's scanner, comments included. */
export interface Token {
  readonly start: number
  readonly end: number
  /** As written in the source. */
  readonly text: string
  /** The scanner's name: IDENT, SCONST, SQL_COMMENT …; UNKNOWN for keywords and some signs. */
  readonly name: string
  /** Keyword class, `NO_KEYWORD` for other tokens. */
  readonly keyword: string
}

interface ScannedToken {
  readonly start: number
  readonly end: number
  readonly tokenName: string
  readonly keywordName: string
}

/** Tokens of a text, or undefined where one is unterminated or malformed. */
export function scanTokens(text: string, byteToUnit: (byte: number) => number): Token[] | undefined {
  if (text === '') return []
  const raw = rawScan(wellFormed(text))
  if (raw.kind !== 'value') return undefined
  // The scanner copies control characters into its JSON as they are. Its token texts are not used.
  // oxlint-disable-next-line no-control-regex
  const { tokens } = JSON.parse(raw.value.replaceAll(/[\0-\x1f]/g, ' ')) as { tokens: ScannedToken[] }
  return tokens.map((token) => {
    const start = byteToUnit(token.start)
    const end = byteToUnit(token.end)
    return { start, end, text: text.slice(start, end), name: token.tokenName, keyword: token.keywordName }
  })
}

/** Whether a token is a comment of either kind. */
export const isComment = (token: Token): boolean => token.name === 'SQL_COMMENT' || token.name === 'C_COMMENT'

/**
 * Lays SQL out anew. The layout is sql-formatter's; that it changes nothing but white space and the case of key words
 * is not left to it: the tokens before and after are compared, and a difference refuses the layout.
 */
import { formatDialect, postgresql } from 'sql-formatter'
import { err, ok, type Result } from '../shared/result.ts'
import { lex, type Lexeme } from './lexer.ts'
import { RESERVED, TYPE_FUNCTION_WORDS } from './names.ts'

export type FormatFailure =
  /** The formatter cannot read the text. */
  | { readonly kind: 'unreadable' }
  /** What it gave is not the same SQL. `offset` is the UTF-16 place of the first token that differs. */
  | { readonly kind: 'changed'; readonly offset: number }

/** `text` laid out anew, with the same statements, names, values and comments in the same order. */
export function formatSql(text: string): Result<string, FormatFailure> {
  if (text.trim() === '') return ok(text)
  let formatted: string
  try {
    formatted = formatDialect(text, {
      dialect: postgresql,
      tabWidth: 2,
      keywordCase: 'upper',
      linesBetweenQueries: 1,
      paramTypes: { named: [':'], quoted: [':'], numbered: ['$'] },
    })
  } catch {
    return err({ kind: 'unreadable' })
  }
  formatted = `${formatted.trimEnd()}${/\n\s*$/.test(text) ? '\n' : ''}`
  const before = lex(text)
  const after = lex(formatted)
  const offset = firstDifference(before, after)
  return offset === undefined ? ok(withOwnCase(formatted, before, after)) : err({ kind: 'changed', offset })
}

/** Key words that PostgreSQL does not reserve and that make up statements. The others may be names: month, value … */
const STRUCTURE: ReadonlySet<string> = new Set(
  `add alter begin between by cascade commit concurrently conflict delete drop escape exists explain extension filter
   first function if include index insert key last matched materialized merge nothing nulls over partition range
   recursive replace restrict rollback rows set statistics temp temporary trigger truncate update vacuum values view`.split(
    /\s+/,
  ),
)

const isKeyword = (word: string): boolean =>
  word !== 'true' &&
  word !== 'false' &&
  (RESERVED.has(word) || TYPE_FUNCTION_WORDS.has(word) || STRUCTURE.has(word))

/** Words that may be names as they were written: the formatter takes some of them for key words. */
function withOwnCase(formatted: string, before: readonly Lexeme[], after: readonly Lexeme[]): string {
  let written = ''
  let from = 0
  for (const [index, { kind, text, start, end }] of after.entries()) {
    const own = before[index]?.text ?? text
    written += formatted.slice(from, start) + (kind === 'word' && !isKeyword(text.toLowerCase()) ? own : text)
    from = end
  }
  return written + formatted.slice(from)
}

/** Where the first token of `before` stands that `after` has not; undefined where there is none. */
function firstDifference(before: readonly Lexeme[], after: readonly Lexeme[]): number | undefined {
  const at = before.findIndex((token, index) => !isSame(token, after[index]))
  if (at >= 0) return before[at]?.start
  return after.length === before.length ? undefined : (before.at(-1)?.end ?? 0)
}

/** Whether two tokens are the same to PostgreSQL, and comments the same to a reader. */
function isSame(a: Lexeme, b: Lexeme | undefined): boolean {
  if (a.kind !== b?.kind || a.open !== b.open) return false
  // Names and key words are folded.
  if (a.kind === 'word') return a.text.toLowerCase() === b.text.toLowerCase()
  if (a.kind === 'comment') return commentText(a) === commentText(b)
  return a.text === b.text
}

/** A comment without its indentation, which is not part of what it says. */
const commentText = ({ text }: Lexeme) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')

const WORDS: Readonly<Record<FormatFailure['kind'], string>> = {
  unreadable:
    'The text was not formatted: it has a syntax error, or a form that the formatter does not know.',
  changed: 'The text was not formatted: the new layout would not have been the same SQL.',
}

/** Words a failure. */
export const describeFormatFailure = ({ kind }: FormatFailure): string => WORDS[kind]

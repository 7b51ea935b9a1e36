/**
 * `:column` placeholders of statements that run once for each row. PostgreSQL's grammar does not know them, so they
 * are found among the scanner's tokens, and covered by parameters of the same length before the text is parsed:
 * every offset stays right.
 *
 * A colon is a placeholder's where a name follows it at once, except where PostgreSQL gives the colon a meaning:
 * - directly inside the brackets of a subscript it separates a slice, `a[1:n]`; write `a[(:n)]` for a placeholder;
 * - after a finished operand it is the colon of `JSON_OBJECT('key': value)`: after a literal, a parameter, `)` or
 *   `]`, and after a name without a space between.
 * `::` is a token of its own, and nothing in strings, dollar quotes, quoted names or comments is looked at.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { byteOffsets } from './offsets.ts'
import { isComment, parseTree, scanTokens, type ParseFailure, type Token } from './parse.ts'

export interface Placeholder {
  /** Column name: folded to lower case as PostgreSQL folds names, unless quoted as in `:"Name"`. */
  readonly name: string
  /** UTF-16 offsets of the whole `:name`. */
  readonly start: number
  readonly end: number
  /** A cast `::type` follows, which binds tighter than a minus sign. */
  readonly cast: boolean
}

const LITERALS = new Set(['SCONST', 'ICONST', 'FCONST', 'BCONST', 'XCONST', 'PARAM'])
/** Quoted names with escapes, bit strings: the scanner's JSON names them UNKNOWN, so look at the text. */
const isLiteral = (token: Token) => LITERALS.has(token.name) || /^(?:[bnx]|u&)?'/i.test(token.text)
const isWord = (token: Token) => token.name === 'IDENT' || token.keyword !== 'NO_KEYWORD'

function nameOf(token: Token): string {
  return token.text.startsWith('"')
    ? token.text.slice(1, -1).replaceAll('""', '"')
    : token.text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Whether a colon after `previous` can only be PostgreSQL's. */
function endsOperand(previous: Token | undefined, colon: Token): boolean {
  if (!previous) return false
  if (isLiteral(previous) || previous.text === ')' || previous.text === ']') return true
  return previous.end === colon.start && isWord(previous) && previous.keyword !== 'RESERVED_KEYWORD'
}

/** Whether an opening bracket after `previous` subscripts something, rather than beginning an array. */
const subscripts = (previous: Token | undefined) =>
  previous !== undefined &&
  (previous.text === ')' || previous.text === ']' || (isWord(previous) && !/^array$/i.test(previous.text)))

/** Placeholders among tokens, in order. */
function placeholdersIn(tokens: readonly Token[]): Placeholder[] {
  const found: Placeholder[] = []
  const brackets: ('subscript' | 'other')[] = []
  const code = tokens.filter((token) => !isComment(token))
  code.forEach((token, index) => {
    const previous = code[index - 1]
    if (token.text === '[') brackets.push(subscripts(previous) ? 'subscript' : 'other')
    else if (token.text === '(') brackets.push('other')
    else if (token.text === ']' || token.text === ')') brackets.pop()
    else if (token.text === ':') {
      const next = code[index + 1]
      const named = next !== undefined && next.start === token.end && isWord(next)
      if (named && brackets.at(-1) !== 'subscript' && !endsOperand(previous, token)) {
        const cast = code[index + 2]?.text === '::'
        found.push({ name: nameOf(next), start: token.start, end: next.end, cast })
      }
    }
  })
  return found
}

/** Covers each placeholder by a parameter of the same length: `:user_id` becomes `$0000001`. */
function maskPlaceholders(source: string, placeholders: readonly Placeholder[]): string {
  let masked = ''
  let from = 0
  for (const { start, end } of placeholders) {
    masked += `${source.slice(from, start)}$${'1'.padStart(end - start - 1, '0')}`
    from = end
  }
  return masked + source.slice(from)
}

/** A text with its placeholders found and covered. */
export interface MaskedText {
  readonly masked: string
  readonly placeholders: readonly Placeholder[]
  /** Tokens of the source, comments included; empty where no token can matter. */
  readonly tokens: readonly Token[]
}

/** What makes looking at the tokens worthwhile: a single colon before a name, or a marker comment. */
const WORTH_SCANNING = /(?<!:):["_\p{L}\x80-\u{10ffff}]|@for-each-row/u

/** Finds and covers the placeholders of a text. Fails only where the scanner does, e.g. at an unterminated string. */
export function maskText(source: string): Result<MaskedText, ParseFailure> {
  if (!WORTH_SCANNING.test(source)) return ok({ masked: source, placeholders: [], tokens: [] })
  const tokens = scanTokens(source, byteOffsets(source))
  if (!tokens) return err(scanFailure(source))
  const placeholders = placeholdersIn(tokens)
  return ok({ masked: maskPlaceholders(source, placeholders), placeholders, tokens })
}

/**
 * Where the scanner failed. It tells no position but the parser does, if it comes that far: placeholders before the
 * place are covered one after the other until the parser meets something else.
 */
function scanFailure(source: string): ParseFailure {
  let text = source
  for (;;) {
    const parsed = parseTree(text)
    if (parsed.ok) return { kind: 'syntax', message: 'syntax error', offset: null }
    const { offset } = parsed.error
    const name =
      offset === null ? null : /^:(?:"[^"\0]*"|[\w$\x80-\u{10ffff}]+)/u.exec(text.slice(offset, offset + 200))
    if (offset === null || !name || name[0].length < 2) return parsed.error
    text = `${text.slice(0, offset)}$${'1'.padStart(name[0].length - 1, '0')}${text.slice(offset + name[0].length)}`
  }
}

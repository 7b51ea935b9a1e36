/**
 * A scanner for text that is still being written. PostgreSQL's own gives nothing at all for a text with an unfinished
 * string, and has to be loaded; this one always gives every token, and needs nothing. It follows PostgreSQL's lexical
 * rules, https://www.postgresql.org/docs/18/sql-syntax-lexical.html; a test holds it against PostgreSQL's scanner.
 */

export type LexemeKind =
  /** A keyword or a name without quotes. */
  | 'word'
  /** A name in double quotes. */
  | 'quoted'
  /** A string of any sort: '…', E'…', $tag$…$tag$, B'…', X'…', U&'…'; the N of N'…' is a word before it, as in PostgreSQL. */
  | 'string'
  | 'number'
  /** $1. */
  | 'parameter'
  | 'comment'
  /** One of ( ) [ ] , ; . : or :: := .. or a run of operator characters. */
  | 'sign'

export interface Lexeme {
  readonly kind: LexemeKind
  readonly text: string
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** Its end is missing: everything up to the end of the text is part of it. */
  readonly open: boolean
}

const IDENTIFIER = String.raw`[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*`
const WORD = new RegExp(IDENTIFIER, 'y')
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?!\.)(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y
const PARAMETER = /\$\d+/y
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y
/** What may stand before the quote of a string or of a name, without a space between. */
const QUOTE = /(?:[eEbBxX]|[uU]&)'|[uU]&"/y
const SIGN = /::|:=|\.\.|[.:]/y
const OPERATOR = /[+\-*/<>=~!@#%^&|`?]/
/** Two strings with a line end between them are one. */
const CONTINUED = /[ \t\f\v]*(?:--[^\n\r]*)?[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*'/y

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Splits `text` into its tokens, comments included; white space is left out. Never fails. */
export function lex(text: string): Lexeme[] {
  const found: Lexeme[] = []
  for (let at = 0; at < text.length;) {
    const letter = text.charCodeAt(at)
    if (letter === 32 || (letter >= 9 && letter <= 13)) {
      at++
      continue
    }
    const { kind, end, open = false } = next(text, at)
    found.push({ kind, text: text.slice(at, end), start: at, end, open })
    at = end
  }
  return found
}

interface Next {
  readonly kind: LexemeKind
  readonly end: number
  readonly open?: boolean
}

const BRACKETS_AND_COMMAS = new Set('()[],;')
const LETTER = /[A-Za-z_\u0080-\uffff]/

function next(text: string, at: number): Next {
  const letter = text[at] as string
  if (BRACKETS_AND_COMMAS.has(letter)) return { kind: 'sign', end: at + 1 }
  if (letter === "'" || letter === '"') return quotedFrom(text, at, letter)
  if (LETTER.test(letter)) {
    const quote = 'eEbBxXuU'.includes(letter) ? match(QUOTE, text, at) : undefined
    if (quote !== undefined) return quotedFrom(text, at, quote)
    return { kind: 'word', end: at + (match(WORD, text, at) ?? letter).length }
  }
  if (letter === '-' && text[at + 1] === '-') return lineComment(text, at)
  if (letter === '/' && text[at + 1] === '*') return blockComment(text, at)
  if (letter === '$') return dollar(text, at)
  const number = /[.\d]/.test(letter) ? match(NUMBER, text, at) : undefined
  if (number !== undefined) return { kind: 'number', end: at + number.length }
  const sign = letter === '.' || letter === ':' ? match(SIGN, text, at) : undefined
  return { kind: 'sign', end: sign === undefined ? operatorEnd(text, at) : at + sign.length }
}

function lineComment(text: string, at: number): Next {
  const sign = /[\n\r]/g
  sign.lastIndex = at
  const found = sign.exec(text)
  return found ? { kind: 'comment', end: found.index } : { kind: 'comment', end: text.length, open: true }
}

/** A string between dollars, or a parameter. */
function dollar(text: string, at: number): Next {
  const opening = match(DOLLAR, text, at)
  if (opening === undefined) {
    const parameter = match(PARAMETER, text, at)
    return parameter === undefined
      ? { kind: 'sign', end: at + 1 }
      : { kind: 'parameter', end: at + parameter.length }
  }
  const end = text.indexOf(opening, at + opening.length)
  return end < 0
    ? { kind: 'string', end: text.length, open: true }
    : { kind: 'string', end: end + opening.length }
}

/** Block comments nest. */
function blockComment(text: string, at: number): Next {
  const sign = /\/\*|\*\//g
  sign.lastIndex = at
  for (let depth = 0; ;) {
    const found = sign.exec(text)
    if (!found) return { kind: 'comment', end: text.length, open: true }
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return { kind: 'comment', end: sign.lastIndex }
  }
}

function quotedFrom(text: string, at: number, opening: string): Next {
  const mark = opening.at(-1) as string
  const kind = mark === '"' ? 'quoted' : 'string'
  const escapes = /^e/i.test(opening)
  for (let index = at + opening.length; index < text.length; index++) {
    const letter = text[index]
    if (escapes && letter === '\\') index++
    else if (letter === mark) {
      if (text[index + 1] === mark) index++
      else {
        const more = kind === 'string' ? match(CONTINUED, text, index + 1) : undefined
        if (more === undefined) return { kind, end: index + 1 }
        index += more.length
      }
    }
  }
  return { kind, end: text.length, open: true }
}

/** An operator ends where a comment begins, and before a sign that cannot end it. */
function operatorEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && OPERATOR.test(text[end] as string)) {
    const two = text.slice(end, end + 2)
    if (end > at && (two === '--' || two === '/*')) break
    end++
  }
  // Only these let an operator end in + or -: `a =-1` is an equals sign and a minus.
  while (end - at > 1 && /[+-]/.test(text[end - 1] as string) && !/[~!@#%^&|`?]/.test(text.slice(at, end)))
    end--
  return Math.max(end, at + 1)
}

/** Name that a token stands for: folded to lower case as PostgreSQL does, or as it is quoted. */
export function nameOf({ kind, text, open }: Lexeme): string {
  if (kind !== 'quoted') return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  const from = text.indexOf('"') + 1
  return text.slice(from, open ? undefined : -1).replaceAll('""', '"')
}

/** Puts other literals into a request, so that the same question is asked about something else. */
import { byteOffsets } from '../sql/offsets.ts'
import { scanTokens, type Token } from '../sql/parse.ts'
import type { LiteralVariant } from '../shared/check-spec.ts'
import { quotedLiteral } from '../shared/quote.ts'

const CONSTANTS = new Set(['ICONST', 'FCONST', 'SCONST'])
const DATE = /^\d{4}-\d\d-\d\d$/

/** What a constant token stands for; undefined for tokens that are no constants. */
function valueOf(token: Token): string | undefined {
  if (!CONSTANTS.has(token.name)) return undefined
  if (token.name !== 'SCONST') return numberOf(token.text)
  const quoted = /^[eE]?'(.*)'$/s.exec(token.text)
  if (quoted) return (quoted[1] as string).replaceAll("''", "'")
  return /^\$(\w*)\$(.*)\$\1\$$/s.exec(token.text)?.[2]
}

/** `7_920`, `7920.0` and `0x1ef0` are 7920. Numbers that do not fit into a double stay as they are written. */
function numberOf(text: string): string {
  const value = Number(text.replaceAll('_', ''))
  return Number.isSafeInteger(value) ? String(value) : text
}

/** Writes a value in the form of the token whose place it takes. */
function write(token: Token, value: string): string {
  if (token.name === 'SCONST') return quotedLiteral(value)
  return /^-?\d+(\.\d+)?$/.test(value) ? value : quotedLiteral(value)
}

/** The new value of a token. A date also replaces itself at the beginning of a timestamp. */
function replacement(value: string, variant: LiteralVariant): string | undefined {
  if (Object.hasOwn(variant, value)) return variant[value]
  const dated = value.replace(OTHER_DATE, (_, year: string, ...parts: string[]) => {
    const [month = '', day = ''] = parts.filter((part) => part !== undefined)
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
  const date = dated.slice(0, 10)
  if (DATE.test(date) && Object.hasOwn(variant, date) && /^(?:[ T]|$)/.test(dated.slice(10)))
    return `${variant[date] as string}${dated.slice(10)}`
  return (
    lastDay(dated, variant) ??
    inOtherCase(value, variant) ??
    insideDocument(value, variant) ??
    inOtherWords(value, variant)
  )
}

/** A date at the beginning of a text as PostgreSQL also reads it: `20240315`, `2024-3-15`, `2024/03/15`. */
const OTHER_DATE = /^(\d{4})(?:[-/](\d\d?)[-/](\d\d?)|(\d\d)(\d\d))(?!\d)/

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? []

const WORD = /[\p{L}\p{N}]+/gu
/** Numbers are no words: a `10` may be a part of a date or a LIMIT. */
const LETTER = /\p{L}/u

/**
 * A search for several words, spelt another way: `'a b'` as `'a & b'`, `'b & a'`, `'"a" b'` or `'a:*'`. Each word is
 * replaced by the one in its place, where both searches have as many.
 */
function inOtherWords(value: string, variant: LiteralVariant): string | undefined {
  const words = wordsOf(value)
  for (const [key, other] of Object.entries(variant)) {
    const [from, to] = [wordsOf(key), wordsOf(other)]
    if (from.length < 2 || from.length !== to.length || words.length === 0) continue
    const places = words.map((word) => from.findIndex((each) => each.toLowerCase() === word.toLowerCase()))
    if (places.includes(-1) || !words.every((word) => LETTER.test(word))) continue
    return value.replaceAll(WORD, (word) => {
      const at = from.findIndex((each) => each.toLowerCase() === word.toLowerCase())
      const [old, found] = [from[at] as string, to[at] as string]
      return word === old ? found : word === word.toUpperCase() ? found.toUpperCase() : found.toLowerCase()
    })
  }
  return undefined
}

const DAY = 86_400_000

/** The day before `date`, written alike. */
const dayBefore = (date: string) => new Date(Date.parse(`${date}T00:00Z`) - DAY).toISOString().slice(0, 10)

/** The last day of a range whose end, the next day, is in the variant: `BETWEEN … AND '2025-03-31 23:59:59'`. */
function lastDay(value: string, variant: LiteralVariant): string | undefined {
  const date = value.slice(0, 10)
  if (!DATE.test(date) || !/^(?:[ T]|$)/.test(value.slice(10))) return undefined
  const found = Object.entries(variant).find(
    ([key, other]) => DATE.test(key) && DATE.test(other) && dayBefore(key) === date,
  )
  return found && `${dayBefore(found[1])}${value.slice(10)}`
}

/** `UPPER('x')` written out: a literal all in capitals or all in small letters stands for the literal itself. */
function inOtherCase(value: string, variant: LiteralVariant): string | undefined {
  const found = Object.entries(variant).find(([key]) => key.toLowerCase() === value.toLowerCase())
  if (!found) return undefined
  if (value === value.toUpperCase()) return found[1].toUpperCase()
  return value === value.toLowerCase() ? found[1].toLowerCase() : undefined
}

/** A JSON document or string, an array or range constant, a JSON path. */
const DOCUMENT = /^\s*(?:[{[(].*[}\])]|"(?:[^"\\]|\\.)*"|(?:strict\s+|lax\s+)?\$.*)\s*$/s
/** What such a constant is made of: quoted strings, numbers with a fraction, and bare words. */
const PARTS = /"(?:\\.|[^"\\])*"|\d+(?:\.\d+)+|[^\s{}[\],:"()$@.?=<>!&|*]+/g

/** The value of a document with the literals among its keys and elements replaced: `["a", 1]`, `{a,b}`, `$.a`. */
function insideDocument(value: string, variant: LiteralVariant): string | undefined {
  if (!DOCUMENT.test(value)) return undefined
  const changed = value.replaceAll(PARTS, (part) => {
    const inner = part.startsWith('"') ? part.slice(1, -1) : part
    if (!Object.hasOwn(variant, inner)) return part
    const other = variant[inner] as string
    return part.startsWith('"') ? `"${other}"` : other
  })
  return changed === value ? undefined : changed
}

export interface Replaced {
  readonly text: string
  /** How many literals were replaced. */
  readonly count: number
}

/**
 * `text` with the literals of `variant` replaced wherever they stand as constants: `4711` and `'4711'` alike,
 * also as a key or an element of a JSON, array, range or JSON path constant, never within names, comments or longer texts.
 */
export function replaceLiterals(text: string, variant: LiteralVariant): Replaced {
  const tokens = scanTokens(text, byteOffsets(text)) ?? []
  let result = ''
  let at = 0
  let count = 0
  for (const token of tokens) {
    const value = valueOf(token)
    const other = value === undefined ? undefined : replacement(value, variant)
    if (other === undefined) continue
    result += text.slice(at, token.start) + write(token, other)
    at = token.end
    count++
  }
  return { text: result + text.slice(at), count }
}

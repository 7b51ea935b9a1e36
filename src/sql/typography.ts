/**
 * Characters that word processors, chats and web pages put in place of SQL's own. PostgreSQL takes them for letters, so
 * that what it complains about is a column of a strange name or a word further on.
 */
import { byteOffsets } from './offsets.ts'
import { scanTokens } from './parse.ts'

const KINDS: readonly (readonly [characters: RegExp, advice: string])[] = [
  [
    /[“”„‟‘’‚‛«»‹›′″＂＇]/,
    `These are typographic quotes, as word processors and web pages write them. SQL's are straight: 'text' for a value, "name" for a name.`,
  ],
  [
    /[–—−‐‑‒―]/,
    'This is a typographic dash, as word processors and web pages write it. A minus sign is -, a comment begins with --.',
  ],
  [/[≥≤≠×÷]/, 'SQL writes comparisons and products with plain signs: >=, <=, <>, * and /.'],
  [
    /[\u200B-\u200D\u2060\uFEFF\u00AD]/,
    'There is an invisible character here, as copied from a web page: delete the word and type it again.',
  ],
]

/** Advice where a name that PostgreSQL was given has such a character in it. */
export const typographyIn = (name: string): string | undefined =>
  KINDS.find(([characters]) => characters.test(name))?.[1]

/** The same for a text that does not parse: its strings and comments may hold what they like. */
export function typographyAdvice(source: string, offset: number): string | undefined {
  const tokens = scanTokens(source, byteOffsets(source))
  // A string without an end: its end may be there, but not as a quote.
  if (!tokens) return typographyIn(source.slice(offset, offset + 200).split('\n')[0] ?? '')
  const names = tokens.filter((token) => token.name === 'IDENT' && !token.text.startsWith('"'))
  return names.map((token) => typographyIn(token.text)).find((advice) => advice !== undefined)
}

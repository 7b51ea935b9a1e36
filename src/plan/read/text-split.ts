/** Cutting EXPLAIN's text format: identifiers, lists, `key=value` groups. */

/** A plain or quoted identifier at the start of a text. */
const IDENTIFIER = /^(?:"((?:[^"]|"")*)"|([^\s."]+))/

/** Splits at commas that stand outside parentheses, brackets, braces and quotes. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  parts.push(text.slice(start).trim())
  return parts
}

/** True while a quote or a parenthesis is open: the text goes on in the next line (a literal with a line break). */
export function isOpen(text: string): boolean {
  let depth = 0
  let quote = ''
  for (const char of text) {
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (char === '(') depth++
    else if (char === ')') depth--
  }
  return quote !== '' || depth > 0
}

export interface Target {
  readonly schema: string | null
  readonly name: string
  readonly alias: string
}

/** Reads `[schema.]name [alias]` as EXPLAIN prints it, quoted where needed. */
export function parseTarget(text: string): Target {
  const names: string[] = []
  let rest = text.trim()
  let alias: string | null = null
  for (let match = IDENTIFIER.exec(rest); match; match = IDENTIFIER.exec(rest)) {
    names.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    rest = rest.slice(match[0].length)
    if (rest.startsWith('.')) rest = rest.slice(1)
    else {
      const last = IDENTIFIER.exec(rest.trimStart())
      if (last) alias = last[1] === undefined ? last[2]! : last[1].replaceAll('""', '"')
      break
    }
  }
  const name = names.at(-1) ?? text.trim()
  return { schema: names.length > 1 ? names.slice(0, -1).join('.') : null, name, alias: alias ?? name }
}

/** `hit=3 read=2` as numbers by key; units behind the number are dropped. Keys may hold spaces (`buffers full=1`). */
export function parsePairs(text: string): Readonly<Record<string, number>> {
  const pairs: Record<string, number> = {}
  for (const match of text.matchAll(/([A-Za-z/]+(?: [A-Za-z/]+)*)=(-?[\d.]+)/g))
    pairs[match[1]!] = Number(match[2])
  return pairs
}

/** `Label: value  Label: value` (two spaces between) as pairs in order. */
export function parseFields(text: string): readonly (readonly [string, string])[] {
  return text
    .split(/ {2,}/)
    .map((part) => /^([^:]+):\s*(.*)$/.exec(part))
    .filter((match) => match !== null)
    .map((match) => [match[1]!.trim(), match[2]!] as const)
}

/** First number in a text: `25kB` → 25. */
export const leadingNumber = (text: string): number => Number.parseFloat(text)

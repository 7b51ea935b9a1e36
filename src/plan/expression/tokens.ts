/** Cuts a deparsed expression into tokens. */

export interface Token {
  readonly kind:
    'name' | 'string' | 'number' | 'operator' | 'parameter' | '(' | ')' | '[' | ']' | ',' | '.' | '::'
  /** Names without their quotes, strings without theirs. */
  readonly text: string
  readonly quoted: boolean
}

const PATTERN =
  /\s*(?:(E?'(?:[^']|'')*')|("(?:[^"]|"")*")|(\$\d+)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(::)|([()[\],.])|([-+*/<>=~!@#%^&|`?:]+))/iy

/** Tokens of an expression; null where it holds something that is no PostgreSQL token. */
export function tokenize(text: string): readonly Token[] | null {
  const tokens: Token[] = []
  PATTERN.lastIndex = 0
  const end = text.trimEnd().length
  while (PATTERN.lastIndex < end) {
    const match = PATTERN.exec(text)
    if (!match) return null
    const [, string, quoted, parameter, number, name, cast, punctuation, operator] = match
    if (string !== undefined)
      tokens.push({
        kind: 'string',
        text: string.replace(/^E?'|'$/gi, '').replaceAll("''", "'"),
        quoted: true,
      })
    else if (quoted !== undefined)
      tokens.push({ kind: 'name', text: quoted.slice(1, -1).replaceAll('""', '"'), quoted: true })
    else if (parameter !== undefined) tokens.push({ kind: 'parameter', text: parameter, quoted: false })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, quoted: false })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, quoted: false })
    else if (cast !== undefined) tokens.push({ kind: '::', text: cast, quoted: false })
    else if (punctuation !== undefined)
      tokens.push({ kind: punctuation as Token['kind'], text: punctuation, quoted: false })
    else tokens.push({ kind: 'operator', text: operator ?? '', quoted: false })
  }
  return tokens
}

/**
 * Patterns of names as psql reads them: * and ? are wildcards, a dot parts the schema from the name, what is not
 * quoted is lower case. https://www.postgresql.org/docs/18/app-psql.html#APP-PSQL-PATTERNS
 */
import { quotedLiteral } from '../../../shared/quote.ts'

/** Where the names of one catalog stand, e.g. `n.nspname` and `c.relname`. */
export interface NameColumns {
  readonly name: string
  /** Absent where what is named belongs to no schema. */
  readonly schema?: string
  /** True where the name is found without its schema. */
  readonly visible?: string
}

/** The regular expressions of a pattern's parts, the name last. */
function regexes(pattern: string): string[] {
  const parts = ['']
  let quoted = false
  const put = (text: string) => {
    parts[parts.length - 1] += text
  }
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string
    if (char === '"') {
      // A doubled quote within quotes is one.
      if (quoted && pattern[at + 1] === '"') {
        put('"')
        at++
      } else quoted = !quoted
    } else if (quoted) put(/[\\^$.|?*+()[\]{}]/.test(char) ? `\\${char}` : char)
    else if (char === '.') parts.push('')
    else if (char === '*') put('.*')
    else if (char === '?') put('.')
    else if (char === '$') put('\\$')
    else put(char.toLowerCase())
  }
  return parts.map((part) => `^(${part})$`)
}

/** The condition that a pattern puts on names, beginning with AND; without a pattern: what is found by its bare name. */
export function nameCondition(pattern: string, { name, schema, visible }: NameColumns): string {
  const bare = visible === undefined ? '' : ` AND ${visible}`
  if (pattern === '') return bare
  const parts = regexes(pattern)
  const matches = (column: string, regex: string) =>
    ` AND ${column} OPERATOR(pg_catalog.~) ${quotedLiteral(regex)} COLLATE pg_catalog.default`
  const own = matches(name, parts.at(-1) as string)
  const schemaRegex = parts.at(-2)
  return schema !== undefined && schemaRegex !== undefined ? matches(schema, schemaRegex) + own : own + bare
}

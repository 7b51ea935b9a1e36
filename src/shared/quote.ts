/** Names and texts as SQL takes them, always in quotes. https://www.postgresql.org/docs/18/sql-syntax-lexical.html */

/** `a"b` → `"a""b"`. */
export const quotedIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `it's` → `'it''s'`: right for standard_conforming_strings, where a backslash is a character like others. */
export const quotedLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The name that stands in SQL, in double quotes or without. */
export const unquotedIdentifier = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

/** A string, which names nothing; a name in quotes; a word. */
const NAMED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu

/** Every word and every name of a piece of SQL, without quotes: whether it names a column, say. */
export const identifiersIn = (sql: string): ReadonlySet<string> =>
  new Set(
    (sql.match(NAMED) ?? []).flatMap((text) =>
      text.startsWith("'") ? [] : text.startsWith('"') ? unquotedIdentifier(text) : text.toLowerCase(),
    ),
  )

/** Names and texts as SQL takes them, always in quotes. https://www.postgresql.org/docs/18/sql-syntax-lexical.html */

/** `a"b` → `"a""b"`. */
export const quotedIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `it's` → `'it''s'`: right for standard_conforming_strings, where a backslash is a character like others. */
export const quotedLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

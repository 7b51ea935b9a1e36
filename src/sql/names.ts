/** Names as they are written in SQL. */
import { quotedIdentifier } from '../shared/quote.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/**
 * PostgreSQL 18's reserved key words: no name without quotes.
 * https://www.postgresql.org/docs/18/sql-keywords-appendix.html
 */
export const RESERVED: ReadonlySet<string> = words(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
  current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc distinct
  do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit
  localtime localtimestamp not null offset on only or order placing primary references returning select session_user
  some symmetric table then to trailing true union unique user using variadic when where window with`,
)

/** Key words that may name a function or a type, and neither a column nor a table. */
export const TYPE_FUNCTION_WORDS: ReadonlySet<string> = words(
  `authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like
  natural notnull outer overlaps right similar tablesample verbose`,
)

/** A name as SQL writes it: in double quotes only where it needs them. */
export const quoteName = (name: string): string =>
  /^[a-z_][a-z0-9_$]*$/.test(name) && !RESERVED.has(name) && !TYPE_FUNCTION_WORDS.has(name)
    ? name
    : quotedIdentifier(name)

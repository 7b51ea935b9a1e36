/** What to do about errors that do not say it themselves. PostgreSQL's own words stay as they are. */
import { typographyIn } from './typography.ts'

interface Reported {
  /** SQLSTATE. */
  readonly code: string
  readonly message: string
}

const IMMUTABLE =
  "The expression must give the same result in every session. Name what a session would decide: to_tsvector('french', …) in place of to_tsvector(…), event_date AT TIME ZONE 'UTC' in place of a cast of timestamptz to date."

/** Message, as PostgreSQL 18 words it, and advice. */
const ADVICE: readonly (readonly [message: RegExp, advice: string])[] = [
  [
    /virtual generated columns? (?:is|are) not supported/,
    'Since PostgreSQL 18 a generated column is VIRTUAL, computed when it is read, unless its definition ends with STORED: add STORED.',
  ],
  [
    /^generation expression uses user-defined (?:function|type)/,
    'A VIRTUAL generated column, the default since PostgreSQL 18, takes built-in functions and types only: add STORED.',
  ],
  [/^generation expression is not immutable/, IMMUTABLE],
  [/^functions in (?:index|statistics) (?:expression|predicate) must be marked IMMUTABLE/, IMMUTABLE],
  [
    /^operator class "gi[ns]t?_trgm_ops" does not exist/,
    'It comes with an extension: CREATE EXTENSION pg_trgm, before the index.',
  ],
  [
    /^data type .* has no default operator class for access method "gin"/,
    'GIN indexes arrays, jsonb and tsvector by themselves. For LIKE on text name gin_trgm_ops, of the extension pg_trgm; for plain columns beside them there is btree_gin.',
  ],
  [
    /^data type .* has no default operator class for access method "gist"/,
    'GiST indexes ranges and geometry by itself. For plain columns beside them: CREATE EXTENSION btree_gist.',
  ],
]

/** What a statement runs out of when it never ends. */
const EXHAUSTED = /^(?:53\d{3}|54\d{3}|22003)$/

const RECURSIVE = /\bwith\s+recursive\b/i

/** Advice for a request with WITH RECURSIVE that was stopped, or that ended for want of memory or disk. */
export const recursionAdvice = (text: string): string | undefined =>
  RECURSIVE.test(text)
    ? 'WITH RECURSIVE goes on until a round finds no new row. Give it an end: a join that runs out of rows, a condition such as depth < 20, or a CYCLE clause where rows lead back to themselves.'
    : undefined

/** Advice on PostgreSQL's error about a statement in `text`. */
export function errorAdvice({ code, message }: Reported, text = ''): string | undefined {
  if (EXHAUSTED.test(code)) return recursionAdvice(text)
  // Undefined column, table, function, operator: the name may be no name.
  if (code.startsWith('42')) {
    const strange = typographyIn(message)
    if (strange !== undefined) return strange
  }
  return ADVICE.find(([words]) => words.test(message))?.[1]
}

import { unquotedIdentifier } from '../shared/quote.ts'
import { lex } from './lexer.ts'

/** Every word and quoted name of a piece of SQL, without quotes: whether it names a column, say. */
export const identifiersIn = (sql: string): ReadonlySet<string> =>
  new Set(
    lex(sql).flatMap(({ kind, text }) =>
      kind === 'word' || kind === 'quoted' ? unquotedIdentifier(text) : [],
    ),
  )

/**
 * What may be written at a place of a text that is not finished: names of the schema and of the text itself, join
 * conditions, functions and key words, the likeliest first.
 */
import { lex, type Lexeme } from '../lexer.ts'
import { afterStatement } from '../outline/declared.ts'
import { statementsOf } from '../outline/groups.ts'
import { surroundingsOf, type Surroundings } from '../outline/surroundings.ts'
import type { Schema } from '../schema.ts'
import { candidates, type Completion } from './candidates.ts'
import type { Expectation } from './expected.ts'
import { expectationAt } from './expectation.ts'

export interface Completions {
  /** UTF-16 offsets of the word that is replaced: what is before the caret, and all of it. */
  readonly from: number
  readonly to: number
  /** Best first. */
  readonly items: readonly Completion[]
}

/** Behind a space, only this comes by itself. */
const AFTER_SPACE: ReadonlySet<Completion['kind']> = new Set(['table', 'condition'])
/** Letters of a word behind something that may have a name made up, before key words are offered. */
const LETTERS = 2

/**
 * Completions for `text` with the caret at `offset`. `schema` is that before the text; what its statements before the
 * caret make is known too. `bySpace`: nobody asked, a space was typed.
 */
export function complete(text: string, offset: number, schema: Schema, bySpace = false): Completions {
  const lexemes = lex(text)
  const word = lexemes.find(({ kind, start, end }) => isName(kind) && start < offset && offset <= end)
  const none: Completions = { from: offset, to: offset, items: [] }
  if (!word && lexemes.some((lexeme) => isInside(lexeme, offset))) return none
  const from = word?.start ?? offset
  // `:column` belongs to the row before.
  if (lexemes.some(({ end, text: sign }) => end === from && sign === ':')) return none
  const statements = statementsOf(text, lexemes)
  const known = statements.filter(({ end }) => end < from).reduce(afterStatement, schema)
  const place = surroundingsOf(statements, from, known)
  const expected = expectationAt(place, from)
  let items = candidates(place, expected, known, from)
  if (bySpace)
    items = COMES_BY_ITSELF.has(expected.kind) ? items.filter(({ kind }) => AFTER_SPACE.has(kind)) : []
  const letters = offset - from
  if (MADE_UP.has(expected.kind) && letters > 0 && letters < LETTERS)
    items = items.filter(({ kind }) => kind !== 'keyword')
  if (isLowerCase(place, from)) items = items.map(inLowerCase)
  return { from, to: word?.end ?? offset, items }
}

const isName = (kind: Lexeme['kind']) => kind === 'word' || kind === 'quoted'

/** Whether nothing new can begin at `offset`: in a comment or a string, or right behind a value. */
const isInside = ({ kind, start, end, open }: Lexeme, offset: number): boolean =>
  start < offset &&
  (kind === 'comment'
    ? offset < end || (offset === end && open)
    : (kind === 'string' || kind === 'number' || kind === 'parameter') && offset <= end)

/** Where something comes by itself behind a space. */
const COMES_BY_ITSELF: ReadonlySet<Expectation['kind']> = new Set(['source', 'after-source', 'operand'])
/** Behind a source and behind a value, a new name may be written without AS. */
const MADE_UP: ReadonlySet<Expectation['kind']> = new Set(['after-source', 'operator'])

/** Whether the statement's first word, as far as it is written, is in small letters. */
function isLowerCase({ statement }: Surroundings, from: number): boolean {
  const [first] = statement.items
  return first?.kind === 'word' && first.start !== from && first.text === first.text.toLowerCase()
}

const inLowerCase = (item: Completion): Completion =>
  item.kind === 'keyword' || (item.kind === 'condition' && item.insert.startsWith('ON '))
    ? { ...item, label: lowered(item.label), insert: lowered(item.insert), filter: lowered(item.filter) }
    : item
const lowered = (text: string) => (text.startsWith('ON ') ? `on ${text.slice(3)}` : text.toLowerCase())

/**
 * The shape of a text that is still being written: statements, and in them what stands in brackets. Whatever is
 * missing, there is a shape.
 */
import { lex, nameOf, type Lexeme } from '../lexer.ts'

/** What stands between two brackets, or a whole statement. */
export interface Group {
  readonly kind: 'group'
  readonly bracket: '(' | '[' | ''
  /** UTF-16 offsets of what is inside; `end` is where the closing bracket stands or should. */
  readonly start: number
  readonly end: number
  readonly closed: boolean
  readonly items: readonly Item[]
}

export type Item = Lexeme | Group

export const isGroup = (item: Item | undefined): item is Group => item?.kind === 'group'

/** A word in capitals, or '' for anything else: to compare with key words. */
export const wordOf = (item: Item | undefined): string =>
  item?.kind === 'word' ? item.text.toUpperCase() : ''

export const isSign = (item: Item | undefined, text: string): boolean =>
  item?.kind === 'sign' && item.text === text

/** The name that an item is, folded; undefined where it is none. */
export const nameIn = (item: Item | undefined): string | undefined =>
  item?.kind === 'word' || item?.kind === 'quoted' ? nameOf(item) : undefined

const MARKER = /^--[ \t]*@for-each-row[ \t]*$/

/**
 * Statements of a text, each as a group without comments. They end at semicolons and at
 * `-- @for-each-row` lines. `all` are the text's tokens, for those who have them.
 */
export function statementsOf(text: string, all: readonly Lexeme[] = lex(text)): Group[] {
  const found: Group[] = []
  let start = 0
  let lexemes: Lexeme[] = []
  const finish = (end: number, next: number) => {
    found.push(grouped(lexemes, start, end))
    lexemes = []
    start = next
  }
  for (const lexeme of all) {
    if (lexeme.kind === 'comment') {
      if (MARKER.test(lexeme.text)) finish(lexeme.start, lexeme.end)
    } else if (lexeme.kind === 'sign' && lexeme.text === ';') finish(lexeme.start, lexeme.end)
    else lexemes.push(lexeme)
  }
  finish(text.length, text.length)
  return found
}

const CLOSING = { '(': ')', '[': ']' } as const

/** Puts tokens into the brackets that they stand in. */
function grouped(lexemes: readonly Lexeme[], start: number, end: number): Group {
  interface Open {
    readonly bracket: Group['bracket']
    readonly start: number
    readonly items: Item[]
  }
  const root: Open = { bracket: '', start, items: [] }
  const stack: Open[] = [root]
  const close = (at: number, closed: boolean) => {
    const done = stack.pop() as Open
    stack.at(-1)?.items.push({ kind: 'group', ...done, end: at, closed })
  }
  for (const lexeme of lexemes) {
    const { text } = lexeme
    if (lexeme.kind !== 'sign') stack.at(-1)?.items.push(lexeme)
    else if (text === '(' || text === '[') stack.push({ bracket: text, start: lexeme.end, items: [] })
    else if (text === ')' || text === ']') {
      const at = stack.findLastIndex(({ bracket }) => bracket !== '' && CLOSING[bracket] === text)
      // One that closes nothing is left out.
      if (at > 0) while (stack.length > at) close(lexeme.start, stack.length === at + 1)
    } else stack.at(-1)?.items.push(lexeme)
  }
  while (stack.length > 1) close(end, false)
  return { kind: 'group', bracket: '', start, end, closed: true, items: root.items }
}

/** Groups around an offset, from the statement to the innermost. */
export function groupsAround(root: Group, offset: number): Group[] {
  const chain = [root]
  for (;;) {
    const inner = chain
      .at(-1)
      ?.items.find((item): item is Group => isGroup(item) && item.start <= offset && offset <= item.end)
    if (!inner) return chain
    chain.push(inner)
  }
}

/** Parts of `items` between the signs `,`. */
export function byComma(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]]
  for (const item of items) {
    if (isSign(item, ',')) parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts
}

/**
 * Reads conditions as EXPLAIN prints them. PostgreSQL deparses with a parenthesis around every operator, so a small
 * grammar covers them; what it does not cover gives null, and then no advice is drawn from the condition.
 */
import { tokenize, type Token } from './tokens.ts'
import type { Expression } from './types.ts'

class Unreadable extends Error {}

const TYPE_WORDS: ReadonlySet<string> = new Set(['with', 'without', 'time', 'zone', 'varying', 'precision'])
/** Reserved words that cannot start an operand. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'then',
  'else',
  'end',
  'when',
  'collate',
  'from',
  'for',
  'using',
])

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length
  }

  #peek(offset = 0): Token | undefined {
    return this.#tokens[this.#at + offset]
  }

  #next(): Token {
    const token = this.#tokens[this.#at++]
    if (!token) throw new Unreadable()
    return token
  }

  #word(...words: readonly string[]): boolean {
    const fits = words.every((word, i) => {
      const token = this.#peek(i)
      return token?.kind === 'name' && !token.quoted && token.text.toLowerCase() === word
    })
    if (fits) this.#at += words.length
    return fits
  }

  #take(kind: Token['kind']): boolean {
    if (this.#peek()?.kind !== kind) return false
    this.#at++
    return true
  }

  #expect(kind: Token['kind']): void {
    if (!this.#take(kind)) throw new Unreadable()
  }

  disjunction(): Expression {
    const parts = [this.#conjunction()]
    while (this.#word('or')) parts.push(this.#conjunction())
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts: flat('or', parts) }
  }

  #conjunction(): Expression {
    const parts = [this.#negation()]
    while (this.#word('and')) parts.push(this.#negation())
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts: flat('and', parts) }
  }

  #negation(): Expression {
    if (this.#word('not')) return { kind: 'not', part: this.#negation() }
    return this.#operation()
  }

  #operation(): Expression {
    let left: Expression
    if (this.#peek()?.text === '*' && this.#peek(1)?.kind === ')') {
      this.#next()
      return { kind: 'group', name: '*', parts: [] }
    }
    if (this.#peek()?.kind === 'operator') {
      const operator = this.#next().text
      left = { kind: 'operator', operator, left: null, right: this.#operand(), quantifier: null }
    } else left = this.#operand()
    for (;;) {
      const token = this.#peek()
      if (token?.kind === 'operator') {
        const operator = this.#next().text
        const quantifier = this.#word('any') ? 'any' : this.#word('all') ? 'all' : null
        left = { kind: 'operator', operator, left, right: this.#operand(), quantifier }
      } else if (this.#word('is')) left = this.#test(left)
      else if (this.#word('at', 'time', 'zone'))
        left = { kind: 'call', name: 'timezone', args: [this.#operand(), left] }
      else if (this.#word('collate')) {
        this.#next()
        if (this.#take('.')) this.#next()
      } else return left
    }
  }

  #test(part: Expression): Expression {
    const not = this.#word('not') ? 'not ' : ''
    if (this.#word('distinct', 'from')) {
      const operator = not === '' ? 'is distinct from' : 'is not distinct from'
      return { kind: 'operator', operator, left: part, right: this.#operand(), quantifier: null }
    }
    return { kind: 'test', part, test: `${not}${this.#next().text.toLowerCase()}` }
  }

  #operand(): Expression {
    let part = this.#primary()
    for (;;) {
      if (this.#take('::')) {
        const type = this.#type()
        part = part.kind === 'literal' ? { ...part, type } : { kind: 'cast', part, type }
      } else if (this.#take('[')) {
        const inner = this.disjunction()
        this.#expect(']')
        part = { kind: 'group', name: 'subscript', parts: [part, inner] }
      } else if (this.#take('.')) {
        // A field of a row: `(InitPlan 1).col1`.
        this.#next()
      } else if (this.#word('over')) {
        if (this.#take('(')) this.#list(')')
        else this.#next()
      } else return part
    }
  }

  #type(): string {
    const words = [this.#next().text]
    if (this.#take('.')) words[0] = `${words[0]}.${this.#next().text}`
    const more = (): boolean => {
      const token = this.#peek()
      return token?.kind === 'name' && TYPE_WORDS.has(token.text.toLowerCase())
    }
    while (more()) words.push(this.#next().text)
    let type = words.join(' ')
    if (this.#peek()?.kind === '(' && this.#peek(1)?.kind === 'number') {
      while (!this.#take(')')) this.#next()
      while (more()) type += ` ${this.#next().text}`
    }
    while (this.#peek()?.kind === '[' && this.#peek(1)?.kind === ']') {
      this.#at += 2
      type += '[]'
    }
    return type
  }

  #list(close: Token['kind']): readonly Expression[] {
    const parts: Expression[] = []
    if (this.#take(close)) return parts
    do {
      // Keyword arguments (EXTRACT(epoch FROM x), SUBSTRING(a FROM b)) separate by words.
      parts.push(this.disjunction())
      while (this.#word('from') || this.#word('for')) parts.push(this.disjunction())
    } while (this.#take(','))
    this.#expect(close)
    return parts
  }

  #primary(): Expression {
    const token = this.#next()
    if (token.kind === '(') return this.#parenthesis()
    if (token.kind === 'string') return { kind: 'literal', value: token.text, type: null }
    if (token.kind === 'number') return { kind: 'literal', value: token.text, type: null }
    if (token.kind === 'parameter')
      return { kind: 'parameter', name: token.text, hashed: false, subplan: false }
    if (token.kind === 'operator') {
      const right = this.#operand()
      return { kind: 'operator', operator: token.text, left: null, right, quantifier: null }
    }
    if (token.kind !== 'name') throw new Unreadable()
    const word = token.quoted ? '' : token.text.toLowerCase()
    if (word === 'null') return { kind: 'literal', value: null, type: null }
    if (word === 'true' || word === 'false') return { kind: 'literal', value: word, type: 'boolean' }
    if (word === 'case') return this.#case()
    if (word === 'array' && this.#take('[')) return { kind: 'group', name: 'array', parts: this.#list(']') }
    if (word === 'any' || word === 'all') return { kind: 'group', name: word, parts: [this.#operand()] }
    if (word === 'hashed' || word === 'subplan' || word === 'initplan' || word === 'alternatives')
      return this.#subplan(token)
    if (word === 'exists' && this.#take('(')) {
      const parts = this.#list(')')
      return { kind: 'group', name: 'exists', parts }
    }
    if (STOP_WORDS.has(word)) throw new Unreadable()
    return this.#nameOrCall(token)
  }

  #subplan(first: Token): Expression {
    let hashed = first.text === 'hashed'
    const word = hashed ? this.#next().text : first.text
    const number = this.#next().text
    if (word === 'hashed') hashed = true
    return { kind: 'parameter', name: `${word} ${number}`, hashed, subplan: word.toLowerCase() === 'subplan' }
  }

  #nameOrCall(first: Token): Expression {
    const names = [first.text]
    while (this.#peek()?.kind === '.' && this.#peek(1)?.kind === 'name') {
      this.#at++
      names.push(this.#next().text)
    }
    if (this.#take('(')) {
      const name = names.at(-1)!
      // EXTRACT(epoch FROM x): the field is no column.
      if (name.toLowerCase() === 'extract') this.#at += 2
      this.#word('distinct')
      return { kind: 'call', name, args: this.#list(')') }
    }
    // CURRENT_DATE and friends are printed as bare words in capitals.
    if (names.length === 1 && /^(?:CURRENT|LOCAL|SESSION)_?[A-Z]*$/.test(first.text))
      return { kind: 'parameter', name: first.text, hashed: false, subplan: false }
    return { kind: 'column', table: names.length > 1 ? names.at(-2)! : null, name: names.at(-1)! }
  }

  #parenthesis(): Expression {
    const parts = this.#list(')')
    return parts.length === 1 ? parts[0]! : { kind: 'group', name: 'row', parts }
  }

  #case(): Expression {
    const parts: Expression[] = []
    while (!this.#word('end')) {
      if (this.#word('when') || this.#word('then') || this.#word('else')) continue
      parts.push(this.disjunction())
    }
    return { kind: 'group', name: 'case', parts }
  }
}

const flat = (kind: 'and' | 'or', parts: readonly Expression[]): readonly Expression[] =>
  parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))

/** Reads a condition; null where it is not understood. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokenize(text)
  if (!tokens) return null
  const parser = new Parser(tokens)
  try {
    const expression = parser.disjunction()
    return parser.done ? expression : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

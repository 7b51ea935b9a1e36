/**
 * A forgiving reader of JSON, for plans that people copied from somewhere. Besides JSON it takes Python's printed
 * dictionaries (single quotes, True, None), raw line breaks inside strings, trailing commas, and text that ends
 * early. Whole numbers beyond 2^53 (query identifiers) stay text, so that no digit is lost.
 */

/** What stopped the reader, and the offset where. */
export interface JsonFault {
  readonly offset: number
  readonly message: string
}

export type JsonOutcome =
  | { readonly ok: true; readonly value: unknown; readonly end: number; readonly truncated: boolean }
  | { readonly ok: false; readonly fault: JsonFault }

class Stop extends Error {
  readonly offset: number
  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
  ['NaN', null],
])

/** A number or a word, at `lastIndex`. */
const TOKEN = /[\w.+-]+/y
const SPACE = /\s*/y
/** Plain characters of a string, by its quote. */
const PLAIN: Readonly<Record<string, RegExp>> = { '"': /[^"\\]*/y, "'": /[^'\\]*/y }

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

class Reader {
  readonly text: string
  pos: number
  truncated = false

  constructor(text: string, start: number) {
    this.text = text
    this.pos = start
  }

  value(): unknown {
    const char = this.skip()
    if (char === '{') return this.object()
    if (char === '[') return this.array()
    if (char === '"' || char === "'") return this.string(char)
    TOKEN.lastIndex = this.pos
    const token = TOKEN.exec(this.text)?.[0]
    if (token === undefined)
      throw new Stop(this.pos, char === '' ? 'the text ends here' : `unexpected ${char}`)
    const start = this.pos
    this.pos += token.length
    if (WORDS.has(token)) return WORDS.get(token)
    const number = Number(token)
    if (Number.isFinite(number))
      return Number.isInteger(number) && !Number.isSafeInteger(number) ? token : number
    if (this.pos >= this.text.length) return this.cut(null)
    throw new Stop(start, `unexpected ${token}`)
  }

  /** Skips white space; gives the next character, empty at the end. */
  private skip(): string {
    SPACE.lastIndex = this.pos
    SPACE.exec(this.text)
    this.pos = SPACE.lastIndex
    return this.text[this.pos] ?? ''
  }

  /** The text ended early: everything open closes here. */
  private cut<T>(value: T): T {
    this.truncated = true
    return value
  }

  private object(): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    this.pos++
    for (;;) {
      const char = this.skip()
      if (char === '') return this.cut(object)
      if (char === '}') {
        this.pos++
        return object
      }
      if (char !== '"' && char !== "'") throw new Stop(this.pos, `expected a key in quotes, found ${char}`)
      const key = this.string(char)
      const colon = this.skip()
      if (colon === '') return this.cut(object)
      if (colon !== ':') throw new Stop(this.pos, `expected : after "${key}", found ${colon}`)
      this.pos++
      if (this.skip() === '') return this.cut(object)
      object[key] = this.value()
      if (this.separator('}')) return object
    }
  }

  private array(): unknown[] {
    const array: unknown[] = []
    this.pos++
    for (;;) {
      const char = this.skip()
      if (char === '') return this.cut(array)
      if (char === ']') {
        this.pos++
        return array
      }
      array.push(this.value())
      if (this.separator(']')) return array
    }
  }

  /** Reads a comma or the closing bracket; true when the list ends. */
  private separator(close: string): boolean {
    const char = this.skip()
    if (char === '') return this.cut(true)
    if (char !== ',' && char !== close) throw new Stop(this.pos, `expected , or ${close}, found ${char}`)
    this.pos++
    return char === close
  }

  private string(quote: string): string {
    const plain = PLAIN[quote] as RegExp
    let value = ''
    this.pos++
    for (;;) {
      plain.lastIndex = this.pos
      value += plain.exec(this.text)?.[0] ?? ''
      this.pos = plain.lastIndex
      const char = this.text[this.pos]
      if (char === undefined) return this.cut(value)
      this.pos++
      if (char === quote) return value
      value += this.escape()
    }
  }

  private escape(): string {
    const char = this.text[this.pos++] ?? ''
    if (char !== 'u' && char !== 'x') return ESCAPES[char] ?? char
    const digits = this.text.slice(this.pos, this.pos + (char === 'u' ? 4 : 2))
    this.pos += digits.length
    const code = Number.parseInt(digits, 16)
    return Number.isNaN(code) ? '' : String.fromCharCode(code)
  }
}

/** Reads one value that starts at `start`; what follows it is ignored. */
export function readJson(text: string, start = 0): JsonOutcome {
  const reader = new Reader(text, start)
  try {
    const value = reader.value()
    return { ok: true, value, end: reader.pos, truncated: reader.truncated }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: { offset: error.offset, message: error.message } }
    throw error
  }
}

/** Why a text is not sent to PostgreSQL. Offsets are UTF-16, into the text that was given; null if unknown. */
export type SqlError =
  /** PostgreSQL's parser refuses it; `message` is PostgreSQL's own. */
  | {
      readonly kind: 'syntax'
      readonly message: string
      readonly offset: number | null
      readonly hint?: string
    }
  /** A command of psql, e.g. `\copy`. */
  | { readonly kind: 'psql-command'; readonly command: string; readonly offset: number }
  /** A NUL character, which no PostgreSQL text can hold. */
  | { readonly kind: 'nul'; readonly offset: number }
  /** Sizes in UTF-16 units. */
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number; readonly offset: null }
  /** Expressions nested so deep that the parser's stack overflows. */
  | { readonly kind: 'too-deep'; readonly offset: null }
  /** `:name` where no row gives it a value. */
  | { readonly kind: 'placeholder'; readonly name: string; readonly offset: number }
  /** Waits for data that never comes. */
  | { readonly kind: 'copy-from-stdin'; readonly offset: number }
  /** There is no shell to run the program. */
  | { readonly kind: 'copy-program'; readonly offset: number }

/** An error in words for the learner. */
export interface SqlErrorText {
  readonly message: string
  readonly hint?: string
}

const PSQL_HINTS: Readonly<Record<string, string>> = {
  '\\copy': 'Put the rows into an INSERT.',
  '\\timing': 'Every Run shows its execution time.',
  '\\gexec': 'Write out the statements that it would run.',
}

const mega = (size: number) => `${(size / 1e6).toFixed(1)} million`

type Words = { readonly [K in SqlError['kind']]: (error: Extract<SqlError, { kind: K }>) => SqlErrorText }

const WORDS: Words = {
  syntax: ({ message, hint }) => (hint === undefined ? { message } : { message, hint }),
  'psql-command': ({ command }) => ({
    message: `${command} is a command of psql. Backslash commands are psql's, not PostgreSQL's, so they cannot be measured.`,
    hint: PSQL_HINTS[command] ?? 'The console understands \\d and \\di; here, only SQL works.',
  }),
  nul: () => ({
    message: 'The text contains a NUL character, which PostgreSQL cannot hold.',
    hint: 'It is invisible: delete the marked place and type it again.',
  }),
  'too-large': ({ size, limit }) => ({
    message: `The text has ${mega(size)} characters; the limit is ${mega(limit)}.`,
  }),
  'too-deep': () => ({
    message: 'A statement is nested too deep to be parsed.',
    hint: 'Split it, or use a list such as IN (…) or VALUES.',
  }),
  placeholder: ({ name }) => ({
    message: `:${name} has no value here.`,
    hint: 'A :column takes its value from a row of the statement before. Put “-- @for-each-row” on the line above the statement.',
  }),
  'copy-from-stdin': () => ({
    message: 'COPY … FROM STDIN waits for data that the browser cannot send.',
    hint: 'Put the rows into an INSERT … VALUES, or make them with generate_series.',
  }),
  'copy-program': () => ({
    message: 'COPY … PROGRAM runs a program of the server, and there is none in the browser.',
  }),
}

/** Words an error. Syntax errors keep PostgreSQL's words. */
export const describeSqlError = (error: SqlError): SqlErrorText =>
  (WORDS[error.kind] as (error: SqlError) => SqlErrorText)(error)

const STATEMENT_START = /^\s*(?:select|insert|update|delete|create|alter|drop|with|analyze|vacuum|set)\b/i

/** Advice for slips that people coming from other databases or from a driver make. */
export function syntaxHint(source: string, offset: number | null): string | undefined {
  if (offset === null) return undefined
  const rest = source.slice(offset, offset + 40)
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  if (rest.startsWith('`') || line.includes('`'))
    return 'PostgreSQL quotes names with double quotes, not with backticks.'
  if (/^%(?:s\b|\(\w+\)s)/.test(rest))
    return "%s is a placeholder of Django's driver: put a value in its place."
  if (/^.{0,2}\u00A0|^\w+\u00A0/.test(rest))
    return 'There is a no-break space here, as copied from a web page: type a plain one.'
  if (line.length < offset && /^\s*(?:\w+\s+)?$/.test(line) && STATEMENT_START.test(line + rest)) {
    return 'Is a semicolon missing at the end of the statement before?'
  }
  return undefined
}

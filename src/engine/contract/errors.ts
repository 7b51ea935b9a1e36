/** What can go wrong, as plain data. */

/** PostgreSQL's error fields, kept as it sent them. https://www.postgresql.org/docs/18/protocol-error-fields.html */
export interface PgError {
  readonly severity: string
  /** SQLSTATE, five characters. */
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** UTF-16 offset into the pane's text where the error points, when PostgreSQL told a position. */
  readonly offset?: number
  readonly where?: string
}

/** Where a statement stands in what the learner wrote. Offsets are UTF-16, `end` exclusive. */
export interface SourceSpan {
  readonly pane: 'setup' | 'changes' | 'query' | 'console' | 'probe' | 'state'
  readonly start: number
  readonly end: number
}

/** Why something that a database is started from is not there. */
export type LoadReason =
  /** No answer came: the network is not reachable, or the connection was lost on the way. */
  | 'offline'
  /** The site has no such dataset at that scale. */
  | 'no-dataset'
  /** The site was replaced by another version while the page was open; reloading the page helps. */
  | 'outdated'
  /** Code of the page's own did not come; the browser does not tell whether `offline` or `outdated`. */
  | 'code'
  /** The server refused, or what it sent is damaged. */
  | 'server'
  /** Everything came, and PostgreSQL did not start. */
  | 'start'

export interface LoadFailure {
  readonly reason: LoadReason
  readonly message: string
}

/** Why a job gave no measurement. */
export type EngineError =
  /** The text was refused before it was sent: a syntax error or something that cannot work here. */
  | { readonly kind: 'text'; readonly span: SourceSpan; readonly message: string; readonly hint?: string }
  /** PostgreSQL reported an error. */
  | { readonly kind: 'postgres'; readonly span: SourceSpan; readonly error: PgError }
  /** The database crashed or ran out of memory; it has been replaced by a clean one. */
  | { readonly kind: 'crash'; readonly message: string; readonly span?: SourceSpan }
  /** Stop was pressed, or the engine was closed. */
  | { readonly kind: 'stopped' }
  /** The dataset or PostgreSQL itself could not be loaded. */
  | ({ readonly kind: 'load' } & LoadFailure)
  /** A fault of the playground itself. */
  | { readonly kind: 'internal'; readonly message: string }

/** What every call of an engine resolves to: engines report errors as values and do not reject. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EngineError }

/** The error of kind `load`, where one is thrown. */
export class LoadError extends Error {
  override name = 'LoadError'
  readonly reason: LoadReason
  constructor(reason: LoadReason, message: string) {
    super(message)
    this.reason = reason
  }
}

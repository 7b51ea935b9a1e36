/** A database as the engine sees it, whichever PostgreSQL it is, and the two ways in which it fails. */
import type { PgError, Row } from '../contract/index.ts'
import type { RowCollector, WireFields, WireResult } from './wire.ts'

/** The database is gone: a WASM trap, memory exhausted, or an answer that is not the protocol's. */
export class DatabaseCrash extends Error {
  override name = 'DatabaseCrash'
}

/** An error that PostgreSQL reported. `pg.offset` is a UTF-16 offset into the statement as it was sent. */
export class PostgresError extends Error {
  override name = 'PostgresError'
  readonly pg: PgError
  constructor(pg: PgError) {
    super(pg.message)
    this.pg = pg
  }
}

/** A statement that succeeded. */
export interface ExecResult {
  readonly commandTag: string
  readonly notices: readonly string[]
  /** Wall time around the call, ms. */
  readonly ms: number
}

/** A PostgreSQL that takes one statement at a time: one in WebAssembly, or a server behind a socket. */
export interface Database {
  /** Transaction status after the last statement: I idle, T in a transaction, E in a failed one. */
  readonly status: string
  /**
   * Runs one statement; its rows go to `collector`, and what auto_explain reports of it to `onPlan`.
   * @throws PostgresError where PostgreSQL reports an error, DatabaseCrash where the database is lost
   */
  exec(sql: string, collector?: RowCollector, onPlan?: (fields: WireFields) => void): Promise<ExecResult>
  /** Rows of a query of our own, as text. */
  rows(sql: string): Promise<readonly Row[]>
  close(): Promise<void>
}

/** Where fresh databases come from. */
export interface Lab {
  /** A database at the snapshot's state with its random source re-seeded. The one given before is closed. */
  fresh(): Promise<Database>
  close(): Promise<void>
}

/** UTF-16 offset of PostgreSQL's 1-based position, which counts characters (code points). */
export function offsetOfPosition(text: string, position: number): number {
  let offset = 0
  for (let i = 1; i < position && offset < text.length; i++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1
  }
  return offset
}

export function toPgError(fields: WireFields, sql: string): PgError {
  const position = fields['P'] ? Number(fields['P']) : 0
  return {
    severity: fields['V'] ?? fields['S'] ?? 'ERROR',
    code: fields['C'] ?? 'XX000',
    message: fields['M'] ?? 'unknown error',
    ...(fields['D'] ? { detail: fields['D'] } : {}),
    ...(fields['H'] ? { hint: fields['H'] } : {}),
    ...(position > 0 ? { offset: offsetOfPosition(sql, position) } : {}),
    ...(fields['W'] ? { where: fields['W'] } : {}),
  }
}

/** The outcome of a complete answer. @throws PostgresError where it holds an error */
export function settled(result: WireResult, sql: string, ms: number): ExecResult {
  if (result.error) throw new PostgresError(toPgError(result.error, sql))
  return {
    commandTag: result.commandTag ?? '',
    notices: result.notices.map((fields) => `${fields['S'] ?? 'NOTICE'}: ${fields['M'] ?? ''}`),
    ms,
  }
}

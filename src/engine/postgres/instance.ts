/**
 * One PostgreSQL: a PGlite instance spoken to in wire protocol, one statement at a time, with crashes told
 * apart from errors. PGlite swallows WASM traps inside its message loop, after which the database answers
 * with nothing or hangs; here they surface as `DatabaseCrash` and the instance must be thrown away.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import type { PgError, Row } from '../contract/index.ts'
import { queryMessage, RowCollector, WireReader, type WireFields, type WireResult } from './wire.ts'

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

/** PGlite without the query for array types that it sends at start: values are read as text here. */
class QuietPGlite extends PGlite {
  override async _initArrayTypes(): Promise<void> {}
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

/** A statement that succeeded. */
export interface ExecResult {
  readonly commandTag: string
  readonly notices: readonly string[]
  /** Wall time around the call, ms. */
  readonly ms: number
}

/** PGlite's exit status for a PostgreSQL error's longjmp: the one exception that is no crash (pglitec.c). */
const LONGJMP = 100

interface EmscriptenModule {
  _PostgresMainLoopOnce(): void
  stackRestore(pointer: number): void
  readonly HEAPU8: Uint8Array
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

/** A PostgreSQL that takes one statement at a time: PGlite here, and a native server in scripts. */
export interface Database {
  /** Transaction status after the last statement: I idle, T in a transaction, E in a failed one. */
  readonly status: string
  /** `EXPLAIN (…) ` with all the options that the measuring protocol wants and this server knows. */
  readonly explain: string
  /**
   * Runs one statement; its rows go to `collector`, and what auto_explain reports of it to `onPlan`.
   * @throws PostgresError where PostgreSQL reports an error, DatabaseCrash where the database is lost
   */
  exec(sql: string, collector?: RowCollector, onPlan?: (fields: WireFields) => void): Promise<ExecResult>
  /** Rows of a query of our own, as text. */
  rows(sql: string): Promise<readonly Row[]>
  close(): Promise<void>
}

export class Instance implements Database {
  private readonly pg: PGlite
  private trap: unknown
  private crashed = false
  status = 'I'
  readonly explain = 'EXPLAIN (ANALYZE, BUFFERS, WAL, TIMING OFF, SERIALIZE TEXT, FORMAT JSON) '

  private constructor(pg: PGlite) {
    this.pg = pg
    const module = (pg as unknown as { Module: EmscriptenModule }).Module
    const step = module._PostgresMainLoopOnce.bind(module)
    const restore = module.stackRestore.bind(module)
    module._PostgresMainLoopOnce = () => {
      try {
        step()
      } catch (error) {
        if ((error as { status?: unknown } | null)?.status !== LONGJMP) this.trap ??= error
        throw error
      }
    }
    // Called by PGlite's handler before it goes on as if nothing had happened: the way out of its loop.
    module.stackRestore = (pointer) => {
      if (this.trap !== undefined) throw this.trap
      restore(pointer)
    }
  }

  /** Starts PostgreSQL on a file system that already holds PGDATA. */
  static async open(options: PGliteOptions): Promise<Instance> {
    const pg = new QuietPGlite(options)
    await pg.waitReady
    return new Instance(pg)
  }

  /** Size of the WASM heap, bytes. */
  get heapBytes(): number {
    return (this.pg as unknown as { Module: EmscriptenModule }).Module.HEAPU8.length
  }

  async exec(
    sql: string,
    collector = new RowCollector(0),
    onPlan?: (fields: WireFields) => void,
  ): Promise<ExecResult> {
    if (this.crashed) throw new DatabaseCrash('The database has crashed and was not replaced.')
    const reader = new WireReader(collector, onPlan)
    this.trap = undefined
    const start = performance.now()
    try {
      await this.pg.execProtocolRawStream(queryMessage(sql), {
        syncToFs: false,
        onRawData: (bytes) => reader.push(bytes),
      })
    } catch (error) {
      this.trap ??= error
    }
    const ms = performance.now() - start
    const result = reader.result()
    if (this.trap !== undefined) this.crash(crashMessage(this.trap))
    if (result.copyIn) this.crash('COPY waits for data that cannot be sent here.')
    if (result.error && isFatal(result.error)) this.crash(result.error['M'] ?? 'The database shut down.')
    if (result.status === null) this.crash('The database stopped answering.')
    this.status = result.status
    if (result.commandTag === null && !result.error) this.crash('The database stopped answering.')
    return settled(result, sql, ms)
  }

  async rows(sql: string): Promise<readonly Row[]> {
    const collector = new RowCollector(Number.MAX_SAFE_INTEGER)
    await this.exec(sql, collector)
    return collector.rows
  }

  async close(): Promise<void> {
    this.crashed = true
    await this.pg.close()
  }

  private crash(message: string): never {
    this.crashed = true
    throw new DatabaseCrash(message)
  }
}

const isFatal = (fields: WireFields) => fields['V'] === 'FATAL' || fields['V'] === 'PANIC'

function crashMessage(trap: unknown): string {
  const text = trap instanceof Error ? trap.message : String(trap)
  if (/memory access out of bounds|out of memory|allocation|Array buffer/i.test(text))
    return `The database ran out of memory (${text}).`
  if (/stack|recursion/i.test(text)) return `The database ran out of stack (${text}).`
  return `The database crashed (${text}).`
}

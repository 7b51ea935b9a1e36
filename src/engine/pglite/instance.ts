/**
 * One PostgreSQL: a PGlite instance spoken to in wire protocol, one statement at a time, with crashes told
 * apart from errors. PGlite swallows WASM traps inside its message loop, after which the database answers
 * with nothing or hangs; here they surface as `DatabaseCrash` and the instance must be thrown away.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import type { Row } from '../contract/index.ts'
import { DatabaseCrash, settled, type Database, type ExecResult } from '../postgres/database.ts'
import { queryMessage, RowCollector, WireReader, type WireFields } from '../postgres/wire.ts'

/** PGlite without the query for array types that it sends at start: values are read as text here. */
class QuietPGlite extends PGlite {
  override async _initArrayTypes(): Promise<void> {}
}

/** PGlite's exit status for a PostgreSQL error's longjmp: the one exception that is no crash (pglitec.c). */
const LONGJMP = 100

interface EmscriptenModule {
  _PostgresMainLoopOnce(): void
  stackRestore(pointer: number): void
}

export class Instance implements Database {
  private readonly pg: PGlite
  private trap: unknown
  private crashed = false
  status = 'I'

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
    if (this.trap !== undefined) this.crash(crashMessage(this.trap), this.trap)
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

  private crash(message: string, cause?: unknown): never {
    this.crashed = true
    throw new DatabaseCrash(message, { cause })
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

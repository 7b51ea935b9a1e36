/** A native PostgreSQL behind the engine's `Database`, spoken to in wire protocol as PGlite is. */
import type { Socket } from 'node:net'
import pg from 'pg'
import {
  DatabaseCrash,
  settled,
  type Database,
  type ExecResult,
  type Lab,
} from '../../src/engine/postgres/database.ts'
import type { Row } from '../../src/engine/contract/index.ts'
import { PLAN_LOG_SETTINGS } from '../../src/engine/postgres/plan-log.ts'
import type { NativeTemplate } from './native-template.ts'
import { SESSION_SETTINGS } from '../../src/engine/postgres/settings.ts'
import { queryMessage, RowCollector, WireReader, type WireFields } from '../../src/engine/postgres/wire.ts'

/** Major versions that brought a setting. */
const SINCE: Readonly<Record<string, number>> = { 'auto_explain.log_parameter_max_length': 16 }

const options = (version: number): string =>
  [['session_preload_libraries', 'auto_explain'] as const, ...SESSION_SETTINGS, ...PLAN_LOG_SETTINGS]
    .filter(([name]) => version >= (SINCE[name] ?? 0))
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ')

const FORGET_STATEMENTS = `SELECT public.pg_stat_statements_reset(0, oid, 0)
FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()`

/** The client after the handshake: its socket is taken over. */
interface ConnectedClient {
  readonly connection: { readonly stream: Socket }
}

export class NativeDatabase implements Database {
  status = 'I'
  private readonly socket: Socket
  private closed = false

  private constructor(socket: Socket) {
    this.socket = socket
    socket.removeAllListeners('data')
    socket.on('error', () => (this.closed = true))
  }

  /** Connects to a server of that major version, with the playground's planner settings. */
  static async connect(url: string, version: number): Promise<NativeDatabase> {
    const client = new pg.Client({ connectionString: url, options: options(version) })
    client.on('error', () => {})
    await client.connect()
    return new NativeDatabase((client as unknown as ConnectedClient).connection.stream)
  }

  async exec(
    sql: string,
    collector = new RowCollector(0),
    onPlan?: (fields: WireFields) => void,
  ): Promise<ExecResult> {
    if (this.closed) throw new DatabaseCrash('The connection to PostgreSQL is closed.')
    const reader = new WireReader(collector, onPlan)
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const onData = (chunk: Buffer) => {
        reader.push(chunk)
        if (reader.result().status === null) return
        finish()
        resolve()
      }
      const onClose = () => {
        this.closed = true
        finish()
        reject(new DatabaseCrash('PostgreSQL closed the connection.'))
      }
      const finish = () => {
        this.socket.off('data', onData)
        this.socket.off('close', onClose)
      }
      this.socket.on('data', onData)
      this.socket.on('close', onClose)
      this.socket.write(queryMessage(sql))
    })
    const result = reader.result()
    this.status = result.status ?? 'I'
    return settled(result, sql, performance.now() - start)
  }

  async rows(sql: string): Promise<readonly Row[]> {
    const collector = new RowCollector(Number.MAX_SAFE_INTEGER)
    await this.exec(sql, collector)
    return collector.rows
  }

  /** Takes this database's statements out of the server's table, which would be full after some dozens of jobs. */
  async forgetStatements(): Promise<void> {
    if (this.status !== 'I') await this.exec('ROLLBACK').catch(() => {})
    // A job may have dropped the extension, or lost the connection.
    await this.exec(FORGET_STATEMENTS).catch(() => {})
  }

  close(): Promise<void> {
    this.closed = true
    if (this.socket.destroyed) return Promise.resolve()
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve())
      this.socket.end(Uint8Array.from([0x58, 0, 0, 0, 4]))
    })
  }
}

/** Labs so far: each has a database of its own name. */
let labs = 0

/** Databases copied from a template, one at a time. */
export class NativeLab implements Lab {
  private current: NativeDatabase | undefined
  private readonly url: URL
  private readonly template: NativeTemplate
  private readonly name: string

  constructor(url: string, template: NativeTemplate) {
    this.url = new URL(url)
    this.template = template
    this.name = `${template.name}_job_${process.pid}_${++labs}`
  }

  private at(database: string): string {
    const url = new URL(this.url)
    url.pathname = `/${database}`
    return url.href
  }

  async fresh(): Promise<Database> {
    await this.close()
    const admin = new pg.Client({ connectionString: this.url.href })
    await admin.connect()
    await admin.query(`CREATE DATABASE "${this.name}" TEMPLATE "${this.template.name}"`)
    await admin.end()
    this.current = await NativeDatabase.connect(this.at(this.name), this.template.version)
    return this.current
  }

  async close(): Promise<void> {
    await this.current?.forgetStatements()
    await this.current?.close()
    this.current = undefined
    const admin = new pg.Client({ connectionString: this.url.href })
    await admin.connect()
    await admin.query(`DROP DATABASE IF EXISTS "${this.name}" WITH (FORCE)`)
    await admin.end()
  }
}

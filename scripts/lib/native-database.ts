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
import { SESSION_SETTINGS } from '../../src/engine/postgres/settings.ts'
import { queryMessage, RowCollector, WireReader, type WireFields } from '../../src/engine/postgres/wire.ts'

const OPTIONS = [['session_preload_libraries', 'auto_explain'], ...SESSION_SETTINGS, ...PLAN_LOG_SETTINGS]
  .map(([name, value]) => `-c ${name}=${value?.replaceAll(' ', '\\ ')}`)
  .join(' ')

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

  /** Connects with the playground's planner settings. */
  static async connect(url: string): Promise<NativeDatabase> {
    const client = new pg.Client({ connectionString: url, options: OPTIONS })
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

  close(): Promise<void> {
    this.closed = true
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve())
      this.socket.end(Uint8Array.from([0x58, 0, 0, 0, 4]))
    })
  }
}

/** Databases copied from a template, one at a time. */
export class NativeLab implements Lab {
  private current: NativeDatabase | undefined
  private readonly url: URL
  private readonly template: string
  private readonly name: string

  constructor(url: string, template: string) {
    this.url = new URL(url)
    this.template = template
    this.name = `${template}_job_${process.pid}`
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
    await admin.query(`CREATE DATABASE "${this.name}" TEMPLATE "${this.template}"`)
    await admin.end()
    this.current = await NativeDatabase.connect(this.at(this.name))
    return this.current
  }

  async close(): Promise<void> {
    await this.current?.close()
    this.current = undefined
    const admin = new pg.Client({ connectionString: this.url.href })
    await admin.connect()
    await admin.query(`DROP DATABASE IF EXISTS "${this.name}" WITH (FORCE)`)
    await admin.end()
  }
}

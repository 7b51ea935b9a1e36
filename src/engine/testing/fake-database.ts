/** A database that answers by a script, and a lab of such, for tests. */
import type { PgError, Row } from '../contract/index.ts'
import {
  DatabaseCrash,
  PostgresError,
  type Database,
  type ExecResult,
  type Lab,
} from '../postgres/database.ts'
import { COUNTERS_QUERY } from '../postgres/statement-counters.ts'
import { RowCollector, type WireFields } from '../postgres/wire.ts'

/** An execution that auto_explain reports: the fields of its top node, or more than that. */
export interface Execution {
  /** Fields of `Plan`; a Seq Scan of `t` without blocks and rows, but for these. */
  readonly plan?: Readonly<Record<string, unknown>>
  /** Fields beside `Plan`: `Triggers`, `Query Text`. */
  readonly more?: Readonly<Record<string, unknown>>
  /** ms */
  readonly ms?: number
  readonly context?: string
}

/** What the script says to one statement; everything left out is empty. */
export interface Answer {
  /** Names of the columns; all are `text`. */
  readonly columns?: readonly string[]
  readonly rows?: readonly Row[]
  readonly tag?: string
  readonly notices?: readonly string[]
  /** ms */
  readonly ms?: number
  readonly error?: Partial<PgError>
  /** Reported before the command tag, innermost first. */
  readonly executions?: readonly Execution[]
  /** What pg_stat_statements counts for the whole statement; else the hit and read blocks of its own executions. */
  readonly counted?: { readonly hit?: number; readonly walBytes?: number }
  readonly crash?: string
}

export type Script = (sql: string) => Answer | undefined

const TEXT_OID = 25

/** A DataRow body: https://www.postgresql.org/docs/18/protocol-message-formats.html */
function dataRow(row: Row): Uint8Array {
  const values = row.map((value) => (value === null ? null : new TextEncoder().encode(value)))
  const bytes = new Uint8Array(2 + values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 0))
  const view = new DataView(bytes.buffer)
  view.setInt16(0, values.length)
  let at = 2
  for (const value of values) {
    view.setInt32(at, value?.length ?? -1)
    at += 4
    if (value) bytes.set(value, at)
    at += value?.length ?? 0
  }
  return bytes
}

const NODE = {
  'Node Type': 'Seq Scan',
  'Relation Name': 't',
  'Startup Cost': 0,
  'Total Cost': 1,
  'Plan Rows': 1,
  'Plan Width': 4,
  'Actual Rows': 0,
  'Actual Loops': 1,
  'Shared Hit Blocks': 0,
  'Shared Read Blocks': 0,
}

function planMessage({ plan, more, ms = 1, context }: Execution): WireFields {
  const json = JSON.stringify({ ...more, Plan: { ...NODE, ...plan } })
  return {
    F: 'auto_explain.c',
    M: `duration: ${ms.toFixed(3)} ms  plan:\n${json}`,
    ...(context === undefined ? {} : { W: context }),
  }
}

const blocksOf = ({ plan, context }: Execution): number =>
  context === undefined
    ? Number(plan?.['Shared Hit Blocks'] ?? 0) + Number(plan?.['Shared Read Blocks'] ?? 0)
    : 0

export class FakeDatabase implements Database {
  status = 'I'
  readonly sent: string[] = []
  closed = false
  private readonly script: Script
  private hit = 0
  private walBytes = 0

  constructor(script: Script = () => undefined) {
    this.script = script
  }

  async exec(
    sql: string,
    collector = new RowCollector(0),
    onPlan: (fields: WireFields) => void = () => {},
  ): Promise<ExecResult> {
    await Promise.resolve()
    if (this.closed) throw new DatabaseCrash('closed')
    this.sent.push(sql)
    const answer: Answer = this.script(sql) ?? (sql === COUNTERS_QUERY ? { rows: [this.counters()] } : {})
    const { columns, rows = [], tag = '', notices = [], ms = 0, error, crash } = answer
    const { executions = [], counted } = answer
    for (const execution of executions) onPlan(planMessage(execution))
    if (crash !== undefined) throw new DatabaseCrash(crash)
    if (error) {
      if (this.status === 'T') this.status = 'E'
      throw new PostgresError({ severity: 'ERROR', code: 'XX000', message: 'scripted', ...error })
    }
    this.hit += counted?.hit ?? executions.reduce((sum, each) => sum + blocksOf(each), 0)
    this.walBytes += counted?.walBytes ?? 0
    if (sql === 'BEGIN') this.status = 'T'
    if (sql === 'ROLLBACK' || sql === 'COMMIT') this.status = 'I'
    const names = columns ?? rows[0]?.map((_, at) => `c${at + 1}`)
    if (names) collector.columns ??= names.map((name) => ({ name, typeOid: TEXT_OID, typeModifier: -1 }))
    for (const row of rows) {
      const bytes = dataRow(row)
      collector.add(bytes, new DataView(bytes.buffer), 0, bytes.length)
    }
    return { commandTag: tag, notices, ms }
  }

  async rows(sql: string): Promise<readonly Row[]> {
    const collector = new RowCollector(Number.MAX_SAFE_INTEGER)
    await this.exec(sql, collector)
    return collector.rows
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }

  /** The row that `readCountersRow` reads. */
  private counters(): Row {
    return [this.hit, 0, 0, 0, 0, 0, 0, 0, 0, this.walBytes].map(String)
  }
}

/** Gives databases that answer by one script; `given` are those so far, the last of them is open. */
export class FakeLab implements Lab {
  readonly given: FakeDatabase[] = []
  private readonly script: Script

  constructor(script: Script = () => undefined) {
    this.script = script
  }

  async fresh(): Promise<FakeDatabase> {
    await this.close()
    const database = new FakeDatabase(this.script)
    this.given.push(database)
    return database
  }

  async close(): Promise<void> {
    await this.given.at(-1)?.close()
  }
}

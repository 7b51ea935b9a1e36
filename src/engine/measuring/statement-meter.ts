/** What the statements of a step cost in all: their plans, sending their rows, and their AFTER triggers. */
import type { Totals } from '../contract/index.ts'
import type { Database } from '../postgres/database.ts'
import {
  COUNTERS_QUERY,
  countedBetween,
  readCountersRow,
  type StatementCounters,
} from '../postgres/statement-counters.ts'
import type { ExecutionLog } from './execution-log.ts'
import type { PreparedStep } from './prepare.ts'
import { NO_TOTALS } from './explain-totals.ts'
import { JobError } from '../postgres/job-error.ts'
import { isForeignKeyCheck } from './trigger-work.ts'

export interface Metered {
  readonly totals: Totals
  /** EXPLAIN's JSON with SERIALIZE, of the execution with the most buffers. */
  readonly plan: unknown
}

const score = (b: StatementCounters): number => b.sharedHit + b.sharedRead + b.localHit + b.localRead

export class StatementMeter {
  private readonly instance: Database
  private before: StatementCounters | undefined

  constructor(instance: Database) {
    this.instance = instance
  }

  async begin(): Promise<void> {
    this.before = await this.read()
  }

  /**
   * Ends the step that `begin` began: figures of its executions together. `failed`: one of them ended in an error;
   * `bytes`: of all its rows in text format.
   * @throws JobError where the request kept itself from being measured
   */
  async end(
    step: PreparedStep,
    log: ExecutionLog,
    { statements, failed, bytes }: { statements: number; failed: boolean; bytes: number },
  ): Promise<Metered | undefined> {
    const after = await this.read()
    const counted = this.before && after ? countedBetween(this.before, after) : undefined
    if (!log.heaviest) {
      if (!step.class.explainable)
        return { totals: afterPlans({ ...NO_TOTALS, statements }, counted), plan: null }
      if (failed || statements === 0) return undefined
      throw unmeasured(step)
    }
    // What a statement like CREATE TABLE AS does besides its query is not counted by statement.
    const whole = COUNTED.has(step.class.tag) ? counted : undefined
    const planned = { ...log.totals, statements }
    if (!whole) return { totals: planned, plan: explained(log, undefined) }
    const beyond = score(whole) - log.totals.buffers
    // A statement that failed was counted nowhere; others cannot cost less than their own plan.
    if (beyond < 0) throw unmeasured(step)
    const fired = log.fired.length > 0 || log.nested.some(isForeignKeyCheck)
    const totals = afterPlans(planned, whole)
    return {
      totals: { ...totals, triggerBuffers: fired ? beyond : 0 },
      plan: explained(log, fired || log.executions !== 1 ? undefined : { blocks: beyond, bytes }),
    }
  }

  private async read(): Promise<StatementCounters | undefined> {
    // A failed transaction answers nothing.
    if (this.instance.status === 'E') return undefined
    return readCountersRow((await this.instance.rows(COUNTERS_QUERY))[0])
  }
}

/** Statements that are counted as themselves: the others are utilities with a query inside. */
const COUNTED: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'EXECUTE'])

/** `planned` with the blocks and WAL of whole statements in place of those of their plans. */
function afterPlans(planned: Totals, whole: StatementCounters | undefined): Totals {
  if (!whole) return planned
  const buffers = score(whole)
  return {
    ...planned,
    buffers,
    triggerBuffers: buffers - planned.buffers,
    tempBlocks: whole.tempRead + whole.tempWritten,
    walBytes: whole.walBytes,
    walRecords: whole.walRecords,
  }
}

const unmeasured = (step: PreparedStep): JobError =>
  new JobError({
    kind: 'text',
    span: step.span,
    message: 'This statement could not be measured: the request itself changes what counts it.',
    hint: 'Leave the settings of auto_explain and pg_stat_statements alone in the Query pane.',
  })

/** The plan with what EXPLAIN (ANALYZE, SERIALIZE TEXT) prints besides: time, and blocks fetched for sending the rows. */
function explained(
  { heaviest = {}, heaviestMs }: ExecutionLog,
  sending: { readonly blocks: number; readonly bytes: number } | undefined,
): unknown {
  const { 'Query Text': _, ...plan } = heaviest
  const serialization = sending && {
    // Rounded up, as EXPLAIN does (BYTES_TO_KILOBYTES in explain.c).
    'Output Volume': Math.ceil(sending.bytes / 1024),
    Format: 'text',
    'Shared Hit Blocks': sending.blocks,
    'Shared Read Blocks': 0,
  }
  return { ...plan, ...(serialization ? { Serialization: serialization } : {}), 'Execution Time': heaviestMs }
}

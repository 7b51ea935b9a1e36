/**
 * Plans that auto_explain reports of the very executions that gave the rows, as messages to the client.
 * https://www.postgresql.org/docs/18/auto-explain.html
 */
import type { WireFields } from './wire.ts'

/**
 * Settings of auto_explain, for postgresql.conf or the connection. Level INFO reaches the client whatever
 * `client_min_messages` says. Nested statements (those of triggers and functions) are logged where `NESTED_ON` asks.
 */
export const PLAN_LOG_SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['auto_explain.log_min_duration', '0'],
  ['auto_explain.log_analyze', 'on'],
  ['auto_explain.log_buffers', 'on'],
  ['auto_explain.log_wal', 'on'],
  ['auto_explain.log_timing', 'off'],
  ['auto_explain.log_triggers', 'on'],
  ['auto_explain.log_format', 'json'],
  ['auto_explain.log_level', 'info'],
  ['auto_explain.log_parameter_max_length', '0'],
]

/**
 * Statements that switch the log and parts of it. It is on while figures are taken only: counting rows and blocks of each
 * node takes several times as long as running a plan of many cheap rows.
 */
export const LOG_ON = 'RESET auto_explain.log_min_duration'
export const LOG_OFF = 'SET auto_explain.log_min_duration = -1'
export const NESTED_ON = 'SET auto_explain.log_nested_statements = on'
export const NESTED_OFF = 'RESET auto_explain.log_nested_statements'
export const TIMING_ON = 'SET auto_explain.log_timing = on'
export const TIMING_OFF = 'RESET auto_explain.log_timing'

/** EXPLAIN's JSON of one execution: `Query Text`, `Plan`, `Triggers`. */
export type LoggedPlan = Readonly<Record<string, unknown>>

export interface LoggedExecution {
  readonly plan: LoggedPlan
  /** ms of ExecutorRun and ExecutorFinish, so with sending the rows and with AFTER triggers. */
  readonly ms: number
  /** PostgreSQL's CONTEXT: which statements and functions the execution was nested in; undefined for the client's own. */
  readonly context: string | undefined
}

const MESSAGE = /^duration: ([\d.]+) ms {2}plan:\n/

/** Whether a message is auto_explain's: its source file cannot be feigned by RAISE. */
export const isPlanMessage = (fields: WireFields): boolean => fields['F'] === 'auto_explain.c'

/** The execution that a message reports; undefined where it is not the JSON that the settings ask for. */
export function readPlanMessage(fields: WireFields): LoggedExecution | undefined {
  const text = fields['M'] ?? ''
  const head = MESSAGE.exec(text)
  if (!head) return undefined
  try {
    const plan = JSON.parse(text.slice(head[0].length)) as LoggedPlan
    return { plan, ms: Number(head[1]), context: fields['W'] }
  } catch {
    return undefined
  }
}

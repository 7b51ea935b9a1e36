import type { Database } from '../postgres/database.ts'
import { LOG_OFF, LOG_ON, NESTED_OFF, NESTED_ON, TIMING_OFF, TIMING_ON } from '../postgres/plan-log.ts'

/** What else is logged: the statements of triggers and functions, or each node's time. */
export type LogDetail = 'plain' | 'nested' | 'timed'

const SWITCHES: Readonly<
  Record<LogDetail, { readonly on: readonly string[]; readonly off: readonly string[] }>
> = {
  plain: { on: [LOG_ON], off: [LOG_OFF] },
  nested: { on: [LOG_ON, NESTED_ON], off: [NESTED_OFF, LOG_OFF] },
  timed: { on: [LOG_ON, TIMING_ON], off: [TIMING_OFF, LOG_OFF] },
}

/**
 * Does `work` with plans logged; outside of it none are, and statements run without the cost of counting. Where `work`
 * throws, the log stays as it is: the database is thrown away, or the next job's `apply` switches it off.
 */
export async function withPlanLog<T>(
  instance: Database,
  detail: LogDetail,
  work: () => Promise<T>,
): Promise<T> {
  const { on, off } = SWITCHES[detail]
  for (const statement of on) await instance.exec(statement)
  const done = await work()
  // A failed transaction takes no statement.
  if (instance.status !== 'E') for (const statement of off) await instance.exec(statement)
  return done
}

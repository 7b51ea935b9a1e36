/** What planning a statement takes: asked apart, because auto_explain reports executions only. */
import { PostgresError, type Database } from '../postgres/database.ts'
import { RowCollector } from '../postgres/wire.ts'

export interface Planning {
  /** ms; for display only. */
  readonly ms: number
  /** Blocks of 8 kB. */
  readonly buffers: number
  /** `Planning` and `Planning Time`, as EXPLAIN's JSON has them. */
  readonly json: Readonly<Record<string, unknown>>
}

/** Plans `text` without executing it; undefined where that fails now. */
export async function planAgain(instance: Database, text: string): Promise<Planning | undefined> {
  const collector = new RowCollector(1)
  try {
    await instance.exec(`EXPLAIN (BUFFERS, SUMMARY, FORMAT JSON) ${text}`, collector)
  } catch (error) {
    if (error instanceof PostgresError) return undefined
    throw error
  }
  const [found] = JSON.parse(collector.rows[0]?.[0] ?? '[]') as Readonly<Record<string, unknown>>[]
  if (!found) return undefined
  const planning = (found['Planning'] ?? {}) as Readonly<Record<string, number>>
  const ms = Number(found['Planning Time'] ?? 0)
  return {
    ms,
    buffers: (planning['Shared Hit Blocks'] ?? 0) + (planning['Shared Read Blocks'] ?? 0),
    json: { Planning: planning, 'Planning Time': ms },
  }
}

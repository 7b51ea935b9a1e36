/** Applies setup and changes. */
import type { StatementKind } from '../../sql/kind.ts'
import type { Database } from '../postgres/database.ts'
import { LOG_OFF } from '../postgres/plan-log.ts'
import type { PreparedStatement } from '../postgres/statements.ts'
import type { AppliedStatement } from '../contract/index.ts'
import { JobError, jobErrorOf, unbound } from '../postgres/job-error.ts'

/**
 * Before these the counters of what was written are flushed: PostgreSQL does it once a second, and what it flushes after
 * ANALYZE counts as changed since then (pgstat_report_stat() and pgstat_report_analyze()).
 */
const FLUSHED: ReadonlySet<StatementKind> = new Set(['maintenance', 'transaction', 'other'])
const FLUSH_COUNTERS = 'SELECT pg_catalog.pg_stat_force_next_flush()'

/** Applies statements one by one, each in a transaction of its own unless the text opens one. */
export async function apply(
  instance: Database,
  statements: readonly PreparedStatement[],
  progress: (at: { index: number; count: number; text: string }) => void,
): Promise<AppliedStatement[]> {
  const applied: AppliedStatement[] = []
  // Off here for whatever the job before left: the log draws a random number for each statement, and ANALYZE samples by
  // the same source.
  await instance.exec(LOG_OFF)
  for (const [index, item] of statements.entries()) {
    progress({ index, count: statements.length, text: item.statement.text })
    if (instance.status === 'I' && FLUSHED.has(item.class.kind)) await instance.exec(FLUSH_COUNTERS)
    try {
      const result = await instance.exec(item.statement.text)
      applied.push({
        text: item.statement.text,
        tag: item.class.tag,
        span: item.span,
        commandTag: result.commandTag,
        ms: result.ms,
        notices: result.notices,
      })
    } catch (error) {
      throw jobErrorOf(error, item, unbound(item))
    }
  }
  const last = statements.at(-1)
  if (last && instance.status !== 'I')
    throw new JobError({
      kind: 'text',
      span: last.span,
      message: 'A transaction is still open after the last statement, so nothing of it would last.',
      hint: 'Add COMMIT, or leave BEGIN out: each statement is a transaction of its own.',
    })
  return applied
}

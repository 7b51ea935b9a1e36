/**
 * The checks that COMMIT would make. Django's foreign keys are deferred, so that a DELETE may read more for them than
 * for itself.
 */
import type { Totals, TriggerWork } from '../contract/index.ts'
import type { Database } from '../postgres/database.ts'
import { readTriggerCatalog } from '../postgres/trigger-catalog.ts'
import { ExecutionLog } from './execution-log.ts'
import { NO_TOTALS } from './explain-totals.ts'
import { jobErrorOf, unbound } from '../postgres/job-error.ts'
import type { PreparedStep } from './prepare.ts'
import { triggerWork } from './trigger-work.ts'
import { utilityCost } from './utility-cost.ts'

/** Makes them now, in the open transaction. @throws JobError where a constraint is violated */
export async function deferredChecks(
  instance: Database,
  last: PreparedStep,
): Promise<{ readonly totals: Totals; readonly triggers: readonly TriggerWork[] }> {
  const log = new ExecutionLog()
  const { totals, result } = await utilityCost(instance, async () => {
    try {
      return await instance.exec('SET CONSTRAINTS ALL IMMEDIATE', undefined, (fields) => log.take(fields))
    } catch (error) {
      throw jobErrorOf(error, last, unbound(last))
    }
  })
  const triggers =
    log.nested.length > 0 ? triggerWork([], log.nested, await readTriggerCatalog(instance)) : []
  return {
    totals: {
      ...NO_TOTALS,
      buffers: totals.buffers,
      triggerBuffers: totals.buffers,
      walBytes: totals.walBytes,
      rowsRead: triggers.reduce((sum, trigger) => sum + trigger.rowsRead, 0),
      rowsProcessed: triggers.reduce((sum, trigger) => sum + trigger.rowsProcessed, 0),
      executionTime: totals.buffers > 0 ? result.ms : 0,
      timingRuns: 1,
    },
    triggers,
  }
}

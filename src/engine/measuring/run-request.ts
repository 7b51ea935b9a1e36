/**
 * How a request is run to be measured, by its mode: one that only reads once for the caches and then measured, one
 * that writes inside a transaction that is rolled back, a script once as it stands.
 */
import type { OnProgress, RowSet, Totals, TriggerWork } from '../contract/index.ts'
import { PostgresError, type Database, type ExecResult } from '../postgres/database.ts'
import { readTriggerCatalog } from '../postgres/trigger-catalog.ts'
import { deferredChecks } from './deferred-checks.ts'
import { ExecutionLog } from './execution-log.ts'
import { addTotals } from './explain-totals.ts'
import { inTransaction } from './in-transaction.ts'
import { withPlanLog } from './with-plan-log.ts'
import type { PreparedJob, PreparedRequest } from './prepare.ts'
import { planAgain } from './planning.ts'
import { runRequestOnce, type RequestRun, type StepRun } from './request-runner.ts'
import { rowSetsOf } from '../postgres/row-set.ts'
import { median } from '../../shared/median.ts'
import { triggerWork } from './trigger-work.ts'

export interface MeasuredStep extends StepRun {
  readonly triggers: readonly TriggerWork[]
}

/** A request run once, its triggers told apart. */
interface MeasuredRun extends RequestRun {
  readonly steps: readonly MeasuredStep[]
}

export interface MeasuredRequest extends MeasuredRun {
  readonly state: readonly RowSet[]
  readonly notices: readonly string[]
}

/** Runs a request by the protocol of its mode. */
export async function runRequest(
  instance: Database,
  prepared: PreparedJob,
  keep: number,
  progress: OnProgress,
): Promise<MeasuredRequest> {
  const { request } = prepared
  const tell = (run: number, runs: number) =>
    progress({ stage: 'request', index: 0, count: request.steps.length, run, runs })
  if (request.mode === 'script') {
    tell(0, 1)
    const { run, notices } = await withPlanLog(instance, 'nested', async () => ({
      run: await runRequestOnce(instance, request, keep, true),
      notices: await endTransaction(instance),
    }))
    const state = await rowSetsOf(instance, prepared.state, keep)
    return { ...(await withTriggers(instance, run)), state, notices }
  }
  if (request.mode === 'write') {
    await planOnly(instance, request)
    tell(0, 1)
    const written = await withPlanLog(instance, 'nested', () =>
      inTransaction(instance, async () => {
        const run = await runRequestOnce(instance, request, keep, true)
        const checked = await withDeferredChecks(instance, request, await withTriggers(instance, run))
        return { ...checked, state: await rowSetsOf(instance, prepared.state, keep), notices: [] }
      }),
    )
    return withPlanning(instance, written)
  }
  tell(0, 2)
  await runRequestOnce(instance, request, keep, false)
  tell(1, 2)
  const run = await withPlanLog(instance, 'plain', () => runRequestOnce(instance, request, keep, true))
  const state = await rowSetsOf(instance, prepared.state, keep)
  return withPlanning(instance, {
    ...run,
    steps: run.steps.map((step) => ({ ...step, triggers: [] })),
    state,
    notices: [],
  })
}

/** Tells triggers apart where any fired; the rows that their statements read belong to the totals. */
async function withTriggers(instance: Database, run: RequestRun): Promise<MeasuredRun> {
  const fired = run.steps.some((step) => step.nested.length > 0 || step.fired.length > 0)
  const catalog = fired && instance.status !== 'E' ? await readTriggerCatalog(instance) : undefined
  const steps = run.steps.map((step) => ({
    ...step,
    triggers: catalog ? triggerWork(step.fired, step.nested, catalog) : [],
  }))
  return {
    ...run,
    steps: steps.map((step) => ({ ...step, totals: withRowsOf(step.totals, step.triggers) })),
    totals: withRowsOf(
      run.totals,
      steps.flatMap((step) => step.triggers),
    ),
  }
}

const sumOf = (triggers: readonly TriggerWork[], key: 'rowsRead' | 'rowsProcessed'): number =>
  triggers.reduce((sum, trigger) => sum + trigger[key], 0)

const withRowsOf = (totals: Totals, triggers: readonly TriggerWork[]): Totals => ({
  ...totals,
  rowsRead: totals.rowsRead + sumOf(triggers, 'rowsRead'),
  rowsProcessed: totals.rowsProcessed + sumOf(triggers, 'rowsProcessed'),
})

async function withDeferredChecks(
  instance: Database,
  request: PreparedRequest,
  run: MeasuredRun,
): Promise<MeasuredRun> {
  const last = request.steps.at(-1)
  if (!last || instance.status !== 'T') return run
  const checks = await deferredChecks(instance, last)
  if (checks.totals.buffers === 0 && checks.triggers.length === 0) return run
  return {
    ...run,
    steps: run.steps.map((step, index) =>
      index === run.steps.length - 1
        ? {
            ...step,
            totals: addTotals(step.totals, checks.totals),
            triggers: [...step.triggers, ...checks.triggers],
          }
        : step,
    ),
    totals: addTotals(run.totals, checks.totals),
  }
}

async function withPlanning(instance: Database, run: MeasuredRequest): Promise<MeasuredRequest> {
  const steps: MeasuredStep[] = []
  for (const step of run.steps) {
    const planning = step.heaviest ? await planAgain(instance, step.heaviest.text) : undefined
    steps.push(
      planning
        ? {
            ...step,
            plan: { ...(step.plan as object), ...planning.json },
            totals: {
              ...step.totals,
              planningTime: planning.ms * step.totals.statements,
              planningBuffers: planning.buffers * step.totals.statements,
            },
          }
        : step,
    )
  }
  const sum = (key: 'planningTime' | 'planningBuffers') =>
    steps.reduce((all, step) => all + step.totals[key], 0)
  return {
    ...run,
    steps,
    totals: { ...run.totals, planningTime: sum('planningTime'), planningBuffers: sum('planningBuffers') },
  }
}

export interface Timing {
  /** Median, ms. */
  readonly executionTime: number
  readonly timingRuns: number
  /** EXPLAIN's JSON with timing of each step's heaviest execution; null where there is none. */
  readonly plans: readonly unknown[]
  /** ms that the further runs took inside PostgreSQL. */
  readonly postgres: number
}

/**
 * Runs a request again for its times alone: for the median of one that only reads, and once with timing on, which
 * tells where the time goes. A script is not repeated: it would need a database of its own.
 */
export async function timeRequest(
  instance: Database,
  request: PreparedRequest,
  run: MeasuredRequest,
  wanted: number,
): Promise<Timing> {
  const times = [run.totals.executionTime]
  let postgres = 0
  const runs = request.mode === 'read' ? affordableRuns(wanted, run.ms) : 1
  for (let again = 1; again < runs; again++) {
    const repeated = await withPlanLog(instance, 'plain', () => runRequestOnce(instance, request, 0, true))
    times.push(repeated.totals.executionTime)
    postgres += repeated.ms
  }
  const timed =
    wanted > 1 && request.mode !== 'script' ? await runTimed(instance, request, run) : { plans: [], ms: 0 }
  return {
    executionTime: median(times),
    timingRuns: times.length,
    plans: run.steps.map((_, index) => timed.plans[index] ?? null),
    postgres: postgres + timed.ms,
  }
}

/** The heaviest execution of each step once more, with timing on; what it writes is rolled back. */
async function runTimed(
  instance: Database,
  request: PreparedRequest,
  run: MeasuredRequest,
): Promise<{ readonly plans: readonly unknown[]; readonly ms: number }> {
  const plans: unknown[] = []
  let ms = 0
  const all = async () => {
    for (const step of run.steps) {
      const log = new ExecutionLog()
      if (step.heaviest) {
        const { text } = step.heaviest
        // What ran once may fail the second time, on rows that are there already; it is for display only.
        ms += await attempt(() => instance.exec(text, undefined, (fields) => log.take(fields)))
      }
      plans.push(log.heaviest ?? null)
      if (instance.status === 'E') break
    }
  }
  await withPlanLog(instance, 'timed', () => (request.mode === 'read' ? all() : inTransaction(instance, all)))
  return { plans, ms }
}

/** Fewer timing runs for slow requests: the figures do not need them and somebody waits. */
function affordableRuns(wanted: number, ms: number): number {
  return Math.max(1, Math.min(wanted, ms <= 100 ? wanted : ms <= 300 ? 3 : 1))
}

/** Plans each statement once without executing it, so that the first execution does not also fill the catalog caches. */
async function planOnly(instance: Database, request: PreparedRequest): Promise<void> {
  for (const step of request.steps) {
    if (!step.class.explainable || step.forEachRow) continue
    // A statement may depend on one before it; what is wrong with it shows when it is executed.
    await attempt(() => instance.exec(`EXPLAIN ${step.statement.text}`))
  }
}

/** ms of a statement that may fail. */
async function attempt(work: () => Promise<ExecResult>): Promise<number> {
  try {
    return (await work()).ms
  } catch (error) {
    if (error instanceof PostgresError) return 0
    throw error
  }
}

/** A script that leaves its transaction open loses it, as a closed connection would. */
async function endTransaction(instance: Database): Promise<string[]> {
  if (instance.status === 'I') return []
  await instance.exec('ROLLBACK')
  return ['The request leaves a transaction open; it was rolled back.']
}

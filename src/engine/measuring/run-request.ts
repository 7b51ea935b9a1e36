/**
 * How a request is run to be measured, by its mode: one that only reads again and again, one that writes inside a
 * transaction that is rolled back, a script once as it stands.
 */
import type { Database } from '../postgres/instance.ts'
import type { PreparedJob, PreparedRequest } from './prepare.ts'
import type { EngineProgress, RowSet } from '../contract/index.ts'
import {
  jobErrorOf,
  runExplain,
  runPlain,
  unbound,
  type ExplainRun,
  type PlainRun,
} from './request-runner.ts'
import { rowSetsOf } from './row-set.ts'
import { utilityCost } from './utility-cost.ts'
import { median } from '../../shared/median.ts'

interface RequestRun {
  readonly plain: PlainRun
  readonly explained: ExplainRun
  readonly state: readonly RowSet[]
  readonly notices: readonly string[]
  readonly postgres: number
}

/** Runs a request by the protocol of its mode. `reopen` gives another database at the state after the changes. */
export async function runRequest(
  instance: Database,
  reopen: () => Promise<Database>,
  prepared: PreparedJob,
  keep: number,
  progress: (progress: EngineProgress) => void,
): Promise<RequestRun> {
  const { request } = prepared
  const tell = (run: number, runs: number) =>
    progress({ stage: 'request', index: 0, count: request.steps.length, run, runs })
  if (request.mode === 'script') {
    tell(0, 2)
    const plain = await runPlain(instance, request, keep)
    const notices = await endTransaction(instance)
    const state = await rowSetsOf(instance, prepared.state, keep)
    tell(1, 2)
    const explained = await runExplain(await reopen(), request, plain.bound)
    return { plain, explained, state, notices, postgres: plain.ms + explained.ms }
  }
  if (request.mode === 'write') {
    await planOnly(instance, request)
    tell(0, 2)
    const explained = await inTransaction(instance, () => explainWrites(instance, request))
    tell(1, 2)
    const { plain, state } = await inTransaction(instance, async () => ({
      plain: await runPlain(instance, request, keep),
      state: await rowSetsOf(instance, prepared.state, keep),
    }))
    return { plain, explained, state, notices: [], postgres: plain.ms + explained.ms }
  }
  tell(0, 2)
  const plain = await runPlain(instance, request, keep)
  tell(1, 2)
  const explained = await runExplain(instance, request, plain.bound)
  const state = await rowSetsOf(instance, prepared.state, keep)
  return { plain, explained, state, notices: [], postgres: plain.ms + explained.ms }
}

export interface Timing {
  /** Median, ms. */
  readonly executionTime: number
  readonly timingRuns: number
  /** ms that the further runs took inside PostgreSQL. */
  readonly postgres: number
}

/**
 * Runs a request that only reads again, for the median of its execution time; the figures are known already. Others
 * are not repeated: their time is that of the one execution that was measured.
 */
export async function timeRequest(
  instance: Database,
  request: PreparedRequest,
  { explained, plain }: RequestRun,
  wanted: number,
): Promise<Timing> {
  const times = [explained.totals.executionTime]
  let postgres = 0
  const runs = request.mode === 'read' ? affordableRuns(wanted, explained.ms) : 1
  for (let run = 1; run < runs; run++) {
    const again = await runExplain(instance, request, plain.bound)
    times.push(again.totals.executionTime)
    postgres += again.ms
  }
  return { executionTime: median(times), timingRuns: times.length, postgres }
}

/** Fewer timing runs for slow requests: the figures do not need them and somebody waits. */
function affordableRuns(wanted: number, ms: number): number {
  return Math.max(1, Math.min(wanted, ms <= 100 ? wanted : ms <= 300 ? 3 : 1))
}

async function inTransaction<T>(instance: Database, work: () => Promise<T>): Promise<T> {
  await instance.exec('BEGIN')
  try {
    return await work()
  } finally {
    await instance.exec('ROLLBACK').catch(() => {})
  }
}

/**
 * Measures a request that writes, and then the checks that COMMIT would make: EXPLAIN does not show those of
 * deferred foreign keys, and a DELETE may read more for them than for itself.
 */
async function explainWrites(instance: Database, request: PreparedRequest): Promise<ExplainRun> {
  const run = await runExplain(instance, request)
  const last = request.steps.at(-1)
  if (!last || instance.status !== 'T') return run
  const { totals } = await utilityCost(instance, async () => {
    try {
      return await instance.exec('SET CONSTRAINTS ALL IMMEDIATE')
    } catch (error) {
      throw jobErrorOf(error, last, unbound(last), 0)
    }
  })
  return {
    ...run,
    totals: {
      ...run.totals,
      buffers: run.totals.buffers + totals.buffers,
      deferredBuffers: totals.buffers,
      executionTime: run.totals.executionTime + (totals.buffers > 0 ? totals.executionTime : 0),
    },
  }
}

/** Plans each statement once without executing it, so that the first execution does not also fill the catalog caches. */
async function planOnly(instance: Database, request: PreparedRequest): Promise<void> {
  for (const step of request.steps) {
    if (!step.class.explainable || step.forEachRow) continue
    // A statement may depend on one before it; what is wrong with it shows when it is executed.
    await instance.exec(`EXPLAIN ${step.statement.text}`).catch(() => {})
  }
}

/** A script that leaves its transaction open loses it, as a closed connection would. */
async function endTransaction(instance: Database): Promise<string[]> {
  if (instance.status === 'I') return []
  await instance.exec('ROLLBACK')
  return ['The request leaves a transaction open; it was rolled back.']
}

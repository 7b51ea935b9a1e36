/**
 * The measuring protocol. A job always starts on a database at the snapshot's state, so its figures depend on
 * its own text alone:
 *   setup → changes → request → variants → catalog → probes.
 * A request that only reads runs plainly first (its rows; this also fills the catalog caches: measured, the
 * buffers of a second and of every later execution are the same), then once under EXPLAIN (ANALYZE, BUFFERS,
 * WAL, TIMING OFF, SERIALIZE TEXT): that run gives the figures. Further runs only serve the median time. A request that writes is measured on its first execution, inside
 * a transaction that is rolled back.
 */
import { readCatalog, readCounters } from './catalog.ts'
import { NO_TOTALS } from './explain-totals.ts'
import type { Instance } from './instance.ts'
import {
  JobError,
  jobErrorOf,
  runExplain,
  runPlain,
  unbound,
  type ExplainRun,
  type PlainRun,
} from './request-runner.ts'
import type { PreparedJob, PreparedRequest, PreparedStatement } from './prepare.ts'
import {
  ROWS_KEPT,
  type AppliedStatement,
  type Catalog,
  type EngineProgress,
  type Job,
  type Measurement,
  type ProbeResult,
  type RowSet,
  type Totals,
} from './protocol.ts'
import { runProbe } from './probe.ts'
import { rowSets, rowSetsOf } from './row-set.ts'
import { utilityCost } from './utility-cost.ts'

/** Where fresh databases come from. */
export interface Lab {
  /** A database at the snapshot's state with its random source re-seeded. The one given before is closed. */
  fresh(): Promise<Instance>
}

export interface JobOutcome {
  readonly measurement: Measurement
  /** The database after the job: dataset, setup and changes; undefined where the request itself had lasting effects. */
  readonly instance: Instance | undefined
}

/** Default number of executions behind a median. */
const TIMING_RUNS = 5

/** Runs `prepared` and returns its measurement. @throws JobError, DatabaseCrash */
export async function runJob(
  lab: Lab,
  job: Job,
  prepared: PreparedJob,
  progress: (progress: EngineProgress) => void,
): Promise<JobOutcome> {
  const start = performance.now()
  const keep = job.rowsKept ?? ROWS_KEPT
  const before = await catalogBefore(lab, job, prepared)
  let instance = await lab.fresh()
  const began = performance.now()
  const setup = await apply(instance, prepared.setup, (at) => progress({ stage: 'setup', ...at }))
  const setUp = performance.now()
  const changing = performance.now()
  const changes = await apply(instance, prepared.changes, (at) => progress({ stage: 'changes', ...at }))
  const changed = performance.now()
  // A request that reads leaves the counters alone. Before others they are read in every job, whether its catalog
  // is wanted or not, so that no job finds other caches than the next.
  const counters = prepared.request.mode === 'read' ? undefined : await readCounters(instance)

  const requestStart = performance.now()
  const reopen = async () => {
    instance = await lab.fresh()
    await apply(instance, prepared.setup, () => {})
    await apply(instance, prepared.changes, () => {})
    return instance
  }
  const run = await runRequest(instance, reopen, prepared, job, keep, progress)
  const requestEnd = performance.now()

  const steps = prepared.request.steps
  const results = await rowSets(
    instance,
    run.plain.steps.map((step) => step.collector),
  )
  const bare: Measurement = {
    dataset: job.dataset,
    scale: job.scale,
    setup,
    changes,
    statements: steps.map((step, index) => {
      const explained = run.explained.steps[index]
      const plain = run.plain.steps[index]
      return {
        text: step.statement.text,
        tag: step.class.tag,
        span: step.span,
        forEachRow: step.forEachRow,
        executions: explained?.totals.statements ?? 0,
        plan: explained?.plan ?? null,
        totals: explained?.totals ?? NO_TOTALS,
        result: results[index] ?? null,
        commandTag: plain?.commandTag ?? '',
        notices: plain?.notices ?? [],
        ...(plain?.error ? { error: plain.error } : {}),
      }
    }),
    totals: { ...run.explained.totals, ...run.timing },
    variants: [],
    probes: [],
    state: run.state,
    notices: run.notices,
    wall: {
      total: performance.now() - start,
      start: began - start,
      setup: setUp - began,
      changes: changed - changing,
      request: requestEnd - requestStart,
      variants: 0,
      catalog: 0,
      probes: 0,
      postgres: run.postgres,
    },
  }
  progress({ stage: 'measured', measurement: bare })

  const variantsStart = performance.now()
  const variants: { totals: Totals; results: readonly RowSet[]; error?: JobError['error'] }[] = []
  for (const [index, variant] of prepared.variants.entries()) {
    progress({ stage: 'variant', index, count: prepared.variants.length })
    variants.push(await runVariant(instance, variant, keep))
  }
  const catalogStart = performance.now()
  if (job.catalog && prepared.request.mode === 'script') instance = await reopen()
  const after = job.catalog ? await readCatalog(instance, counters) : undefined
  const catalogEnd = performance.now()
  const probes: ProbeResult[] = []
  for (const [index, probe] of prepared.probes.entries()) {
    progress({ stage: 'probe', index, count: prepared.probes.length })
    if (prepared.request.mode === 'script') instance = await reopen()
    probes.push(await runProbe(instance, probe, prepared, keep))
  }

  const probesEnd = performance.now()
  const measurement: Measurement = {
    ...bare,
    variants,
    probes,
    ...(after ? { catalog: { before: before ?? after, after } } : {}),
    wall: {
      ...bare.wall,
      total: probesEnd - start,
      variants: catalogStart - variantsStart,
      catalog: catalogEnd - catalogStart,
      probes: probesEnd - catalogEnd,
    },
  }
  return { measurement, instance: prepared.request.mode === 'script' ? undefined : instance }
}

/**
 * The catalog before the changes. Read on a database of its own, so that reading it leaves no trace in the
 * measurement; not at all where nothing changes or where the caller knows it.
 */
async function catalogBefore(lab: Lab, job: Job, prepared: PreparedJob): Promise<Catalog | undefined> {
  if (!job.catalog || prepared.changes.length === 0) return undefined
  if (job.catalogBefore) return job.catalogBefore
  const instance = await lab.fresh()
  await apply(instance, prepared.setup, () => {})
  return readCatalog(instance)
}

/** Applies statements one by one, each in a transaction of its own unless the text opens one. */
export async function apply(
  instance: Instance,
  statements: readonly PreparedStatement[],
  progress: (at: { index: number; count: number; text: string }) => void,
): Promise<AppliedStatement[]> {
  const applied: AppliedStatement[] = []
  for (const [index, item] of statements.entries()) {
    progress({ index, count: statements.length, text: item.statement.text })
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
      throw jobErrorOf(error, item, unbound(item), 0)
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

interface RequestRun {
  readonly plain: PlainRun
  readonly explained: ExplainRun
  readonly state: readonly RowSet[]
  readonly timing: { readonly executionTime: number; readonly timingRuns: number }
  readonly notices: readonly string[]
  readonly postgres: number
}

async function runRequest(
  instance: Instance,
  reopen: () => Promise<Instance>,
  prepared: PreparedJob,
  job: Job,
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
    const timing = { executionTime: explained.totals.executionTime, timingRuns: 1 }
    return { plain, explained, state, timing, notices, postgres: plain.ms + explained.ms }
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
    const timing = { executionTime: explained.totals.executionTime, timingRuns: 1 }
    return { plain, explained, state, timing, notices: [], postgres: plain.ms + explained.ms }
  }
  const runs = job.timingRuns ?? TIMING_RUNS
  tell(0, runs + 1)
  const plain = await runPlain(instance, request, keep)
  tell(1, runs + 1)
  const explained = await runExplain(instance, request, plain.bound)
  const times = [explained.totals.executionTime]
  let postgres = plain.ms + explained.ms
  for (let run = 1; run < affordableRuns(runs, explained.ms); run++) {
    tell(run + 1, runs + 1)
    const again = await runExplain(instance, request, plain.bound)
    times.push(again.totals.executionTime)
    postgres += again.ms
  }
  const state = await rowSetsOf(instance, prepared.state, keep)
  const timing = { executionTime: median(times), timingRuns: times.length }
  return { plain, explained, state, timing, notices: [], postgres }
}

/** Fewer timing runs for slow requests: the figures do not need them and somebody waits. */
function affordableRuns(wanted: number, ms: number): number {
  return Math.max(1, Math.min(wanted, ms <= 100 ? wanted : ms <= 300 ? 3 : 1))
}

/** Median; the mean of the middle two for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

async function inTransaction<T>(instance: Instance, work: () => Promise<T>): Promise<T> {
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
async function explainWrites(instance: Instance, request: PreparedRequest): Promise<ExplainRun> {
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
async function planOnly(instance: Instance, request: PreparedRequest): Promise<void> {
  for (const step of request.steps) {
    if (!step.class.explainable || step.forEachRow) continue
    // A statement may depend on one before it; what is wrong with it shows when it is executed.
    await instance.exec(`EXPLAIN ${step.statement.text}`).catch(() => {})
  }
}

/** A script that leaves its transaction open loses it, as a closed connection would. */
async function endTransaction(instance: Instance): Promise<string[]> {
  if (instance.status === 'I') return []
  await instance.exec('ROLLBACK')
  return ['The request leaves a transaction open; it was rolled back.']
}

async function runVariant(instance: Instance, request: PreparedRequest, keep: number) {
  const none = { totals: NO_TOTALS, results: [] as RowSet[] }
  try {
    if (request.mode !== 'read') return none
    const plain = await runPlain(instance, request, keep)
    const explained = await runExplain(instance, request, plain.bound)
    const results = await rowSets(
      instance,
      plain.steps.map((step) => step.collector),
    )
    return { totals: explained.totals, results: results.filter((result) => result !== null) }
  } catch (error) {
    if (error instanceof JobError) return { ...none, error: error.error }
    throw error
  }
}

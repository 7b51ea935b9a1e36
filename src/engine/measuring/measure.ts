/**
 * The measuring protocol. A job always starts on a database at the snapshot's state, so its figures depend on
 * its own text alone:
 *   setup → changes → request → variants → catalog → probes.
 * A request that only reads runs once to fill the catalog caches (measured: the buffers of a second and of every
 * later execution are the same), then once more: that execution gives the rows and the figures, its plan as
 * auto_explain reports it and its blocks as pg_stat_statements counts them. Further runs only serve times. A request
 * that writes is measured on its first execution, inside a transaction that is rolled back: see run-request.ts.
 */
import { apply } from './apply.ts'
import { readCatalog, readCounters } from '../postgres/catalog.ts'
import { NO_TOTALS } from './explain-totals.ts'
import type { Database, Lab } from '../postgres/database.ts'
import { JobError } from '../postgres/job-error.ts'
import { runRequestOnce } from './request-runner.ts'
import { withPlanLog } from './with-plan-log.ts'
import type { PreparedJob, PreparedRequest } from './prepare.ts'
import {
  ROWS_KEPT,
  type Catalog,
  type Job,
  type Measurement,
  type OnProgress,
  type ProbeResult,
  type RowSet,
} from '../contract/index.ts'
import { runEarlyProbe, runProbe } from './probe.ts'
import { runRequest, timeRequest, type MeasuredStep } from './run-request.ts'
import { rowSets } from '../postgres/row-set.ts'
import { fingerprint } from '../../sql/fingerprint.ts'

export interface JobOutcome {
  readonly measurement: Measurement
  /** The database after the job: dataset, setup and changes; undefined where the request itself had lasting effects. */
  readonly instance: Database | undefined
}

/** Default number of executions behind a median. */
const TIMING_RUNS = 5

/**
 * Runs `prepared` and returns its measurement. `knownBefore` is the catalog before the changes, where it is known.
 * @throws JobError, DatabaseCrash
 */
export async function runJob(
  lab: Lab,
  job: Job,
  prepared: PreparedJob,
  knownBefore: Catalog | undefined,
  progress: OnProgress,
): Promise<JobOutcome> {
  const start = performance.now()
  const keep = job.rowsKept ?? ROWS_KEPT
  const before = await catalogBefore(lab, job, prepared, knownBefore)
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
  const run = await runRequest(instance, prepared, keep, progress)
  const requestEnd = performance.now()

  const results = await rowSets(
    instance,
    run.steps.map((step) => step.collector),
  )
  const bare: Measurement = {
    dataset: job.dataset,
    scale: job.scale,
    setup,
    changes,
    statements: prepared.request.steps.map((step, index) => {
      const { totals, plan, triggers, commandTag, notices, error } = run.steps[index] as MeasuredStep
      return {
        text: step.statement.text,
        fingerprint: fingerprint(step.statement.text),
        tag: step.class.tag,
        span: step.span,
        forEachRow: step.forEachRow,
        executions: totals.statements,
        plan,
        totals,
        triggers,
        result: results[index] ?? null,
        commandTag,
        notices,
        ...(error ? { error } : {}),
      }
    }),
    totals: { ...run.totals, timingRuns: 1 },
    variants: [],
    probes: [],
    state: run.state,
    notices: run.notices,
    timed: [],
    wall: {
      total: performance.now() - start,
      start: began - start,
      setup: setUp - began,
      changes: changed - changing,
      request: requestEnd - requestStart,
      variants: 0,
      catalog: 0,
      probes: 0,
      postgres: run.ms,
    },
  }
  progress({ stage: 'measured', measurement: bare })

  const timingStart = performance.now()
  const timing = await timeRequest(instance, prepared.request, run, job.timingRuns ?? TIMING_RUNS)
  const variantsStart = performance.now()
  const variants: Measurement['variants'][number][] = []
  for (const [index, variant] of prepared.variants.entries()) {
    progress({ stage: 'variant', index, count: prepared.variants.length })
    variants.push(await runVariant(instance, variant, keep))
  }
  const catalogStart = performance.now()
  if (job.catalog && prepared.request.mode === 'script') instance = await reopen()
  const after = job.catalog ? await readCatalog(instance, counters) : undefined
  const catalogEnd = performance.now()
  const undisturbed: Measurement = {
    ...bare,
    totals: { ...bare.totals, executionTime: timing.executionTime, timingRuns: timing.timingRuns },
    timed: timing.plans,
    variants,
    ...(after ? { catalog: { before: before ?? after, after } } : {}),
    wall: {
      ...bare.wall,
      total: catalogEnd - start,
      request: bare.wall.request + variantsStart - timingStart,
      postgres: bare.wall.postgres + timing.postgres,
      variants: catalogStart - variantsStart,
      catalog: catalogEnd - catalogStart,
    },
  }
  if (prepared.probes.length > 0) progress({ stage: 'undisturbed', measurement: undisturbed })

  const probes: ProbeResult[] = []
  for (const [index, probe] of prepared.probes.entries()) {
    progress({ stage: 'probe', index, count: prepared.probes.length })
    const scripted = prepared.request.mode === 'script'
    if (probe.early) {
      probes.push(...(await runEarlyProbe(await lab.fresh(), probe, prepared, keep)))
      if (!scripted) instance = await reopen()
    } else {
      if (scripted) instance = await reopen()
      probes.push(...(await runProbe(instance, probe, prepared, keep)))
    }
  }

  const probesEnd = performance.now()
  const measurement: Measurement = {
    ...undisturbed,
    probes,
    wall: { ...undisturbed.wall, total: probesEnd - start, probes: probesEnd - catalogEnd },
  }
  return { measurement, instance: prepared.request.mode === 'script' ? undefined : instance }
}

/**
 * The catalog before the changes. Read on a database of its own, so that reading it leaves no trace in the
 * measurement; not at all where nothing changes or where the caller knows it.
 */
async function catalogBefore(
  lab: Lab,
  job: Job,
  prepared: PreparedJob,
  known: Catalog | undefined,
): Promise<Catalog | undefined> {
  if (!job.catalog || prepared.changes.length === 0) return undefined
  if (known) return known
  const instance = await lab.fresh()
  await apply(instance, prepared.setup, () => {})
  return readCatalog(instance)
}

async function runVariant(instance: Database, request: PreparedRequest, keep: number) {
  const none = { totals: NO_TOTALS, results: [] as RowSet[] }
  try {
    if (request.mode !== 'read') return none
    await runRequestOnce(instance, request, keep, false)
    const run = await withPlanLog(instance, 'plain', () => runRequestOnce(instance, request, keep, true))
    const results = await rowSets(
      instance,
      run.steps.map((step) => step.collector),
    )
    return {
      totals: run.totals,
      results: results.filter((result) => result !== null),
      plans: run.steps.flatMap((step) => step.plan ?? []),
    }
  } catch (error) {
    if (error instanceof JobError) return { ...none, error: error.error }
    throw error
  }
}

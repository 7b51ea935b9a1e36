/** Runs the request on disturbed data, in a transaction that is rolled back: for its rows, and where asked its figures. */
import { PostgresError, type Database } from '../postgres/database.ts'
import { apply } from './apply.ts'
import type { PreparedJob, PreparedProbe } from './prepare.ts'
import type { PreparedStatement } from '../postgres/statements.ts'
import type { EngineError, ProbeResult, RowSet } from '../contract/index.ts'
import { JobError, jobErrorOf, unbound } from '../postgres/job-error.ts'
import { runRequestOnce } from './request-runner.ts'
import { withPlanLog } from './with-plan-log.ts'
import { rowSets, rowSetsOf } from '../postgres/row-set.ts'

/**
 * Runs an early probe: setup, the disturbance, and only then the changes and the request. `instance` is a fresh
 * database and is used up.
 */
export async function runEarlyProbe(
  instance: Database,
  probe: PreparedProbe,
  prepared: PreparedJob,
  keep: number,
): Promise<readonly ProbeResult[]> {
  try {
    for (const part of [prepared.setup, probe.statements, prepared.changes])
      await apply(instance, part, () => {})
  } catch (error) {
    return failed(probe, errorOf(error))
  }
  return runProbe(instance, { ...probe, statements: [] }, prepared, keep)
}

/** The result of a probe, and where it asks for a second run that of the second. */
export async function runProbe(
  instance: Database,
  probe: PreparedProbe,
  prepared: PreparedJob,
  keep: number,
): Promise<readonly ProbeResult[]> {
  const { request } = prepared
  try {
    await instance.exec('BEGIN')
    // A script commits, so that foreign keys would be checked that other requests never get to.
    if (request.mode === 'script') await instance.exec('SET LOCAL session_replication_role = replica')
    await applyProbe(instance, probe.statements)
    // A script has a database of its own, and statements that refuse to run inside a transaction.
    if (request.mode === 'script') await instance.exec('COMMIT')
    const first = { name: probe.name, ...(await runOn(instance, prepared, keep, probe.measured)) }
    if (probe.again === undefined) return [first]
    // What writes has changed the data that it would find.
    if (request.mode !== 'read') return [first, { name: first.name, results: first.results }]
    return [first, await runAgain(instance, probe.name, probe.again, prepared, keep)]
  } catch (error) {
    return failed(probe, errorOf(error))
  } finally {
    if (instance.status !== 'I') await instance.exec('ROLLBACK').catch(() => {})
  }
}

async function runAgain(
  instance: Database,
  name: string,
  statements: readonly PreparedStatement[],
  prepared: PreparedJob,
  keep: number,
): Promise<ProbeResult> {
  try {
    await applyProbe(instance, statements)
    return { name, ...(await runOn(instance, prepared, keep, false)) }
  } catch (error) {
    return { name, results: [], error: errorOf(error) }
  }
}

async function applyProbe(instance: Database, statements: readonly PreparedStatement[]): Promise<void> {
  for (const item of statements) {
    try {
      await instance.exec(item.statement.text)
    } catch (error) {
      throw jobErrorOf(error, item, unbound(item))
    }
  }
}

/** Rows of the request's statements, then those of the state queries; and its figures, of the same execution. */
async function runOn(
  instance: Database,
  { request, state }: PreparedJob,
  keep: number,
  figures: boolean,
): Promise<Pick<ProbeResult, 'results' | 'totals'>> {
  const measured = figures && request.mode !== 'script'
  const run = () => runRequestOnce(instance, request, keep, measured)
  const { steps, totals } = await (measured ? withPlanLog(instance, 'plain', run) : run())
  if (request.mode === 'script' && instance.status !== 'I') await instance.exec('ROLLBACK')
  const states = await rowSetsOf(instance, state, keep)
  const results = await rowSets(
    instance,
    steps.map((step) => step.collector),
  )
  return {
    results: [...results.filter((result): result is RowSet => result !== null), ...states],
    ...(measured ? { totals } : {}),
  }
}

const failed = ({ name, again }: PreparedProbe, error: EngineError): readonly ProbeResult[] =>
  (again === undefined ? [name] : [name, name]).map((each) => ({ name: each, results: [], error }))

/** @throws what is no error of the job's texts */
function errorOf(error: unknown): EngineError {
  if (error instanceof JobError) return error.error
  if (error instanceof PostgresError)
    return { kind: 'postgres', span: { pane: 'probe', start: 0, end: 0 }, error: error.pg }
  throw error
}

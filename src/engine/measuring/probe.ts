/** Runs the request on disturbed data, in a transaction that is rolled back: for its rows, and where asked its figures. */
import { PostgresError, type Database } from '../postgres/instance.ts'
import { apply } from './apply.ts'
import type { PreparedJob, PreparedProbe, PreparedRequest, PreparedStatement } from './prepare.ts'
import type { EngineError, ProbeResult, RowSet, Totals } from '../contract/index.ts'
import { JobError, jobErrorOf, runExplain, runPlain, unbound } from './request-runner.ts'
import { rowSets, rowSetsOf } from './row-set.ts'

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
    const totals = probe.measured ? await figuresOf(instance, request) : undefined
    const first: ProbeResult = {
      name: probe.name,
      results: await resultsOf(instance, prepared, keep),
      ...(totals ? { totals } : {}),
    }
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
    return { name, results: await resultsOf(instance, prepared, keep) }
  } catch (error) {
    return { name, results: [], error: errorOf(error) }
  }
}

async function applyProbe(instance: Database, statements: readonly PreparedStatement[]): Promise<void> {
  for (const item of statements) {
    try {
      await instance.exec(item.statement.text)
    } catch (error) {
      throw jobErrorOf(error, item, unbound(item), 0)
    }
  }
}

/** Figures of the request; what it writes is undone. */
async function figuresOf(instance: Database, request: PreparedRequest): Promise<Totals | undefined> {
  if (request.mode === 'script') return undefined
  await instance.exec('SAVEPOINT measured')
  const { totals } = await runExplain(instance, request)
  await instance.exec('ROLLBACK TO SAVEPOINT measured')
  return totals
}

/** Rows of the request's statements, then those of the state queries. */
async function resultsOf(instance: Database, { request, state }: PreparedJob, keep: number) {
  const { steps } = await runPlain(instance, request, keep)
  if (request.mode === 'script' && instance.status !== 'I') await instance.exec('ROLLBACK')
  const states = await rowSetsOf(instance, state, keep)
  const results = await rowSets(
    instance,
    steps.map((step) => step.collector),
  )
  return [...results.filter((result): result is RowSet => result !== null), ...states]
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

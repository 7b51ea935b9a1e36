/** Runs the request on disturbed data, in a transaction that is rolled back, for the rows alone. */
import { PostgresError, type Database } from '../postgres/instance.ts'
import { apply } from './apply.ts'
import type { PreparedJob, PreparedProbe, PreparedStatement } from './prepare.ts'
import type { ProbeResult, RowSet } from '../contract/index.ts'
import { JobError, jobErrorOf, runPlain, unbound } from './request-runner.ts'
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
): Promise<ProbeResult> {
  try {
    for (const part of [prepared.setup, probe.statements, prepared.changes])
      await apply(instance, part, () => {})
  } catch (error) {
    if (error instanceof JobError) return { name: probe.name, results: [], error: error.error }
    throw error
  }
  return runProbe(instance, { name: probe.name, statements: [] }, prepared, keep)
}

export async function runProbe(
  instance: Database,
  probe: { readonly name: string; readonly statements: readonly PreparedStatement[] },
  prepared: PreparedJob,
  keep: number,
): Promise<ProbeResult> {
  const { request } = prepared
  try {
    await instance.exec('BEGIN')
    // A script commits, so that foreign keys would be checked that other requests never get to.
    if (request.mode === 'script') await instance.exec('SET LOCAL session_replication_role = replica')
    for (const item of probe.statements) {
      try {
        await instance.exec(item.statement.text)
      } catch (error) {
        throw jobErrorOf(error, item, unbound(item), 0)
      }
    }
    // A script has a database of its own, and statements that refuse to run inside a transaction.
    if (request.mode === 'script') await instance.exec('COMMIT')
    const { steps } = await runPlain(instance, request, keep)
    if (request.mode === 'script' && instance.status !== 'I') await instance.exec('ROLLBACK')
    const state = await rowSetsOf(instance, prepared.state, keep)
    const results = await rowSets(
      instance,
      steps.map((step) => step.collector),
    )
    return {
      name: probe.name,
      results: [...results.filter((result): result is RowSet => result !== null), ...state],
    }
  } catch (error) {
    if (error instanceof JobError) return { name: probe.name, results: [], error: error.error }
    if (error instanceof PostgresError)
      return {
        name: probe.name,
        results: [],
        error: { kind: 'postgres', span: { pane: 'probe', start: 0, end: 0 }, error: error.pg },
      }
    throw error
  } finally {
    if (instance.status !== 'I') await instance.exec('ROLLBACK').catch(() => {})
  }
}

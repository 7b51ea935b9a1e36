/**
 * The engine's operations over one lab of databases: what runs inside the worker, and in Node. Knows which job the
 * open database was left by, and brings it there where it was not. One call at a time.
 */
import { runBill } from './bill.ts'
import { runConsole } from '../postgres/console.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { DatabaseCrash, PostgresError, type Database, type Lab } from '../postgres/database.ts'
import { apply } from './apply.ts'
import { runJob } from './measure.ts'
import { prepareJob, type PreparedJob } from './prepare.ts'
import { prepareStatements } from '../postgres/statements.ts'
import {
  LoadError,
  type Catalog,
  type ConsoleResult,
  type EngineError,
  type IndexBill,
  type Job,
  type Measurement,
  type OnProgress,
  type Outcome,
} from '../contract/index.ts'
import { JobError } from '../postgres/job-error.ts'
import type { Result } from '../../shared/result.ts'

/** The open database, and the setup and changes that it was left by. */
interface Standing {
  readonly at: string
  readonly database: Database
}

export class Session {
  private readonly lab: Lab
  private standing: Standing | undefined

  constructor(lab: Lab) {
    this.lab = lab
  }

  measure(
    job: Job,
    catalogBefore: Catalog | undefined,
    onProgress: OnProgress,
  ): Promise<Outcome<Measurement>> {
    return this.settle(async () => {
      this.standing = undefined
      const prepared = prepare(job)
      const { measurement, instance } = await runJob(this.lab, job, prepared, catalogBefore, onProgress)
      if (instance) this.standing = { at: placeOf(job), database: instance }
      return measurement
    })
  }

  console(base: Job, sql: string): Promise<Outcome<readonly ConsoleResult[]>> {
    return this.settle(async () => runConsole(await this.databaseOf(base), sql))
  }

  catalog(base: Job): Promise<Outcome<Catalog>> {
    return this.settle(async () => readCatalog(await this.databaseOf(base)))
  }

  bill(job: Job): Promise<Outcome<readonly IndexBill[]>> {
    return this.settle(async () => {
      const prepared = prepare(job)
      this.standing = undefined
      return runBill(this.lab, prepared)
    })
  }

  /** The next look at a database starts from its job anew. */
  reset(): Promise<Outcome<null>> {
    this.standing = undefined
    return Promise.resolve({ ok: true, value: null })
  }

  /** The database that `base` leaves: the open one, or one that is brought there. */
  private async databaseOf(base: Job): Promise<Database> {
    const at = placeOf(base)
    if (this.standing?.at === at) return this.standing.database
    const setup = unwrap(prepareStatements('setup', base.setup ?? ''))
    const changes = unwrap(prepareStatements('changes', base.changes))
    this.standing = undefined
    const database = await this.lab.fresh()
    await apply(database, setup, () => {})
    await apply(database, changes, () => {})
    this.standing = { at, database }
    return database
  }

  private async settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      const cause = toEngineError(error)
      // What is wrong with a text leaves the database as it was; anything else may not have.
      if (cause.kind !== 'text' && cause.kind !== 'postgres') this.standing = undefined
      return { ok: false, error: cause }
    }
  }
}

/** What a job leaves in the database: a request's own effects are undone, or its database is not kept. */
const placeOf = ({ setup = '', changes }: Job): string => JSON.stringify([setup, changes])

function unwrap<T>(result: Result<T, EngineError>): T {
  if (!result.ok) throw new JobError(result.error)
  return result.value
}

const prepare = (job: Job): PreparedJob => unwrap(prepareJob(job))

/** What went wrong, in the contract's terms. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof JobError) return error.error
  if (error instanceof DatabaseCrash) {
    const { cause } = error
    // PostgreSQL reads its files in the middle of a statement, and one of them did not come.
    if (cause instanceof LoadError) return { kind: 'load', reason: cause.reason, message: cause.message }
    return { kind: 'crash', message: error.message }
  }
  // Only our own statements get here unwrapped: the database is not what it was when it started.
  if (error instanceof PostgresError)
    return {
      kind: 'crash',
      message: `The database no longer answers the playground's own questions (${error.pg.message}).`,
    }
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) }
}

/** The engine's operations over one lab of databases: what runs inside the worker, and in Node. */
import { runBill } from './bill.ts'
import { runConsole } from '../postgres/console.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { DatabaseCrash, PostgresError, type Database } from '../postgres/instance.ts'
import { apply } from './apply.ts'
import { runJob, type Lab } from './measure.ts'
import { prepareJob } from './prepare.ts'
import type {
  Catalog,
  ConsoleResult,
  EngineApi,
  EngineError,
  EngineProgress,
  IndexBill,
  Job,
  Measurement,
  Outcome,
} from '../contract/index.ts'
import { JobError } from './job-error.ts'

export class Session implements EngineApi {
  private readonly lab: Lab
  private current: Database | undefined

  constructor(lab: Lab) {
    this.lab = lab
  }

  measure(
    job: Job,
    onProgress: (progress: EngineProgress) => void = () => {},
  ): Promise<Outcome<Measurement>> {
    return this.settle(async () => {
      const prepared = prepareJob(job)
      if (!prepared.ok) throw new JobError(prepared.error)
      this.current = undefined
      const { measurement, instance } = await runJob(this.lab, job, prepared.value, onProgress)
      this.current = instance
      return measurement
    })
  }

  console(sql: string, base?: Job): Promise<Outcome<readonly ConsoleResult[]>> {
    return this.settle(async () => runConsole(await this.database(base), sql))
  }

  catalog(base?: Job): Promise<Outcome<Catalog>> {
    return this.settle(async () => readCatalog(await this.database(base)))
  }

  bill(job: Job): Promise<Outcome<readonly IndexBill[]>> {
    return this.settle(async () => {
      const prepared = prepareJob(job)
      if (!prepared.ok) throw new JobError(prepared.error)
      this.current = undefined
      return runBill(this.lab, prepared.value)
    })
  }

  /** The database as the last job left it; brought there again where it is gone. */
  private async database(base: Job | undefined): Promise<Database> {
    if (this.current) return this.current
    const instance = await this.lab.fresh()
    const prepared = base ? prepareJob(base) : undefined
    if (prepared?.ok) {
      await apply(instance, prepared.value.setup, () => {})
      await apply(instance, prepared.value.changes, () => {})
    }
    this.current = instance
    return instance
  }

  private async settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      if (error instanceof DatabaseCrash) this.current = undefined
      return { ok: false, error: toEngineError(error) }
    }
  }
}

/** What went wrong, in the protocol's terms. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof JobError) return error.error
  if (error instanceof DatabaseCrash) return { kind: 'crash', message: error.message }
  // Only our own statements get here unwrapped: the database is not what it was when it started.
  if (error instanceof PostgresError)
    return {
      kind: 'crash',
      message: `The database no longer answers the playground's own questions (${error.pg.message}).`,
    }
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) }
}

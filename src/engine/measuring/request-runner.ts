/**
 * Runs a prepared request on one instance. One execution gives both the rows and the figures: auto_explain reports
 * the plan of the execution that returned the rows, and pg_stat_statements what the whole statement cost.
 */
import {
  binder,
  bindTemplate,
  describeBindError,
  type BindError,
  type BoundStatement,
} from '../../sql/bind.ts'
import { addTotals, NO_TOTALS } from './explain-totals.ts'
import { ExecutionLog, type LoggedStatement, type TriggerCalls } from './execution-log.ts'
import type { Database, ExecResult } from '../postgres/database.ts'
import { JobError, jobErrorOf, unbound } from '../postgres/job-error.ts'
import type { PreparedRequest, PreparedStep } from './prepare.ts'
import type { PgError, Totals } from '../contract/index.ts'
import { StatementMeter } from './statement-meter.ts'
import { costsOf, utilityCost } from './utility-cost.ts'
import { RowCollector } from '../postgres/wire.ts'

/** Most executions of a for-each-row step: a loop over more rows is refused with a clear message. */
export const FOR_EACH_ROW_LIMIT = 10_000

/** The texts of a for-each-row step, bound to the rows that the step before it returned. */
function bindAll(step: PreparedStep, parent: RowCollector): BoundStatement[] {
  if (parent.count > FOR_EACH_ROW_LIMIT)
    throw new JobError({
      kind: 'text',
      span: step.span,
      message: `This would send ${parent.count} statements, one for each row; at most ${FOR_EACH_ROW_LIMIT} are run here.`,
      hint: 'Add a LIMIT to the statement before it.',
    })
  const template = bindTemplate(step.statement.text)
  if (!template.ok) throw bindJobError(step, template.error)
  const bind = binder(template.value, parent.columns ?? [])
  if (!bind.ok) throw bindJobError(step, bind.error)
  return parent.rows.map(bind.value)
}

function bindJobError(step: PreparedStep, error: BindError): JobError {
  const { message, hint } = describeBindError(error)
  const start = step.span.start + (error.offset ?? 0)
  const end = 'name' in error ? start + error.name.length + 1 : step.span.end
  return new JobError({
    kind: 'text',
    span: { ...step.span, start, end },
    message,
    ...(hint === undefined ? {} : { hint }),
  })
}

/**
 * PostgreSQL's error on a statement of a script that controls its transaction itself: the script goes on, as it
 * would in psql. Anything else ends the job.
 */
function scriptError(error: unknown, request: PreparedRequest): PgError {
  if (request.goesOnAfterErrors && error instanceof JobError && error.error.kind === 'postgres')
    return error.error.error
  throw error
}

/** One step of a request, run. */
export interface StepRun {
  readonly collector: RowCollector
  readonly commandTag: string
  readonly notices: readonly string[]
  /** PostgreSQL's error, where the script went on after it. */
  readonly error?: PgError
  /** Of all its executions. */
  readonly totals: Totals
  /** EXPLAIN's JSON of the execution with the most buffers; null where there is no plan. */
  readonly plan: unknown
  /** The text of that execution. */
  readonly heaviest: BoundStatement | undefined
  readonly fired: readonly TriggerCalls[]
  /** What its triggers and functions ran. */
  readonly nested: readonly LoggedStatement[]
}

export interface RequestRun {
  readonly steps: readonly StepRun[]
  readonly totals: Totals
  /** ms inside PostgreSQL. */
  readonly ms: number
}

/** COMMIT makes the checks that were deferred. */
const commits = (step: PreparedStep, instance: Database): boolean =>
  step.class.tag === 'COMMIT' && instance.status === 'T'

interface Sent {
  readonly result: ExecResult | undefined
  readonly failure: PgError | undefined
  readonly totals: Totals
}

/**
 * Runs every statement as it stands. Keeps `keep` rows of each, more where a for-each-row step needs them. Without
 * `figures` the totals hold nothing but the number of statements; with them the plan log has to be on.
 */
export async function runRequestOnce(
  instance: Database,
  request: PreparedRequest,
  keep: number,
  figures: boolean,
): Promise<RequestRun> {
  const steps: StepRun[] = []
  const meter = new StatementMeter(instance)
  let ms = 0
  for (const [index, step] of request.steps.entries()) {
    const feedsNext = request.steps[index + 1]?.forEachRow === true
    const collector = new RowCollector(feedsNext ? Math.max(keep, FOR_EACH_ROW_LIMIT) : keep)
    const parent = steps[index - 1]
    const texts = step.forEachRow && parent ? bindAll(step, parent.collector) : [unbound(step)]
    const log = new ExecutionLog()
    let commandTag = ''
    let failure: PgError | undefined
    const notices: string[] = []
    let totals: Totals = NO_TOTALS
    let heaviest: BoundStatement | undefined
    const metered = figures && (step.class.explainable || commits(step, instance))
    if (metered) await meter.begin()
    for (const text of texts) {
      const sent = await send(instance, request, step, text, collector, log, figures)
      failure ??= sent.failure
      totals = addTotals(totals, sent.totals)
      if (sent.result) {
        ms += sent.result.ms
        commandTag = sent.result.commandTag
        if (notices.length < 100) notices.push(...sent.result.notices)
      }
      if (log.endExecution()) heaviest = text
    }
    const measured = metered
      ? await meter.end(step, log, {
          statements: totals.statements,
          failed: failure !== undefined,
          bytes: collector.bytes,
        })
      : undefined
    steps.push({
      collector,
      commandTag,
      notices,
      ...(failure ? { error: failure } : {}),
      totals: measured?.totals ?? totals,
      plan: measured?.plan ?? null,
      heaviest,
      fired: log.fired,
      nested: log.nested,
    })
  }
  return { steps, totals: steps.reduce((sum, step) => addTotals(sum, step.totals), NO_TOTALS), ms }
}

/** Sends one text of a step; what cannot be explained is measured by the tables' counters. @throws JobError */
async function send(
  instance: Database,
  request: PreparedRequest,
  step: PreparedStep,
  text: BoundStatement,
  collector: RowCollector,
  log: ExecutionLog,
  figures: boolean,
): Promise<Sent> {
  const exec = async (): Promise<ExecResult> => {
    try {
      return await instance.exec(text.text, collector, (fields) => log.take(fields))
    } catch (error) {
      throw jobErrorOf(error, step, text)
    }
  }
  try {
    if (figures && costsOf(step.class)) {
      const { result, totals } = await utilityCost(instance, exec)
      return { result, totals, failure: undefined }
    }
    return { result: await exec(), totals: { ...NO_TOTALS, statements: 1 }, failure: undefined }
  } catch (error) {
    return {
      result: undefined,
      failure: scriptError(error, request),
      totals: { ...NO_TOTALS, statements: 1 },
    }
  }
}

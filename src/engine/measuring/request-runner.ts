/** Runs a prepared request on one instance: plainly for its rows, or under EXPLAIN ANALYZE for its figures. */
import {
  binder,
  bindTemplate,
  describeBindError,
  sourceOffset,
  type BindError,
  type BoundStatement,
} from '../../sql/bind.ts'
import { addTotals, explainTotals, NO_TOTALS } from './explain-totals.ts'
import { PostgresError, type ExecResult, type Database } from '../postgres/instance.ts'
import type { PreparedRequest, PreparedStatement, PreparedStep } from './prepare.ts'
import type { EngineError, PgError, Totals } from '../contract/index.ts'
import { utilityCost } from './utility-cost.ts'
import { RowCollector } from '../postgres/wire.ts'

/** Most executions of a for-each-row step: a loop over more rows is refused with a clear message. */
export const FOR_EACH_ROW_LIMIT = 10_000

/** A job cannot go on; `error` says why, in the protocol's terms. */
export class JobError extends Error {
  override name = 'JobError'
  readonly error: EngineError
  constructor(error: EngineError) {
    super(error.kind)
    this.error = error
  }
}

/** What is sent for a step: one text, or one for each row of the step before it. */
export type BoundStatements = readonly (readonly BoundStatement[])[]

export interface PlainStep {
  readonly collector: RowCollector
  readonly commandTag: string
  readonly notices: readonly string[]
  /** PostgreSQL's error, where the script went on after it. */
  readonly error?: PgError
}

export interface PlainRun {
  readonly steps: readonly PlainStep[]
  readonly bound: BoundStatements
  /** ms inside PostgreSQL. */
  readonly ms: number
}

export interface ExplainedStep {
  readonly totals: Totals
  /** Of the execution with the most buffers. */
  readonly plan: unknown
}

export interface ExplainRun {
  readonly steps: readonly ExplainedStep[]
  readonly totals: Totals
  readonly ms: number
}

/** A statement without placeholders, as it is sent. */
export const unbound = (step: PreparedStatement): BoundStatement => ({ text: step.statement.text, parts: [] })

/** Words a failure of `sent` (after `prefix` characters of ours) in terms of the pane's text. */
export function jobErrorOf(
  error: unknown,
  step: Pick<PreparedStatement, 'span'>,
  sent: BoundStatement,
  prefix: number,
): unknown {
  if (!(error instanceof PostgresError)) return error
  const { offset, ...rest } = error.pg
  const source = offset === undefined ? undefined : sourceOffset(sent, Math.max(0, offset - prefix))
  return new JobError({
    kind: 'postgres',
    span: step.span,
    error: source === undefined ? rest : { ...rest, offset: step.span.start + source },
  })
}

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

/** Sends one text of a step, after `prefix` characters of ours. @throws JobError in terms of the pane's text */
async function send(
  instance: Database,
  step: PreparedStep,
  text: BoundStatement,
  collector: RowCollector,
  prefix = '',
): Promise<ExecResult> {
  try {
    return await instance.exec(prefix + text.text, collector)
  } catch (error) {
    throw jobErrorOf(error, step, text, prefix.length)
  }
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

/** Runs every statement as it stands. Keeps `keep` rows of each, more where a for-each-row step needs them. */
export async function runPlain(
  instance: Database,
  request: PreparedRequest,
  keep: number,
): Promise<PlainRun> {
  const steps: PlainStep[] = []
  const bound: BoundStatement[][] = []
  let ms = 0
  for (const [index, step] of request.steps.entries()) {
    const feedsNext = request.steps[index + 1]?.forEachRow === true
    const collector = new RowCollector(feedsNext ? Math.max(keep, FOR_EACH_ROW_LIMIT) : keep)
    const parent = steps[index - 1]
    const texts = step.forEachRow && parent ? bindAll(step, parent.collector) : [unbound(step)]
    let commandTag = ''
    let failure: PgError | undefined
    const notices: string[] = []
    for (const text of texts) {
      try {
        const result = await send(instance, step, text, collector)
        ms += result.ms
        commandTag = result.commandTag
        if (notices.length < 100) notices.push(...result.notices)
      } catch (error) {
        failure ??= scriptError(error, request)
      }
    }
    bound.push(texts)
    steps.push({ collector, commandTag, notices, ...(failure ? { error: failure } : {}) })
  }
  return { steps, bound, ms }
}

interface Explained {
  readonly totals: Totals
  readonly plan: unknown
  readonly ms: number
}

/** Figures of one text: from EXPLAIN ANALYZE, or from the tables' counters where it cannot be explained. */
async function measureOne(instance: Database, step: PreparedStep, text: BoundStatement): Promise<Explained> {
  if (!step.class.explainable) {
    const { totals, ms } = await utilityCost(instance, () => send(instance, step, text, new RowCollector(0)))
    return { totals, plan: null, ms }
  }
  const collector = new RowCollector(1)
  const { ms } = await send(instance, step, text, collector, instance.explain)
  const plan = (JSON.parse(collector.rows[0]?.[0] ?? '[]') as unknown[])[0] ?? null
  return { totals: explainTotals(plan), plan, ms }
}

/**
 * Runs every statement under EXPLAIN ANALYZE. `bound` are the texts of an earlier plain run; without them the rows
 * that feed a for-each-row step are read first.
 */
export async function runExplain(
  instance: Database,
  request: PreparedRequest,
  bound?: BoundStatements,
): Promise<ExplainRun> {
  const steps: ExplainedStep[] = []
  let feeding: RowCollector | undefined
  let ms = 0
  for (const [index, step] of request.steps.entries()) {
    const texts = bound?.[index] ?? (step.forEachRow && feeding ? bindAll(step, feeding) : [unbound(step)])
    feeding = undefined
    if (bound === undefined && request.steps[index + 1]?.forEachRow === true) {
      feeding = new RowCollector(FOR_EACH_ROW_LIMIT)
      for (const text of texts) await send(instance, step, text, feeding)
    }
    let totals: Totals = NO_TOTALS
    let plan: unknown = null
    let most = -1
    for (const text of texts) {
      try {
        const explained = await measureOne(instance, step, text)
        ms += explained.ms
        totals = addTotals(totals, explained.totals)
        if (explained.totals.buffers > most) {
          most = explained.totals.buffers
          plan = explained.plan
        }
      } catch (error) {
        scriptError(error, request)
        totals = addTotals(totals, { ...NO_TOTALS, statements: 1 })
      }
    }
    steps.push({ totals, plan })
  }
  return { steps, totals: steps.reduce((sum, step) => addTotals(sum, step.totals), NO_TOTALS), ms }
}

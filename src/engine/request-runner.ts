/** Runs a prepared request on one instance: plainly for its rows, or under EXPLAIN ANALYZE for its figures. */
import {
  binder,
  bindTemplate,
  describeBindError,
  sourceOffset,
  type BindError,
  type BoundStatement,
} from '../sql/bind.ts'
import { addTotals, explainTotals, NO_TOTALS } from './explain-totals.ts'
import { PostgresError, type Instance } from './instance.ts'
import type { PreparedRequest, PreparedStatement, PreparedStep } from './prepare.ts'
import type { EngineError, Totals } from './protocol.ts'
import { RowCollector } from './wire.ts'

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

const EXPLAIN = 'EXPLAIN (ANALYZE, BUFFERS, WAL, TIMING OFF, SERIALIZE TEXT, FORMAT JSON) '

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

/** Runs every statement as it stands. Keeps `keep` rows of each, more where a for-each-row step needs them. */
export async function runPlain(
  instance: Instance,
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
    const notices: string[] = []
    for (const text of texts) {
      try {
        const result = await instance.exec(text.text, collector)
        ms += result.ms
        commandTag = result.commandTag
        if (notices.length < 100) notices.push(...result.notices)
      } catch (error) {
        throw jobErrorOf(error, step, text, 0)
      }
    }
    bound.push(texts)
    steps.push({ collector, commandTag, notices })
  }
  return { steps, bound, ms }
}

/** The JSON that EXPLAIN (FORMAT JSON) gives for one statement, and the time it took inside PostgreSQL (ms). */
async function explainOne(
  instance: Instance,
  step: PreparedStep,
  text: BoundStatement,
): Promise<{ plan: unknown; ms: number }> {
  const collector = new RowCollector(1)
  try {
    const { ms } = await instance.exec(EXPLAIN + text.text, collector)
    const json = JSON.parse(collector.rows[0]?.[0] ?? '[]') as unknown[]
    return { plan: json[0] ?? null, ms }
  } catch (error) {
    throw jobErrorOf(error, step, text, EXPLAIN.length)
  }
}

/**
 * Runs every statement under EXPLAIN ANALYZE; one that cannot be explained is run plainly and counts as a
 * statement without figures. `bound` are the texts of an earlier plain run; without them the rows that feed a
 * for-each-row step are read first.
 */
export async function runExplain(
  instance: Instance,
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
      for (const text of texts) {
        try {
          await instance.exec(text.text, feeding)
        } catch (error) {
          throw jobErrorOf(error, step, text, 0)
        }
      }
    }
    let totals: Totals = NO_TOTALS
    let plan: unknown = null
    let most = -1
    for (const text of texts) {
      if (!step.class.explainable) {
        try {
          ms += (await instance.exec(text.text)).ms
        } catch (error) {
          throw jobErrorOf(error, step, text, 0)
        }
        totals = addTotals(totals, { ...NO_TOTALS, statements: 1 })
        continue
      }
      const explained = await explainOne(instance, step, text)
      ms += explained.ms
      const figures = explainTotals(explained.plan)
      totals = addTotals(totals, figures)
      if (figures.buffers > most) {
        most = figures.buffers
        plan = explained.plan
      }
    }
    steps.push({ totals, plan })
  }
  return { steps, totals: steps.reduce((sum, step) => addTotals(sum, step.totals), NO_TOTALS), ms }
}

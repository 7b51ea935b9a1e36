/** From a job's texts to statements ready to run, or the reason why they cannot be, before anything is sent. */
import { classify, type Classification } from '../../sql/classify.ts'
import { describeRequestError, parseRequest, type RequestError, type RequestStep } from '../../sql/request.ts'
import { splitStatements, type Statement } from '../../sql/split.ts'
import type { EngineError, Job, SourceSpan } from '../contract/index.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export type Pane = SourceSpan['pane']

export interface PreparedStatement {
  readonly statement: Statement
  readonly class: Classification
  readonly span: SourceSpan
}

export interface PreparedStep extends PreparedStatement {
  readonly forEachRow: boolean
}

/**
 * How a request is measured.
 * - `read`: it only reads, so it can be run again and again: warm-ups, then the measured run, then timing runs.
 * - `write`: measured on its first execution, inside a transaction that is rolled back.
 * - `script`: it controls transactions or session state itself, or cannot run inside one: run as it stands,
 *   once to measure and once for its rows, each time on a database of its own.
 */
export type RequestMode = 'read' | 'write' | 'script'

export interface PreparedRequest {
  readonly steps: readonly PreparedStep[]
  readonly mode: RequestMode
  /** A script that opens transactions itself goes on after an error, as in psql: its next statements may handle it. */
  readonly goesOnAfterErrors: boolean
}

export interface PreparedProbe {
  readonly name: string
  readonly early: boolean
  readonly measured: boolean
  readonly statements: readonly PreparedStatement[]
  readonly again: readonly PreparedStatement[] | undefined
}

export interface PreparedJob {
  readonly setup: readonly PreparedStatement[]
  readonly changes: readonly PreparedStatement[]
  readonly request: PreparedRequest
  readonly variants: readonly PreparedRequest[]
  readonly probes: readonly PreparedProbe[]
  readonly state: readonly PreparedStatement[]
}

function textError(pane: Pane, text: string, error: RequestError): EngineError {
  const { message, hint } = describeRequestError(error)
  const start = Math.min(error.offset ?? 0, text.length)
  return {
    kind: 'text',
    span: { pane, start, end: error.offset === null ? text.length : Math.min(start + 1, text.length) },
    message,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** EXPLAIN ANALYZE accepts these without doing what they say: no cursor is opened, no view is refreshed. */
const EXPLAINED_IN_VAIN: ReadonlySet<string> = new Set(['DECLARE CURSOR', 'REFRESH MATERIALIZED VIEW'])

function withClass(statement: Statement, pane: Pane): PreparedStatement {
  const found = classify(statement.node)
  const explainable = found.explainable && !EXPLAINED_IN_VAIN.has(found.tag)
  return {
    statement,
    class: { ...found, explainable },
    span: { pane, start: statement.start, end: statement.end },
  }
}

/** Statements of one pane. */
export function prepareStatements(
  pane: Pane,
  text: string,
): Result<readonly PreparedStatement[], EngineError> {
  const split = splitStatements(text)
  if (!split.ok) return err(textError(pane, text, split.error))
  return ok(split.value.map((statement) => withClass(statement, pane)))
}

function modeOf(steps: readonly PreparedStep[]): RequestMode {
  if (steps.some((step) => !step.class.runsInTransaction || SCRIPTED.has(step.class.kind))) return 'script'
  // The rows that feed a loop are read before the loop is measured; a write must not happen twice for that.
  if (steps.some((step, index) => step.forEachRow && steps[index - 1]?.class.readsOnly !== true))
    return 'script'
  return steps.every((step) => step.class.readsOnly) ? 'read' : 'write'
}

const SCRIPTED: ReadonlySet<string> = new Set(['transaction', 'session'])

/** The query pane's text as a request. An empty one is an error: there is nothing to measure. */
export function prepareRequest(text: string): Result<PreparedRequest, EngineError> {
  const parsed = parseRequest(text)
  if (!parsed.ok) return err(textError('query', text, parsed.error))
  if (parsed.value.length === 0)
    return err({
      kind: 'text',
      span: { pane: 'query', start: 0, end: text.length },
      message: 'The Query pane has no statement to measure.',
      hint: 'Write the query to measure there; indexes and other changes go into the Changes pane.',
    })
  const steps = parsed.value.map((step: RequestStep) => ({
    ...withClass(step.statement, 'query'),
    forEachRow: step.forEachRow,
  }))
  return ok({
    steps,
    mode: modeOf(steps),
    goesOnAfterErrors: steps.some((step) => step.class.kind === 'transaction'),
  })
}

export function prepareJob(job: Job): Result<PreparedJob, EngineError> {
  const setup = prepareStatements('setup', job.setup ?? '')
  if (!setup.ok) return setup
  const changes = prepareStatements('changes', job.changes)
  if (!changes.ok) return changes
  const request = prepareRequest(job.query)
  if (!request.ok) return request
  const variants: PreparedRequest[] = []
  for (const text of job.variants ?? []) {
    const variant = prepareRequest(text)
    if (!variant.ok) return variant
    variants.push(variant.value)
  }
  const probes: PreparedProbe[] = []
  for (const probe of job.probes ?? []) {
    const statements = prepareStatements('probe', probe.sql)
    if (!statements.ok) return statements
    const again = probe.again === undefined ? undefined : prepareStatements('probe', probe.again)
    if (again?.ok === false) return again
    probes.push({
      name: probe.name,
      early: probe.early === true,
      measured: probe.measured === true,
      statements: statements.value,
      again: again?.value,
    })
  }
  const state: PreparedStatement[] = []
  for (const text of job.state ?? []) {
    const statements = prepareStatements('state', text)
    if (!statements.ok) return statements
    state.push(...statements.value)
  }
  return ok({
    setup: setup.value,
    changes: changes.value,
    request: request.value,
    variants,
    probes,
    state,
  })
}

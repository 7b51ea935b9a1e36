/** From a job's texts to statements ready to run, or the reason why they cannot be, before anything is sent. */
import { parseRequest, type RequestStep } from '../../sql/request.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { EngineError, Job } from '../contract/index.ts'
import {
  prepareStatement,
  prepareStatements,
  textError,
  type PreparedStatement,
} from '../postgres/statements.ts'

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
    ...prepareStatement(step.statement, 'query'),
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

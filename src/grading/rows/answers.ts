/** The results that are compared: on the lesson's data, and on every disturbance of it. */
import type { EngineError, Measurement, RowSet } from '../../engine/contract/index.ts'
import type { GradingContext } from '../check.ts'

/** Name of the undisturbed data in messages. */
export const LESSON_DATA = 'the lesson’s data'

export interface Answer {
  /** Results of the request's statements that return rows. */
  readonly results: readonly RowSet[]
  /** Results of the lesson's state queries. */
  readonly state: readonly RowSet[]
  readonly error?: EngineError
}

export interface Comparison {
  readonly data: string
  readonly expected: Answer
  readonly actual: Answer
  readonly candidates: Answer | undefined
}

function main(measurement: Measurement): Answer {
  return {
    results: measurement.statements.flatMap((statement) => (statement.result ? [statement.result] : [])),
    state: measurement.state,
  }
}

/** A probe's results: those of the request, then those of the state queries. */
function disturbed(measurement: Measurement, at: number, states: number): Answer | undefined {
  const probe = measurement.probes[at]
  if (!probe) return undefined
  const split = Math.max(0, probe.results.length - states)
  return {
    results: probe.results.slice(0, split),
    state: probe.results.slice(split),
    ...(probe.error ? { error: probe.error } : {}),
  }
}

/**
 * What to compare. Probes under which the solution itself fails are left out: they say nothing about the attempt. Probes
 * that only the attempt was tried on change what no right answer depends on.
 */
export function comparisons({ reference, attempt, candidates, task }: GradingContext): readonly Comparison[] {
  const states = task.state.length
  const probes = reference.probes.flatMap((probe, at): Comparison[] => {
    const expected = disturbed(reference, at, states)
    const actual = disturbed(attempt, at, states)
    if (!expected || !actual || expected.error) return []
    return [
      { data: probe.name, expected, actual, candidates: candidates && disturbed(candidates, at, states) },
    ]
  })
  const undisturbed = { expected: main(reference), candidates: candidates && main(candidates) }
  const others = attempt.probes.slice(reference.probes.length).flatMap((probe, at): Comparison[] => {
    const actual = disturbed(attempt, reference.probes.length + at, states)
    return actual ? [{ data: probe.name, ...undisturbed, actual }] : []
  })
  return [{ data: LESSON_DATA, ...undisturbed, actual: main(attempt) }, ...probes, ...others]
}

/** An engine error in one sentence. */
export function errorText(error: EngineError): string {
  switch (error.kind) {
    case 'postgres':
      return error.error.message
    case 'text':
    case 'crash':
    case 'load':
    case 'internal':
      return error.message
    case 'stopped':
      return 'it was stopped'
  }
}

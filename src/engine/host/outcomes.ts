/** Outcomes that are no answer of the database. */
import { LoadError, type EngineError, type LoadFailure } from '../contract/index.ts'

interface Failed {
  readonly ok: false
  readonly error: EngineError
}

export const STOPPED: Failed = { ok: false, error: { kind: 'stopped' } }

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A fault of ours. */
export const internal = (error: unknown): Failed => ({
  ok: false,
  error: { kind: 'internal', message: messageOf(error) },
})

/** Why a database did not start. */
export const loadFailure = (error: unknown): LoadFailure => ({
  reason: error instanceof LoadError ? error.reason : 'start',
  message: messageOf(error),
})

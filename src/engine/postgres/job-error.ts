/** Why a job cannot go on, in the protocol's terms. */
import { sourceOffset, type BoundStatement } from '../../sql/bind.ts'
import type { EngineError } from '../contract/index.ts'
import { PostgresError } from './database.ts'
import type { PreparedStatement } from './statements.ts'

/** A job cannot go on; `error` says why, in the protocol's terms. */
export class JobError extends Error {
  override name = 'JobError'
  readonly error: EngineError
  constructor(error: EngineError) {
    super(error.kind)
    this.error = error
  }
}

/** A statement without placeholders, as it is sent. */
export const unbound = (step: PreparedStatement): BoundStatement => ({ text: step.statement.text, parts: [] })

/** Words a failure of `sent` in terms of the pane's text. */
export function jobErrorOf(
  error: unknown,
  step: Pick<PreparedStatement, 'span'>,
  sent: BoundStatement,
): unknown {
  if (!(error instanceof PostgresError)) return error
  const { offset, ...rest } = error.pg
  const source = offset === undefined ? undefined : sourceOffset(sent, offset)
  return new JobError({
    kind: 'postgres',
    span: step.span,
    error: source === undefined ? rest : { ...rest, offset: step.span.start + source },
  })
}

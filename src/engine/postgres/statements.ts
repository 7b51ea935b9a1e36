/** From a pane's text to statements ready to be sent, or the reason why they cannot be. */
import { classify, type Classification } from '../../sql/classify.ts'
import { describeRequestError, type RequestError } from '../../sql/request.ts'
import { splitStatements, type Statement } from '../../sql/split.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { EngineError, SourceSpan } from '../contract/index.ts'

type Pane = SourceSpan['pane']

export interface PreparedStatement {
  readonly statement: Statement
  readonly class: Classification
  readonly span: SourceSpan
}

/** A text that was refused, as an error at the place where it is wrong. */
export function textError(pane: Pane, text: string, error: RequestError): EngineError {
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

/** A statement with what is known of its kind. */
export function prepareStatement(statement: Statement, pane: Pane): PreparedStatement {
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
  return ok(split.value.map((statement) => prepareStatement(statement, pane)))
}

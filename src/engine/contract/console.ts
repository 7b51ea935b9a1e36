/** What the console answers. */
import type { EngineError, SourceSpan } from './errors.ts'
import type { RowSet } from './rows.ts'

/** One statement of the console, run against the current database. */
export interface ConsoleResult {
  readonly span: SourceSpan
  readonly tag: string
  readonly commandTag: string
  readonly result: RowSet | null
  readonly notices: readonly string[]
  readonly ms: number
  /** Over the rows, where psql prints one. */
  readonly title?: string
  /** Text in fixed width, under the rows where there are any. */
  readonly lines?: readonly string[]
  readonly error?: EngineError
}

/** What is wrong with a text while it is being written: its syntax, and names that the schema does not have. */
import { err, ok, type Result } from '../../shared/result.ts'
import { describeRequestError, parseRequest, type RequestError } from '../request.ts'
import { lex, nameOf, type Lexeme } from '../lexer.ts'
import { byteOffsets } from '../offsets.ts'
import { afterStatement } from '../outline/declared.ts'
import { statementsOf } from '../outline/groups.ts'
import type { Schema } from '../schema.ts'
import { splitStatements, type Statement } from '../split.ts'
import { checkNames } from './check-names.ts'
import { describeNameProblem } from './describe.ts'
import type { Places } from './problems.ts'

export interface TextProblem {
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** `request`: the Query pane's text, with `:column` and `-- @for-each-row`. */
export type TextKind = 'changes' | 'request'

/**
 * Problems of a text in the order in which they stand. `schema` is that before the text, null where it is not known:
 * then names are not looked at. Needs the parser to be loaded.
 */
export function checkText(text: string, kind: TextKind, schema: Schema | null): TextProblem[] {
  const lexemes = lex(text)
  const whole = statementsIn(text, kind)
  if (whole.ok)
    return schema ? nameProblems([{ statements: whole.value, sql: text, start: 0 }], lexemes, schema) : []
  const problem = syntaxProblem(text, whole.error, lexemes)
  if (!schema) return [problem]
  // The statements that are in order keep their warnings.
  const parts = statementsOf(text, lexemes).flatMap(({ start, end }): Part[] => {
    const sql = text.slice(start, end)
    const split = splitStatements(sql, 'allowed')
    return split.ok ? [{ statements: split.value, sql, start }] : []
  })
  return [problem, ...nameProblems(parts, lexemes, schema)].toSorted((a, b) => a.start - b.start)
}

function statementsIn(text: string, kind: TextKind): Result<readonly Statement[], RequestError> {
  if (kind === 'changes') return splitStatements(text)
  const request = parseRequest(text)
  return request.ok ? ok(request.value.map(({ statement }) => statement)) : err(request.error)
}

function syntaxProblem(text: string, error: RequestError, lexemes: readonly Lexeme[]): TextProblem {
  const { message, hint } = describeRequestError(error)
  const offset = error.offset ?? 0
  // At the end of the text its last token is marked.
  const token =
    lexemes.find(({ start, end }) => start <= offset && offset < end) ??
    lexemes.findLast(({ end, kind }) => end <= offset && kind !== 'comment')
  const start = token?.start ?? Math.min(offset, Math.max(0, text.length - 1))
  return {
    severity: 'error',
    message: hint === undefined ? message : `${message}\n${hint}`,
    start,
    end: token?.end ?? start + 1,
  }
}

/** Statements that parse, and the piece of the text that they were parsed from. */
interface Part {
  readonly statements: readonly Statement[]
  readonly sql: string
  /** UTF-16 offset of the piece. */
  readonly start: number
}

function nameProblems(parts: readonly Part[], lexemes: readonly Lexeme[], before: Schema): TextProblem[] {
  const names = lexemes.filter(({ kind }) => kind === 'word' || kind === 'quoted')
  const found: TextProblem[] = []
  let schema = before
  for (const { statements, sql, start } of parts) {
    const unit = byteOffsets(sql)
    const places: Places = {
      of: (byte) => start + unit(byte),
      find: (name, byte) => {
        const from = start + unit(byte)
        return names.find((token) => token.start >= from && nameOf(token) === name)?.start ?? from
      },
    }
    for (const { node, text } of statements) {
      for (const problem of checkNames(node, schema, places)) {
        const token = names.find((each) => each.start === problem.start)
        found.push({
          severity: 'warning',
          message: describeNameProblem(problem),
          start: problem.start,
          end: token?.end ?? problem.start + 1,
        })
      }
      schema = statementsOf(text).reduce(afterStatement, schema)
    }
  }
  return found
}

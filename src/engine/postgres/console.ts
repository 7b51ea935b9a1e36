/** The console: any SQL, and a few of psql's backslash commands, against the database as it stands. */
import { DatabaseCrash, type Database } from './database.ts'
import { psqlCommand, type PsqlAnswer } from './psql/commands.ts'
import { prepareStatements } from './statements.ts'
import { ROWS_KEPT, type ConsoleResult, type EngineError, type SourceSpan } from '../contract/index.ts'
import { JobError, jobErrorOf } from './job-error.ts'
import { rowSets } from './row-set.ts'
import { RowCollector } from './wire.ts'

/** Runs statements one after the other and stops at the first error, which is part of the last result. */
export function runConsole(instance: Database, sql: string): Promise<readonly ConsoleResult[]> {
  return sql.trimStart().startsWith('\\') ? runCommands(instance, sql) : runStatements(instance, sql)
}

async function runStatements(instance: Database, sql: string): Promise<readonly ConsoleResult[]> {
  const prepared = prepareStatements('console', sql)
  if (!prepared.ok) return [failed({ pane: 'console', start: 0, end: sql.length }, '', prepared.error)]
  const results: ConsoleResult[] = []
  for (const { span, class: kind, statement } of prepared.value) {
    try {
      results.push(await query(instance, span, kind.tag, statement.text))
    } catch (error) {
      results.push(failed(span, kind.tag, wordedOf(error, span, statement.text)))
      break
    }
  }
  return results
}

/** One command of psql a line. */
async function runCommands(instance: Database, text: string): Promise<readonly ConsoleResult[]> {
  const results: ConsoleResult[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const span: SourceSpan = { pane: 'console', start, end: start + line.length }
    start += line.length + 1
    if (line.trim() === '') continue
    try {
      const outcome = await psqlCommand(instance, line)
      if (!outcome.ok) {
        const { message, hint } = outcome
        results.push(failed(span, '', { kind: 'text', span, message, ...(hint ? { hint } : {}) }))
        break
      }
      for (const answer of outcome.answers) results.push(await print(instance, span, answer))
    } catch (error) {
      results.push(failed(span, '', wordedOf(error, span, line)))
      break
    }
  }
  return results
}

async function print(instance: Database, span: SourceSpan, answer: PsqlAnswer): Promise<ConsoleResult> {
  const { title, sql, lines = [] } = answer
  const result = sql === undefined ? empty(span, '') : await query(instance, span, '', sql)
  return { ...result, ...(title === undefined ? {} : { title }), ...(lines.length > 0 ? { lines } : {}) }
}

async function query(instance: Database, span: SourceSpan, tag: string, sql: string): Promise<ConsoleResult> {
  const collector = new RowCollector(ROWS_KEPT)
  const { commandTag, notices, ms } = await instance.exec(sql, collector)
  const [result = null] = await rowSets(instance, [collector])
  return { span, tag, commandTag, result, notices, ms }
}

/** What went wrong, in the engine's words. @throws what is no error of the statement */
function wordedOf(error: unknown, span: SourceSpan, text: string): EngineError {
  if (error instanceof DatabaseCrash) throw error
  const worded = jobErrorOf(error, { span }, { text, parts: [] })
  if (!(worded instanceof JobError)) throw worded
  return worded.error
}

const empty = (span: SourceSpan, tag: string): ConsoleResult => ({
  span,
  tag,
  commandTag: '',
  result: null,
  notices: [],
  ms: 0,
})

const failed = (span: SourceSpan, tag: string, error: EngineError): ConsoleResult => ({
  ...empty(span, tag),
  error,
})

/** The console: any SQL, and a few of psql's backslash commands, against the database as it stands. */
import { DatabaseCrash, type Database } from './database.ts'
import { metaCommand } from './meta-commands.ts'
import { prepareStatements } from './statements.ts'
import { ROWS_KEPT, type ConsoleResult, type EngineError, type SourceSpan } from '../contract/index.ts'
import { JobError, jobErrorOf } from './job-error.ts'
import { rowSets } from './row-set.ts'
import { RowCollector } from './wire.ts'

interface Line {
  readonly span: SourceSpan
  readonly tag: string
  readonly sql: string
}

/** Runs statements one after the other and stops at the first error, which is part of the last result. */
export async function runConsole(instance: Database, sql: string): Promise<readonly ConsoleResult[]> {
  const lines = sql.trimStart().startsWith('\\') ? metaLines(sql) : sqlLines(sql)
  if (!Array.isArray(lines)) return [failed({ pane: 'console', start: 0, end: sql.length }, '', lines)]
  const results: ConsoleResult[] = []
  for (const line of lines) {
    const collector = new RowCollector(ROWS_KEPT)
    try {
      const { commandTag, notices, ms } = await instance.exec(line.sql, collector)
      const [result = null] = await rowSets(instance, [collector])
      results.push({ span: line.span, tag: line.tag, commandTag, result, notices, ms })
    } catch (error) {
      if (error instanceof DatabaseCrash) throw error
      const worded = jobErrorOf(error, { span: line.span }, { text: line.sql, parts: [] })
      if (!(worded instanceof JobError)) throw worded
      results.push(failed(line.span, line.tag, worded.error))
      break
    }
  }
  return results
}

function failed(span: SourceSpan, tag: string, error: EngineError): ConsoleResult {
  return { span, tag, commandTag: '', result: null, notices: [], ms: 0, error }
}

function sqlLines(sql: string): Line[] | EngineError {
  const prepared = prepareStatements('console', sql)
  if (!prepared.ok) return prepared.error
  return prepared.value.map((item) => ({ span: item.span, tag: item.class.tag, sql: item.statement.text }))
}

function metaLines(sql: string): Line[] | EngineError {
  const lines: Line[] = []
  let start = 0
  for (const text of sql.split('\n')) {
    const span: SourceSpan = { pane: 'console', start, end: start + text.length }
    start += text.length + 1
    if (text.trim() === '') continue
    const meta = metaCommand(text)
    if (!meta.ok) return { kind: 'text', span, message: meta.message }
    lines.push(...meta.queries.map((query) => ({ span, tag: query.title, sql: query.sql })))
  }
  return lines
}

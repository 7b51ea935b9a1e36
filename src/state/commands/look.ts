/** Looking around in the database: console and schema. */
import type { Job } from '../../engine/contract/index.ts'
import { patch, type Context } from '../context.ts'
import { beforeJob, textJob } from '../jobs.ts'
import type { ConsoleEntry } from '../app-state.ts'
import type { Document } from '../document.ts'

/** Entries kept on screen. */
const SHOWN = 50

/** Statements that leave the database as it is, by the first word of their tag. */
const READS_ONLY = new Set(['SELECT', 'EXPLAIN', 'SHOW', 'VALUES', 'TABLE', 'LIST', 'DESCRIBE', ''])

/** The job whose database is on screen: the last Run's, or else the baseline's. */
function shownJob(context: Context, document: Document): Job {
  const { attempt, baseline } = context.store.getState().bench
  if (attempt) return textJob(document, attempt.text)
  if (baseline) return textJob(document, baseline.text)
  return beforeJob(document, document.original) ?? textJob(document, { changes: '', query: 'SELECT 1' })
}

/** Runs SQL or a psql command on the database as the last Run left it. */
export async function runConsole(context: Context, sql: string): Promise<void> {
  const { store, deps, measurer } = context
  const { document, console } = store.getState()
  if (!document || console.busy || sql.trim() === '') return
  patch(context, 'console', { busy: true })
  const outcome = await measurer.console(shownJob(context, document), sql)
  if (store.getState().document !== document) return
  const entry: ConsoleEntry = {
    id: deps.newId(),
    sql,
    results: outcome.ok ? outcome.value : [],
    error: outcome.ok ? null : outcome.error,
  }
  const wrote = entry.results.some(
    ({ tag, error }) => !error && !READS_ONLY.has(tag.split(' ')[0]?.toUpperCase() ?? ''),
  )
  if (!outcome.ok) measurer.forgetStanding(document)
  const { entries, dirty } = store.getState().console
  patch(context, 'console', {
    busy: false,
    entries: [...entries, entry].slice(-SHOWN),
    dirty: outcome.ok ? dirty || wrote : false,
  })
  if (wrote) patch(context, 'schema', { status: 'idle' })
}

export const clearConsole = (context: Context): void => patch(context, 'console', { entries: [] })

/** Loads what the Schema tab shows, unless it is there. */
export async function loadSchema(context: Context): Promise<void> {
  const { store, measurer } = context
  const { document, schema, bench, console } = store.getState()
  if (!document || schema.status === 'loading' || schema.status === 'ready') return
  const measured = (bench.attempt ?? bench.baseline)?.measurement.catalog?.after
  if (measured && !console.dirty) {
    patch(context, 'schema', { status: 'ready', catalog: measured, error: null })
    return
  }
  patch(context, 'schema', { status: 'loading' })
  const outcome = await measurer.catalog(shownJob(context, document))
  if (store.getState().document !== document) return
  patch(
    context,
    'schema',
    outcome.ok
      ? { status: 'ready', catalog: outcome.value, error: null }
      : { status: 'failed', error: outcome.error },
  )
}

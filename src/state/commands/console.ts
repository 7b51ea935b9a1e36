/** SQL and psql commands on the database of the last Run. */
import { patch, type CommandContext } from '../command-context.ts'
import { shownJob } from '../jobs.ts'
import type { ConsoleEntry } from '../app-state.ts'

/** Entries kept on screen. */
const SHOWN = 50

/** Statements that leave the database as it is, by the first word of their tag. */
const READS_ONLY = new Set(['SELECT', 'EXPLAIN', 'SHOW', 'VALUES', 'TABLE', 'LIST', 'DESCRIBE', ''])

/** Runs SQL or a psql command on the database as the last Run left it. */
export async function runConsole(context: CommandContext, sql: string): Promise<void> {
  const { store, deps } = context
  const { document, console, bench } = store.getState()
  if (!document || console.busy || sql.trim() === '') return
  patch(context, 'console', { busy: true })
  const outcome = await deps.engine(document).console(shownJob(document, bench), sql)
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
  const { entries, dirty } = store.getState().console
  patch(context, 'console', {
    busy: false,
    entries: [...entries, entry].slice(-SHOWN),
    dirty: outcome.ok ? dirty || wrote : false,
  })
  if (wrote) patch(context, 'schema', { status: 'idle' })
}

export const typeConsole = (context: CommandContext, input: string): void =>
  patch(context, 'console', { input })

export const clearConsole = (context: CommandContext): void => patch(context, 'console', { entries: [] })

/** Tables, columns and indexes of the database on screen. */
import { patch, type CommandContext } from '../command-context.ts'
import { shownJob } from '../jobs.ts'

/** Loads what the Schema tab shows, unless it is there. */
export async function loadSchema(context: CommandContext): Promise<void> {
  const { store, deps } = context
  const { document, schema, bench, console } = store.getState()
  if (!document || schema.status === 'loading' || schema.status === 'ready') return
  const measured = (bench.attempt ?? bench.baseline)?.measurement.catalog?.after
  if (measured && !console.dirty) {
    patch(context, 'schema', { status: 'ready', catalog: measured, error: null })
    return
  }
  patch(context, 'schema', { status: 'loading' })
  const outcome = await deps.engine(document).catalog(shownJob(document, bench))
  if (store.getState().document !== document) return
  patch(
    context,
    'schema',
    outcome.ok
      ? { status: 'ready', catalog: outcome.value, error: null }
      : { status: 'failed', error: outcome.error },
  )
}

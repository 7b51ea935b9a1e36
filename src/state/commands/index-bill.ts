/** What the indexes of the last Run cost. */
import { patch, type CommandContext } from '../command-context.ts'
import { textJob } from '../jobs.ts'
import { newIndexes } from '../new-indexes.ts'

/** Measures the index bill of the last Run, unless it is there or on its way; after a failure once more. */
export async function billIndexes(context: CommandContext): Promise<void> {
  const { document, bench, bill } = context.store.getState()
  const { attempt } = bench
  if (!document || !attempt || bench.busy || newIndexes(attempt.measurement).length === 0) return
  if (bill.of === attempt.measurement && (bill.status === 'working' || bill.status === 'ready')) return
  const of = attempt.measurement
  patch(context, 'bill', { status: 'working', of, bills: [], error: null })
  const outcome = await context.deps.engine(document).bill(textJob(document, attempt.text))
  if (context.store.getState().bill.of !== of) return
  if (outcome.ok) patch(context, 'bill', { status: 'ready', bills: outcome.value })
  else if (outcome.error.kind === 'stopped') patch(context, 'bill', { status: 'none' })
  else patch(context, 'bill', { status: 'failed', error: outcome.error })
}

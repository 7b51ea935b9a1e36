/** What the indexes of the last Run cost. */
import type { CatalogIndex, Measurement } from '../../engine/contract/index.ts'
import { patch, type Context } from '../context.ts'
import { textJob } from '../jobs.ts'

/** Indexes that the changes added to tables that were there before. */
export function newIndexes({ catalog }: Measurement): readonly CatalogIndex[] {
  if (!catalog) return []
  const known = new Set(catalog.before.indexes.map((index) => index.oid))
  const tables = new Set(catalog.before.relations.map((relation) => relation.name))
  return catalog.after.indexes.filter((index) => !known.has(index.oid) && tables.has(index.table))
}

/** Measures the index bill of the last Run, unless it is there or on its way. */
export async function billIndexes(context: Context): Promise<void> {
  const { document, bench, bill } = context.store.getState()
  const { attempt } = bench
  if (!document || !attempt || bench.busy || newIndexes(attempt.measurement).length === 0) return
  if (bill.of === attempt.measurement && bill.status !== 'none') return
  const of = attempt.measurement
  patch(context, 'bill', { status: 'working', of, bills: [], error: null })
  const outcome = await context.measurer.bill(textJob(document, attempt.text))
  if (context.store.getState().bill.of !== of) return
  if (outcome.ok) patch(context, 'bill', { status: 'ready', bills: outcome.value })
  else if (outcome.error.kind === 'stopped') patch(context, 'bill', { status: 'none' })
  else patch(context, 'bill', { status: 'failed', error: outcome.error })
}

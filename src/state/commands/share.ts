/** Making a link of what is in the panes. */
import { NO_SHARE } from '../app-state.ts'
import { patch, type CommandContext } from '../command-context.ts'
import { sameText } from '../document.ts'
import type { SharedExperiment } from '../ports.ts'

/**
 * Makes the link's payload; with the totals where the text has been measured. It is made anew for each press of
 * Share, so that it holds the text of that moment.
 */
export async function share(context: CommandContext): Promise<void> {
  const { store, deps } = context
  const { document, text, bench } = store.getState()
  if (!document) return
  patch(context, 'share', { ...NO_SHARE, status: 'making' })
  const measured = [bench.attempt, bench.baseline].find((side) => side && sameText(side.text, text))
  const totals = measured?.measurement.totals
  const lesson =
    document.source.kind === 'lesson'
      ? document.source.lesson.id
      : document.source.kind === 'shared'
        ? document.source.experiment.lesson
        : undefined
  const experiment: SharedExperiment = {
    dataset: document.dataset,
    scale: document.scale,
    notes: document.source.kind === 'shared' ? document.source.experiment.notes : '',
    ...text,
    ...(lesson === undefined ? {} : { lesson }),
    ...(totals
      ? {
          totals: {
            buffers: totals.buffers,
            rowsRead: totals.rowsRead,
            rowsReturned: totals.rowsReturned,
            statements: totals.statements,
          },
        }
      : {}),
  }
  try {
    const payload = await deps.share.encode(experiment)
    if (store.getState().document === document) patch(context, 'share', { status: 'ready', payload })
  } catch (error) {
    patch(context, 'share', {
      status: 'failed',
      error: error instanceof Error ? error.message : String(error),
    })
  }
}

/** Whether the clipboard took the link. */
export const shareCopied = (context: CommandContext, copied: boolean): void =>
  patch(context, 'share', { copied })

export const closeShare = (context: CommandContext): void => patch(context, 'share', NO_SHARE)

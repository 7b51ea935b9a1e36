import type { Measurement } from '../engine/contract/index.ts'
import type { PaneText } from '../experiment/types.ts'
import { isOpen, patch, type CommandContext } from './command-context.ts'
import { noteOutcome } from './commands/history.ts'
import type { Document } from './document.ts'

/** Puts the figures of a Run onto the bench, and when they are complete into the history. */
export function showAttempt(
  context: CommandContext,
  document: Document,
  text: PaneText,
  measurement: Measurement,
  complete: boolean,
): void {
  if (!isOpen(context, document)) return
  patch(context, 'bench', { attempt: { text, measurement, at: context.deps.now() }, failure: null })
  if (!complete) return
  patch(context, 'schema', { status: 'idle', catalog: null, error: null })
  noteOutcome(context, document, text, { buffers: measurement.totals.buffers })
}

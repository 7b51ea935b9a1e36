/** What the page is doing, as the status line tells it. */
import type { EngineProgress } from '../engine/contract/index.ts'
import type { PaneText } from '../experiment/types.ts'
import type { Busy } from './app-state.ts'
import { patch, type CommandContext } from './command-context.ts'

export type OnProgress = (progress: EngineProgress) => void

/** Marks the page as busy; what comes back takes the engine's progress. */
export function begin(context: CommandContext, what: Busy['what'], text: PaneText): OnProgress {
  const since = context.deps.now()
  // What a Run waits for goes on, and may not tell anything new for a while: a download, as a rule.
  const progress = context.store.getState().bench.busy?.progress ?? null
  patch(context, 'bench', { busy: { what, text, stage: 'preparing', since, progress, again: false } })
  return (progress) => {
    if (context.store.getState().bench.busy?.since === since) showProgress(context, progress)
  }
}

export function showProgress(context: CommandContext, progress: EngineProgress): void {
  const { busy } = context.store.getState().bench
  if (!busy || busy.stage === 'grading' || 'measurement' in progress) return
  const preparing = progress.stage === 'start' || progress.stage === 'download'
  patch(context, 'bench', { busy: { ...busy, stage: preparing ? 'preparing' : 'measuring', progress } })
}

/** Measured; the verdict is being made. */
export function beginGrading(context: CommandContext): void {
  const { busy } = context.store.getState().bench
  if (busy) patch(context, 'bench', { busy: { ...busy, stage: 'grading', progress: null } })
}

/** At rest, unless something else has begun meanwhile. */
export function end(context: CommandContext, what: Busy['what']): void {
  if (context.store.getState().bench.busy?.what === what) patch(context, 'bench', { busy: null })
}

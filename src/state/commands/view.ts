/** What is in view. */
import type { PaneName } from '../../experiment/types.ts'
import type { NarrowTab, ResultTab } from '../app-state.ts'
import { patch, type CommandContext } from '../command-context.ts'
import { loadSchema } from './schema.ts'

export function showResultTab(context: CommandContext, resultTab: ResultTab): void {
  patch(context, 'view', { resultTab })
  if (resultTab === 'schema') void loadSchema(context)
}

export const showNarrowTab = (context: CommandContext, narrowTab: NarrowTab): void =>
  patch(context, 'view', { narrowTab })

/** Moves the caret. */
export function reveal(context: CommandContext, pane: PaneName, offset: number): void {
  const last = context.store.getState().view.reveal?.id ?? 0
  patch(context, 'view', { reveal: { id: last + 1, pane, offset }, narrowTab: 'editor' })
}

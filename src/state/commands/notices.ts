/** What a notice offers. */
import type { NoticeAction } from '../app-state.ts'
import { dismissNotice, type CommandContext } from '../command-context.ts'
import { replaceText } from './edit.ts'

/** Does what a notice offers, as far as it is the state's business. */
export function actOnNotice(context: CommandContext, id: string, action: NoticeAction): void {
  dismissNotice(context, id)
  if (action.kind === 'use-text' && context.store.getState().document?.key === action.document)
    replaceText(context, action.text, 'other-tab')
}

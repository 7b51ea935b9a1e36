/** Preferences and what is in view. */
import type { NarrowTab, NoticeAction, ResultTab } from '../app-state.ts'
import { dismissNotice, patch, type Context } from '../context.ts'
import { write } from '../persist.ts'
import { KEYS, PREFERENCES, type Preferences } from '../stored-shapes.ts'
import { replaceText } from './edit.ts'
import { loadSchema } from './look.ts'

function prefer({ store, deps }: Context, change: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }))
  write(deps.storage, KEYS.preferences, PREFERENCES, store.getState().preferences)
}

export const setTheme = (context: Context, theme: Preferences['theme']): void => prefer(context, { theme })

/** Remembers the sizes of a group of panes, in percent by panel. */
export function setLayout(context: Context, group: string, sizes: Record<string, number>): void {
  prefer(context, { layout: { ...context.store.getState().preferences.layout, [group]: sizes } })
}

export function showResultTab(context: Context, resultTab: ResultTab): void {
  patch(context, 'view', { resultTab })
  if (resultTab === 'schema') void loadSchema(context)
}

export const showNarrowTab = (context: Context, narrowTab: NarrowTab): void =>
  patch(context, 'view', { narrowTab })

/** Does what a notice offers, as far as it is the state's business. */
export function actOnNotice(context: Context, id: string, action: NoticeAction): void {
  dismissNotice(context, id)
  if (action.kind === 'use-text' && context.store.getState().document?.key === action.document)
    replaceText(context, action.text, 'other-tab')
}

/** Theme and sizes of the panes. */
import type { CommandContext } from '../command-context.ts'
import { write } from '../persist.ts'
import { KEYS, PREFERENCES, type Preferences } from '../stored-shapes.ts'

function prefer({ store, deps }: CommandContext, change: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }))
  write(deps.storage, KEYS.preferences, PREFERENCES, store.getState().preferences)
}

export const setTheme = (context: CommandContext, theme: Preferences['theme']): void =>
  prefer(context, { theme })

/** Remembers the sizes of a group of panes, in percent by panel. */
export function setLayout(context: CommandContext, group: string, sizes: Record<string, number>): void {
  prefer(context, { layout: { ...context.store.getState().preferences.layout, [group]: sizes } })
}

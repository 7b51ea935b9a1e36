/** The text in the panes: typing and replacing. */
import type { CommandContext } from '../command-context.ts'
import { sameText } from '../document.ts'
import type { PaneName, PaneText } from '../../experiment/types.ts'
import type { HistoryEntry } from '../stored-shapes.ts'
import { remember } from './history.ts'
import { reveal } from './view.ts'

/** Text typed into a pane. */
export function edit({ store, drafts }: CommandContext, pane: PaneName, value: string): void {
  const { document, text } = store.getState()
  if (!document || text[pane] === value) return
  const next = { ...text, [pane]: value }
  store.setState({ text: next })
  drafts.save(document.key, next)
}

/** Puts another text into the panes; the old one goes into the history. */
export function replaceText(context: CommandContext, next: PaneText, reason: HistoryEntry['reason']): void {
  const { store, drafts } = context
  const { document, text } = store.getState()
  if (!document || sameText(text, next)) return
  remember(context, document, text, reason)
  store.setState({ text: next })
  drafts.save(document.key, next)
}

export function restore(context: CommandContext, id: string): void {
  const entry = context.store.getState().history.find((each) => each.id === id)
  if (entry) replaceText(context, { changes: entry.changes, query: entry.query }, 'restore')
}

/** Adds a statement to the Changes pane and shows it there. */
export function addChange(context: CommandContext, sql: string): void {
  const { text } = context.store.getState()
  const before = text.changes.trimEnd()
  const changes = before === '' ? `${sql}\n` : `${before}\n${sql}\n`
  edit(context, 'changes', changes)
  reveal(context, 'changes', changes.length - 1)
}

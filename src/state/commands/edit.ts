/** The text in the panes: typing, replacing, files, and what another page does to it. */
import { notify, type CommandContext } from '../command-context.ts'
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

/** A file's text: an experiment fills both panes, plain SQL goes into `pane`. */
export async function openFile(
  context: CommandContext,
  name: string,
  content: string,
  pane: PaneName,
): Promise<void> {
  const { store, deps } = context
  const { document } = store.getState()
  const parsed = await deps.files.parse(content)
  if (store.getState().document !== document) return
  if (parsed && !parsed.ok) {
    return notify(context, { id: 'file', tone: 'warning', text: `${name} was not opened: ${parsed.error}` })
  }
  const next = parsed ? parsed.value : { ...store.getState().text, [pane]: content }
  replaceText(context, next, 'open')
  const what = parsed
    ? `${name} is open in both panes.`
    : `${name} has no markers; it is open in the ${TITLES[pane]} pane.`
  notify(context, { id: 'file', tone: 'info', text: `${what} Your earlier text is in the history.` })
}

const TITLES: Readonly<Record<PaneName, string>> = { changes: 'Changes', query: 'Query' }

/** The panes' text as an experiment file. */
export function fileText({ store, deps }: CommandContext): Promise<string> {
  const { document, text } = store.getState()
  const { dataset, scale } = document ?? deps.defaultDataset
  const notes = document?.source.kind === 'shared' ? document.source.experiment.notes : ''
  return deps.files.print({ dataset, scale, notes, ...text })
}

/** Splits a pasted text with markers; undefined where it has none. */
export async function splitPasted({ deps }: CommandContext, content: string): Promise<PaneText | undefined> {
  const parsed = await deps.files.parse(content)
  return parsed?.ok ? parsed.value : undefined
}

/** Experiments as `.sql` files, and as text that was pasted. */
import type { PaneName, PaneText } from '../../experiment/types.ts'
import { isOpen, notify, type CommandContext } from '../command-context.ts'
import { notesOf, sameText, sharedKey, type Document } from '../document.ts'
import type { ExperimentFile } from '../ports.ts'
import { printHash } from '../route.ts'
import { replaceText } from './edit.ts'
import { remember, rescue } from './history.ts'
import { navigate } from './navigate.ts'

const TITLES: Readonly<Record<PaneName, string>> = { changes: 'Changes', query: 'Query' }

/**
 * A file's text. Plain SQL goes into `pane`. An experiment fills both panes where it fits what is open; where it brings
 * a dataset, a scale or notes of its own, it opens as an experiment of its own.
 */
export async function openFile(
  context: CommandContext,
  name: string,
  content: string,
  pane: PaneName,
): Promise<void> {
  const { store } = context
  const { document } = store.getState()
  const file = await readFile(context, content)
  if (!document || !isOpen(context, document)) return
  if (file && !file.ok) return tell(context, 'warning', `${name} was not opened: ${file.error}`)
  if (!file) {
    replaceText(context, { ...store.getState().text, [pane]: content }, 'open')
    return tell(context, 'info', `${name} has no markers; it is open in the ${TITLES[pane]} pane. ${EARLIER}`)
  }
  const { changes, query } = file.value
  const reason = whyApart(document, file.value)
  if (reason !== undefined) return openApart(context, document, name, file.value, reason)
  replaceText(context, { changes, query }, 'open')
  tell(context, 'info', `${name} is open in both panes. ${EARLIER}`)
}

const EARLIER = 'Your earlier text is in the history.'

const tell = (context: CommandContext, tone: 'info' | 'warning', text: string): void =>
  notify(context, { id: 'file', tone, text })

/** undefined: plain SQL. */
async function readFile(
  { deps }: CommandContext,
  content: string,
): ReturnType<CommandContext['deps']['files']['parse']> {
  try {
    return await deps.files.parse(content)
  } catch {
    return { ok: false, error: 'what reads files could not be loaded. Check the connection and try again.' }
  }
}

/** Why an experiment cannot be one of the open document's texts; undefined where it can. */
function whyApart(document: Document, { dataset, notes }: ExperimentFile): string | undefined {
  if (dataset && (dataset.dataset !== document.dataset || dataset.scale !== document.scale))
    return `it runs on ${dataset.dataset} at scale ${dataset.scale}, and “${document.title}” on ${document.dataset} at scale ${document.scale}`
  if (notes.trim() !== '' && notes !== notesOf(document)) return 'it has notes of its own'
  return undefined
}

/** Opens an experiment under an address that holds all of it, so that it is there after a reload too. */
async function openApart(
  context: CommandContext,
  document: Document,
  name: string,
  file: ExperimentFile,
  reason: string,
): Promise<void> {
  const { store, deps, drafts } = context
  const { changes, query, notes } = file
  const { dataset, scale } = file.dataset ?? document
  let payload: string
  try {
    payload = await deps.share.encode({ dataset, scale, notes, changes, query, name })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return tell(context, 'warning', `${name} was not opened: ${message}`)
  }
  if (!isOpen(context, document)) return
  const { text } = store.getState()
  if (!sameText(text, document.original)) remember(context, document, text, 'open')
  // It may have been opened and edited before.
  const key = sharedKey(payload)
  const edited = drafts.load(key)
  if (edited && !sameText(edited, file)) rescue(context, key, edited)
  drafts.save(key, { changes, query })
  const hash = printHash({ kind: 'shared', payload })
  deps.pushAddress(hash)
  await navigate(context, hash)
  tell(context, 'info', `${name} is open as an experiment of its own: ${reason}. Your text there is kept.`)
}

/** The panes' text as an experiment file; undefined where that could not be made, which is told. */
export async function fileText(context: CommandContext): Promise<string | undefined> {
  const { store, deps } = context
  const { document, text } = store.getState()
  const { dataset, scale } = document ?? deps.defaultDataset
  try {
    return await deps.files.print({ dataset, scale, notes: document ? notesOf(document) : '', ...text })
  } catch {
    tell(context, 'warning', 'The file could not be made. Check the connection and try again.')
    return undefined
  }
}

/** Whether a pasted text is an experiment, and whether it fits what is open; undefined: it is only text. */
export async function readPasted(
  context: CommandContext,
  content: string,
): Promise<'fits' | 'apart' | undefined> {
  const { document } = context.store.getState()
  const file = await readFile(context, content)
  if (!document || !file?.ok) return undefined
  return whyApart(document, file.value) === undefined ? 'fits' : 'apart'
}

/** Opens a pasted experiment in place of what the paste made of `before`. */
export async function openPasted(context: CommandContext, content: string, before: PaneText): Promise<void> {
  const { store, drafts } = context
  const { document } = store.getState()
  if (!document) return
  store.setState({ text: before })
  drafts.save(document.key, before)
  await openFile(context, 'What you pasted', content, 'query')
}

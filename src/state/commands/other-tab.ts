/** What another page of this browser has written. */
import { dismissNotice, notify, type CommandContext } from '../command-context.ts'
import { sameText } from '../document.ts'
import { decode } from '../persist.ts'
import { DRAFT, KEYS, PREFERENCES } from '../stored-shapes.ts'
import { rescue } from './history.ts'
import { changeProgress } from './progress.ts'

/** Another page has written `key`; `value` is null where it removed it, `key` where it removed everything. */
export function storageChanged(context: CommandContext, key: string | null, value: string | null): void {
  if (key === null || value === null) return
  if (key === KEYS.history) {
    const { history } = context.store.getState()
    context.store.setState({ history: context.archive.joinHistory(history) })
  } else if (key === KEYS.progress) changeProgress(context)
  else if (key === KEYS.preferences) {
    const other = decode(PREFERENCES, value)
    if (other.kind === 'value')
      context.store.setState(({ preferences }) => ({
        preferences: { ...preferences, theme: other.value.theme },
      }))
  } else draftChanged(context, key, value)
}

function draftChanged(context: CommandContext, key: string, value: string): void {
  const { document, text } = context.store.getState()
  if (!document || KEYS.documentOf(key) !== document.key) return
  const other = decode(DRAFT, value)
  if (other.kind !== 'value' || !context.drafts.isForeign(document.key, other.value)) return
  const theirs = { changes: other.value.changes, query: other.value.query }
  if (sameText(theirs, text)) return dismissNotice(context, 'other-tab')
  // The other page may have written over the only place where it was stored.
  if (!sameText(text, document.original)) rescue(context, document.key, text)
  notify(context, {
    id: 'other-tab',
    tone: 'info',
    text: 'This text was edited in another tab. Yours is untouched; the other one is kept too.',
    action: {
      label: 'Use the other text',
      command: { kind: 'use-text', document: document.key, text: theirs },
    },
  })
}

/** Completions for the panes: the language module, loaded when it is wanted first, over the schema of the state. */
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state.ts'
import type { CompletionSource } from './monaco/completion.ts'

export const loadLanguage = () => import('./language/index.ts')

/** How long a list waits for a catalog that is being read, ms: without one it has words, and what the text makes. */
const PATIENCE = 8000

type Store = StoreApi<AppState>
type LoadSchema = () => Promise<void>

export function completionSource(store: Store, loadSchema: LoadSchema): CompletionSource {
  return async (pane, text, offset, bySpace) => {
    const { complete, paneSchema, textSchema } = await loadLanguage()
    const known = () => paneSchema(store.getState(), pane)
    const reading = known() ? undefined : schemaInTime(store, loadSchema)
    // Who types goes on typing: there are words meanwhile.
    if (!/[\w$\u0080-\uffff]$/.test(text.slice(0, offset))) await reading
    const schema = known()
    return {
      ...complete(text, offset, schema ?? textSchema(store.getState(), pane), bySpace),
      partial: schema === null,
    }
  }
}

/** Has the catalog read where nothing has been measured yet, and waits for it. */
export function schemaInTime(store: Store, loadSchema: LoadSchema): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(finish, PATIENCE)
    const unsubscribe = store.subscribe(({ bench, schema }) => {
      if (bench.baseline || bench.attempt || schema.catalog || schema.status === 'failed') finish()
    })
    void loadSchema()
  })
}

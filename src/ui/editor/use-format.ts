/** Lays a pane's text out anew; the formatter is loaded when it is asked for. */
import { useCallback } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import { useAppStore, useCommands } from '../app-context.ts'

export function useFormat(pane: PaneName): () => Promise<void> {
  const store = useAppStore()
  const { edit, notify, dismissNotice } = useCommands()
  return useCallback(async () => {
    const refuse = (text: string) => notify({ id: 'format', tone: 'warning', text })
    const before = store.getState().text[pane]
    try {
      const { describeFormatFailure, formatSql } = await import('../../sql/format.ts')
      const result = formatSql(before)
      // What was typed meanwhile stays.
      if (store.getState().text[pane] !== before) return
      if (!result.ok) return refuse(describeFormatFailure(result.error))
      dismissNotice('format')
      edit(pane, result.value)
    } catch {
      refuse('The formatter could not be loaded. Your text is untouched.')
    }
  }, [store, pane, edit, notify, dismissNotice])
}

/** What is wrong with a pane's text, found a moment after the last letter. */
import { useEffect, useState } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import type { TextProblem } from '../../sql/check/check-text.ts'
import type { AppState } from '../../state/app-state.ts'
import { useAppStore } from '../app-context.ts'

/** Silence after the last letter, ms. */
const AFTER = 400
/** Longer texts are dumps; parsing one would hold up the next letter. */
const LONGEST = 50_000

const NONE: readonly TextProblem[] = []

/** `active`: somebody works in the editor. Before that nothing is loaded for it. */
export function useProblems(pane: PaneName, active: boolean): readonly TextProblem[] {
  const store = useAppStore()
  const [problems, setProblems] = useState(NONE)
  useEffect(() => {
    if (!active) return
    let open = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = async () => {
      const { text } = store.getState()
      const found = text[pane].length > LONGEST ? NONE : await problemsNow(store.getState, pane)
      // What was typed meanwhile is looked at next.
      if (open && store.getState().text === text) setProblems(found)
    }
    const schedule = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void check(), AFTER)
    }
    schedule()
    const unsubscribe = store.subscribe((now, before) => {
      // The text and what it meets: the Query pane's tables are made in the Changes pane.
      if (now.text !== before.text || catalogOf(now) !== catalogOf(before)) schedule()
    })
    return () => {
      open = false
      clearTimeout(timer)
      unsubscribe()
    }
  }, [active, store, pane])
  return problems
}

const catalogOf = ({ bench, schema }: AppState) =>
  (bench.attempt ?? bench.baseline)?.measurement.catalog ?? schema.catalog

/** Without the parser there are none; a Run tells what is wrong. */
async function problemsNow(getState: () => AppState, pane: PaneName): Promise<readonly TextProblem[]> {
  try {
    const { problemsIn } = await import('./language/check.ts')
    return await problemsIn(getState, pane)
  } catch {
    return NONE
  }
}

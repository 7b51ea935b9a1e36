/** What is wrong with a pane's text, found a moment after the last letter. */
import { useEffect, useState } from 'react'
import type { PaneName } from '../../experiment/types.ts'
import type { TextProblem } from '../../sql/check/check-text.ts'
import { useApp, useAppStore } from '../app-context.ts'

/** Silence after the last letter, ms. */
const AFTER = 400
/** Longer texts are dumps; parsing one would hold up the next letter. */
const LONGEST = 50_000

const NONE: readonly TextProblem[] = []

/** `active`: somebody works in the editor. Before that nothing is loaded for it. */
export function useProblems(pane: PaneName, active: boolean): readonly TextProblem[] {
  const store = useAppStore()
  const [problems, setProblems] = useState(NONE)
  const text = useApp((state) => state.text[pane])
  // The Query pane meets what the Changes pane makes.
  const changes = useApp((state) => state.text.changes)
  const catalog = useApp(
    ({ bench, schema }) => (bench.attempt ?? bench.baseline)?.measurement.catalog ?? schema.catalog,
  )
  useEffect(() => {
    if (!active) return
    if (text.length > LONGEST) return setProblems(NONE)
    let current = true
    const timer = setTimeout(() => {
      void import('./language/check.ts')
        .then(({ problemsIn }) => problemsIn(() => store.getState(), pane))
        .then(
          (found) => current && setProblems(found),
          // Without the parser there are no marks; a Run tells what is wrong.
          () => current && setProblems(NONE),
        )
    }, AFTER)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [active, store, pane, text, changes, catalog])
  return problems
}

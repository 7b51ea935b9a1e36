/** What there is to notice on a side. */
import { useEffect, useMemo, useState } from 'react'
import { findings, findingsByRule, type Finding, type FindingInput } from '../../plan/findings/index.ts'
import { findingInput } from './finding-input.ts'
import type { ComparedSide } from './use-compared-side.ts'

/** Requests of more statements are looked at rule by rule, so that the page stays alive meanwhile. */
const LONG = 150

/** null while they are looked for. */
export function useFindings(side: ComparedSide | null): readonly Finding[] | null {
  const { measurement, plans } = side ?? {}
  const input = useMemo(() => measurement && plans && findingInput(measurement, plans), [measurement, plans])
  const long = (input?.statements.length ?? 0) > LONG
  const atOnce = useMemo(() => (input && !long ? findings(input) : null), [input, long])
  const [later, setLater] = useState<{ readonly of: FindingInput; readonly found: readonly Finding[] }>()
  useEffect(() => {
    if (!input || !long) return
    const steps = findingsByRule(input)
    let timer = 0
    const next = () => {
      const step = steps.next()
      if (step.done) setLater({ of: input, found: step.value })
      else timer = window.setTimeout(next)
    }
    timer = window.setTimeout(next)
    return () => clearTimeout(timer)
  }, [input, long])
  if (!long) return atOnce
  return later && later.of === input ? later.found : null
}

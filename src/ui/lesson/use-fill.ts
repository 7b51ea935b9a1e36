import { useMemo } from 'react'
import { fillPlaceholders } from '../../lesson/placeholders.ts'
import { placeholderValues } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'

/** Fills measured numbers into the lesson's prose, as far as they are known. */
export function useFill(): (markdown: string) => string {
  const bench = useApp((state) => state.bench)
  const { baseline, references, limits } = bench
  return useMemo(() => {
    const values = placeholderValues({ ...bench, baseline, references, limits })
    return (markdown: string) => fillPlaceholders(markdown, values)
    // The rest of the bench plays no part in the numbers of the text.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [baseline, references, limits])
}

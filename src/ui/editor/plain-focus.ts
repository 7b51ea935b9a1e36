/** Where the caret stood in the plain field that Monaco is about to replace. */
import type { PaneName } from '../../experiment/types.ts'

interface Caret {
  readonly pane: PaneName
  readonly start: number
  readonly end: number
}

let caret: Caret | null = null

export function notePlainFocus(next: Caret | null): void {
  caret = next
}

/** The caret of `pane`, once. */
export function takePlainFocus(pane: PaneName): Caret | null {
  if (caret?.pane !== pane) return null
  const taken = caret
  caret = null
  return taken
}

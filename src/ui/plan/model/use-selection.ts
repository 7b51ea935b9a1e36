import { useEffect, useEffectEvent } from 'react'
import type { Side } from '../../../plan/compare/marks.ts'

/** A node that something outside of the drawing points to. */
export interface NodeSelection {
  readonly nodeId: string
  /** Which plan of a comparison; without it the one after. */
  readonly side?: Side
}

/** Opens a node whenever another selection object comes. */
export function useSelection(
  selection: NodeSelection | null | undefined,
  open: (id: string, side: Side) => void,
): void {
  const show = useEffectEvent(open)
  useEffect(() => {
    if (selection) show(selection.nodeId, selection.side ?? 'after')
  }, [selection])
}

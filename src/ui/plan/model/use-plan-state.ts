/** What a reader does with one plan: which node is active, open, folded; what is searched and measured. */
import { useCallback, useMemo, useState } from 'react'
import { ancestors, sameNodes, searchItems, type Metric, type PlanModel } from './model.ts'

export interface PlanState {
  /** Node that the keyboard is on. */
  readonly activeId: string
  /** Node whose details are open. */
  readonly openId: string | null
  readonly folded: ReadonlySet<string>
  readonly metric: Metric
  readonly search: string
  readonly found: readonly string[]
  /** Goes up when a node was chosen from elsewhere, so that the drawing brings it into view. */
  readonly jumps: number
  readonly activate: (id: string) => void
  readonly open: (id: string) => void
  readonly close: () => void
  /** Makes a node visible wherever it is folded away, active and open. */
  readonly jump: (id: string, open?: boolean) => void
  readonly setFolded: (ids: readonly string[], folded: boolean) => void
  readonly setMetric: (metric: Metric) => void
  readonly setSearch: (text: string) => void
}

/**
 * State of one plan view. It starts over when another plan is shown; the chosen measure stays where it can. The
 * same nodes with more figures (times come after the buffers) are the same plan: a reader is not thrown out of it.
 */
export function usePlanState(model: PlanModel, chosen?: Metric): PlanState {
  const [activeId, setActiveId] = useState('0')
  const [openId, setOpenId] = useState<string | null>(null)
  const [folded, setFoldedSet] = useState<ReadonlySet<string>>(() => new Set())
  const [wanted, setMetric] = useState<Metric | null>(null)
  const [search, setSearch] = useState('')
  const [jumps, setJumps] = useState(0)

  const [shown, setShown] = useState(model)
  if (shown !== model) {
    setShown(model)
    if (!sameNodes(shown, model)) {
      setActiveId('0')
      setOpenId(null)
      setFoldedSet(new Set())
    }
  }

  const metric =
    [chosen, wanted].find((one) => one != null && model.metrics.includes(one)) ?? model.metrics[0]!
  const found = useMemo(() => searchItems(model, search), [model, search])

  const setFolded = useCallback((ids: readonly string[], fold: boolean) => {
    setFoldedSet((old) => {
      const next = new Set(old)
      for (const id of ids) {
        if (fold) next.add(id)
        else next.delete(id)
      }
      return next
    })
    // A node that is folded away cannot stay active.
    if (fold) setActiveId((active) => ids.find((id) => active.startsWith(`${id}.`)) ?? active)
  }, [])

  const open = useCallback((id: string) => {
    setActiveId(id)
    setOpenId(id)
  }, [])

  const jump = useCallback((id: string, open = true) => {
    setFoldedSet((old) => new Set([...old].filter((one) => !ancestors(id).includes(one))))
    setActiveId(id)
    if (open) setOpenId(id)
    setJumps((n) => n + 1)
  }, [])

  const close = useCallback(() => setOpenId(null), [])

  return {
    activeId: model.byId.has(activeId) ? activeId : '0',
    openId: openId !== null && model.byId.has(openId) ? openId : null,
    folded,
    metric,
    search,
    found,
    jumps,
    activate: setActiveId,
    open,
    close,
    jump,
    setFolded,
    setMetric,
    setSearch,
  }
}

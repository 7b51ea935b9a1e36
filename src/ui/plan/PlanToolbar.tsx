import { useMemo, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { FullScreenButton } from './FullScreenButton.tsx'
import { Segmented } from '../primitives/Segmented.tsx'
import { METRIC_NAMES } from './model/labels.ts'
import { heaviest, type PlanModel } from './model/model.ts'
import styles from './PlanFrame.module.css'
import type { PlanState } from './model/use-plan-state.ts'

const MODES = ['Tree', 'Table', 'Icicle', 'Text', 'JSON'] as const
export type PlanMode = (typeof MODES)[number]

const MODE_OPTIONS = MODES.map((value) => ({ value, label: value }))

/** With fewer nodes one sees them all. */
const SEARCHED = 8

interface SearchProps {
  readonly model: PlanModel
  readonly state: PlanState
}

/** Finds nodes by name, relation, index or condition; Enter goes to the next. */
function Search({ model, state }: SearchProps) {
  const [at, setAt] = useState(-1)
  const { found, search } = state
  const go = (step: number): void => {
    if (found.length === 0) return
    const next = (Math.max(at, step > 0 ? -1 : 0) + step + found.length) % found.length
    setAt(next)
    state.jump(found[next]!, false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Escape' && search !== '') {
      event.stopPropagation()
      state.setSearch('')
    }
  }
  const told = search.trim() === '' ? '' : at < 0 ? `${found.length} found` : `${at + 1} of ${found.length}`
  return (
    <div className={styles.search}>
      <input
        type="search"
        value={search}
        placeholder="Find a node"
        aria-label={`Find among ${model.items.length} nodes`}
        onChange={(event) => {
          setAt(-1)
          state.setSearch(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <output>{told}</output>
    </div>
  )
}

interface PlanToolbarProps {
  readonly model: PlanModel
  readonly state: PlanState
  readonly mode: PlanMode
  readonly onMode: (mode: PlanMode) => void
  /** What takes the whole screen. */
  readonly target: RefObject<HTMLElement | null>
}

/** How the plan is shown, what its bars measure, and search. */
export function PlanToolbar({ model, state, mode, onMode, target }: PlanToolbarProps) {
  const figures = mode !== 'Text' && mode !== 'JSON'
  const worst = useMemo(() => heaviest(model, state.metric), [model, state.metric])
  return (
    <div className={styles.toolbar}>
      <Segmented label="Show the plan as" options={MODE_OPTIONS} value={mode} onChange={onMode} />
      {figures && model.metrics.length > 1 && (
        <Segmented
          label="Bars show the share of"
          options={model.metrics.map((value) => ({ value, label: METRIC_NAMES[value] }))}
          value={state.metric}
          onChange={state.setMetric}
        />
      )}
      {figures && model.items.length > 3 && (
        <>
          {worst && (
            <button
              type="button"
              className={styles.plain}
              title={`${worst.title}: the largest share (key !)`}
              onClick={() => state.jump(worst.id)}
            >
              Heaviest node
            </button>
          )}
          {model.items.length >= SEARCHED && <Search model={model} state={state} />}
        </>
      )}
      <FullScreenButton target={target} />
    </div>
  )
}

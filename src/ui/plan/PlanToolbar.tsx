import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { METRIC_NAMES } from './labels.ts'
import { heaviest, type Metric, type PlanModel } from './model.ts'
import styles from './PlanView.module.css'
import type { PlanState } from './use-plan-state.ts'

export const MODES = ['Tree', 'Table', 'Icicle', 'Text', 'JSON'] as const
export type PlanMode = (typeof MODES)[number]

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: readonly T[]
  readonly names?: Readonly<Record<T, string>>
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, as a row of buttons. */
export function Choice<T extends string>({ label, options, names, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChange(one)}>
          {names?.[one] ?? one}
        </button>
      ))}
    </fieldset>
  )
}

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
}

/** How the plan is shown, what its bars measure, and search. */
export function PlanToolbar({ model, state, mode, onMode }: PlanToolbarProps) {
  const figures = mode !== 'Text' && mode !== 'JSON'
  const worst = heaviest(model, state.metric)
  return (
    <div className={styles.toolbar}>
      <Choice label="Show the plan as" options={MODES} value={mode} onChange={onMode} />
      {figures && model.metrics.length > 1 && (
        <Choice<Metric>
          label="Bars show the share of"
          options={model.metrics}
          names={METRIC_NAMES}
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
          <Search model={model} state={state} />
        </>
      )}
    </div>
  )
}

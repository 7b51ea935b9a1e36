import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Catalog } from '../../engine/protocol.ts'
import { parsePlan } from '../../plan/parse-plan.ts'
import type { Plan, PlanError } from '../../plan/types.ts'
import { count } from './format.ts'
import type { NodeMark } from './labels.ts'
import { planModel, type Metric, type PlanModel } from './model.ts'
import { NodeDetails } from './NodeDetails.tsx'
import { PlanIcicle } from './PlanIcicle.tsx'
import { PlanSource } from './PlanSource.tsx'
import { PlanTable } from './PlanTable.tsx'
import { PlanToolbar, type PlanMode } from './PlanToolbar.tsx'
import { PlanTree } from './PlanTree.tsx'
import styles from './PlanView.module.css'
import { planJson, planText } from './source.ts'
import { planNotes, summaryFigures } from './summary-line.ts'
import tokens from './tokens.module.css'
import { usePlanState, type PlanState } from './use-plan-state.ts'
import type { ViewportLink } from './viewport-link.ts'

export type PlanTone = 'before' | 'after' | 'neutral'

const isPlan = (value: unknown): value is Plan =>
  typeof value === 'object' && value !== null && 'root' in value && 'planning' in value && 'source' in value

/** A plan, or the reason why there is none. */
export function usePlan(explain: unknown): { readonly plan: Plan } | { readonly error: PlanError } {
  return useMemo(() => {
    if (isPlan(explain)) return { plan: explain }
    const parsed = parsePlan(explain)
    return parsed.ok ? { plan: parsed.value } : { error: parsed.error }
  }, [explain])
}

export interface PlanViewProps {
  /** EXPLAIN's output (parsed JSON, JSON text or text format), or a plan that is already parsed. */
  readonly explain: unknown
  readonly title?: string
  readonly tone?: PlanTone
  /** Facts of tables and indexes for the details panel. */
  readonly catalog?: Catalog | undefined
}

/** One plan: drawing, table, icicle, text and JSON, with a details panel. Fills its container's height. */
export function PlanView({ explain, title = 'Plan', tone = 'neutral', catalog }: PlanViewProps) {
  const outcome = usePlan(explain)
  if ('error' in outcome)
    return (
      <div className={`${tokens.tokens} ${styles.view}`}>
        <p className={styles.failure} role="alert">
          {outcome.error.message}
        </p>
      </div>
    )
  return <PlanBody plan={outcome.plan} title={title} tone={tone} catalog={catalog} />
}

function PlanBody({
  plan,
  ...rest
}: { plan: Plan } & Omit<PlanPaneProps, 'model' | 'state' | 'mode' | 'onMode'>) {
  const model = useMemo(() => planModel(plan), [plan])
  const state = usePlanState(model)
  const [mode, setMode] = useState<PlanMode>('Tree')
  return <PlanPane {...rest} model={model} state={state} mode={mode} onMode={setMode} toolbar />
}

export interface PlanPaneProps {
  readonly model: PlanModel
  readonly state: PlanState
  readonly mode: PlanMode
  readonly onMode: (mode: PlanMode) => void
  readonly title: string
  readonly tone: PlanTone
  readonly catalog?: Catalog | undefined
  readonly marks?: ReadonlyMap<string, NodeMark> | undefined
  readonly tops?: ReadonlyMap<string, number> | undefined
  readonly partnerId?: string | null | undefined
  readonly link?: ViewportLink | undefined
  readonly toolbar?: boolean
  readonly metric?: Metric
  readonly onOther?: ((id: string) => void) | undefined
  readonly nodeFindings?: ((id: string) => ReactNode) | undefined
  readonly findingRanks?: ReadonlyMap<string, readonly number[]> | undefined
}

/** A plan whose state is held outside. */
export function PlanPane(props: PlanPaneProps) {
  const { model, state, mode, title, tone, marks } = props
  const view = useRef<HTMLElement>(null)
  const figures = useMemo(() => summaryFigures(model), [model])
  const notes = useMemo(() => planNotes(model.plan), [model])
  const open = state.openId === null ? null : model.byId.get(state.openId)!
  const label = `${title}, ${count(model.items.length)} ${model.items.length === 1 ? 'node' : 'nodes'}`

  const close = (): void => {
    state.close()
    view.current?.querySelector<SVGElement>('[role="treeitem"][tabindex="0"]')?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open && (event.target as Element).closest('[data-details]')) close()
  }

  return (
    // Escape closes the details from anywhere inside them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={view}
      className={`${tokens.tokens} ${styles.view}`}
      data-tone={tone}
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3>{title}</h3>
        <dl>
          {figures.map((figure) => (
            <div key={figure.name}>
              <dd>{figure.value}</dd>
              <dt>{figure.name}</dt>
            </div>
          ))}
        </dl>
      </header>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {props.toolbar && <PlanToolbar model={model} state={state} mode={mode} onMode={props.onMode} />}
      <div className={styles.body}>
        {mode === 'Tree' && (
          <PlanTree
            model={model}
            state={state}
            label={label}
            marks={marks}
            findings={props.findingRanks}
            tops={props.tops}
            partnerId={props.partnerId}
            link={props.link}
          />
        )}
        {mode === 'Table' && <PlanTable model={model} state={state} label={label} marks={marks} />}
        {mode === 'Icicle' && <PlanIcicle model={model} state={state} label={label} />}
        {mode === 'Text' && (
          <PlanSource
            text={planText(model.plan)}
            file="plan.txt"
            type="text/plain"
            label={`${label}, as text`}
          />
        )}
        {mode === 'JSON' && (
          <PlanSource
            text={planJson(model.plan)}
            file="plan.json"
            type="application/json"
            label={`${label}, as JSON`}
          />
        )}
        {open && (
          <NodeDetails
            key={open.id}
            item={open}
            catalog={props.catalog}
            mark={marks?.get(open.id)}
            findings={props.nodeFindings?.(open.id)}
            onOther={props.onOther}
            onClose={close}
          />
        )}
      </div>
    </section>
  )
}

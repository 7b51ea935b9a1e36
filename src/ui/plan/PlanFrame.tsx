import { useMemo, useRef } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Catalog } from '../../engine/contract/index.ts'
import type { Plan } from '../../plan/types.ts'
import type { Finding } from '../../plan/findings/types.ts'
import { findingRanks, findingsOf } from '../../plan/findings/finding-ranks.ts'
import { counted } from '../../shared/words.ts'
import type { NodeMark } from '../../plan/compare/marks.ts'
import type { PlanModel } from './model/model.ts'
import { NodeDetails } from './details/NodeDetails.tsx'
import { PlanSettings } from './details/PlanSettings.tsx'
import styles from './PlanFrame.module.css'
import { PlanIcicle } from './icicle/PlanIcicle.tsx'
import { PlanSource } from './source/PlanSource.tsx'
import { PlanTable } from './table/PlanTable.tsx'
import { PlanToolbar, type PlanMode } from './PlanToolbar.tsx'
import { PlanTree } from './drawing/PlanTree.tsx'
import { naturalHeight } from './drawing/layout.ts'
import { madeHere, planJson, planText } from '../../plan/words/plan-text.ts'
import { figureLabel, planNotes, summaryFigures } from '../../plan/words/plan-summary.ts'
import tone from './tone.module.css'
import type { PlanState } from './model/use-plan-state.ts'
import type { ViewportLink } from './drawing/viewport-link.ts'

/** Room for the buttons below the drawing, px. */
const CONTROLS = 40

const NONE: readonly Finding[] = []

export type PlanTone = 'before' | 'after' | 'neutral'

export interface PlanFrameProps {
  readonly model: PlanModel
  readonly state: PlanState
  readonly mode: PlanMode
  readonly onMode: (mode: PlanMode) => void
  readonly title: string
  readonly tone: PlanTone
  readonly catalog?: Catalog | undefined
  readonly marks?: ReadonlyMap<string, NodeMark> | undefined
  readonly tops?: ReadonlyMap<string, number> | undefined
  /** The plan that stands beside this one. */
  readonly beside?: PlanModel | undefined
  readonly link?: ViewportLink | undefined
  readonly toolbar?: boolean
  /** False where the details of both sides are shown in one place. */
  readonly details?: boolean
  readonly onOther?: ((id: string) => void) | undefined
  /** Findings of the request, of which those about `statement` are marked. */
  readonly findings?: readonly Finding[] | undefined
  readonly statement?: number | undefined
  /** False where the times of the statement stand elsewhere. */
  readonly times?: boolean | undefined
  readonly onTryIt?: ((sql: string) => void) | undefined
}

/** A plan whose state is held outside. */
export function PlanFrame(props: PlanFrameProps) {
  const { model, state, mode, title, marks, beside, findings = NONE, statement = 0 } = props
  const ranks = useMemo(() => findingRanks(findings, statement), [findings, statement])
  const view = useRef<HTMLElement>(null)
  const figures = useMemo(
    () => summaryFigures(model.plan, { beside: beside?.plan, times: props.times }),
    [model, beside, props.times],
  )
  const height = useMemo(() => naturalHeight(model, props.tops) + CONTROLS, [model, props.tops])
  const notes = useMemo(() => planNotes(model.plan), [model])
  const open = state.openId === null ? null : model.byId.get(state.openId)!
  const label = `${title}, ${counted(model.items.length, 'node')}`

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
      className={`${tone.tone} ${styles.view}`}
      data-tone={props.tone}
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3>{title}</h3>
        <dl>
          {figures.map((figure) => (
            <div key={figure.name}>
              <dd>{figure.value}</dd>
              <dt>{figureLabel(figure)}</dt>
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
      <PlanSettings settings={model.plan.settings} />
      {props.toolbar && (
        <PlanToolbar model={model} state={state} mode={mode} onMode={props.onMode} target={view} />
      )}
      <div className={styles.body} style={{ '--natural': `${height}px` } as CSSProperties}>
        {mode === 'Tree' && (
          <PlanTree
            model={model}
            state={state}
            label={label}
            marks={marks}
            findings={ranks}
            tops={props.tops}
            link={props.link}
          />
        )}
        {mode === 'Table' && <PlanTable model={model} state={state} label={label} marks={marks} />}
        {mode === 'Icicle' && <PlanIcicle model={model} state={state} label={label} />}
        {(mode === 'Text' || mode === 'JSON') && <Source plan={model.plan} mode={mode} label={label} />}
        {open && props.details !== false && (
          <NodeDetails
            key={open.id}
            item={open}
            catalog={props.catalog}
            mark={marks?.get(open.id)}
            findings={findingsOf(findings, statement, open.id)}
            onTryIt={props.onTryIt}
            onOther={props.onOther}
            onClose={close}
          />
        )}
      </div>
    </section>
  )
}

function Source({ plan, mode, label }: { plan: Plan; mode: 'Text' | 'JSON'; label: string }) {
  const text = useMemo(() => (mode === 'Text' ? planText(plan) : planJson(plan)), [plan, mode])
  const file = mode === 'Text' ? 'plan.txt' : 'plan.json'
  const type = mode === 'Text' ? 'text/plain' : 'application/json'
  const note = madeHere(plan, mode === 'Text' ? 'text' : 'json')
  return (
    <PlanSource key={mode} text={text} file={file} type={type} label={`${label}, as ${mode}`} note={note} />
  )
}

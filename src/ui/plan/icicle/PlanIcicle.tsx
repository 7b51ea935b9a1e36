import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { percent } from '../../../shared/words.ts'
import { icicle } from './icicle-layout.ts'
import { METRIC_WHOLE, nodeLabel } from '../model/labels.ts'
import { ancestors, type Metric, type PlanItem, type PlanModel } from '../model/model.ts'
import styles from './PlanIcicle.module.css'
import type { PlanState } from '../model/use-plan-state.ts'
import { step } from '../model/tree-keys.ts'

interface PlanIcicleProps {
  readonly model: PlanModel
  readonly state: PlanState
  readonly label: string
}

const NOTHING: ReadonlySet<string> = new Set()
/** Bars from this part of the width on have room for their name. */
const LABELLED = 0.04
/** Narrower bars than this part of the width are left out, so that thousands of nodes stay quick. */
const LEAST = 0.0015

/** What a screen reader says of a bar. */
const spoken = (item: PlanItem, metric: Metric, whole: number): string =>
  `${nodeLabel(item, metric)}, ${percent(whole)} with everything below`

/** Where the work goes: every node as wide as the work of everything below it. */
export function PlanIcicle({ model, state, label }: PlanIcicleProps) {
  const [topId, setTopId] = useState('0')
  const frame = useRef<HTMLDivElement>(null)
  const hint = useId()
  const top = model.byId.get(topId) ?? model.root
  const { metric, activeId, openId } = state
  const bars = useMemo(() => icicle(model, metric, top.id, LEAST), [model, metric, top])
  const path = ancestors(top.id).toReversed()
  const reachable = bars.some((bar) => bar.item.id === activeId) ? activeId : top.id
  const rows = bars.reduce((most, bar) => Math.max(most, bar.row), 0) + 1

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ') {
      event.preventDefault()
      return setTopId(reachable === top.id ? (top.parentId ?? top.id) : reachable)
    }
    if (event.key === 'Escape') return state.close()
    const drawn = new Set(bars.map((bar) => bar.item.id))
    let move = step(model, NOTHING, reachable, event.key)
    // Left folds in a tree; here it goes up.
    if (move?.kind === 'fold') {
      const parent = model.byId.get(reachable)?.parentId
      move = parent == null ? null : { kind: 'go', id: parent }
    }
    while (move?.kind === 'go' && !drawn.has(move.id)) {
      const next = step(model, NOTHING, move.id, event.key)
      move = next?.kind === 'go' && next.id !== move.id ? next : null
    }
    if (!move) return
    event.preventDefault()
    if (move.kind === 'open') return state.open(move.id)
    if (move.kind !== 'go') return
    state.activate(move.id)
    frame.current?.querySelector<HTMLElement>(`[data-id="${move.id}"]`)?.focus()
  }

  return (
    <div className={styles.frame}>
      {path.length > 0 && (
        <nav className={styles.path} aria-label="Nodes above the widest bar">
          {path.map((id) => (
            <button key={id} type="button" onClick={() => setTopId(id)}>
              {model.byId.get(id)?.operation} ›
            </button>
          ))}
        </nav>
      )}
      <div
        ref={frame}
        role="tree"
        aria-label={label}
        aria-describedby={hint}
        tabIndex={-1}
        className={styles.bars}
        style={{ height: rows * 32 }}
        onKeyDown={onKeyDown}
      >
        {bars.map(({ item, from, width, row, own, whole }) => (
          // Keys are handled by the tree.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={item.id}
            role="treeitem"
            data-id={item.id}
            tabIndex={item.id === reachable ? 0 : -1}
            aria-level={item.depth + 1}
            aria-posinset={item.position}
            aria-setsize={item.setSize}
            aria-selected={item.id === openId}
            className={styles.bar}
            title={`${item.title}: ${percent(own)} ${METRIC_WHOLE[metric]}, ${percent(whole)} with everything below`}
            style={{
              padding: width > LABELLED ? undefined : 0,
              left: `${from * 100}%`,
              width: `${width * 100}%`,
              top: row * 32,
              backgroundColor: `color-mix(in srgb, var(--tone) ${Math.round(Math.sqrt(own) * 38)}%, var(--sheet))`,
            }}
            onClick={() => state.open(item.id)}
            onDoubleClick={() => setTopId(item.id === top.id ? (top.parentId ?? '0') : item.id)}
          >
            {width > LABELLED && (
              <span aria-hidden="true">
                {own > 0 && <small>{percent(own)}</small>} {item.title}
              </span>
            )}
            <span className="visually-hidden">{spoken(item, metric, whole)}</span>
          </div>
        ))}
      </div>
      <p className={styles.legend} id={hint}>
        Width: {METRIC_WHOLE[metric].replace('of the ', '')} of a node with everything below it. Shade and
        number: the node alone. Arrow keys walk, Enter opens details, Space or a double-click widens a node.
      </p>
    </div>
  )
}

import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Blocks } from './Blocks.tsx'
import type { NodeMark } from '../../../plan/compare/marks.ts'
import { cardAt, layoutTree, type TreeLayout } from './layout.ts'
import { Links } from './Links.tsx'
import { heaviest, type PlanModel } from '../model/model.ts'
import { NodeCard } from './NodeCard.tsx'
import { Overview } from './Overview.tsx'
import styles from './PlanTree.module.css'
import { useDrawn } from './use-drawn.ts'
import type { PlanState } from '../model/use-plan-state.ts'
import { ViewportController } from './viewport-controller.ts'
import type { ViewportLink } from './viewport-link.ts'
import { step } from '../model/tree-keys.ts'

export interface PlanTreeProps {
  readonly model: PlanModel
  readonly state: PlanState
  /** Name of the drawing for screen readers. */
  readonly label: string
  readonly marks?: ReadonlyMap<string, NodeMark> | undefined
  /** Ranks of findings by node id. */
  readonly findings?: ReadonlyMap<string, readonly number[]> | undefined
  /** Heights that cards must not stand above, by id (align.ts). */
  readonly tops?: ReadonlyMap<string, number> | undefined
  readonly link?: ViewportLink | undefined
}

/** The plan as a drawing: cards joined by lines as wide as the rows that flow, with zoom, pan, fold and keyboard. */
export function PlanTree({ model, state, label, marks, findings, tops, link }: PlanTreeProps) {
  const [controller] = useState(() => new ViewportController())
  const stage = useRef<HTMLDivElement>(null)
  const layer = useRef<SVGGElement>(null)
  const hint = useId()
  const wantsFocus = useRef(false)
  const frame = useSyncExternalStore(controller.onFrame, controller.getFrame)
  const { folded, activeId, metric } = state
  const layout = useMemo(() => layoutTree(model, folded, tops), [model, folded, tops])

  const last = useRef<{ model: PlanModel; layout: TreeLayout } | null>(null)
  useLayoutEffect(() => {
    const old = last.current?.model === model ? last.current.layout : null
    const was = old?.byId.get(activeId)
    const is = layout.byId.get(activeId) ?? layout.cards[0]!
    const moved = was ? { x: is.x0 - was.x0, y: is.y0 - was.y0 } : null
    if (last.current?.layout !== layout) controller.setContent(layout.bounds, layout.cards[0]!, moved)
    last.current = { model, layout }
    if (!wantsFocus.current) return
    wantsFocus.current = false
    controller.reveal(is)
    stage.current?.querySelector<SVGGElement>(`[data-id="${activeId}"]`)?.focus({ preventScroll: true })
  }, [controller, model, layout, activeId])

  useLayoutEffect(() => controller.attach(stage.current!, layer.current!), [controller])
  useEffect(() => link?.join(controller), [link, controller])

  const { jumps } = state
  const seenJumps = useRef(jumps)
  useLayoutEffect(() => {
    if (seenJumps.current === jumps) return
    seenJumps.current = jumps
    const card = layout.byId.get(activeId)
    if (card) controller.reveal(card)
  }, [controller, jumps, layout, activeId])

  // A details panel that opens takes room from the drawing: what it is about stays in sight.
  const { openId } = state
  const { size } = frame
  const seenSize = useRef(size)
  useLayoutEffect(() => {
    if (seenSize.current === size) return
    seenSize.current = size
    const card = layout.byId.get(openId ?? '')
    if (card) controller.reveal(card)
  }, [controller, size, openId, layout])

  const found = useMemo(() => new Set(state.found), [state.found])
  const drawn = useDrawn(layout, frame, [activeId, openId])

  const focusOn = (id: string): void => {
    wantsFocus.current = true
    if (id !== activeId) return state.activate(id)
    wantsFocus.current = false
    const card = layout.byId.get(id)
    if (card) controller.reveal(card)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const card = layout.byId.get(activeId)
    const done = (): void => event.preventDefault()
    switch (event.key) {
      case '+':
      case '=':
        return (done(), controller.zoomBy(1.25))
      case '-':
        return (done(), controller.zoomBy(0.8))
      case '0':
        return (done(), controller.fitAll())
      case '1':
        if (card) controller.actualSize(card)
        return done()
      case 'Escape':
        if (state.openId !== null) done()
        return state.close()
      case '!': {
        const worst = heaviest(model, metric)
        if (!worst) return done()
        wantsFocus.current = worst.id !== activeId
        state.jump(worst.id)
        return done()
      }
    }
    const move = step(model, folded, activeId, event.key)
    if (move === null) {
      if (event.key === ' ' || event.key.startsWith('Arrow')) done()
      return
    }
    done()
    if (move.kind === 'go') return focusOn(move.id)
    if (move.kind === 'open') return state.open(move.id)
    state.setFolded(move.kind === 'unfold-siblings' ? move.ids : [move.id], move.kind === 'fold')
  }

  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const fold = target.closest('[data-fold]')?.getAttribute('data-fold')
    if (fold != null) {
      state.activate(fold)
      return state.setFolded([fold], !folded.has(fold))
    }
    const id =
      target.closest('[data-id]')?.getAttribute('data-id') ?? cardAt(layout, controller.worldAt(event))
    if (id === null) return
    wantsFocus.current = id !== activeId
    state.open(id)
  }

  const zoom = useCallback((factor: number) => controller.zoomBy(factor), [controller])

  return (
    <div className={styles.stage} ref={stage}>
      {/* The keys belong to the tree as a whole; each node takes the focus in turn. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        role="tree"
        aria-label={label}
        aria-describedby={hint}
        tabIndex={-1}
        className={styles.drawing}
        data-detail={frame.detail}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <g ref={layer} role="presentation">
          {drawn.far ? (
            <Blocks layout={layout} metric={metric} found={found} />
          ) : (
            <Links cards={drawn.links} layout={layout} plain={frame.detail === 'block'} />
          )}
          {drawn.cards.map((card) => {
            const { id } = card.item
            return (
              <NodeCard
                key={id}
                card={card}
                detail={frame.detail}
                metric={metric}
                active={id === activeId}
                open={id === state.openId}
                folded={folded.has(id)}
                found={found.has(id)}
                mark={marks?.get(id)}
                findings={findings?.get(id)}
              />
            )
          })}
        </g>
      </svg>
      <fieldset className={styles.zoom} data-still aria-label="Zoom">
        <button type="button" onClick={() => zoom(1.25)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => zoom(0.8)} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={() => controller.fitAll()} title="Show the whole plan (0)">
          Fit
        </button>
      </fieldset>
      <p id={hint} hidden>
        Arrow keys walk the tree, Enter opens details, Space folds, plus and minus zoom, 0 shows the whole
        plan, the exclamation mark goes to the heaviest node.
      </p>
      {frame.large && <Overview controller={controller} layout={layout} metric={metric} />}
    </div>
  )
}

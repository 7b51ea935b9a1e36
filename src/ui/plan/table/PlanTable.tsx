import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { MARK_NAMES, type NodeMark } from '../../../plan/compare/marks.ts'
import type { PlanModel } from '../model/model.ts'
import styles from './PlanTable.module.css'
import { nextOrder, sortItems, tableColumns, type TableOrder } from './table-model.ts'
import type { PlanState } from '../model/use-plan-state.ts'

interface PlanTableProps {
  readonly model: PlanModel
  readonly state: PlanState
  readonly label: string
  readonly marks?: ReadonlyMap<string, NodeMark> | undefined
}

const ROW_HEIGHT = 30
/** Above this many rows only those near the screen are in the page. */
const DRAW_ALL = 150
const BEYOND = 20

/** All nodes as rows; click a column to order by it. */
export function PlanTable({ model, state, label, marks }: PlanTableProps) {
  const [order, setOrder] = useState<TableOrder>({ column: 'node', descending: false })
  const [scroll, setScroll] = useState({ top: 0, height: 800 })
  const frame = useRef<HTMLElement>(null)
  const columns = useMemo(() => tableColumns(model), [model])
  const { metric } = state
  const items = useMemo(() => sortItems(model, order, metric), [model, order, metric])
  const found = useMemo(() => new Set(state.found), [state.found])

  const follow = (): void => {
    const box = frame.current
    if (!box) return
    const top = Math.floor(box.scrollTop / (ROW_HEIGHT * 5)) * ROW_HEIGHT * 5
    setScroll((old) =>
      old.top === top && old.height === box.clientHeight ? old : { top, height: box.clientHeight },
    )
  }
  useLayoutEffect(follow, [])

  const { jumps, activeId } = state
  const seenJumps = useRef(jumps)
  useLayoutEffect(() => {
    if (seenJumps.current === jumps) return
    seenJumps.current = jumps
    const at = items.findIndex((item) => item.id === activeId)
    frame.current?.scrollTo({ top: Math.max(0, at * ROW_HEIGHT - 120) })
  }, [jumps, items, activeId])

  const all = items.length <= DRAW_ALL
  const first = all ? 0 : Math.max(0, Math.floor(scroll.top / ROW_HEIGHT) - BEYOND)
  const last = all
    ? items.length
    : Math.min(items.length, first + Math.ceil(scroll.height / ROW_HEIGHT) + 2 * BEYOND)
  const inOrder = order.column === 'node' && !order.descending

  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} ref={frame} onScroll={follow} tabIndex={0} aria-label={label}>
      <table aria-rowcount={items.length + 1} className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={
                  order.column !== column.id ? undefined : order.descending ? 'descending' : 'ascending'
                }
              >
                <button
                  type="button"
                  title={column.help}
                  onClick={() => setOrder(nextOrder(order, column.id))}
                >
                  {column.name}
                  <span aria-hidden="true">
                    {order.column === column.id ? (order.descending ? ' ↓' : ' ↑') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * ROW_HEIGHT }} />}
          {items.slice(first, last).map((item, at) => {
            const mark = marks?.get(item.id)
            return (
              <tr
                key={item.id}
                aria-rowindex={first + at + 2}
                data-open={item.id === state.openId || undefined}
                data-found={found.has(item.id) || undefined}
                data-idle={(model.executed && !item.figures.executed) || undefined}
                onClick={() => state.open(item.id)}
              >
                {columns.map((column) =>
                  column.id === 'node' ? (
                    <th key={column.id} scope="row">
                      <button
                        type="button"
                        title={item.title}
                        style={
                          inOrder
                            ? { paddingInlineStart: `calc(${Math.min(item.depth, 24)} * var(--step))` }
                            : undefined
                        }
                      >
                        {item.title}
                      </button>
                      {mark && mark.kind !== 'same' && <em>{MARK_NAMES[mark.kind]}</em>}
                    </th>
                  ) : (
                    <td key={column.id}>
                      {column.id === 'share' && (
                        <span
                          className={styles.bar}
                          style={{ width: `${(item.share[metric] ?? 0) * 100}%` }}
                          aria-hidden="true"
                        />
                      )}
                      <span>{column.text(item, metric)}</span>
                    </td>
                  ),
                )}
              </tr>
            )
          })}
          {last < items.length && (
            <tr aria-hidden="true" style={{ height: (items.length - last) * ROW_HEIGHT }} />
          )}
        </tbody>
      </table>
    </section>
  )
}

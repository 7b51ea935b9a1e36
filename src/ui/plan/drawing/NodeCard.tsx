import { memo } from 'react'
import { edgeName } from '../../../plan/words/node-names.ts'
import { BAR_HEIGHT, CARD_PADDING, CARD_WIDTH, LINE_CHARACTERS, LINE_HEIGHT, TITLE_HEIGHT } from './card.ts'
import { elide } from './fit.ts'
import { percent } from '../../../shared/words.ts'
import { MARK_NAMES, type NodeMark } from '../../../plan/compare/marks.ts'
import type { NodeStatus } from '../../../plan/compare/diff.ts'
import { nodeLabel } from '../model/labels.ts'
import type { PlacedCard } from './layout.ts'
import type { Metric, PlanItem } from '../model/model.ts'
import type { Detail } from './viewport.ts'
import styles from './PlanTree.module.css'

interface NodeCardProps {
  readonly card: PlacedCard
  readonly detail: Detail
  readonly metric: Metric
  readonly active: boolean
  readonly open: boolean
  readonly folded: boolean
  readonly found: boolean
  readonly mark: NodeMark | undefined
  /** Ranks of the findings about this node, 1 = worst. */
  readonly findings: readonly number[] | undefined
}

const BAR_WIDTH = CARD_WIDTH - 2 * CARD_PADDING - 54

function Texts({ card, metric, share }: { card: PlacedCard; metric: Metric; share: number | null }) {
  const height = card.y1 - card.y0
  const bar = height - BAR_HEIGHT + 10
  return (
    <>
      <text className={styles.operation} x={CARD_PADDING} y={21}>
        {elide(card.item.operation, 30)}
      </text>
      {card.lines.map((line, at) => {
        const y = TITLE_HEIGHT + at * LINE_HEIGHT + 12
        return (
          <g key={line.kind + String(at)} className={styles[line.kind]}>
            <text x={CARD_PADDING} y={y}>
              {line.text}
            </text>
            {line.right !== null && (
              <text className={styles.right} x={CARD_WIDTH - CARD_PADDING} y={y} textAnchor="end">
                {line.right}
              </text>
            )}
          </g>
        )
      })}
      {share !== null && (
        <g data-metric={metric}>
          <rect className={styles.track} x={CARD_PADDING} y={bar} width={BAR_WIDTH} height={5} />
          <rect className={styles.bar} x={CARD_PADDING} y={bar} width={BAR_WIDTH * share} height={5} />
          <text className={styles.share} x={CARD_WIDTH - CARD_PADDING} y={bar + 7} textAnchor="end">
            {share > 0 ? percent(share) : ''}
          </text>
        </g>
      )}
    </>
  )
}

/** The card from further away: what it is and how much of the work it does. */
function BriefTexts({ card, share }: { card: PlacedCard; share: number | null }) {
  const height = card.y1 - card.y0
  return (
    <>
      <text className={styles.briefOperation} x={12} y={34}>
        {elide(card.item.operation, 18)}
      </text>
      {card.item.target !== null && height > 90 && (
        <text className={styles.briefTarget} x={12} y={62}>
          {elide(card.item.target, 19)}
        </text>
      )}
      {share !== null && (
        <>
          <rect className={styles.track} x={12} y={height - 22} width={CARD_WIDTH - 24} height={10} />
          <rect className={styles.bar} x={12} y={height - 22} width={(CARD_WIDTH - 24) * share} height={10} />
        </>
      )}
    </>
  )
}

function FoldHandle({ card, folded }: { card: PlacedCard; folded: boolean }) {
  const text = folded ? `+${card.item.below}` : '−'
  const width = folded ? 22 + text.length * 5 : 20
  return (
    <g className={styles.fold} transform={`translate(${CARD_WIDTH / 2} ${card.y1 - card.y0})`}>
      <rect x={-width / 2} y={-8} width={width} height={16} rx={8} />
      <text y={4} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

/** From further away only what is folded says so: the handle would be too small to hit. */
const hasHandle = (item: PlanItem, detail: Detail, folded: boolean): boolean =>
  item.childIds.length > 0 && (detail === 'full' || (detail === 'brief' && folded))

function Badges({ ranks }: { ranks: readonly number[] }) {
  return ranks.slice(0, 3).map((rank, at) => (
    <g key={rank} className={styles.badge} transform={`translate(${CARD_WIDTH - 17 - at * 24} 0)`}>
      <path d="M0 -11 L11 0 L0 11 L-11 0 Z" />
      <text y={4} textAnchor="middle">
        {rank}
      </text>
    </g>
  ))
}

function Mark({ kind }: { kind: NodeStatus }) {
  const name = MARK_NAMES[kind]
  return (
    <g className={styles.mark} transform="translate(8 -13)">
      <rect width={name.length * 6.4 + 12} height={17} rx={2} />
      <text x={6} y={12.5}>
        {name}
      </text>
    </g>
  )
}

/** What is seen of a node. */
function Face({ card, detail, metric, folded, mark, findings }: NodeCardProps) {
  const { item } = card
  const height = card.y1 - card.y0
  const share = item.share[metric]
  if (detail === 'block') {
    const opacity = 0.06 + Math.sqrt(share ?? 0) * 0.94
    return (
      <>
        <rect className={styles.face} width={CARD_WIDTH} height={height} rx={3} />
        <rect className={styles.block} width={CARD_WIDTH} height={height} fillOpacity={opacity} />
      </>
    )
  }
  const edge = edgeName(item.node)
  return (
    <>
      <rect className={styles.face} width={CARD_WIDTH} height={height} rx={3} />
      {detail === 'brief' ? (
        <BriefTexts card={card} share={share} />
      ) : (
        <Texts card={card} metric={metric} share={share} />
      )}
      {edge !== null && (
        <text className={styles.edge} x={CARD_WIDTH / 2 + 8} y={-8}>
          {elide(edge, LINE_CHARACTERS / 2)}
        </text>
      )}
      {mark && mark.kind !== 'same' && <Mark kind={mark.kind} />}
      {findings && <Badges ranks={findings} />}
      {hasHandle(item, detail, folded) && <FoldHandle card={card} folded={folded} />}
    </>
  )
}

/** One node of the drawing: what is seen, and on top of it what is pointed at, focused and read out. */
export const NodeCard = memo(function NodeCard(props: NodeCardProps) {
  const { card, detail, folded, mark, findings } = props
  const { item } = card
  const height = card.y1 - card.y0
  const ran = item.node.actual === null || item.figures.executed
  const foldable = item.childIds.length > 0
  return (
    <g
      role="presentation"
      className={styles.card}
      data-mark={mark?.kind}
      data-open={props.open || undefined}
      data-found={props.found || undefined}
      data-idle={ran ? undefined : true}
      transform={`translate(${card.x0} ${card.y0})`}
    >
      <g aria-hidden="true">
        <Face {...props} />
      </g>
      <g
        role="treeitem"
        data-id={item.id}
        className={styles.item}
        tabIndex={props.active ? 0 : -1}
        aria-label={nodeLabel(item, props.metric, { mark, findings: findings?.length ?? 0, folded })}
        aria-level={item.depth + 1}
        aria-posinset={item.position}
        aria-setsize={item.setSize}
        aria-expanded={foldable ? !folded : undefined}
        aria-selected={props.open}
      >
        <rect className={styles.reach} width={CARD_WIDTH} height={height} />
        {hasHandle(item, detail, folded) && (
          <rect
            className={styles.reach}
            data-fold={item.id}
            x={CARD_WIDTH / 2 - 22}
            y={height - 14}
            width={44}
            height={34}
          />
        )}
        {(props.active || props.found) && (
          <rect className={styles.ring} x={-4} y={-4} width={CARD_WIDTH + 8} height={height + 8} rx={6} />
        )}
      </g>
    </g>
  )
})

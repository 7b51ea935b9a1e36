import { useEffect, useMemo, useRef, useState } from 'react'
import type { Catalog } from '../../engine/contract/index.ts'
import { comparePlans, type PlanDiff } from '../../plan/compare/diff.ts'
import { headline } from '../../plan/compare/headline.ts'
import type { Finding } from '../../plan/findings/types.ts'
import type { Plan } from '../../plan/types.ts'
import { Segmented } from '../primitives/Segmented.tsx'
import { alignTops } from './drawing/align.ts'
import { findingsOf } from '../../plan/findings/finding-ranks.ts'
import { MARK_NAMES } from '../../plan/compare/marks.ts'
import {
  countMarks,
  differences,
  marksOf,
  matchedPairs,
  otherSide,
  type Side,
} from '../../plan/compare/marks.ts'
import { planModel, type Metric, type PlanModel } from './model/model.ts'
import { NodeDetails } from './details/NodeDetails.tsx'
import styles from './PlanComparison.module.css'
import { PlanFrame } from './PlanFrame.tsx'
import { PlanToolbar, type PlanMode } from './PlanToolbar.tsx'
import tone from './tone.module.css'
import { usePlanState, type PlanState } from './model/use-plan-state.ts'
import { useSelection, type NodeSelection } from './model/use-selection.ts'
import { useNarrow } from './model/use-narrow.ts'
import { usePlan } from './model/use-plan.ts'
import { ViewportLink } from './drawing/viewport-link.ts'

export interface PlanComparisonProps {
  /** EXPLAIN's output in any form, or plans that are already parsed. */
  readonly before: unknown
  readonly after: unknown
  readonly titles?: { readonly before: string; readonly after: string }
  /** Catalog of each side, for facts of tables and indexes. */
  readonly catalogs?: { readonly before?: Catalog | undefined; readonly after?: Catalog | undefined }
  /** Findings of each request; those about this statement are marked on their nodes. */
  readonly findings?: {
    readonly before?: readonly Finding[] | undefined
    readonly after?: readonly Finding[] | undefined
  }
  /** Numbers of the statements in the two requests. */
  readonly statements?: { readonly before: number; readonly after: number }
  readonly onTryIt?: ((sql: string) => void) | undefined
  /** A node to open, chosen elsewhere; a new object opens it again. */
  readonly selection?: NodeSelection | null | undefined
  /** Set to false where the sentence stands elsewhere. */
  readonly sentence?: boolean
  /** The plans are of one run of several: the sentence says so. */
  readonly oneRun?: boolean
  /** Set to false where the times stand elsewhere. */
  readonly times?: boolean
}

/** Two plans side by side: what happened in a sentence, matched nodes at one height, differences marked. */
export function PlanComparison(props: PlanComparisonProps) {
  const before = usePlan(props.before)
  const after = usePlan(props.after)
  if (!before.ok || !after.ok)
    return (
      <p className={styles.failure} role="alert">
        {!before.ok && <>Before: {before.error.message} </>}
        {!after.ok && <>After: {after.error.message}</>}
      </p>
    )
  return <Both {...props} before={before.value} after={after.value} />
}

const FIRST = { before: 0, after: 0 }
const SIDES = ['before', 'after'] as const
const TITLES = { before: 'Before', after: 'After' }

/** Up to this width (px) one plan is shown at a time; the style sheet has the same figure. */
const ONE_COLUMN = 560

/** Heights at which matched nodes stand. */
function useTops(
  models: { readonly before: PlanModel; readonly after: PlanModel },
  diff: PlanDiff,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
) {
  return useMemo(
    () => alignTops(models.before, models.after, matchedPairs(diff), { before, after }),
    [models, diff, before, after],
  )
}

function Both(props: PlanComparisonProps & { before: Plan; after: Plan }) {
  const { before, after, catalogs, titles = TITLES, findings, statements = FIRST, sentence = true } = props
  const [mode, setMode] = useState<PlanMode>('Tree')
  const [side, setSide] = useState<Side>('after')
  const [metric, setMetric] = useState<Metric | undefined>(undefined)
  const [at, setAt] = useState(-1)
  const [link] = useState(() => new ViewportLink())
  const diff = useMemo(() => comparePlans(before, after), [before, after])
  const models = useMemo(() => ({ before: planModel(before), after: planModel(after) }), [before, after])
  const marks = useMemo(() => ({ before: marksOf(diff, 'before'), after: marksOf(diff, 'after') }), [diff])
  const found = useMemo(() => differences(diff), [diff])
  const beforeState = usePlanState(models.before, metric)
  const afterState = usePlanState(models.after, metric)
  const inner = { before: beforeState, after: afterState }
  const section = useRef<HTMLElement>(null)
  const oneColumn = useNarrow(section, ONE_COLUMN)
  const tops = useTops(models, diff, beforeState.folded, afterState.folded)
  // Both drawings have measured themselves by now.
  useEffect(() => link.level(), [link])

  /** Opening a node opens its match too. */
  const stateOf = (mine: Side): PlanState => {
    const other = otherSide(mine)
    const follow = (id: string, jump: boolean): void => {
      setSide(mine)
      if (jump) inner[mine].jump(id)
      else inner[mine].open(id)
      const match = marks[mine].get(id)?.otherId
      if (match == null) inner[other].close()
      else inner[other].jump(match)
    }
    return {
      ...inner[mine],
      open: (id) => follow(id, false),
      jump: (id, open = true) => (open ? follow(id, true) : inner[mine].jump(id, false)),
      close: () => {
        inner.before.close()
        inner.after.close()
      },
      setMetric,
      setSearch: (text) => {
        inner.before.setSearch(text)
        inner.after.setSearch(text)
      },
    }
  }
  const states = { before: stateOf('before'), after: stateOf('after') }

  useSelection(props.selection, (id, of) => states[of].jump(id))

  const next = (): void => {
    const now = (at + 1) % found.length
    setAt(now)
    states[found[now]!.side].jump(found[now]!.id)
  }

  const openSide = states[side].openId === null ? otherSide(side) : side
  const openId = states[openSide].openId
  const item = openId === null ? undefined : models[openSide].byId.get(openId)
  const mark = openId === null ? undefined : marks[openSide].get(openId)
  const partner = mark?.otherId == null ? undefined : models[otherSide(openSide)].byId.get(mark.otherId)

  return (
    <section ref={section} className={styles.comparison} aria-label="Plans before and after">
      {sentence && (
        <p className={styles.sentence}>
          {props.oneRun === true && 'In one run: '}
          {headline(diff)}
        </p>
      )}
      <div className={styles.bar}>
        <PlanToolbar
          model={models[side]}
          state={states[side]}
          mode={mode}
          onMode={setMode}
          target={section}
        />
        <div className={styles.counts}>
          <span>
            {countMarks(diff)
              .map(({ kind, count }) => `${count} ${MARK_NAMES[kind]}`)
              .join(', ')}
          </span>
          {found.length > 0 && (
            <button type="button" onClick={next}>
              Next difference
            </button>
          )}
        </div>
        <div className={styles.sides}>
          <Segmented
            label="Plan on show"
            options={SIDES.map((value) => ({ value, label: titles[value] }))}
            value={side}
            onChange={setSide}
          />
        </div>
      </div>
      <div className={styles.columns} data-side={side}>
        {SIDES.map((one) => (
          <div key={one} className={styles.column} data-column={one}>
            <PlanFrame
              model={models[one]}
              state={states[one]}
              mode={mode}
              onMode={setMode}
              title={titles[one]}
              tone={one}
              marks={marks[one]}
              tops={oneColumn ? undefined : tops[one]}
              beside={models[otherSide(one)]}
              link={link}
              details={false}
              times={props.times}
              findings={findings?.[one]}
              statement={statements[one]}
            />
          </div>
        ))}
        {item && (
          <div className={`${tone.tone} ${styles.details}`} data-tone={openSide}>
            <NodeDetails
              key={item.id}
              item={item}
              other={partner}
              side={openSide}
              catalog={catalogs?.[openSide]}
              mark={mark}
              findings={findingsOf(findings?.[openSide] ?? [], statements[openSide], item.id)}
              onTryIt={props.onTryIt}
              onClose={states[openSide].close}
            />
          </div>
        )}
      </div>
    </section>
  )
}

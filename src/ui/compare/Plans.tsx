import { useMemo, useState } from 'react'
import type { Measurement } from '../../engine/contract/index.ts'
import { requestHeadline } from '../../plan/compare/request-headline.ts'
import type { Finding } from '../../plan/findings/index.ts'
import { selectAdviceFolded } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { AdviceProvider } from '../plan/findings/advice-context.ts'
import { formatCounted } from '../primitives/format.ts'
import { FindingsList } from '../plan/findings/FindingsList.tsx'
import { PlanComparison } from '../plan/PlanComparison.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import { StatementList } from './StatementList.tsx'
import { Triggers } from './Triggers.tsx'
import { statementItems, type StatementItem } from './statement-items.ts'
import type { Selection } from './selection.ts'
import { useComparedSide, type ComparedSide } from './use-compared-side.ts'
import { useFindings } from './use-findings.ts'
import styles from './Plans.module.css'

interface Props {
  readonly before: Measurement | null
  readonly after: Measurement | null
}

/** Plans of the request: what happened in a sentence, then statement by statement, then what there is to notice. */
export default function Plans(props: Props) {
  const before = useComparedSide('before', props.before)
  const after = useComparedSide('after', props.after)
  const found = { before: useFindings(before), after: useFindings(after) }
  const [selection, setSelection] = useState<Selection | null>(null)
  const { addChange, showAdvice } = useCommands()
  const folded = useApp(selectAdviceFolded)
  const advice = useMemo(() => ({ folded, show: showAdvice }), [folded, showAdvice])
  const shown = after ?? before
  const foundThere = shown && found[shown.side]
  const items = useMemo(() => statementItems(before, after), [before, after])
  const [was, is] = [before?.request, after?.request]
  const sentence = useMemo(() => (was && is ? requestHeadline(was, is) : ''), [was, is])
  /** With one pair of plans the sentence above is that of the pair. */
  const pairs = items.filter(
    (item) =>
      item.before !== null &&
      item.after !== null &&
      before?.plans[item.before] != null &&
      after?.plans[item.after] != null,
  ).length
  return (
    <AdviceProvider value={advice}>
      <section aria-labelledby="plans-title">
        <h2 id="plans-title" className={styles.title}>
          Plans
        </h2>
        {sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
        <StatementList
          items={items}
          before={before}
          after={after}
          selection={selection}
          renderPlans={(item) => (
            <>
              <Drawing
                item={item}
                before={before}
                after={after}
                found={found}
                sentence={pairs > 1}
                selection={selection}
                onTryIt={addChange}
              />
              <Triggers before={triggersOf(before, item.before)} after={triggersOf(after, item.after)} />
            </>
          )}
        />
      </section>
      {shown && (
        <section aria-labelledby="findings-title">
          <h2 id="findings-title" className={styles.title}>
            Findings
            <span className={styles.of}>{shown.side === 'after' ? 'after' : 'before'}</span>
          </h2>
          {foundThere ? (
            <FindingsList
              findings={foundThere}
              onTryIt={addChange}
              onSelectNode={(nodeId, statement) => setSelection({ nodeId, statement, side: shown.side })}
            />
          ) : (
            <p>Looking at {formatCounted(shown.plans.length, 'statement')} …</p>
          )}
        </section>
      )}
    </AdviceProvider>
  )
}

interface DrawingProps {
  readonly item: StatementItem
  readonly before: ComparedSide | null
  readonly after: ComparedSide | null
  readonly found: Readonly<Record<ComparedSide['side'], readonly Finding[] | null>>
  /** Whether the pair has a sentence of its own. */
  readonly sentence: boolean
  readonly selection: Selection | null
  readonly onTryIt: (sql: string) => void
}

const triggersOf = (side: ComparedSide | null, at: number | null) =>
  (at === null ? undefined : side?.measurement.statements[at]?.triggers) ?? null

/** How often the statement ran on this side. */
const runs = (side: ComparedSide | null, at: number | null): number =>
  (at === null ? undefined : side?.request.statements[at]?.executions) ?? 0

/** Both plans side by side; where one side has none, the other alone. */
function Drawing({ item, before, after, found, sentence, selection, onTryIt }: DrawingProps) {
  const was = item.before === null ? null : (before?.drawn[item.before] ?? null)
  const is = item.after === null ? null : (after?.drawn[item.after] ?? null)
  const chosen = selection && item[selection.side] === selection.statement ? selection : null
  if (was && is)
    return (
      <div className={styles.pair}>
        <PlanComparison
          before={was}
          after={is}
          catalogs={{ before: before?.catalog, after: after?.catalog }}
          findings={{ before: found.before ?? undefined, after: found.after ?? undefined }}
          statements={{ before: item.before ?? 0, after: item.after ?? 0 }}
          onTryIt={onTryIt}
          selection={chosen}
          sentence={sentence}
          oneRun={runs(before, item.before) > 1 || runs(after, item.after) > 1}
          times={false}
        />
      </div>
    )
  const read = is ? after : before
  const plan = is ?? was
  if (!read || !plan) return null
  return (
    <div className={styles.single}>
      <PlanView
        explain={plan}
        tone={read.side}
        title={read.side === 'before' ? 'Before' : 'After'}
        catalog={read.catalog}
        findings={found[read.side] ?? undefined}
        statement={item[read.side] ?? 0}
        onTryIt={onTryIt}
        times={false}
        selection={chosen?.side === read.side ? chosen : null}
      />
    </div>
  )
}

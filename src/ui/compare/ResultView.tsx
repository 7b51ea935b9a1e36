import { selectBefore, selectCovered, selectLesson, selectReproduced } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { ErrorPanel } from '../errors/ErrorPanel.tsx'
import { lazyPart } from '../loading/lazy-part.tsx'
import { Button } from '../primitives/Button.tsx'
import { AppliedChanges } from '../results/AppliedChanges.tsx'
import { RequestNotices } from '../results/RequestNotices.tsx'
import { RowsSection } from '../results/RowsSection.tsx'
import { Covered } from './Covered.tsx'
import { IndexBill } from './IndexBill.tsx'
import { Headline } from './Headline.tsx'
import { Verdict } from './Verdict.tsx'
import styles from './ResultView.module.css'

// The drawing is not needed for the first figures on screen.
const Plans = lazyPart('The plans', () => import('./Plans.tsx'), <div className={styles.plansToCome} />)

/** What a Run gave, in reading order: verdict, headline, plans, findings, rows, index bill, changes. */
export function ResultView() {
  const beside = useApp(selectBefore)
  const attempt = useApp(({ bench }) => bench.attempt)
  const failure = useApp(({ bench }) => bench.failure)
  const baselineFailure = useApp(({ bench }) => bench.baselineFailure)
  const busy = useApp(({ bench }) => bench.busy)
  const lesson = useApp(selectLesson)
  const covered = useApp(selectCovered)
  const { measureBaseline, run } = useCommands()
  const before = beside?.measurement ?? null
  const after = attempt?.measurement ?? null
  const retry = () => void (lesson ? measureBaseline() : run())
  return (
    <div className={styles.view}>
      {failure && !lesson && !busy && <ErrorPanel error={failure.error} text={failure.text} />}
      {baselineFailure && !failure && !beside && (
        <div className={styles.failure}>
          <ErrorPanel
            error={baselineFailure.error}
            title={
              lesson
                ? 'The baseline could not be measured.'
                : 'There is nothing to compare with: without the changes the query fails.'
            }
          />
          {lesson && !busy && (
            <Button icon="run" onClick={retry}>
              Measure the baseline
            </Button>
          )}
        </div>
      )}
      <Reproduced />
      {lesson && (
        <Verdict lesson={lesson} attempt={attempt} failure={failure} waiting={busy?.what === 'attempt'} />
      )}
      {covered ? <Covered /> : <Headline before={before?.totals ?? null} after={after?.totals ?? null} />}
      {!covered && (before ?? after) && (
        <>
          <Plans before={before} after={after} />
          <RowsSection before={before} after={after} />
          <RequestNotices measurement={after ?? before} />
          <IndexBill />
          <AppliedChanges measurement={after ?? before} />
        </>
      )}
    </div>
  )
}

/** Whether the reader's browser measures what the author's did. */
function Reproduced() {
  const reproduced = useApp(selectReproduced)
  const document = useApp((state) => state.document)
  const measured = useApp(({ bench }) => bench.attempt?.measurement.totals)
  if (reproduced === undefined || document?.source.kind !== 'shared' || !measured) return null
  const { totals } = document.source.experiment
  if (reproduced || !totals) {
    return (
      <p className={styles.reproduced}>
        <strong>Reproduced.</strong> Your browser measures the same buffers, rows and statements as the
        author’s.
      </p>
    )
  }
  return (
    <p className={styles.differs}>
      <strong>Differs.</strong> The author measured {totals.buffers} buffers and {totals.rowsRead} rows read;
      here it is {measured.buffers} and {measured.rowsRead}. The link was made with another version of the
      dataset or of the playground.
    </p>
  )
}

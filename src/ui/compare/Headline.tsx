import type { Totals } from '../../engine/contract/index.ts'
import { selectBefore } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { contradiction, timeTells } from '../../plan/compare/weigh.ts'
import { count } from '../../shared/words.ts'
import { describeChange, formatBytes, formatMs } from '../primitives/format.ts'
import { Beside } from './Beside.tsx'
import styles from './Headline.module.css'

interface Props {
  readonly before: Totals | null
  readonly after: Totals | null
}

interface Figure {
  readonly name: string
  readonly title: string
  readonly value: (totals: Totals) => number
  readonly print: (value: number) => string
  readonly words: readonly [string, string]
  /** Neither better nor worse: it is shown, not judged. */
  readonly neutral?: boolean
  /** Whether a difference between the two says anything; it always does where this is absent. */
  readonly tells?: (before: Totals, after: Totals) => boolean
  /** Left out where both sides are 0. */
  readonly optional?: boolean
  readonly aside?: (totals: Totals) => string
}

/** Resolution of the clock in a page, ms: https://www.w3.org/TR/hr-time-3/#dfn-coarsen-time */
const CLOCK = 0.1

/** Why nothing is said of two times. */
const NOISE = 'The same work takes a different time in each Run; this difference no figure explains.'

const FEWER = ['fewer', 'more'] as const

const FIGURES: readonly Figure[] = [
  {
    name: 'rows read',
    title: 'Rows that scans read, those thrown away by filters included',
    value: (totals) => totals.rowsRead,
    print: count,
    words: FEWER,
  },
  {
    name: 'rows processed',
    title:
      'Rows that the plan’s nodes took in, filtered rows and compared pairs included: work that shows in no block',
    value: (totals) => totals.rowsProcessed,
    print: count,
    words: FEWER,
  },
  {
    name: 'statements',
    title: 'Statements sent to the database',
    value: (totals) => totals.statements,
    print: count,
    words: FEWER,
  },
  {
    name: 'temporary blocks',
    title: 'Blocks of 8 kB that did not fit into work_mem and went to disk',
    value: (totals) => totals.tempBlocks,
    print: count,
    words: FEWER,
    optional: true,
  },
  {
    name: 'WAL written',
    title: 'Write-ahead log',
    value: (totals) => totals.walBytes,
    print: formatBytes,
    words: ['less', 'more'],
    optional: true,
  },
  {
    name: 'time',
    title: 'Execution time, the median of several runs on this machine. Shown, never graded.',
    // A ratio to less than the clock can tell would say too much.
    value: (totals) => Math.max(totals.executionTime, CLOCK),
    print: (ms) => (ms > CLOCK ? formatMs(ms) : `≤\u00a0${CLOCK}\u00a0ms`),
    words: ['shorter', 'longer'],
    neutral: true,
    tells: timeTells,
  },
]

/** Before → after in figures. Buffers are the hero: they are the score, and the same on every machine. */
export function Headline({ before, after }: Props) {
  const { pinAttempt } = useCommands()
  const canPin = useApp(
    (state) =>
      state.bench.attempt !== null &&
      state.bench.busy === null &&
      selectBefore(state)?.measurement !== state.bench.attempt.measurement,
  )
  const largest = Math.max(before?.buffers ?? 0, after?.buffers ?? 0, 1)
  const change = before && after ? describeChange(before.buffers, after.buffers, FEWER) : null
  const disagree = before && after ? contradiction(before, after) : null
  const shown = FIGURES.filter(
    ({ optional, value }) => !optional || [before, after].some((side) => side && value(side) > 0),
  )
  return (
    <section aria-label="Figures before and after" className={styles.headline}>
      <Beside />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            <th scope="col" className={styles.before}>
              Before
            </th>
            <th scope="col" className={styles.after}>
              After
            </th>
            <th scope="col">
              <span className="visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.hero}>
            <th
              scope="row"
              title="Blocks of 8 kB that the request looked at: the score, the same on every machine"
            >
              buffers
            </th>
            <Side totals={before} share={(before?.buffers ?? 0) / largest} className={styles.before} />
            <Side totals={after} share={(after?.buffers ?? 0) / largest} className={styles.after} />
            <td className={styles.change} data-direction={disagree === null ? change?.direction : undefined}>
              {change?.text}
            </td>
          </tr>
          {shown.map((figure) => (
            <FigureRow
              key={figure.name}
              figure={disagree === null ? figure : { ...figure, neutral: true }}
              before={before}
              after={after}
            />
          ))}
        </tbody>
      </table>
      {disagree !== null && <p className={styles.disagree}>{disagree}</p>}
      {canPin && (
        <Button look="quiet" className={styles.pin ?? ''} onClick={pinAttempt}>
          Compare with this from now on
        </Button>
      )}
    </section>
  )
}

interface SideProps {
  readonly totals: Totals | null
  /** 0 to 1. */
  readonly share: number
  readonly className: string | undefined
}

function Side({ totals, share, className }: SideProps) {
  return (
    <td className={className}>
      <span className={totals ? styles.number : styles.missing}>{totals ? count(totals.buffers) : '–'}</span>
      <span className={styles.track}>
        <span
          className={styles.bar}
          style={{ width: totals ? `max(${(share * 100).toFixed(2)}%, 2px)` : 0 }}
        />
      </span>
    </td>
  )
}

function FigureRow({ figure, before, after }: Props & { readonly figure: Figure }) {
  const { name, title, value, print, words, neutral, tells } = figure
  const change = before && after ? describeChange(value(before), value(after), words) : null
  const told = !before || !after || (tells?.(before, after) ?? true)
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
      </th>
      <FigureCell text={before && print(value(before))} className={styles.before} />
      <FigureCell text={after && print(value(after))} className={styles.after} />
      <td className={styles.change} data-direction={neutral ? undefined : change?.direction}>
        {told ? change?.text : <span title={NOISE}>within the noise</span>}
      </td>
    </tr>
  )
}

function FigureCell({ text, className }: { text: string | null; className: string | undefined }) {
  return (
    <td className={`${styles.figure} ${className ?? ''}`}>
      {text ?? <span className={styles.missing}>–</span>}
    </td>
  )
}

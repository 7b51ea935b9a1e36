import type { Totals } from '../../engine/protocol.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { describeChange, formatBytes, formatCount, formatMs } from '../primitives/format.ts'
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
  /** Left out where both sides are 0. */
  readonly optional?: boolean
  readonly aside?: (totals: Totals) => string
}

const FEWER = ['fewer', 'more'] as const

const FIGURES: readonly Figure[] = [
  {
    name: 'rows read',
    title: 'Rows that scans read, those thrown away by filters included',
    value: (totals) => totals.rowsRead,
    print: formatCount,
    words: FEWER,
  },
  {
    name: 'statements',
    title: 'Statements sent to the database',
    value: (totals) => totals.statements,
    print: formatCount,
    words: FEWER,
  },
  {
    name: 'temporary blocks',
    title: 'Blocks of 8 kB that did not fit into work_mem and went to disk',
    value: (totals) => totals.tempBlocks,
    print: formatCount,
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
    value: (totals) => totals.executionTime,
    print: formatMs,
    words: ['shorter', 'longer'],
  },
]

/** Before → after in figures. Buffers are the hero: they are the score, and the same on every machine. */
export function Headline({ before, after }: Props) {
  const { pinBefore } = useCommands()
  const canPin = useApp(
    ({ document, bench }) => document?.source.kind !== 'lesson' && bench.attempt !== null && bench.busy === null,
  )
  const isPinned = useApp(({ bench }) => bench.attempt?.measurement === bench.baseline?.measurement)
  const largest = Math.max(before?.buffers ?? 0, after?.buffers ?? 0, 1)
  const change = before && after ? describeChange(before.buffers, after.buffers, FEWER) : null
  const shown = FIGURES.filter(({ optional, value }) => !optional || [before, after].some((side) => side && value(side) > 0))
  return (
    <section aria-label="Figures before and after" className={styles.headline}>
      <div className={styles.hero}>
        <Side name="Before" totals={before} share={(before?.buffers ?? 0) / largest} className={styles.before} />
        <Side name="After" totals={after} share={(after?.buffers ?? 0) / largest} className={styles.after} />
        <p className={styles.ratio} data-direction={change?.direction}>
          {change ? change.text : <span className={styles.nothing}>press Run to compare</span>}
        </p>
      </div>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => (
            <FigureRow key={figure.name} figure={figure} before={before} after={after} />
          ))}
        </tbody>
      </table>
      {canPin && !isPinned && (
        <Button look="quiet" className={styles.pin ?? ''} onClick={pinBefore}>
          Compare with this from now on
        </Button>
      )}
    </section>
  )
}

interface SideProps {
  readonly name: string
  readonly totals: Totals | null
  /** 0 to 1. */
  readonly share: number
  readonly className: string | undefined
}

function Side({ name, totals, share, className }: SideProps) {
  return (
    <div className={`${styles.side} ${className ?? ''}`} data-side={name.toLowerCase()}>
      <p className={styles.name}>{name}</p>
      <p className={styles.number}>
        {totals ? formatCount(totals.buffers) : '–'}
        <span className={styles.unit}>{totals?.buffers === 1 ? 'buffer' : 'buffers'}</span>
      </p>
      <div className={styles.track}>
        <div className={styles.bar} style={{ width: totals ? `max(${(share * 100).toFixed(2)}%, 2px)` : 0 }} />
      </div>
    </div>
  )
}

function FigureRow({ figure, before, after }: Props & { readonly figure: Figure }) {
  const { name, title, value, print, words } = figure
  const change = before && after ? describeChange(value(before), value(after), words) : null
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
      </th>
      <td className={styles.beforeCell}>{before ? print(value(before)) : '–'}</td>
      <td className={styles.afterCell}>{after ? print(value(after)) : '–'}</td>
      <td className={styles.change} data-direction={change?.direction}>
        {change?.text}
      </td>
    </tr>
  )
}

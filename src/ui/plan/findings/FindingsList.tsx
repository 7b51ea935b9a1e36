import { Fragment } from 'react'
import type { Finding, Severity } from '../../../plan/findings/types.ts'
import { Button } from '../../primitives/Button.tsx'
import { percent } from '../../../shared/words.ts'
import { useAdvice } from './advice-context.ts'
import styles from './FindingsList.module.css'

export interface FindingsListProps {
  /** In their order of rank. */
  readonly findings: readonly Finding[]
  /** Puts SQL into the Changes pane; without it the SQL is shown to read and copy. */
  readonly onTryIt?: ((sql: string) => void) | undefined
  /** Shows the node that a finding is about. */
  readonly onSelectNode?: ((nodeId: string, statement: number) => void) | undefined
  /** Within a node's details: without ranks and links to the node. */
  readonly compact?: boolean
}

const SEVERITY: Readonly<Record<Severity, string>> = {
  high: 'Costs most',
  medium: 'Costs',
  low: 'Costs little',
  note: 'To know',
}

/** Words between backticks are code. */
export function Prose({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>))
}

/** A finding's rank in a shape that tells how much it costs. */
function Rank({ rank, severity }: { rank: number; severity: Severity }) {
  return (
    <svg className={styles.rank} data-severity={severity} viewBox="-13 -13 26 26" aria-hidden="true">
      {severity === 'note' ? <circle r="10.5" /> : <path d="M0 -12 L12 0 L0 12 L-12 0 Z" />}
      <text y="4" textAnchor="middle">
        {severity === 'note' ? 'i' : rank}
      </text>
    </svg>
  )
}

interface ItemProps extends Omit<FindingsListProps, 'findings'> {
  readonly finding: Finding
  /** Without what to try. */
  readonly folded: boolean
  readonly rank: number
}

function Item({ finding, rank, folded, onTryIt, onSelectNode, compact = false }: ItemProps) {
  const { severity, share, nodeId, tryIt } = finding
  // In a node's own details its name is above.
  const evidence = finding.evidence.filter((one) => !compact || one.label !== 'Node')
  const atStake = severity === 'note' ? '' : `, ${percent(share)} of the work at stake`
  return (
    <li className={styles.item}>
      <Rank rank={rank} severity={severity} />
      <div className={styles.text}>
        <p className={styles.title}>
          <strong>{finding.title}</strong>
          <span>
            {SEVERITY[severity]}
            {atStake}
          </span>
        </p>
        <p>
          <Prose text={finding.what} />{' '}
          {!compact && nodeId !== null && onSelectNode && (
            <button
              type="button"
              className={styles.link}
              onClick={() => onSelectNode(nodeId, finding.statement)}
            >
              Show the node
            </button>
          )}
        </p>
        {evidence.length > 0 && (
          <dl className={styles.evidence}>
            {evidence.map((one) => (
              <div key={one.label}>
                <dt>{one.label}</dt>
                <dd>{one.value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles.why}>
          <Prose text={finding.why} />
        </p>
        {!folded && (
          <p>
            <Prose text={finding.advice} />
          </p>
        )}
        {!folded && tryIt !== undefined && (
          <div className={styles.try}>
            <pre>{tryIt}</pre>
            {onTryIt && <Button onClick={() => onTryIt(tryIt)}>Try it</Button>}
          </div>
        )}
      </div>
    </li>
  )
}

/** What there is to notice in a plan, the costliest first; what to try about it where that may be read. */
export function FindingsList({ findings, ...rest }: FindingsListProps) {
  const { folded, show } = useAdvice()
  if (findings.length === 0)
    return <p className={styles.none}>Nothing stands out: no finding concerns 5 % of the work or more.</p>
  return (
    <>
      <ol className={styles.list} data-compact={rest.compact || undefined}>
        {findings.map((finding, at) => (
          <Item
            key={`${finding.id} ${finding.statement} ${finding.nodeId} ${at}`}
            finding={finding}
            rank={at + 1}
            folded={folded}
            {...rest}
          />
        ))}
      </ol>
      {folded && (
        <p className={styles.folded}>
          <Button onClick={show}>Show what to try</Button>
          <span>It counts as a hint. After the first Run of your own it is shown by itself.</span>
        </p>
      )}
    </>
  )
}

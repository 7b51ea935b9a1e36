import type { ReactNode } from 'react'
import type { StatementItem } from './statement-items.ts'
import { executionNotes, failureNotes, statementLabel, workDone } from './statement-words.ts'
import { StatementTitle } from './StatementTitle.tsx'
import type { ComparedSide } from './use-compared-side.ts'
import styles from './Statement.module.css'

interface Props {
  readonly item: StatementItem
  readonly before: ComparedSide | null
  readonly after: ComparedSide | null
  /** The request has this statement only, on both sides. */
  readonly alone: boolean
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly children: ReactNode
}

/** A statement of the request, or a pair of them, that folds; its plans are drawn only while it is unfolded. */
export function Statement(props: Props) {
  const { item, before, after, alone, open, onOpen, children } = props
  const was = item.before === null ? null : (before?.measurement.statements[item.before] ?? null)
  const is = item.after === null ? null : (after?.measurement.statements[item.after] ?? null)
  const statement = is ?? was
  if (!statement) return null
  const notes = executionNotes(was, is)
  const failures = failureNotes(was, is)
  const failed = failures.map((note) => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ))
  const hasPlan = was?.plan != null || is?.plan != null
  if (!hasPlan)
    return (
      <div className={styles.bare}>
        <Title {...props} />
        {failures.length > 0 ? (
          failed
        ) : (
          <p className={styles.note}>PostgreSQL has no plan for {statement.tag}.</p>
        )}
      </div>
    )
  if (alone && notes === '' && failures.length === 0)
    return <div className={styles.statement}>{children}</div>
  return (
    <details className={styles.statement} open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Title {...props} />
      </summary>
      {open && failed}
      {open && notes !== '' && <p className={styles.note}>{notes}</p>}
      {open && children}
    </details>
  )
}

function Title({ item, before, after }: Props) {
  const was = item.before === null ? undefined : before?.measurement.statements[item.before]
  const is = item.after === null ? undefined : after?.measurement.statements[item.after]
  const counts = { before: before?.plans.length ?? null, after: after?.plans.length ?? null }
  return (
    <StatementTitle
      label={statementLabel(item, counts)}
      text={(is ?? was)?.text}
      // The unit stands once, behind the last number.
      before={was ? workDone(was, !is || is.error !== undefined) : null}
      after={is ? workDone(is, true) : null}
    />
  )
}

import type { GradingFailure } from '../../grading/session.ts'
import type { CheckResult } from '../../grading/types.ts'
import type { Lesson } from '../../lesson/types.ts'
import type { Attempt, Failure } from '../../state/app-state.ts'
import { decimal } from '../../shared/decimal.ts'
import { selectProgress } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { describeGradingFailure } from '../errors/describe-error.ts'
import { ErrorPanel } from '../errors/ErrorPanel.tsx'
import { Button } from '../primitives/Button.tsx'
import { WithCode } from '../primitives/WithCode.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { formatCounted, formatDay } from '../primitives/format.ts'
import { RowDifferenceTable } from './RowDifferenceTable.tsx'
import { WayOn } from './WayOn.tsx'
import styles from './Verdict.module.css'

interface Props {
  readonly lesson: Lesson
  readonly attempt: Attempt | null
  /** The last Run gave no result; its error stands in the verdict's place. */
  readonly failure: Failure | null
  /** A Run is under way. */
  readonly waiting: boolean
}

/** The checks of the lesson, each with its number. Its place is kept before there is a verdict. */
export function Verdict({ lesson, attempt, failure, waiting }: Props) {
  const grade = attempt?.grade
  const requirements = useApp(({ bench }) => bench.requirements)
  const noVerdict = useApp(({ bench }) => bench.gradingFailure)
  const passedAt = useApp(selectProgress)?.passedAt
  const reserved = { minHeight: `${64 + lesson.checks.length * 36}px` }
  if (failure && !waiting) {
    return (
      <section aria-label="Verdict" className={styles.verdict} style={reserved}>
        <ErrorPanel error={failure.error} text={failure.text} />
      </section>
    )
  }
  if (!grade || failure) {
    return (
      <section aria-label="Verdict" className={styles.verdict} style={reserved}>
        <h2 className={styles.pending}>{pendingTitle(waiting, attempt !== null, passedAt)}</h2>
        {noVerdict && !waiting ? (
          <NoVerdict failure={noVerdict} measured={attempt !== null} />
        ) : (
          <p className={styles.note}>
            {waiting
              ? 'Measuring your text and comparing its rows with the reference, on this data and on awkward data.'
              : attempt
                ? 'Stopped before the verdict. Run again for it.'
                : passedAt !== undefined
                  ? 'The text in the panes is not the one that passed. History has it. What it takes:'
                  : 'Change the SQL, then press Run. What it takes:'}
          </p>
        )}
        <ul className={styles.checks}>
          {lesson.checks.map((check, index) => (
            <li key={`${check.kind} ${index}`} className={styles.requirement}>
              <span className={styles.circle} aria-hidden="true" />
              {requirements[index] ?? <span className={styles.toCome} />}
            </li>
          ))}
        </ul>
      </section>
    )
  }
  const passed = grade.checks.filter((check) => check.passed).length
  return (
    <section aria-label="Verdict" className={styles.verdict} style={reserved}>
      <h2 className={grade.passed ? styles.passed : styles.failed}>
        <span className={styles.seal}>
          <Icon name={grade.passed ? 'check' : 'cross'} size={18} />
        </span>
        {grade.passed ? 'Passed' : 'Not yet'}
        <span className={styles.count}>
          {passed} of {formatCounted(grade.checks.length, 'check')}
        </span>
      </h2>
      {grade.passed && <WayOn lesson={lesson} />}
      <ul className={styles.checks}>
        {grade.checks.map((check, index) => (
          <Check key={`${check.kind} ${index}`} check={check} />
        ))}
      </ul>
    </section>
  )
}

function pendingTitle(waiting: boolean, measured: boolean, passedAt: number | undefined): string {
  if (waiting) return 'Checking …'
  if (measured) return 'No verdict'
  return passedAt === undefined ? 'Not run yet' : `Passed on ${formatDay(passedAt)}`
}

/** Why there is none, and the way on. The text in the panes is untouched by it. */
function NoVerdict({ failure, measured }: { failure: GradingFailure; measured: boolean }) {
  const { run, prepareGrading } = useCommands()
  const stopped = 'error' in failure && failure.error.kind === 'stopped'
  return (
    <div className={styles.noVerdict}>
      <p className={styles.note} role="alert">
        {describeGradingFailure(failure)}
      </p>
      <Button onClick={() => void (measured ? run() : prepareGrading())}>
        {stopped ? 'Run again' : 'Try again'}
      </Button>
      {failure.kind === 'grader' && <Button onClick={() => location.reload()}>Reload the page</Button>}
    </div>
  )
}

function Check({ check }: { check: CheckResult }) {
  return (
    <li className={check.passed ? styles.check : `${styles.check} ${styles.broken}`}>
      <span className={styles.mark}>
        <Icon name={check.passed ? 'check' : 'cross'} />
        <span className="visually-hidden">{check.passed ? 'Passed: ' : 'Failed: '}</span>
      </span>
      <span className={styles.title}>{check.title}</span>
      <p className={styles.message} title={check.passed ? check.message : undefined}>
        <WithCode text={check.message} />
      </p>
      <Figure check={check} />
      {check.difference && <RowDifferenceTable difference={check.difference} />}
    </li>
  )
}

const shown = (value: number | string): string => (typeof value === 'number' ? decimal(value, 1) : value)

function Figure({ check: { actual, limit } }: { check: CheckResult }) {
  if (typeof actual !== 'number') return <span />
  return (
    <span className={styles.figure}>
      {shown(actual)}
      {typeof limit === 'number' && <span className={styles.limit}> / {shown(limit)}</span>}
    </span>
  )
}

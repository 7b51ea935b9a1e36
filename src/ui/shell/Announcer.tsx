import type { Busy } from '../../state/app-state.ts'
import { selectCovered } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { describeError } from '../errors/describe-error.ts'
import { formatCounted } from '../primitives/format.ts'

const BUSY: Readonly<Record<Busy['what'], string>> = {
  attempt: 'Running.',
  baseline: 'Measuring the baseline.',
  pinned: 'Measuring what to compare with.',
}

/** Says the outcome of a Run to those who do not see it. */
export function Announcer() {
  const { busy, attempt, failure, baseline } = useApp((state) => state.bench)
  const covered = useApp(selectCovered)
  let text = ''
  if (busy) text = BUSY[busy.what]
  else if (failure) {
    const { label, message } = describeError(failure.error)
    text = `${label}: ${message}`
  } else if (attempt?.grade) {
    const broken = attempt.grade.checks.filter((check) => !check.passed)
    text = attempt.grade.passed
      ? `Passed. ${formatCounted(attempt.measurement.totals.buffers, 'buffer')}.`
      : `Not passed: ${broken.map((check) => `${check.title}. ${check.message}`).join(' ')}`
  } else if (attempt) text = `Measured: ${formatCounted(attempt.measurement.totals.buffers, 'buffer')}.`
  else if (baseline && covered)
    text = 'The baseline is measured. Its figures are covered until the lesson’s question is answered.'
  else if (baseline)
    text = `The baseline is measured: ${formatCounted(baseline.measurement.totals.buffers, 'buffer')}.`
  return <output className="visually-hidden">{text}</output>
}

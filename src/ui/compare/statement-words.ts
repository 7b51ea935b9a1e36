/** Words about the statements of a request. */
import type { PgError, StatementMeasurement } from '../../engine/contract/index.ts'
import { count } from '../../shared/words.ts'
import { formatCounted } from '../primitives/format.ts'
import type { StatementItem } from './statement-items.ts'

/** Numbers of statements of each side; null where the side is not measured. */
interface Counts {
  readonly before: number | null
  readonly after: number | null
}

/** `Statement 2 of 4`, `Statement 1 of 2, now 1 of 1`, `Statement 2 of 2, only before`. */
export function statementLabel(
  { before, after }: Pick<StatementItem, 'before' | 'after'>,
  counts: Counts,
): string {
  const name = (at: number, count: number | null): string => `${at + 1} of ${count ?? 0}`
  const was = before === null ? '' : name(before, counts.before)
  const is = after === null ? '' : name(after, counts.after)
  if (was !== '' && is !== '') return was === is ? `Statement ${is}` : `Statement ${was}, now ${is}`
  const alone = counts.before === null || counts.after === null
  return `Statement ${was}${is}${alone ? '' : was === '' ? ', only after' : ', only before'}`
}

type Executions = Pick<StatementMeasurement, 'forEachRow' | 'executions'>

const runs = ({ executions }: Executions): string =>
  executions === 1 ? 'once' : executions === 0 ? 'never' : `${count(executions)} times`

/** How often the statement ran, where it runs once for each row; empty for statements that run once. */
export function executionNotes(before: Executions | null, after: Executions | null): string {
  const sides = [before, after].flatMap((side) => side ?? [])
  if (!sides.some(({ forEachRow }) => forEachRow)) return ''
  const [first, second] = sides.map(runs)
  const ran =
    second === undefined || first === second ? (first ?? '') : `${first ?? ''} before, ${second} after`
  if (sides.every(({ executions }) => executions === 1))
    return 'Ran once, for the one row of the statement before it.'
  return `Ran ${ran}, once for each row of the statement before it. The plan is of one run, the one with the most buffers.`
}

interface Outcome {
  readonly error?: PgError
}

/** `Failed: message (SQLSTATE)`, with the side where only one of two failed; empty for statements that went well. */
export function failureNotes(before: Outcome | null, after: Outcome | null): readonly string[] {
  const told = (error: PgError, side: string): string => `Failed${side}: ${error.message} (${error.code})`
  const [was, is] = [before?.error, after?.error]
  const both = before !== null && after !== null
  if (was && is && was.code === is.code && was.message === is.message) return [told(is, '')]
  return [...(was ? [told(was, both ? ' before' : '')] : []), ...(is ? [told(is, both ? ' after' : '')] : [])]
}

/** `1,204`, with `unit` `1,204 buffers`; `failed` for a statement that PostgreSQL refused: it did not save anything. */
export function workDone(
  { error, totals }: Outcome & { readonly totals: { readonly buffers: number } },
  unit: boolean,
): string {
  if (error) return 'failed'
  return unit ? formatCounted(totals.buffers, 'buffer') : count(totals.buffers)
}

/** A plan's headline figures in a few words each, and what its tree does not show. */
import { totals } from '../figures/totals.ts'
import { buffersOf } from '../figures/work.ts'
import type { Plan } from '../types.ts'
import { cost } from './figures.ts'
import { bytes, count, counted, kilobytes, milliseconds } from '../../shared/words.ts'

export interface SummaryFigure {
  readonly name: string
  readonly value: string
}

/** Figures of the whole plan; null where EXPLAIN did not give one, or where it is nothing to speak of. */
function figuresOf(plan: Plan): Readonly<Record<string, string | null>> {
  const all = totals(plan)
  const planning = all.planningTimeMs === null ? null : milliseconds(all.planningTimeMs)
  if (!plan.root.actual)
    return {
      'estimated cost': plan.root.estimate ? cost(all.cost) : null,
      'estimated rows': plan.root.estimate ? count(plan.root.estimate.rows) : null,
      planning,
    }
  return {
    buffers: plan.root.buffers ? count(all.buffers) : null,
    'rows read': count(all.rowsRead),
    'rows returned': count(all.rowsReturned),
    temporary: all.tempBlocks > 0 ? kilobytes(all.tempBlocks * 8) : null,
    WAL: all.walBytes > 0 ? bytes(all.walBytes) : null,
    execution: all.executionTimeMs === null ? null : milliseconds(all.executionTimeMs),
    planning,
  }
}

const SINGULAR: Readonly<Record<string, string>> = {
  buffers: 'buffer',
  'rows read': 'row read',
  'rows returned': 'row returned',
  'estimated rows': 'estimated row',
}

/** The figure's name as it follows its value: `1 row read`. */
export const figureLabel = ({ name, value }: SummaryFigure): string =>
  value === '1' ? (SINGULAR[name] ?? name) : name

const TIMES: ReadonlySet<string> = new Set(['execution', 'planning'])

interface SummaryOptions {
  /** Another plan beside it: both get the same figures, so that they line up. */
  readonly beside?: Plan | undefined
  /** False leaves execution and planning time out. */
  readonly times?: boolean | undefined
}

/** What the whole plan took. */
export function summaryFigures(
  plan: Plan,
  { beside, times = true }: SummaryOptions = {},
): readonly SummaryFigure[] {
  const own = figuresOf(plan)
  const theirs =
    beside && (beside.root.actual === null) === (plan.root.actual === null) ? figuresOf(beside) : {}
  return Object.entries(own).flatMap(([name, value]) =>
    (value === null && theirs[name] == null) || (!times && TIMES.has(name))
      ? []
      : [{ name, value: value ?? 'none' }],
  )
}

/** Facts about the plan as a whole that its tree does not show, one line each. */
export function planNotes(plan: Plan): readonly string[] {
  const notes: string[] = []
  if (plan.truncated) notes.push('The text ends early: the tree holds what was there.')
  if (plan.root.actual === null)
    notes.push(
      'Not executed: all figures are the planner’s estimates. EXPLAIN (ANALYZE, BUFFERS) tells what happened.',
    )
  for (const trigger of plan.triggers) {
    const name = trigger.constraint ?? trigger.name ?? 'unnamed'
    const on = trigger.relation === null ? '' : ` on ${trigger.relation}`
    const time = trigger.timeMs === null ? '' : `, ${milliseconds(trigger.timeMs)}`
    notes.push(`Trigger ${name}${on}: ${counted(trigger.calls, 'call')}${time}.`)
  }
  if (plan.jit) {
    const total = plan.jit.timing['Total']
    notes.push(
      `JIT compiled ${counted(plan.jit.functions, 'function')}${total === undefined ? '' : ` in ${milliseconds(total)}`}.`,
    )
  }
  const { serialization } = plan
  const sending = serialization?.buffers ? buffersOf(serialization.buffers) : 0
  if (serialization && (serialization.timeMs ?? 0) + sending > 0) {
    const { outputKb, timeMs, format } = serialization
    const time = timeMs === null ? '' : ` in ${milliseconds(timeMs)}`
    const read = sending === 0 ? '' : `, ${counted(sending, 'buffer')}`
    notes.push(`Serialization: ${kilobytes(outputKb)} as ${format}${time}${read}.`)
  }
  return notes
}

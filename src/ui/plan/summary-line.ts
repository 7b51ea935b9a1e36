/** A plan's headline figures in a few words each. */
import { totals } from '../../plan/totals.ts'
import { buffersOf } from '../../plan/work.ts'
import type { Plan } from '../../plan/types.ts'
import { formatMs } from '../primitives/format.ts'
import { cost, count, kb, plural, sum } from './format.ts'
import type { PlanModel } from './model.ts'

export interface SummaryFigure {
  readonly name: string
  readonly value: string
}

/** What the whole plan took; figures that EXPLAIN did not give, or that are nothing, are left out. */
export function summaryFigures(model: PlanModel): readonly SummaryFigure[] {
  const { plan } = model
  const all = totals(plan)
  const figures: SummaryFigure[] = []
  const add = (name: string, value: string | null): void => {
    if (value !== null) figures.push({ name, value })
  }
  if (model.executed) {
    add('buffers', plan.root.buffers ? count(all.buffers) : null)
    add('rows read', sum(all.rowsRead))
    add('rows returned', sum(all.rowsReturned))
    add('temporary', all.tempBlocks > 0 ? kb(all.tempBlocks * 8) : null)
    add('WAL', all.walBytes > 0 ? kb(Math.ceil(all.walBytes / 1024)) : null)
    add('execution', all.executionTimeMs === null ? null : formatMs(all.executionTimeMs))
  } else if (plan.root.estimate) {
    add('estimated cost', cost(all.cost))
    add('estimated rows', count(plan.root.estimate.rows))
  }
  add('planning', all.planningTimeMs === null ? null : formatMs(all.planningTimeMs))
  return figures
}

const list = (entries: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')

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
    const time = trigger.timeMs === null ? '' : `, ${formatMs(trigger.timeMs)}`
    notes.push(`Trigger ${name}${on}: ${plural(trigger.calls, 'call')}${time}.`)
  }
  if (plan.jit) {
    const total = plan.jit.timing['Total']
    notes.push(
      `JIT compiled ${plural(plan.jit.functions, 'function')}${total === undefined ? '' : ` in ${formatMs(total)}`}.`,
    )
  }
  const { serialization } = plan
  if (
    serialization &&
    (serialization.timeMs ?? 0) + (serialization.buffers ? buffersOf(serialization.buffers) : 0) > 0
  ) {
    const { outputKb, timeMs, format } = serialization
    notes.push(
      `Serialization: ${kb(outputKb)} as ${format}${timeMs === null ? '' : ` in ${formatMs(timeMs)}`}.`,
    )
  }
  if (Object.keys(plan.settings).length > 0) notes.push(`Settings: ${list(plan.settings)}.`)
  return notes
}

/** The executions that auto_explain reported while one step of a request ran. */
import { readPlanMessage, type LoggedPlan } from '../postgres/plan-log.ts'
import type { WireFields } from '../postgres/wire.ts'
import { addTotals, explainTotals, NO_TOTALS } from './explain-totals.ts'
import type { Totals } from '../contract/index.ts'

/** Executions of one statement that a trigger or function ran, summed. */
export interface LoggedStatement {
  readonly query: string
  /** PostgreSQL's CONTEXT of the first execution: the functions that it was called from, innermost first. */
  readonly context: string
  readonly executions: number
  /** Of its plans alone. */
  readonly totals: Totals
  /** Of the execution with the most buffers. */
  readonly plan: LoggedPlan
}

/** A trigger as EXPLAIN lists it. */
export interface TriggerCalls {
  readonly trigger: string
  readonly constraint: string | undefined
  readonly relation: string
  readonly calls: number
}

type Nested = { -readonly [K in keyof LoggedStatement]: LoggedStatement[K] } & { most: number }

export class ExecutionLog {
  /** Sum over the client's own executions. */
  totals: Totals = NO_TOTALS
  /** The client's own execution with the most buffers. */
  heaviest: LoggedPlan | undefined
  /** ms of that execution. */
  heaviestMs = 0
  /** How many of the client's own executions were reported. */
  executions = 0
  private most = -1
  private fresh = false
  private readonly triggers = new Map<string, TriggerCalls>()
  private readonly inside = new Map<string, Nested>()

  take(fields: WireFields): void {
    const execution = readPlanMessage(fields)
    // Without buffers or rows the log was told to leave them out: it counts as if nothing had come.
    if (!execution || !isMeasured(execution.plan)) return
    const { plan, context, ms } = execution
    const totals = { ...explainTotals(plan), executionTime: ms }
    if (context !== undefined) return this.takeNested(plan, context, totals)
    this.executions++
    this.totals = addTotals(this.totals, totals)
    this.addTriggers(plan)
    if (totals.buffers <= this.most) return
    this.most = totals.buffers
    this.heaviest = plan
    this.heaviestMs = ms
    this.fresh = true
  }

  /** Whether the execution that just ended is the heaviest so far. */
  endExecution(): boolean {
    const { fresh } = this
    this.fresh = false
    return fresh
  }

  /** The triggers that fired, with their calls over all executions. */
  get fired(): readonly TriggerCalls[] {
    return [...this.triggers.values()]
  }

  get nested(): readonly LoggedStatement[] {
    return [...this.inside.values()]
  }

  private addTriggers(plan: LoggedPlan): void {
    for (const each of Array.isArray(plan['Triggers']) ? plan['Triggers'] : []) {
      const raw = each as Readonly<Record<string, unknown>>
      const trigger = String(raw['Trigger Name'])
      const relation = String(raw['Relation'])
      const constraint = typeof raw['Constraint Name'] === 'string' ? raw['Constraint Name'] : undefined
      const key = `${relation} ${trigger}`
      const calls = Number(raw['Calls']) + (this.triggers.get(key)?.calls ?? 0)
      this.triggers.set(key, { trigger, constraint, relation, calls })
    }
  }

  private takeNested(plan: LoggedPlan, context: string, totals: Totals): void {
    const query = typeof plan['Query Text'] === 'string' ? plan['Query Text'] : ''
    const key = `${context}\n${query}`
    const known = this.inside.get(key)
    if (!known) {
      this.inside.set(key, { query, context, executions: 1, totals, plan, most: totals.buffers })
      return
    }
    known.executions++
    known.totals = addTotals(known.totals, totals)
    if (totals.buffers <= known.most) return
    known.most = totals.buffers
    known.plan = plan
  }
}

function isMeasured({ Plan: top }: LoggedPlan): boolean {
  return typeof top === 'object' && top !== null && 'Shared Hit Blocks' in top && 'Actual Loops' in top
}

/** The statements of a request as they are compared: what they are about, how often they ran, and which loops are gone. */
import type { AlignedPair } from './request-align.ts'
import { planShape } from '../words/node-names.ts'
import { preorder } from '../tree.ts'
import type { Plan } from '../types.ts'

/** One statement of a request: its plan (null where PostgreSQL cannot explain it) and how often it ran. */
export interface RequestStatement {
  readonly plan: Plan | null
  readonly executions: number
  /** Blocks of 8 kB over all executions. */
  readonly buffers: number
  /** As it was written. */
  readonly text?: string
  /** PostgreSQL refused it. */
  readonly failed?: boolean
}

/** Numbers of two statements, counted from 0. */
export type StatementPair = AlignedPair

export interface RequestPairs {
  /** In the order of the request after. */
  readonly pairs: readonly StatementPair[]
  /** Statements without a partner. */
  readonly onlyBefore: readonly number[]
  readonly onlyAfter: readonly number[]
  /** Statements that ran again and again before and do not any more. */
  readonly goneLoops: readonly GoneLoop[]
}

export interface GoneLoop {
  readonly before: number
  /** The statement after that does the work of this loop and of nothing else but loops; null where there is none. */
  readonly heir: number | null
}

/** So many runs of one statement make a loop. */
const LOOP = 3

export const statementCount = (request: readonly RequestStatement[]): number =>
  request.reduce((sum, one) => sum + one.executions, 0)

/** The table that a statement writes to or reads first; null where it has none. */
const tableOf = ({ root }: Plan): string | null =>
  root.relation ?? preorder(root).find((node) => node.relation !== null)?.relation ?? null

export const operationOf = ({ plan }: RequestStatement): string =>
  plan === null ? '' : (plan.root.modify?.operation ?? 'Select').toUpperCase()

/** `UPDATE on auth_user`, `SELECT without a table`. */
export function statementName(one: RequestStatement): string {
  const table = one.plan ? tableOf(one.plan) : null
  return `${operationOf(one)} ${table === null ? 'without a table' : `on ${table}`}`
}

/** What a statement is about: the relations that it reads or writes, or else its nodes. */
export function subjects({ plan }: RequestStatement): ReadonlySet<string> {
  if (!plan) return new Set()
  const relations = preorder(plan.root).flatMap((node) => node.relation ?? [])
  return new Set(relations.length > 0 ? relations : [planShape(plan)])
}

export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

export function findGoneLoops(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): readonly number[] {
  if (statementCount(before) <= statementCount(after)) return []
  const shape = (one: RequestStatement): string => (one.plan ? planShape(one.plan) : '')
  const most = new Map<string, number>()
  for (const one of after) most.set(shape(one), Math.max(most.get(shape(one)) ?? 0, one.executions))
  return before.flatMap((one, at) =>
    one.plan !== null && one.executions >= LOOP && (most.get(shape(one)) ?? 0) * 2 <= one.executions
      ? [at]
      : [],
  )
}

export const plainText = ({ text }: RequestStatement): string | null =>
  text?.trim().replaceAll(/\s+/g, ' ') ?? null

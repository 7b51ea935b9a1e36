/** The sentence above a comparison of two requests of one or several statements. */
import { comparePlans } from './diff.ts'
import { count, counted, list, times } from './format.ts'
import { headline } from './headline.ts'
import { planShape } from './summary.ts'
import { preorder } from './tree.ts'
import { buffersOf } from './work.ts'
import type { Plan } from './types.ts'

/** One statement of a request: its plan (null where PostgreSQL cannot explain it) and how often it ran. */
export interface RequestStatement {
  readonly plan: Plan | null
  readonly executions: number
}

const topWork = (one: RequestStatement): number =>
  one.plan ? buffersOf(topBuffers(one.plan)) * one.executions : 0

/** Statements that ran again and again before and do not any more. */
function goneLoops(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): readonly RequestStatement[] {
  const shape = (one: RequestStatement): string => (one.plan ? planShape(one.plan) : '')
  return before.filter(
    (one) =>
      one.plan !== null &&
      one.executions >= LOOP &&
      !after.some((other) => shape(other) === shape(one) && other.executions * 2 > one.executions),
  )
}

/** The statements of both requests that read most of the same tables; of equals, those with the most work. */
function closest(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): readonly [Plan, Plan] | null {
  const tables = (plan: Plan): readonly string[] => [
    ...new Set(preorder(plan.root).flatMap((node) => node.relation ?? [])),
  ]
  const pairs = before.flatMap((a) =>
    after.flatMap((b) => {
      if (!a.plan || !b.plan) return []
      const [left, right] = [tables(a.plan), tables(b.plan)]
      const shared = left.filter((one) => right.includes(one)).length
      const overlap = shared / Math.max(1, left.length + right.length - shared)
      return [{ plans: [a.plan, b.plan] as const, overlap, work: topWork(a) + topWork(b) }]
    }),
  )
  return pairs.toSorted((a, b) => b.overlap - a.overlap || b.work - a.work)[0]?.plans ?? null
}

/** So many runs of one statement make a loop. */
const LOOP = 3

/**
 * The headline of a whole request: how many statements became how many, which loop is gone, and what happened to the
 * statement that is still there: of several, the pair that reads most of the same tables.
 */
export function requestHeadline(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): string {
  const sent = (request: readonly RequestStatement[]): number =>
    request.reduce((sum, one) => sum + one.executions, 0)
  const [from, to] = [sent(before), sent(after)]
  const gone = from > to ? goneLoops(before, after) : []
  const rest = before.filter((one) => !gone.includes(one))
  const loops = gone.map((one) => {
    const scan = one.plan ? preorder(one.plan.root).find((node) => node.relation !== null) : undefined
    return `${scan?.relation ?? 'one'} (${times(one.executions)})`
  })
  const [noun, verb] = loops.length === 1 ? ['statement', 'is'] : ['statements', 'are']
  const which = loops.length > 0 ? `: the repeated ${noun} on ${list(loops)} ${verb} gone` : ''
  const counts = from === to ? '' : `${counted(from, 'statement')} became ${count(to)}${which}.`
  const single = before.length === 1 && after.length === 1
  const plans = single ? closest(before, after) : closest(rest.length > 0 ? rest : before, after)
  return [counts, plans ? headline(comparePlans(...plans)) : ''].filter((text) => text !== '').join(' ')
}

const topBuffers = (plan: Plan): Parameters<typeof buffersOf>[0] => ({
  sharedHit: plan.root.buffers?.sharedHit ?? 0,
  sharedRead: plan.root.buffers?.sharedRead ?? 0,
  localHit: plan.root.buffers?.localHit ?? 0,
  localRead: plan.root.buffers?.localRead ?? 0,
})

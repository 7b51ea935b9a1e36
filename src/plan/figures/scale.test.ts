/** Work grows in step with the plan: four times the nodes must not take much more than four times as long. */
import { describe, expect, it } from 'vitest'
import { planFigures } from './node-figures.ts'
import { comparePlans } from '../compare/diff.ts'
import { findings } from '../findings/index.ts'
import { headline } from '../compare/headline.ts'
import { parseJsonPlan } from '../read/parse-json.ts'
import { parseTextPlan } from '../read/parse-text.ts'
import { planNodes } from '../tree.ts'
import type { Plan } from '../types.ts'

type Shape = 'wide' | 'deep' | 'subplans'

const FIGURES = '(cost=1.00..20.00 rows=10 width=8) (actual time=0.010..0.200 rows=10.00 loops=1)'

/** Text of a plan with some `size` nodes; the figures add up roughly, which is all that is needed here. */
function planText(size: number, shape: Shape): string {
  const lines: string[] = []
  const node = (depth: number, title: string, properties: readonly string[] = []): void => {
    const indent = depth === 0 ? '' : ' '.repeat(depth * 6 - 4)
    lines.push(`${indent}${depth === 0 ? '' : '->  '}${title}  ${FIGURES}`)
    for (const property of [...properties, 'Buffers: shared hit=5'])
      lines.push(`${' '.repeat(depth * 6 + 2)}${property}`)
  }
  if (shape === 'deep') {
    // Left-deep joins: what a plan of many tables looks like.
    const joins = Math.min(120, Math.floor(size / 4))
    for (let depth = 0; depth < joins; depth++) node(depth, 'Nested Loop')
    node(joins, 'Seq Scan on start')
    for (let depth = joins; depth > 0; depth--)
      node(depth, `Index Scan using i${depth} on t${depth}`, ['Index Cond: (id = 5)'])
    return lines.join('\n')
  }
  node(0, 'Append')
  for (let i = 0; lines.length < size * 2; i++) {
    node(1, `Seq Scan on part_${i} p_${i}`, [
      `Filter: ((status)::text = 'x${i}'::text)`,
      'Rows Removed by Filter: 90',
    ])
    if (shape !== 'subplans') continue
    lines.push(`        SubPlan ${i + 1}`)
    lines.push(
      `          ->  Aggregate  ${FIGURES.replace('loops=1)', 'loops=10)')}`,
      '                Buffers: shared hit=3',
    )
  }
  return lines.join('\n')
}

function parsed(text: string): Plan {
  const plan = parseTextPlan(text)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}

/** The plan again as JSON, through its raw shape. */
function jsonText(plan: Plan): string {
  const raw = (node: Plan['root']): unknown => ({
    'Node Type': node.nodeType,
    'Relation Name': node.relation,
    'Actual Rows': node.actual?.rows,
    'Actual Loops': node.actual?.loops,
    'Shared Hit Blocks': node.buffers?.sharedHit,
    'Plan Rows': node.estimate?.rows,
    Plans: node.children.map(raw),
  })
  return JSON.stringify([{ Plan: raw(plan.root) }])
}

/** Processor time of the best of several runs, ms: other processes do not count. */
function timeOf(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 8; run++) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const SMALL = 500
const LARGE = 2000
/** Linear work has 1; quadratic work would have 4. The rest is for caches and garbage collection. */
const MOST_GROWTH = 3

describe.each(['wide', 'subplans'] as const)('%s plans', (shape) => {
  const [small, large] = [planText(SMALL, shape), planText(LARGE, shape)]
  const [smallPlan, largePlan] = [parsed(small), parsed(large)]
  const nodes = planNodes(largePlan).length / planNodes(smallPlan).length
  const growth = (onSmall: () => unknown, onLarge: () => unknown): number => {
    timeOf(onSmall)
    // A floor against dividing by almost nothing.
    return timeOf(onLarge) / Math.max(timeOf(onSmall), 1) / nodes
  }
  const jsons = [jsonText(smallPlan), jsonText(largePlan)] as const
  const input = (plan: Plan): Parameters<typeof findings>[0] => ({
    statements: [{ text: null, executions: 1, plan }],
  })

  it.each<[string, () => unknown, () => unknown]>([
    ['text', () => parseTextPlan(small), () => parseTextPlan(large)],
    ['JSON', () => parseJsonPlan(jsons[0]), () => parseJsonPlan(jsons[1])],
    ['figures', () => planFigures(smallPlan), () => planFigures(largePlan)],
    [
      'comparison',
      () => headline(comparePlans(smallPlan, smallPlan)),
      () => headline(comparePlans(largePlan, largePlan)),
    ],
    ['findings', () => findings(input(smallPlan)), () => findings(input(largePlan))],
  ])('%s grows no faster than the plan', (_, onSmall, onLarge) => {
    expect(growth(onSmall, onLarge)).toBeLessThan(MOST_GROWTH)
  })
})

describe('deep plans', () => {
  it('are read whatever their depth', () => {
    const plan = parsed(planText(LARGE, 'deep'))
    expect(planNodes(plan)).toHaveLength(241)
    expect(planFigures(plan).order).toHaveLength(241)
  })
})

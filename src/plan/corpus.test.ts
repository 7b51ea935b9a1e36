/** Properties that hold for every plan of the corpora. A plan that breaks one becomes a new fixture file. */
import { describe, expect, it } from 'vitest'
import { allPlans, corpusPairs } from './testing/corpus.node.ts'
import { planFigures } from './figures/node-figures.ts'
import { parsePlan } from './read/parse-plan.ts'
import { parseJsonPlan } from './read/parse-json.ts'
import { parseTextPlan } from './read/parse-text.ts'
import { planNodes, preorder } from './tree.ts'
import { planShape } from './words/node-names.ts'
import { totals } from './figures/totals.ts'
import { METRICS } from './figures/work.ts'
import type { Plan, PlanNode } from './types.ts'

function parsed(name: string, content: string): Plan {
  const result = parsePlan(content)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.value
}

const zeroIsNull = <T extends object>(figures: T | null): T | null =>
  figures && Object.values(figures).some((value) => value !== 0) ? figures : null

/** What the text format does not print at all: zeros, `Inner Unique: false`, the name of a constraint's trigger. */
function comparable(plan: Plan): unknown {
  const node = (one: PlanNode): unknown => ({
    ...one,
    innerUnique: one.innerUnique === true,
    buffers: zeroIsNull(one.buffers),
    wal: zeroIsNull(one.wal),
    io: zeroIsNull(one.io),
    children: one.children.map(node),
  })
  const planning = { ...plan.planning, buffers: zeroIsNull(plan.planning.buffers) }
  const triggers = plan.triggers.map((one) => ({
    ...one,
    name: one.constraint ? null : one.name,
    relation: null,
  }))
  return { ...plan, root: node(plan.root), planning, triggers, source: '', raw: '' }
}

describe('both formats of one run', () => {
  const pairs = corpusPairs()

  it('is a corpus of at least 150 statements with nearly every node type', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    const types = new Set(
      pairs.flatMap((pair) => planNodes(parsed(pair.name, pair.json)).map((one) => one.nodeType)),
    )
    expect([...types].toSorted()).toMatchInlineSnapshot(`
      [
        "Aggregate",
        "Append",
        "Bitmap Heap Scan",
        "Bitmap Index Scan",
        "BitmapOr",
        "CTE Scan",
        "Function Scan",
        "Gather",
        "Gather Merge",
        "Group",
        "Hash",
        "Hash Join",
        "Incremental Sort",
        "Index Only Scan",
        "Index Scan",
        "Limit",
        "LockRows",
        "Materialize",
        "Memoize",
        "Merge Append",
        "Merge Join",
        "ModifyTable",
        "Nested Loop",
        "ProjectSet",
        "Recursive Union",
        "Result",
        "Sample Scan",
        "Seq Scan",
        "SetOp",
        "Sort",
        "Subquery Scan",
        "Table Function Scan",
        "Tid Range Scan",
        "Tid Scan",
        "Unique",
        "Values Scan",
        "WindowAgg",
        "WorkTable Scan",
      ]
    `)
  })

  it.each(pairs)('$name: text and JSON give the same tree', ({ json, text }) => {
    const fromJson = parseJsonPlan(json)
    const fromText = parseTextPlan(text)
    if (!fromJson.ok || !fromText.ok) throw new Error('does not parse')
    // In JSON, InnerUnique is printed for every join; in text only with VERBOSE.
    const strip = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'innerUnique' ? undefined : part)))
    expect(strip(comparable(fromText.value))).toEqual(strip(comparable(fromJson.value)))
    expect(planShape(fromText.value)).toBe(planShape(fromJson.value))
  })
})

describe.each(allPlans())('$name', ({ name, content }) => {
  const plan = parsed(name, content)
  const all = planFigures(plan)
  const figures = [...all.nodes.values()]

  it('knows every key', () => {
    const unknown = planNodes(plan).flatMap((node) => Object.keys(node.extra))
    const known = [
      'Function Call',
      'Params Evaluated',
      'Rows Removed by Conflict Filter',
      'Table Function Call',
    ]
    expect(unknown.filter((key) => !known.includes(key))).toEqual([])
    expect(plan.extra).toEqual({})
  })

  it('adds up: exclusive counts are the top node’s and what ran outside it', () => {
    for (const metric of METRICS) {
      const sum = figures.reduce((total, one) => total + one.exclusive[metric], 0)
      expect([metric, sum]).toEqual([metric, all.total[metric]])
      // Only data-modifying CTEs go on after the top node has finished.
      if (!planNodes(plan).some((node) => node.subplanName && preorder(node).some((one) => one.modify)))
        expect([metric, all.outside[metric]]).toEqual([metric, 0])
    }
    expect(all.total.sharedHit).toBe((plan.root.buffers?.sharedHit ?? 0) + all.outside.sharedHit)
  })

  it('has no negative exclusive figure, and times add up', () => {
    for (const one of figures) {
      for (const metric of METRICS) expect(one.exclusive[metric]).toBeGreaterThanOrEqual(0)
      expect(one.exclusive.timeMs ?? 0).toBeGreaterThanOrEqual(0)
    }
    const sum = figures.reduce((total, one) => total + (one.exclusive.timeMs ?? 0), 0)
    expect(sum).toBeCloseTo(all.total.timeMs ?? 0, 3)
  })

  it('counts rows read once for each scan', () => {
    const read = figures.reduce((sum, one) => sum + one.rowsRead, 0)
    expect(read).toBeCloseTo(totals(plan).rowsRead, 6)
    expect(all.order).toEqual(planNodes(plan).map((node) => node.id))
  })
})

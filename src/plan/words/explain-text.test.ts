import { describe, expect, it } from 'vitest'
import { corpusPairs, nativePlans } from '../testing/corpus.node.ts'
import { parseJsonPlan } from '../read/parse-json.ts'
import { parseTextPlan } from '../read/parse-text.ts'
import { nodeTitle } from './node-names.ts'
import { planNodes } from '../tree.ts'
import type { Plan } from '../types.ts'
import { explainText } from './explain-text.ts'

/** PostgreSQL prints this line for less than half a row per loop; its JSON says 0 then, as it does for none. */
const lines = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !/^ *Rows Removed by [\w ]+: 0$/.test(line))

/** The two formats are of two runs, so their times differ. */
const masked = (all: readonly string[]): readonly string[] =>
  all.map((line) => line.replace(/\d+\.\d{3}\b/g, '#'))

/** What both formats tell of every node. */
const facts = (plan: Plan) =>
  planNodes(plan).map((node) => ({
    title: nodeTitle(node),
    estimate: node.estimate,
    actual: node.actual,
    removed: node.removed,
    conditions: node.conditions,
    sort: node.sort,
    hash: node.hash,
    workers: node.workers.map((worker) => worker.actual),
  }))

function printed(json: string): readonly string[] {
  const plan = parseJsonPlan(json)
  if (!plan.ok) throw new Error(plan.error.message)
  return explainText(plan.value).split('\n')
}

describe('explainText', () => {
  it.each(corpusPairs().map((pair) => [pair.name, pair] as const))(
    'prints %s as PostgreSQL 18 does',
    (_, { json, text }) => {
      expect(printed(json)).toEqual(lines(text))
    },
  )

  const native = nativePlans()
  const pairs = native
    .filter((file) => file.name.endsWith('.json'))
    .map((json) => ({ json, text: native.find((one) => one.name === json.name.replace(/json$/, 'txt'))! }))
  // Workers share their work out anew in every run, so those plans are printed and read back instead.
  it.each(
    pairs
      .filter(({ text }) => !text.content.includes('Workers Launched'))
      .map((pair) => [pair.json.name, pair] as const),
  )('prints %s as PostgreSQL 15 does', (_, { json, text }) => {
    expect(masked(printed(json.content))).toEqual(masked(lines(text.content)))
  })

  it.each(pairs.map((pair) => [pair.json.name, pair] as const))(
    'prints %s so that it reads the same',
    (_, { json }) => {
      const plan = parseJsonPlan(json.content)
      if (!plan.ok) throw new Error(plan.error.message)
      const again = parseTextPlan(explainText(plan.value))
      if (!again.ok) throw new Error(again.error.message)
      expect(facts(again.value)).toEqual(facts(plan.value))
    },
  )
})

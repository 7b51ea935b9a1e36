import { describe, expect, it } from 'vitest'
import { corpusPairs } from '../../../plan/testing/corpus.node.ts'
import { parsePlan } from '../../../plan/read/parse-plan.ts'
import { planNodes } from '../../../plan/tree.ts'
import { modelOf } from '../testing/models.node.ts'
import { planJson, planText } from './source.ts'

describe('text and JSON of a plan', () => {
  it('are what came, where that format came', () => {
    for (const { json, text } of corpusPairs()) {
      expect(planText(modelOf(text).plan)).toBe(text)
      expect(planJson(modelOf(json).plan)).toBe(json)
    }
    const value = [{ Plan: { 'Node Type': 'Result' } }]
    expect(JSON.parse(planJson(modelOf(value).plan))).toEqual(value)
  })

  it('are made from the other format so that they read the same', () => {
    for (const { name, text } of corpusPairs()) {
      const given = modelOf(text).plan
      const again = parsePlan(planJson(given))
      if (!again.ok) throw new Error(again.error.message)
      expect(planNodes(again.value), name).toEqual(planNodes(given))
    }
  })
})

import { describe, expect, it } from 'vitest'
import { corpusPairs, planOf } from '../testing/corpus.node.ts'
import { planNodes } from '../tree.ts'
import { planJson, planText } from './plan-text.ts'

describe('text and JSON of a plan', () => {
  it('are what came, where that format came', () => {
    for (const { json, text } of corpusPairs()) {
      expect(planText(planOf(text))).toBe(text)
      expect(planJson(planOf(json))).toBe(json)
    }
    const value = [{ Plan: { 'Node Type': 'Result' } }]
    expect(JSON.parse(planJson(planOf(value)))).toEqual(value)
  })

  it('are made from the other format so that they read the same', () => {
    for (const { name, text } of corpusPairs()) {
      const given = planOf(text)
      expect(planNodes(planOf(planJson(given))), name).toEqual(planNodes(given))
    }
  })
})

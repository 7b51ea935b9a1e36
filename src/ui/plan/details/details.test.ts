import { describe, expect, it } from 'vitest'
import { corpusModels, modelOf } from '../testing/models.node.ts'
import { fieldGroups } from './details.ts'
import { pairedGroups } from './details-pair.ts'
import { explain, explainNode } from '../../../plan/glossary/explanations.ts'

const values = (text: string) =>
  Object.fromEntries(
    fieldGroups(modelOf(text).root).flatMap((group) => group.fields.map((one) => [one.key, one.value])),
  )

describe('details of a node', () => {
  it('explains every field and every node of the corpora', () => {
    const unexplained = new Set<string>()
    for (const [, model] of corpusModels())
      for (const item of model.items) {
        if (!explainNode(item.node)) unexplained.add(item.node.nodeType)
        for (const group of fieldGroups(item))
          for (const field of group.fields) if (!explain(field.key, field.value)) unexplained.add(field.key)
      }
    expect([...unexplained]).toEqual([])
  })

  it('explains the value where it is one of EXPLAIN’s own words', () => {
    const words = ['Join Type', 'Parent Relationship', 'Subplan Name']
    const seen = new Set<string>()
    for (const [, model] of corpusModels())
      for (const item of model.items)
        for (const { key, value } of fieldGroups(item).flatMap((group) => group.fields)) {
          const text = explain(key, value)?.value?.text ?? null
          expect([key, value, text !== null]).toEqual([key, value, words.includes(key)])
          if (text !== null) seen.add(key)
        }
    expect([...seen].toSorted()).toEqual(words)
    expect(explain('Join Type', 'Semi')?.value?.text).toMatch(/^Returns /)
    expect(explain('Join Type', 'Sideways')?.value).toBeNull()
  })

  it('says the unit of a figure, what loops do to it, and from which version on it is printed', () => {
    const note = (key: string) => explain(key, '')?.note
    expect(note('Actual Total Time')).toBe('In ms, the average of one loop.')
    expect(note('Shared Hit Blocks')).toBe('In blocks of 8 kB, the sum of all loops.')
    expect(note('Actual Rows')).toBe('The average of one loop.')
    expect(note('Index Searches')).toBe('The sum of all loops, from PostgreSQL 18 on.')
    expect(note('Join Type')).toBeNull()
  })

  it('shows every condition in full', () => {
    for (const [name, model] of corpusModels())
      for (const item of model.items) {
        const texts = fieldGroups(item).flatMap((group) => group.fields.map((one) => one.value))
        for (const condition of item.node.conditions) expect(texts, name).toContain(condition.text)
      }
  })

  it('multiplies figures of a loop by the loops', () => {
    expect(
      values(
        [
          'Seq Scan on t  (cost=0.00..1.00 rows=4 width=8) (actual time=0.5..1.5 rows=3 loops=10)',
          '  Filter: (a = 1)',
          '  Rows Removed by Filter: 7',
          '  Buffers: shared hit=100',
        ].join('\n'),
      ),
    ).toMatchObject({
      'Actual Rows': '3 per loop, 30 in all',
      'Plan Rows': '4 per loop',
      'Rows Removed by Filter': '7 per loop, 70 in all',
      'Rows Read': '100, 100 % of all',
      'Own Buffers': '100 (800 kB), 100 % of all',
      'Own Time': '15.0\u00a0ms, 100 % of all',
    })
  })

  it('shows both values where two nodes differ', () => {
    const one = modelOf(
      'Seq Scan on t  (cost=0.00..1.00 rows=4 width=8) (actual rows=3 loops=1)\n  Filter: (a = 1)',
    ).root
    const two = modelOf('Seq Scan on t  (cost=0.00..1.00 rows=4 width=8) (actual rows=9 loops=1)').root
    const fields = pairedGroups(one, two).flatMap((group) => group.fields)
    expect(fields.find((field) => field.key === 'Actual Rows')).toMatchObject({ value: '3', other: '9' })
    expect(fields.find((field) => field.key === 'Filter')).toMatchObject({ value: '(a = 1)', other: null })
    expect(fields.find((field) => field.key === 'Plan Rows')).not.toHaveProperty('other')
    const turned = pairedGroups(two, one).flatMap((group) => group.fields)
    expect(turned.find((field) => field.key === 'Filter')).toMatchObject({ value: null, other: '(a = 1)' })
  })
})

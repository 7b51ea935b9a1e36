import { describe, expect, it } from 'vitest'
import { corpusModels, modelOf, shaped } from '../testing/models.node.ts'
import { ancestors, heaviest, sameNodes, searchItems, shownItems } from './model.ts'

describe('planModel', () => {
  it('knows places, parents and the number of nodes below', () => {
    for (const [name, model] of corpusModels())
      for (const item of model.items) {
        expect(model.items[item.index], name).toBe(item)
        const below = model.items.filter((one) => one.id.startsWith(`${item.id}.`))
        expect(item.below, name).toBe(below.length)
        expect(item.childIds, name).toEqual(
          below.filter((one) => one.parentId === item.id).map((one) => one.id),
        )
        item.childIds.forEach((id, at) => {
          expect(model.byId.get(id)).toMatchObject({ position: at + 1, setSize: item.childIds.length })
        })
      }
  })

  it('offers the measures that a plan has, cost where it was not executed', () => {
    expect(modelOf('Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4)').metrics).toEqual(['cost'])
    expect(
      modelOf('Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4) (actual time=0.1..0.2 rows=3 loops=1)')
        .metrics,
    ).toEqual(['time', 'rows'])
    expect(
      modelOf(
        'Seq Scan on t  (cost=0.00..1.00 rows=1 width=4) (actual rows=3 loops=1)\n  Buffers: shared hit=10',
      ).metrics,
    ).toEqual(['buffers', 'rows'])
  })

  it('does not blame the estimate where a node was stopped early', () => {
    const model = modelOf(
      [
        'Limit  (cost=0.00..1.00 rows=5 width=4) (actual rows=5 loops=1)',
        '  ->  Sort  (cost=0.00..1.00 rows=1000 width=4) (actual rows=5 loops=1)',
        '        ->  Seq Scan on t  (cost=0.00..1.00 rows=1000 width=4) (actual rows=50 loops=1)',
      ].join('\n'),
    )
    expect(model.items.map((item) => item.estimateFactor)).toEqual([1, null, 0.05])
  })

  const factors = (...lines: readonly string[]) =>
    modelOf(lines.join('\n')).items.map((item) => item.estimateFactor)

  it('does not blame the estimate of EXISTS, which stops at the first row, but that of one that found none', () => {
    const exists = (rows: number) =>
      factors(
        'Result  (cost=0.00..1.00 rows=1 width=1) (actual rows=1 loops=1)',
        '  InitPlan 1',
        `    ->  Seq Scan on t  (cost=0.00..1.00 rows=1000 width=0) (actual rows=${rows} loops=1)`,
      )
    expect(exists(1)).toEqual([1, null])
    expect(exists(0)).toEqual([1, 0.001])
  })

  it('does not mark a handful of rows, unless they come in every loop', () => {
    const scan = (loops: number) =>
      factors(`Seq Scan on t  (cost=0.00..1.00 rows=1 width=4) (actual rows=2 loops=${loops})`)
    expect(scan(1)).toEqual([null])
    expect(scan(100)).toEqual([2])
  })

  it('does not take the pages of a BRIN index for rows', () => {
    const bitmap = (rows: number) =>
      factors(
        'Bitmap Heap Scan on t  (cost=0.00..1.00 rows=541 width=4) (actual rows=541 loops=1)',
        '  Heap Blocks: lossy=16',
        `  ->  Bitmap Index Scan on i  (cost=0.00..1.00 rows=1212 width=0) (actual rows=${rows} loops=1)`,
      )
    expect(bitmap(160)).toEqual([1, null])
    expect(bitmap(101)).toEqual([1, 101 / 1212])
  })

  it('finds the heaviest node, and none where nothing was done', () => {
    const model = shaped({ 'Shared Hit Blocks': 10, children: [{ 'Shared Hit Blocks': 9 }, {}] })
    expect(heaviest(model, 'buffers')?.id).toBe('0.0')
    expect(heaviest(shaped({}), 'buffers')).toBeNull()
  })
})

describe('finding nodes', () => {
  const model = modelOf(
    [
      'Nested Loop  (cost=0.00..1.00 rows=1 width=4)',
      '  ->  Seq Scan on orders o  (cost=0.00..1.00 rows=1 width=4)',
      "        Filter: (status = 'open'::text)",
      '  ->  Index Scan using users_pkey on users u  (cost=0.00..1.00 rows=1 width=4)',
      '        Index Cond: (id = o.user_id)',
    ].join('\n'),
  )

  it('looks at operation, relation, index and conditions, for all words', () => {
    expect(searchItems(model, 'scan')).toEqual(['0.0', '0.1'])
    expect(searchItems(model, 'SCAN orders')).toEqual(['0.0'])
    expect(searchItems(model, "status = 'open'")).toEqual(['0.0'])
    expect(searchItems(model, 'users_pkey user_id')).toEqual(['0.1'])
    expect(searchItems(model, '  ')).toEqual([])
    expect(searchItems(model, 'nothing')).toEqual([])
  })

  it('lists ancestors nearest first and leaves out what is folded', () => {
    expect(ancestors('0.1.2')).toEqual(['0.1', '0'])
    expect(ancestors('0')).toEqual([])
    expect(shownItems(model, new Set(['0'])).map((item) => item.id)).toEqual(['0'])
  })
})

describe('sameNodes', () => {
  const plan = (operation: string, table: string, rest = '') =>
    modelOf(
      `Limit  (cost=0.00..1.00 rows=5 width=4)${rest}\n  ->  ${operation} on ${table}  (cost=0.00..1.00 rows=5 width=4)${rest}`,
    )

  it('is true of a plan that got more figures', () => {
    const timed = plan('Seq Scan', 't', ' (actual time=0.1..0.2 rows=3 loops=1)')
    expect(sameNodes(plan('Seq Scan', 't'), timed)).toBe(true)
  })

  it('is false of another operation, another table, another number of nodes', () => {
    const one = plan('Seq Scan', 't')
    expect(sameNodes(one, plan('Index Scan using i', 't'))).toBe(false)
    expect(sameNodes(one, plan('Seq Scan', 'u'))).toBe(false)
    expect(sameNodes(one, modelOf('Seq Scan on t  (cost=0.00..1.00 rows=5 width=4)'))).toBe(false)
  })
})

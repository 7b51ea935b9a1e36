import { describe, expect, it } from 'vitest'
import { corpusModels, modelOf, shaped } from '../testing/models.node.ts'
import { nextOrder, sortItems, tableColumns } from './table-model.ts'

describe('the table', () => {
  it('orders by a column, nulls last either way, and keeps the plan’s order among equals', () => {
    const model = shaped({
      children: [
        { 'Actual Rows': 5 },
        { 'Actual Rows': 70 },
        { 'Actual Rows': 5 },
        { 'Plan Rows': 1, 'Actual Loops': 0 },
      ],
    })
    const ids = (column: Parameters<typeof sortItems>[1]['column'], descending: boolean) =>
      sortItems(model, { column, descending }, 'rows').map((item) => item.id)
    expect(ids('node', false)).toEqual(['0', '0.0', '0.1', '0.2', '0.3'])
    expect(ids('rows', true)).toEqual(['0.1', '0', '0.3', '0.0', '0.2'])
    expect(ids('factor', true).at(-1)).toBe('0.3')
    expect(ids('factor', false).at(-1)).toBe('0.3')
  })

  it('has every row of every plan in every order', () => {
    for (const [name, model] of corpusModels())
      for (const column of tableColumns(model))
        for (const descending of [true, false]) {
          const items = sortItems(model, { column: column.id, descending }, 'buffers')
          expect(new Set(items).size, name).toBe(model.items.length)
        }
  })

  it('shows only columns that have something to show', () => {
    const plain = modelOf('Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4)')
    expect(tableColumns(plain).map((column) => column.id)).toEqual(['node', 'estimated', 'cost', 'share'])
    const full = modelOf(
      'Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4) (actual time=0.1..0.2 rows=3 loops=1)\n  Buffers: shared hit=10',
    )
    expect(tableColumns(full).map((column) => column.id)).toEqual([
      'node',
      'estimated',
      'rows',
      'factor',
      'loops',
      'buffers',
      'allBuffers',
      'time',
      'cost',
      'share',
    ])
  })

  it('turns an order round on the second click and starts figures with the largest', () => {
    const first = nextOrder({ column: 'node', descending: false }, 'buffers')
    expect(first).toEqual({ column: 'buffers', descending: true })
    expect(nextOrder(first, 'buffers')).toEqual({ column: 'buffers', descending: false })
    expect(nextOrder(first, 'node')).toEqual({ column: 'node', descending: false })
  })
})

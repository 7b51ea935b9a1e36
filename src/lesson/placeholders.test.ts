import { describe, expect, test } from 'vitest'
import type { Catalog, Totals } from '../engine/contract/index.ts'
import { fillPlaceholders, placeholdersIn, unfilled, validatePlaceholder } from './placeholders.ts'

const totals = (buffers: number) => ({ buffers, statements: 1, rowsRead: 12_345 }) as Totals
const index = (name: string, pages: number) => ({
  oid: pages,
  name,
  definition: `CREATE INDEX ${name}`,
  pages,
})
const catalog = (...indexes: object[]) =>
  ({ relations: [{ name: 'message', tuples: 120_000, pages: 1572 }], indexes }) as unknown as Catalog

const values = {
  before: totals(1870),
  after: totals(27),
  limits: { buffers: 64 },
  catalog: catalog(index('old', 300)),
  catalogAfter: catalog(index('old', 300), index('new', 12)),
}

describe('fillPlaceholders', () => {
  test('figures, ratios, limits and sizes', () => {
    expect(
      fillPlaceholders(
        '{{before.buffers}} → {{ after.buffers }}: {{ratio.buffers}} ×, at most {{limit.buffers}}',
        values,
      ),
    ).toBe('1,870 → 27: 69 ×, at most 64')
    expect(
      fillPlaceholders(
        '{{rows.message}} rows, {{pages.message}} pages, {{pages.old}}, {{index.pages}}, {{index.count}}',
        values,
      ),
    ).toBe('120,000 rows, 1,572 pages, 300, 12, 1')
  })
  test('what has not been measured is an ellipsis', () => {
    expect(
      fillPlaceholders('{{before.buffers}} → {{after.buffers}}, {{ratio.buffers}}', { before: totals(7) }),
    ).toBe('7 → …, …')
  })
  test('a ratio to nothing', () => {
    expect(fillPlaceholders('{{ratio.buffers}}', { before: totals(7), after: totals(0) })).toBe('∞')
    expect(fillPlaceholders('{{ratio.buffers}}', { before: totals(7), after: totals(5) })).toBe('1.4')
  })
})

test('unknown placeholders are told apart', () => {
  const problem = (name: string) => {
    const result = validatePlaceholder(name, ['buffers'])
    return result.ok ? null : result.error
  }
  for (const name of ['before.buffers', 'ratio.rowsRead', 'limit.buffers', 'rows.anything', 'index.pages'])
    expect(problem(name)).toBeNull()
  expect(problem('before.speed')).toMatch(/no figure speed/)
  expect(problem('limit.rows')).toMatch(/no check rows/)
  expect(problem('middle.buffers')).toMatch(/no source middle/)
  expect(problem('buffers')).toMatch(/source\.name/)
  expect(placeholdersIn('{{a.b}} {{a.b}} {{ c.d }}')).toEqual(['a.b', 'c.d'])
  expect(unfilled('{{rows.message}} {{rows.nothing}}', values)).toEqual(['rows.nothing'])
})

/** Checks of statistics, constraints, sizes and HOT updates. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { check, passes } from '../testing/check.ts'
import { catalog, column, index, measurement, relation } from '../testing/fixtures.ts'

beforeAll(() => loadSqlParser())

describe('statistics, constraints, sizes, HOT', () => {
  const having = (more: Parameters<typeof catalog>[0]) =>
    measurement({ catalog: { before: catalog(), after: catalog(more) } })
  test('statistics', () => {
    const on = (definition: string, built = true) =>
      having({ statistics: [{ name: 's', table: 'message', definition, built }] })
    const spec = { kind: 'statistics', table: 'message', on: ['a', 'b'] }
    expect(passes(spec, on('CREATE STATISTICS public.s (dependencies) ON b, a FROM message'))).toBe(true)
    expect(passes(spec, on('CREATE STATISTICS public.s ON a, b, c FROM message'))).toBe(true)
    expect(passes(spec, on('CREATE STATISTICS public.s ON a, c FROM message'))).toBe(false)
    expect(check(spec, on('CREATE STATISTICS public.s ON a, b FROM message', false)).message).toMatch(
      /ANALYZE/,
    )
    expect(
      passes(
        { ...spec, kinds: ['mcv'] },
        on('CREATE STATISTICS public.s (dependencies) ON a, b FROM message'),
      ),
    ).toBe(false)
    expect(
      passes(
        { kind: 'statistics', table: 'message' },
        having({ relations: [relation('message', { modifiedSinceAnalyze: 5 })] }),
      ),
    ).toBe(false)
    expect(passes({ kind: 'statistics', table: 'message' }, having({}))).toBe(true)
  })
  test('constraints, by what they say', () => {
    const on = (validated: boolean) =>
      having({
        constraints: [
          {
            name: 'c',
            table: 'message',
            type: 'c',
            definition: 'CHECK ((amount > 0))',
            validated,
            references: null,
          },
        ],
      })
    const spec = { kind: 'constraint', table: 'message', type: 'check', mentions: ['amount > 0'] }
    expect(passes(spec, on(true))).toBe(true)
    expect(check(spec, on(false)).message).toMatch(/NOT VALID/)
    expect(passes({ ...spec, validated: false }, on(false))).toBe(true)
    expect(passes({ ...spec, mentions: ['status'] }, on(true))).toBe(false)
    expect(passes({ ...spec, absent: true }, on(true))).toBe(false)
    expect(
      passes(
        { kind: 'constraint', table: 'message', type: 'unique', mentions: ['a'] },
        having({ indexes: [index('i', 'message', ['a'], { unique: true })] }),
      ),
    ).toBe(true)
  })
  test('an exclusion constraint that holds for some rows only', () => {
    const on = (predicate: string) =>
      having({
        relations: [
          relation('message', { columns: ['id', 'plot', 'status'].map((name) => column(name, 'text')) }),
        ],
        constraints: [
          {
            name: 'c',
            table: 'message',
            type: 'x',
            definition: `EXCLUDE USING gist (plot WITH =, days WITH &&)${predicate}`,
            validated: true,
            references: null,
          },
        ],
      })
    const spec = {
      kind: 'constraint',
      table: 'message',
      type: 'exclude',
      mentions: ['plot'],
      where: ['status'],
    }
    expect(passes(spec, on(''))).toBe(true)
    expect(passes(spec, on(" WHERE (((status)::text <> 'id plot'::text)) DEFERRABLE"))).toBe(true)
    expect(check(spec, on(" WHERE (((status)::text <> 'x'::text) AND (plot = 614))")).message).toMatch(
      /some rows.*plot/,
    )
  })
  test('size and HOT updates', () => {
    expect(passes({ kind: 'relation-size', relation: 'message', max: 99 }, having({}))).toBe(false)
    expect(passes({ kind: 'relation-size', relation: 'message', max: 100 }, having({}))).toBe(true)
    const updated = having({ relations: [relation('message', { updated: 100, hotUpdated: 90 })] })
    expect(passes({ kind: 'hot-updates', table: 'message', share: 0.9 }, updated)).toBe(true)
    expect(passes({ kind: 'hot-updates', table: 'message', share: 0.95 }, updated)).toBe(false)
    expect(passes({ kind: 'hot-updates', table: 'message', share: 0 }, having({}))).toBe(false)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { GradingContext } from '../check.ts'
import { catalog, column, index, measurement, relation, task } from '../testing/fixtures.ts'
import { askedColumns, valuesBuiltIn } from './partial-rules.ts'

beforeAll(() => loadSqlParser())

const QUERY =
  "SELECT id FROM message WHERE connection_id = 7920 AND UPPER(code) = UPPER('ab') AND status = 'open' AND kind = 'chat' AND read_at IS NULL"
const VARIANTS = [{ '7920': '2177', ab: 'cd', chat: 'mail' }]

const schema = catalog({
  relations: [
    relation('message', {
      columns: [
        column('connection_id', 'bigint', { distinct: 4000 }),
        column('code', 'text', { distinct: -1 }),
        column('kind', 'text', { distinct: 4 }),
      ],
    }),
  ],
})
const found = (predicate: string | null) =>
  valuesBuiltIn({
    before: measurement({ catalog: { before: schema, after: schema } }),
    task: task({ before: { changes: '', query: QUERY }, variants: VARIANTS }),
    attempt: measurement({
      catalog: {
        before: catalog(),
        after: catalog({ indexes: [index('mine', 'message', ['sent_at'], { predicate })] }),
      },
    }),
  } as unknown as GradingContext)

describe('values built into a partial index', () => {
  test('columns are asked about where their literal is varied', () =>
    expect([...askedColumns(QUERY, VARIANTS)]).toEqual(['connection_id', 'code', 'kind']))
  test.each([
    'connection_id = 7920',
    'connection_id < 10000',
    'connection_id = ANY (ARRAY[7920, 2177])',
    "upper((code)::text) = 'AB'::text",
    '(connection_id % 2) = 0',
  ])('%s', (predicate) => expect(found(predicate)[0]?.message).toMatch(/`mine`.*may be asked about any/))
  test.each([
    null,
    'read_at IS NULL',
    "(status)::text = 'open'::text",
    "(kind)::text = 'chat'::text",
    'connection_id IS NOT NULL',
    "(code)::text <> ''::text",
  ])('%s is fine', (predicate) => expect(found(predicate)).toEqual([]))
})

describe('what is asked about', () => {
  const asked = (query: string, ...variants: Record<string, string>[]) => [...askedColumns(query, variants)]

  test.each<[string, Record<string, string>, string[]]>([
    ['SELECT 1 FROM t WHERE a = 7', { '7': '8' }, ['a']],
    ['SELECT 1 FROM t WHERE 7 = s.t.a', { '7': '8' }, ['a']],
    ['SELECT 1 FROM t WHERE a = 0', { '0': '8' }, ['a']],
    ['SELECT 1 FROM t WHERE a > 1.5', { '1.5': '2' }, ['a']],
    ["SELECT 1 FROM t WHERE a = 'it''s'", { "it's": 'x' }, ['a']],
    ["SELECT 1 FROM t WHERE a = ''", { '': 'x' }, ['a']],
    ['SELECT 1 FROM t WHERE a IN (1, 7)', { '7': '8' }, ['a']],
    ['SELECT 1 FROM t WHERE a + b = 7', { '7': '8' }, ['a', 'b']],
    ['SELECT 1 FROM t WHERE a = 6', { '7': '8' }, []],
    ['SELECT 7 FROM t WHERE a IS NULL', { '7': '8' }, []],
    // The column that is compared with a subquery is not the one that is asked about.
    ['SELECT 1 FROM t WHERE a = (SELECT b FROM s WHERE c = 7)', { '7': '8' }, ['c']],
  ])('%s with %j: %j', (query, variant, columns) => {
    expect(asked(query, variant)).toEqual(columns)
  })
  test('by any of the variants', () => {
    expect(asked('SELECT 1 FROM t WHERE a = 7 AND b = 9', { '9': '1' }, { '7': '8' })).toEqual(['a', 'b'])
  })
})

describe('which indexes', () => {
  const built = (
    predicate: string,
    more: { readonly distinct?: number | null; readonly table?: string; readonly schema?: string } = {},
    given: Partial<Parameters<typeof task>[0]> = {},
  ) => {
    const { distinct = 4000, table = 'message', schema: inSchema = 'public' } = more
    const before = catalog({
      relations: [
        relation('other', { columns: [column('a', 'int', { distinct: 2 })] }),
        relation('message', { columns: [column('a', 'int', { distinct })] }),
      ],
    })
    const mine = index('mine', table, ['b'], { predicate, schema: inSchema })
    return valuesBuiltIn({
      before: measurement({ catalog: { before, after: before } }),
      task: task({
        before: { changes: '', query: 'SELECT 1 FROM message WHERE a = 7' },
        solution: { changes: '', query: 'SELECT 1 FROM message WHERE 1 = 2' },
        variants: [{ '7': '8' }],
        ...given,
      }),
      attempt: measurement({ catalog: { before: catalog(), after: catalog({ indexes: [mine] }) } }),
    } as unknown as GradingContext)
  }

  test('those for some values of what is asked about', () => {
    const [violation] = built('(a = 7)')
    expect(violation).toMatchObject({ actual: '(a = 7)' })
    expect(violation?.message).toMatch(/^`mine` only holds rows with `\(a = 7\)`.*any `a`:/)
    expect(built('(b = 7)')).toEqual([])
    for (const all of ['(a <> 7)', '(a !~ 7)', '(a !~~ 7)', '(a IS NULL)']) expect(built(all)).toEqual([])
  })
  test('what the solution’s request asks about counts, too', () => {
    const texts = { changes: '', query: 'SELECT 1 FROM message WHERE a = 7' }
    const none = { changes: '', query: 'SELECT 1' }
    expect(built('(a = 7)', {}, { before: none, solution: texts })).toHaveLength(1)
    expect(built('(a = 7)', {}, { before: none, solution: none })).toEqual([])
    expect(built('(a = 7)', {}, { variants: [] })).toEqual([])
  })
  test('not those over one of up to 50 values, as ANALYZE counted them in that very table', () => {
    expect(built('(a = 7)', { distinct: 50 })).toEqual([])
    expect(built('(a = 7)', { distinct: 51 })).toHaveLength(1)
    expect(built('(a = 7)', { distinct: null })).toHaveLength(1)
    expect(built('(a = 7)', { distinct: -0.5 })).toHaveLength(1)
    expect(built('(a = 7)', { distinct: 0 })).toHaveLength(1)
    expect(built('(a = 7)', { distinct: 50, schema: 'hidden' })).toHaveLength(1)
    expect(built('(a = 7)', { distinct: 50, table: 'nowhere' })).toHaveLength(1)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { Context } from '../check.ts'
import { catalog, column, index, measurement, relation, task } from '../fixtures.ts'
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
  } as unknown as Context)

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

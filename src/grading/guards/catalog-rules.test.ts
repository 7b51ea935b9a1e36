import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../engine/contract/index.ts'
import type { Context } from '../check.ts'
import { catalog, column, index, measurement, relation, task } from '../fixtures.ts'
import { catalogFindings } from './catalog-rules.ts'
import { statisticsFindings } from './statistics-rules.ts'

const context = (after: Catalog, before = catalog(), reference = measurement()): Context => ({
  task: task(),
  texts: { changes: '', query: '' },
  syntax: { changes: [], request: [] },
  before: measurement(),
  reference,
  attempt: measurement({ catalog: { before, after } }),
})
const found = (after: Catalog, before = catalog(), reference = measurement()) =>
  catalogFindings(context(after, before, reference)).map(
    (finding) => `${finding.guard} ${finding.permission ?? '-'}`,
  )
const message = relation('message')

test('an untouched catalog and a new index are fine', () => {
  expect(found(catalog())).toEqual([])
  expect(found(catalog({ indexes: [index('i', 'message', ['id'])] }))).toEqual([])
})

describe('the lesson’s tables', () => {
  test.each<[string, Partial<typeof message>, string]>([
    ['rows deleted', { deleted: 5 }, 'base-data -'],
    ['rows updated in place of others', { inserted: 10_005, deleted: 5 }, 'base-data -'],
    ['emptied', { filenode: 1, pages: 0 }, 'base-data -'],
    ['truncated or rewritten', { filenode: 1 }, 'base-data rewrite'],
    ['renamed', { name: 'old' }, 'shadowing rename'],
    ['moved to another schema', { schema: 'hidden' }, 'shadowing rename'],
    ['row security', { rowSecurity: true }, 'row-security -'],
    ['unlogged', { persistence: 'u' }, 'base-data -'],
    ['parallel_workers', { options: ['parallel_workers=8'] }, 'settings settings'],
    ['another type', { columns: [column('id', 'text')] }, 'base-data alter-column'],
    ['a column gone', { columns: [] }, 'base-data alter-column'],
    ['a column more', { columns: [...message.columns, column('kept', 'text')] }, 'base-data new-column'],
    [
      'n_distinct',
      {
        columns: [column('id', 'bigint', { notNull: true, options: ['n_distinct=5'] })],
      },
      'tampering -',
    ],
  ])('%s', (_, change, expected) => {
    expect(found(catalog({ relations: [{ ...message, ...change }] }))).toContain(expected)
  })
  test('what the solution writes may be open, other tables never are', () => {
    const solved = measurement({
      catalog: { before: catalog(), after: catalog({ relations: [{ ...message, updated: 7 }] }) },
    })
    const written = catalog({ relations: [{ ...message, deleted: 5 }] })
    expect(found(written, catalog(), solved)).toEqual(['base-data data-change'])
    const other = relation('profile')
    const before = catalog({ relations: [message, other] })
    expect(found(catalog({ relations: [message, { ...other, deleted: 5 }] }), before, solved)).toEqual([
      'base-data -',
    ])
  })
  test('one of them is gone, replaced by a view of its name', () => {
    const after = catalog({ relations: [relation('message', { oid: 9, kind: 'v' })] })
    expect(found(after)).toEqual(['base-data drop-table', 'shadowing -'])
  })
})

describe('new objects', () => {
  const more = (...relations: ReturnType<typeof relation>[]) =>
    found(catalog({ relations: [message, ...relations] }))
  test('relations that keep or hide rows', () => {
    expect(more(relation('kept'))).toEqual(['kept-results new-table'])
    expect(more(relation('kept', { kind: 'm' }))).toEqual(['kept-results materialized-view'])
    expect(more(relation('seen', { kind: 'v' }))).toEqual(['shadowing view'])
    expect(more(relation('kept', { persistence: 't' }))).toEqual(['kept-results -'])
    expect(more(relation('message', { oid: 9, schema: 'pg_temp_3', persistence: 't' }))).toEqual([
      'shadowing -',
    ])
    expect(more(relation('a'), relation('b'))).toContain('kept-results -')
  })
  test('code, operators, policies', () => {
    const definition =
      'CREATE FUNCTION public.f()\n RETURNS integer\n LANGUAGE sql\n SET enable_sort TO off\nAS $$SELECT 1$$'
    expect(
      found(catalog({ functions: [{ schema: 'public', name: 'f', language: 'sql', definition }] })),
    ).toEqual(['new-code function', 'settings -'])
    expect(found(catalog({ triggers: [{ name: 'g', table: 'message', definition: '' }] }))).toEqual([
      'new-code trigger',
    ])
    expect(found(catalog({ rules: [{ name: 'r', table: 'message' }] }))).toEqual(['shadowing -'])
    const schema = (name: string) => found(catalog({ otherObjects: [{ catalog: 'pg_namespace', name }] }))
    expect(schema('pg_temp_0')).toEqual([])
    expect(schema('pg_toast_temp_0')).toEqual([])
    expect(schema('pg_temp_mine')).toEqual(['shadowing type'])
    expect(schema('mine')).toEqual(['shadowing type'])
    expect(found(catalog({ otherObjects: [{ catalog: 'pg_operator', name: '=' }] }))).toEqual(['shadowing -'])
    expect(found(catalog({ otherObjects: [{ catalog: 'pg_policy', name: 'p' }] }))).toEqual([
      'row-security -',
    ])
    expect(found(catalog({ extensions: ['pg_trgm', 'dblink'] }))).toEqual(['not-allowed extension'])
  })
})

test('settings, however they were made', () => {
  const setting = (name: string, value: string) => catalog({ settings: [{ name, value, pinned: '' }] })
  expect(found(setting('enable_seqscan', 'off'))).toEqual(['settings settings'])
  expect(found(setting('lock_timeout', '2s'))).toEqual([])
  expect(found(setting('work_mem', '1GB'), setting('work_mem', '1GB'))).toEqual([])
  expect(found(catalog({ searchPath: 'hidden, public' }))).toEqual(['shadowing -'])
  expect(found(catalog({ roleSettings: ['postgres enable_sort=off'] }))).toEqual(['settings -'])
})

describe('dropped indexes and constraints', () => {
  const before = catalog({
    indexes: [
      index('fk', 'message', ['connection_id']),
      index('pk', 'message', ['id'], { unique: true, constraint: true }),
    ],
    constraints: [
      {
        name: 'c',
        table: 'message',
        type: 'f',
        definition: 'FOREIGN KEY (a) REFERENCES b(id)',
        validated: true,
        references: 'b',
      },
    ],
  })
  const [fk, pk] = before.indexes
  if (!fk || !pk) throw new Error('fixture')
  test('jsonb_ops serves what jsonb_path_ops does, not the other way round', () => {
    const gin = (name: string, opclass: string) => {
      const plain = index(name, 'message', ['document'], { method: 'gin' })
      return { ...plain, keys: plain.keys.map((key) => ({ ...key, opclass })) }
    }
    const all = gin('all', 'jsonb_ops')
    const paths = gin('paths', 'jsonb_path_ops')
    expect(found(catalog({ indexes: [all] }), catalog({ indexes: [paths] }))).toEqual([])
    expect(found(catalog({ indexes: [paths] }), catalog({ indexes: [all] }))).toEqual(['dropped drop-index'])
  })
  test('an index may go where another begins with its columns', () => {
    const longer = index('new', 'message', ['connection_id', 'sent_at'])
    expect(found({ ...before, indexes: [pk, longer] }, before)).toEqual([])
    expect(found({ ...before, indexes: [pk] }, before)).toEqual(['dropped drop-index'])
    expect(
      found({ ...before, indexes: [pk, index('new', 'message', ['sent_at', 'connection_id'])] }, before),
    ).toEqual(['dropped drop-index'])
    expect(
      found({ ...before, indexes: [pk, { ...longer, predicate: 'connection_id = 1' }] }, before),
    ).toEqual(['dropped drop-index'])
    expect(found({ ...before, indexes: [pk, { ...longer, valid: false }] }, before)).toEqual([
      'dropped drop-index',
    ])
  })
  test('a rebuilt index is the same index', () => {
    expect(found({ ...before, indexes: [pk, { ...fk, oid: 5 }] }, before)).toEqual([])
  })
  test('constraints may not go', () => {
    expect(found({ ...before, indexes: [fk] }, before)).toEqual(['dropped drop-constraint'])
    expect(found({ ...before, constraints: [] }, before)).toEqual(['dropped drop-constraint'])
  })
})

describe('statistics that no ANALYZE would leave', () => {
  const guards = (now: Partial<typeof message>, reference = measurement()) =>
    statisticsFindings(context(catalog({ relations: [{ ...message, ...now }] }), catalog(), reference)).map(
      (finding) => finding.guard,
    )
  test('row counts', () => {
    expect(guards({ tuples: 10_200 })).toEqual([])
    expect(guards({ tuples: 1 })).toEqual(['tampering'])
    expect(guards({ tuples: 1e9 })).toEqual(['tampering'])
  })
  test('a count that the solution’s ANALYZE finds too is fine', () => {
    const reference = measurement({
      catalog: { before: catalog(), after: catalog({ relations: [{ ...message, tuples: 70_000 }] }) },
    })
    expect(guards({ tuples: 70_100, inserted: 10_000 }, reference)).toEqual([])
  })
  test('column statistics that moved by themselves', () => {
    expect(guards({ columns: [column('id', 'bigint', { notNull: true, distinct: 3 })] })).toEqual([
      'tampering',
    ])
  })
})

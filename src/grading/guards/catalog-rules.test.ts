import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../engine/contract/index.ts'
import type { GradingContext } from '../check.ts'
import { catalog, column, index, measurement, relation, task } from '../testing/fixtures.ts'
import { catalogBreaches } from './catalog-rules.ts'
import { statisticsBreaches } from './statistics-rules.ts'

const context = (after: Catalog, before = catalog(), reference = measurement()): GradingContext => ({
  task: task(),
  texts: { changes: '', query: '' },
  syntax: { changes: [], request: [] },
  before: measurement(),
  reference,
  attempt: measurement({ catalog: { before, after } }),
})
const found = (after: Catalog, before = catalog(), reference = measurement()) =>
  catalogBreaches(context(after, before, reference)).map(
    (breach) => `${breach.guard} ${breach.permission ?? '-'}`,
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

/** What is said, for one guard. */
const said = (...given: Parameters<typeof context>) =>
  catalogBreaches(context(...given)).map(({ message: text }) => text)

describe('what is said of the lesson’s tables', () => {
  const now = (change: Partial<typeof message>, then: Partial<typeof message> = {}) =>
    said(
      catalog({ relations: [{ ...message, ...then, ...change }] }),
      catalog({ relations: [{ ...message, ...then }] }),
    )

  test('rows written, by inserts, updates and deletes together', () => {
    expect(now({ inserted: 10_007, updated: 20, deleted: 3 })).toEqual([
      expect.stringMatching(/write 30 rows of `message`/),
    ])
    expect(now({ updated: 25 }, { updated: 20, deleted: 7 })).toEqual([expect.stringMatching(/write 5 rows/)])
  })
  test('a new file: emptied, or only written anew', () => {
    expect(now({ filenode: 1, pages: 0 })).toEqual([
      '`message` was emptied.',
      expect.stringMatching(/^`message` was written anew/),
    ])
    expect(now({ filenode: 1 })).toEqual([expect.stringMatching(/written anew/)])
    expect(now({ pages: 0 })).toEqual([])
    // It was empty before.
    expect(now({ filenode: 1 }, { pages: 0 })).toEqual([expect.stringMatching(/written anew/)])
  })
  test('a materialized view that is refreshed is opened by its own permission', () => {
    const view = relation('message', { kind: 'm' })
    expect(found(catalog({ relations: [{ ...view, filenode: 1 }] }), catalog({ relations: [view] }))).toEqual(
      ['base-data materialized-view'],
    )
  })
  test('names, old and new', () => {
    expect(now({ name: 'old' })).toEqual(['`message` is now called `old`.'])
    expect(now({ schema: 'hidden' })).toEqual(['`message` is now called `hidden.message`.'])
    expect(said(catalog({ relations: [] }))).toEqual([expect.stringMatching(/^`message` is gone/)])
  })
  test('columns: gone, of another type, new', () => {
    const columns = ['a', 'b', 'c'].map((name) => column(name, 'text'))
    expect(
      now({ columns: [column('a', 'text'), column('b', 'int'), column('d', 'int')] }, { columns }),
    ).toEqual([
      expect.stringMatching(/gone or have another type: `b` and `c`\./),
      expect.stringMatching(/has new columns: `d`\./),
    ])
    const byHand = column('a', 'text', { options: ['n_distinct_inherited=5'] })
    expect(now({ columns: [byHand] }, { columns: [column('a', 'text')] })).toEqual([
      expect.stringMatching(/^n_distinct of `message`/),
    ])
    expect(
      now({ columns: [column('a', 'text', { options: ['x=1'] })] }, { columns: [column('a', 'text')] }),
    ).toEqual([])
  })
  test('what was so before is nobody’s doing', () => {
    const options = ['fillfactor=70', 'parallel_workers=4']
    expect(now({}, { options, rowSecurity: true, persistence: 'u' })).toEqual([])
    expect(now({ options: ['fillfactor=70'] }, { options: [] })).toEqual([])
    expect(now({ options }, { options: ['fillfactor=70'] })).toEqual([
      expect.stringMatching(/^parallel_workers of `message`/),
    ])
    expect(now({ rowSecurity: false }, { rowSecurity: true })).toHaveLength(1)
    expect(now({ persistence: 'p' }, { persistence: 'u' })).toHaveLength(1)
  })
  test('views hold no rows of the dataset', () => {
    const view = relation('seen', { kind: 'v' })
    expect(found(catalog(), catalog({ relations: [message, view] }))).toEqual([])
  })
})

describe('what the solution writes', () => {
  const other = relation('profile')
  const before = catalog({ relations: [message, other] })
  const solving = (change: Partial<typeof message>) =>
    measurement({ catalog: { before, after: catalog({ relations: [{ ...message, ...change }, other] }) } })
  const emptied = catalog({ relations: [{ ...message, filenode: 1, pages: 0 }, other] })

  test.each([{ inserted: 10_001 }, { updated: 1 }, { deleted: 1 }, { pages: 0 }])(
    '%j: the table may be written and emptied',
    (change) => {
      expect(found(emptied, before, solving(change))).toEqual(['base-data rewrite'])
      const written = catalog({ relations: [{ ...message, deleted: 5 }, other] })
      expect(found(written, before, solving(change))).toEqual(['base-data data-change'])
    },
  )
  test('a table that it leaves alone may not', () => {
    expect(found(emptied, before, solving({}))).toEqual(['base-data -', 'base-data rewrite'])
    const solvedElsewhere = measurement({
      catalog: { before: catalog({ relations: [message] }), after: catalog({ relations: [message, other] }) },
    })
    const written = catalog({ relations: [message, { ...other, deleted: 5 }] })
    expect(found(written, before, solvedElsewhere)).toEqual(['base-data -'])
  })
})

describe('what is said of new objects', () => {
  const more = (...relations: ReturnType<typeof relation>[]) =>
    said(catalog({ relations: [message, ...relations] }))

  test('relations by their kind', () => {
    const words = {
      r: 'table',
      p: 'partitioned table',
      f: 'foreign table',
      m: 'materialized view',
      v: 'view',
    }
    for (const [kind, word] of Object.entries(words))
      expect(more(relation('kept', { kind }))).toEqual([
        expect.stringMatching(new RegExp(`^The changes leave a new ${word}, \`kept\`:`)),
      ])
    expect(more(relation('counter', { kind: 'S' }))).toEqual([])
    expect(more(relation('kept', { persistence: 't' }))).toEqual([
      expect.stringMatching(/^`kept` is temporary/),
    ])
    expect(more(relation('message', { oid: 9, schema: 'pg_temp_3' }))).toContainEqual(
      expect.stringMatching(/^`pg_temp_3.message` takes the place of the lesson’s `message`/),
    )
  })
  test('partitioned and foreign tables are opened as tables', () => {
    for (const kind of ['p', 'f'])
      expect(found(catalog({ relations: [message, relation('kept', { kind })] }))).toEqual([
        'kept-results new-table',
      ])
  })
  test('how many hold rows: one, or one more than the solution has', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => relation(name))
    if (!a || !b || !c) throw new Error('fixture')
    expect(more(a, b).at(-1)).toMatch(/^2 new relations hold rows, the solution needs 0\./)
    const view = relation('seen', { kind: 'v' })
    expect(more(a, view)).toHaveLength(2)
    const solved = measurement({
      catalog: { before: catalog(), after: catalog({ relations: [message, a] }) },
    })
    expect(said(catalog({ relations: [message, a, b] }), catalog(), solved)).toHaveLength(2)
    expect(said(catalog({ relations: [message, a, b, c] }), catalog(), solved).at(-1)).toMatch(
      /^3 new relations hold rows, the solution needs 1\./,
    )
    // A solution that drops a table needs none.
    const fewer = measurement({ catalog: { before: catalog(), after: catalog({ relations: [] }) } })
    expect(said(catalog({ relations: [message, a, b] }), catalog(), fewer).at(-1)).toMatch(/needs 0\./)
  })
  test('code, rules, types, schemas, extensions, by name', () => {
    const definition = 'CREATE FUNCTION public.f()\n SET work_mem = 1\nAS x'
    expect(
      said(
        catalog({
          functions: [{ schema: 'public', name: 'f', language: 'sql', definition }],
          triggers: [{ name: 'g', table: 'message', definition: '' }],
          rules: [{ name: 'r', table: 'message' }],
          otherObjects: [
            { catalog: 'pg_policy', name: 'p' },
            { catalog: 'pg_type', name: 'y' },
            { catalog: 'pg_namespace', name: 's' },
            { catalog: 'pg_cast', name: 'pg_temp_0' },
          ],
          extensions: ['dblink', 'bloom'],
        }),
      ),
    ).toEqual([
      expect.stringMatching(/^`f` is a new function/),
      '`f` changes settings while it runs.',
      expect.stringMatching(/^`g` is a new trigger.*`message`/),
      'Rule `r` answers in place of `message`.',
      expect.stringMatching(/^Policy `p`/),
      expect.stringMatching(/^`y` is a new type/),
      expect.stringMatching(/^`s` is a new schema/),
      '`pg_temp_0` (pg_cast) changes what the request means.',
      expect.stringMatching(/extension `dblink`/),
    ])
    expect(found(catalog({ otherObjects: [{ catalog: 'pg_type', name: 'y' }] }))).toEqual([
      'not-allowed type',
    ])
  })
  test('a function that only mentions SET sets nothing', () => {
    const definition = 'CREATE FUNCTION public.f()\nAS $$UPDATE t SET work TO 1$$'
    expect(
      found(catalog({ functions: [{ schema: 'public', name: 'f', language: 'sql', definition }] })),
    ).toEqual(['new-code function'])
  })
  test('what was there before is not new', () => {
    const all: Partial<Catalog> = {
      functions: [{ schema: 'public', name: 'f', language: 'sql', definition: '' }],
      triggers: [{ name: 'g', table: 'message', definition: '' }],
      rules: [{ name: 'r', table: 'message' }],
      otherObjects: [{ catalog: 'pg_policy', name: 'p' }],
      extensions: ['dblink'],
    }
    expect(found(catalog(all), catalog(all))).toEqual([])
    expect(found(catalog(all), catalog({ ...all, functions: [] }))).toEqual(['new-code function'])
  })
  test('temporary schemas of PostgreSQL’s own, of any number', () => {
    const schemas = ['pg_temp_12', 'pg_toast_temp_12', 'pg_temp_12x', 'my_pg_temp_1']
    expect(
      said(catalog({ otherObjects: schemas.map((name) => ({ catalog: 'pg_namespace', name })) })),
    ).toEqual([expect.stringMatching(/`pg_temp_12x`/), expect.stringMatching(/`my_pg_temp_1`/)])
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

test('settings are named with their values; search_path speaks for itself', () => {
  const setting = (name: string, value: string) => ({ name, value, pinned: '' })
  const after = catalog({
    settings: [
      setting('work_mem', '1GB'),
      setting('enable_sort', 'off'),
      setting('lock_timeout', '2s'),
      setting('search_path', 'hidden'),
    ],
    searchPath: 'hidden',
    roleSettings: ['postgres a=1', 'postgres b=2'],
  })
  expect(said(after)).toEqual([
    expect.stringMatching(/^`work_mem = 1GB` and `enable_sort = off`: /),
    expect.stringMatching(/^search_path is `hidden`: /),
    'Settings of a database or a role were changed (postgres a=1 and postgres b=2).',
  ])
  expect(said(after, after)).toEqual([])
  expect(
    said(catalog({ roleSettings: ['postgres b=2'] }), catalog({ roleSettings: ['postgres a=1'] })),
  ).toHaveLength(1)
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
      const definition = `CREATE INDEX ${name} ON public.message USING gin (document ${opclass})`
      return { ...plain, definition, keys: plain.keys.map((key) => ({ ...key, opclass })) }
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
  test('what is said names them, and the columns that no index begins with', () => {
    const two = { ...before, indexes: [index('fk', 'message', ['a', 'lower(b)']), pk] }
    expect(said({ ...two, indexes: [], constraints: [] }, two)).toEqual([
      expect.stringMatching(/^`fk` is dropped, and no other index begins with a and lower\(b\)/),
      expect.stringMatching(/^`pk` keeps values unique/),
      expect.stringMatching(/^Constraint `c` of `message` is gone/),
    ])
  })
  test('a unique index is as good as a constraint', () => {
    const unique = index('u', 'message', ['a'], { unique: true })
    const longer = index('longer', 'message', ['a', 'b'])
    expect(found(catalog({ indexes: [longer] }), catalog({ indexes: [unique] }))).toEqual([
      'dropped drop-constraint',
    ])
    const exclusion = index('x', 'message', ['a'], { constraint: true, method: 'gist' })
    expect(found(catalog(), catalog({ indexes: [exclusion] }))).toEqual(['dropped drop-constraint'])
  })
  test('a constraint of the same words on the same table is the same; one that went with its table is not told', () => {
    const [c] = before.constraints
    if (!c) throw new Error('fixture')
    expect(found({ ...before, constraints: [{ ...c, name: 'renamed' }] }, before)).toEqual([])
    expect(found({ ...before, constraints: [{ ...c, table: 'other' }] }, before)).toEqual([
      'dropped drop-constraint',
    ])
    expect(found({ ...before, constraints: [{ ...c, type: 'c' }] }, before)).toEqual([
      'dropped drop-constraint',
    ])
    expect(found({ ...before, relations: [], constraints: [] }, before)).toEqual(['base-data drop-table'])
  })
  test('constraints may not go', () => {
    expect(found({ ...before, indexes: [fk] }, before)).toEqual(['dropped drop-constraint'])
    expect(found({ ...before, constraints: [] }, before)).toEqual(['dropped drop-constraint'])
  })
})

describe('statistics that no ANALYZE would leave', () => {
  const guards = (now: Partial<typeof message>, reference = measurement()) =>
    statisticsBreaches(context(catalog({ relations: [{ ...message, ...now }] }), catalog(), reference)).map(
      (breach) => breach.guard,
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

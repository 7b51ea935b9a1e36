import { beforeAll, describe, expect, test } from 'vitest'
import type { Measurement, RowSet } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { catalog, column, index, measurement, relation, rowSet, task, totals } from '../fixtures.ts'
import { evaluateCheck, validateCheck } from '../registry.ts'

beforeAll(() => loadSqlParser())

interface Given {
  readonly before?: Measurement
  readonly reference?: Measurement
  readonly candidates?: Measurement
  readonly states?: readonly string[]
}

const check = (spec: CheckSpec, attempt: Measurement, given: Given = {}) =>
  evaluateCheck(spec, {
    task: task({ checks: [spec], state: given.states ?? [] }),
    texts: { changes: '', query: '' },
    syntax: { changes: [], request: [] },
    before: given.before ?? measurement(),
    reference: given.reference ?? measurement(),
    ...(given.candidates ? { candidates: given.candidates } : {}),
    attempt,
  })

const passes = (spec: CheckSpec, attempt: Measurement, given?: Given) => check(spec, attempt, given).passed
const withTotals = (figures: Parameters<typeof totals>[0]) => measurement({ totals: totals(figures) })

test('parameters are validated with the kind and the key named', () => {
  const problem = (spec: CheckSpec) => {
    const result = validateCheck(spec)
    return result.ok ? null : result.error
  }
  expect(problem({ kind: 'buffers', max: 'auto' })).toBeNull()
  expect(problem({ kind: 'buffers' })).toMatch(/give `max`, `ratio` or both/)
  expect(problem({ kind: 'buffers', max: 5, least: 3 })).toMatch(/buffers.*least/)
  expect(problem({ kind: 'bufers', max: 5 })).toMatch(/no check `bufers`; there are rows/)
  expect(problem({ kind: 'node' })).toMatch(/either/)
  expect(problem({ kind: 'index', table: 't', keys: [] })).toMatch(/keys/)
})

test('amounts: within the limit, with the number behind it', () => {
  const given = { before: withTotals({ buffers: 900 }), reference: withTotals({ buffers: 20 }) }
  expect(check({ kind: 'buffers', max: 'auto' }, withTotals({ buffers: 120 }), given)).toMatchObject({
    passed: true,
    actual: 120,
    limit: 120,
  })
  expect(check({ kind: 'buffers', max: 'auto' }, withTotals({ buffers: 121 }), given)).toMatchObject({
    passed: false,
    actual: 121,
    limit: 120,
  })
  expect(passes({ kind: 'buffers', ratio: 10 }, withTotals({ buffers: 90 }), given)).toBe(true)
  expect(passes({ kind: 'buffers', ratio: 10 }, withTotals({ buffers: 91 }), given)).toBe(false)
  expect(passes({ kind: 'rows-read', max: 5 }, withTotals({ rowsRead: 6 }))).toBe(false)
  expect(
    passes({ kind: 'rows-returned', max: { times: 1 } }, withTotals({ rowsReturned: 11 }), {
      reference: withTotals({ rowsReturned: 10 }),
    }),
  ).toBe(false)
  expect(passes({ kind: 'wal', max: 100 }, withTotals({ walBytes: 101 }))).toBe(false)
  expect(passes({ kind: 'statements', max: 1 }, withTotals({ statements: 2 }))).toBe(false)
  expect(passes({ kind: 'statements', max: 32, min: 30 }, withTotals({ statements: 31 }))).toBe(true)
  expect(passes({ kind: 'statements', max: 32, min: 30 }, withTotals({ statements: 3 }))).toBe(false)
  expect(passes({ kind: 'no-spill' }, withTotals({ tempBlocks: 1 }))).toBe(false)
  expect(passes({ kind: 'no-spill' }, withTotals({ tempBlocks: 0 }))).toBe(true)
})

const scan = (fields: object) =>
  measurement({
    plan: {
      Plan: {
        'Node Type': 'Limit',
        'Plan Rows': 1,
        'Actual Rows': 1,
        'Actual Loops': 1,
        Plans: [
          {
            'Node Type': 'Seq Scan',
            'Relation Name': 'message',
            'Plan Rows': 100,
            'Actual Rows': 1000,
            'Actual Loops': 3,
            ...fields,
          },
        ],
      },
    },
  })

describe('plans', () => {
  test('node', () => {
    expect(passes({ kind: 'node', absent: 'Seq Scan' }, scan({}))).toBe(false)
    expect(passes({ kind: 'node', absent: 'Seq Scan', on: 'other' }, scan({}))).toBe(true)
    expect(passes({ kind: 'node', absent: 'Seq Scan' }, scan({ 'Actual Loops': 0 }))).toBe(true)
    expect(passes({ kind: 'node', present: ['Index Scan', 'Seq Scan'], on: 'message' }, scan({}))).toBe(true)
    expect(check({ kind: 'node', present: 'Index Scan' }, scan({})).message).toMatch(/Seq Scan on message/)
  })
  test('estimate', () => {
    expect(check({ kind: 'estimate', factor: 5, on: 'message' }, scan({}))).toMatchObject({
      passed: false,
      actual: 10,
    })
    expect(passes({ kind: 'estimate', factor: 10, node: 'Seq Scan' }, scan({}))).toBe(true)
    expect(passes({ kind: 'estimate', factor: 2 }, scan({}))).toBe(true)
    expect(passes({ kind: 'estimate', factor: 2, node: 'Hash Join' }, scan({}))).toBe(false)
    const hidden = { 'Node Type': 'Aggregate', 'Plan Rows': 1, 'Actual Rows': 1, 'Actual Loops': 1 }
    const scanBelow = { 'Node Type': 'Subquery Scan', 'Plan Rows': 3, 'Actual Rows': 300, 'Actual Loops': 1 }
    const moved = scan({ ...hidden, 'Relation Name': undefined, Plans: [scanBelow] })
    expect(passes({ kind: 'estimate', factor: 5 }, moved)).toBe(true)
    expect(check({ kind: 'estimate', factor: 5, anywhere: true }, moved)).toMatchObject({
      passed: false,
      actual: 100,
    })
    expect(passes({ kind: 'estimate', factor: 101, anywhere: true }, moved)).toBe(true)
    expect(passes({ kind: 'estimate', factor: 5, on: 'message' }, scan({ 'Plan Rows': 100_000 }))).toBe(false)
  })
  test('peak counts the widest node over its loops', () => {
    expect(check({ kind: 'peak', max: 2999 }, scan({}))).toMatchObject({ passed: false, actual: 3000 })
  })
  test('heap fetches need an Index Only Scan', () => {
    expect(check({ kind: 'heap-fetches' }, scan({})).message).toMatch(/every column/)
    expect(
      check({ kind: 'heap-fetches' }, scan({}), { before: scan({ 'Node Type': 'Index Only Scan' }) }),
    ).toMatchObject({ passed: false, message: expect.stringMatching(/no longer.*all-visible/) as string })
    expect(
      passes({ kind: 'heap-fetches' }, scan({ 'Node Type': 'Index Only Scan', 'Heap Fetches': 0 })),
    ).toBe(true)
    expect(
      check({ kind: 'heap-fetches' }, scan({ 'Node Type': 'Index Only Scan', 'Heap Fetches': 7 })).message,
    ).toMatch(/VACUUM/)
  })
})

describe('index, by what it covers', () => {
  const having = (...indexes: ReturnType<typeof index>[]) =>
    measurement({ catalog: { before: catalog(), after: catalog({ indexes }) } })
  const spec = (more: object) => ({ kind: 'index', table: 'message', ...more })
  test('leading keys in order, groups in any order', () => {
    const attempt = having(index('whatever', 'message', ['b', 'a', 'c']))
    expect(passes(spec({ keys: ['b'] }), attempt)).toBe(true)
    expect(passes(spec({ keys: ['a'] }), attempt)).toBe(false)
    expect(passes(spec({ keys: [['a', 'b'], 'c'] }), attempt)).toBe(true)
    expect(passes(spec({ keys: ['b', 'a'], exactly: true }), attempt)).toBe(false)
    expect(passes(spec({ keys: ['b'], absent: true }), attempt)).toBe(false)
    expect(passes({ kind: 'index', table: 'other', keys: ['b'] }, attempt)).toBe(false)
  })
  test('directions may be mirrored, not mixed', () => {
    const spoken = spec({ keys: ['a asc', 'b desc'] })
    expect(passes(spoken, having(index('i', 'message', ['a', 'b desc'])))).toBe(true)
    expect(passes(spoken, having(index('i', 'message', ['a desc', 'b'])))).toBe(true)
    expect(passes(spoken, having(index('i', 'message', ['a', 'b'])))).toBe(false)
  })
  test('predicate, method, included columns, uniqueness, validity', () => {
    const partial = having(index('i', 'message', ['a'], { predicate: '(read_at IS NULL)', include: ['b'] }))
    expect(passes(spec({ keys: ['a'] }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'], where: 'any' }), partial)).toBe(true)
    expect(passes(spec({ keys: ['a'], where: 'read_at is null', include: ['b'] }), partial)).toBe(true)
    expect(passes(spec({ keys: ['a'], where: 'read_at is not null' }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'], where: 'any', method: ['gin', 'gist'] }), partial)).toBe(false)
    expect(passes(spec({ keys: ['a'] }), having(index('i', 'message', ['a'], { valid: false })))).toBe(false)
    expect(check(spec({ keys: ['a'], unique: true }), having(index('i', 'message', ['a']))).message).toBe(
      '`i` is not unique.',
    )
    expect(check(spec({ keys: ['a'] }), partial).message).toBe('`i` covers some rows only.')
    expect(
      passes(spec({ keys: ['upper(email)'] }), having(index('i', 'message', ['upper((email)::text)']))),
    ).toBe(true)
  })
  test('count and size', () => {
    const two = having(
      index('i', 'message', ['a'], { pages: 30 }),
      index('j', 'message', ['b'], { pages: 20 }),
    )
    expect(passes({ kind: 'index-count', max: 1 }, two)).toBe(false)
    expect(check({ kind: 'index-size', max: 49 }, two)).toMatchObject({ passed: false, actual: 50 })
    expect(
      passes({ kind: 'index-size', max: 'auto' }, two, {
        reference: having(index('i', 'message', ['a'], { pages: 20 })),
      }),
    ).toBe(true)
  })
})

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

describe('rows and state', () => {
  const answer = (...ids: string[]): RowSet =>
    rowSet(
      ['id int8'],
      ids.map((id) => [id]),
    )
  const answering = (
    main: RowSet,
    probes: readonly (readonly RowSet[])[] = [],
    state: readonly RowSet[] = [],
  ) =>
    measurement({
      result: main,
      state,
      probes: probes.map((results, at) => ({ name: `probe ${at}`, results })),
    })

  test('a difference is shown with its data', () => {
    const reference = answering(answer('1', '2'), [[answer('1')]])
    expect(passes({ kind: 'rows' }, answering(answer('2', '1'), [[answer('1')]]), { reference })).toBe(true)
    expect(check({ kind: 'rows' }, answering(answer('1'), [[answer('1')]]), { reference })).toMatchObject({
      passed: false,
      difference: { data: 'the lesson’s data', missing: [['2']] },
    })
    expect(
      check({ kind: 'rows' }, answering(answer('1', '2'), [[answer('1', '2')]]), { reference }),
    ).toMatchObject({ passed: false, difference: { data: 'probe 0', extra: [['2']] } })
    expect(
      check({ kind: 'rows' }, answering(answer('1', '2'), [[answer('1', '2')]]), { reference }).message,
    ).toMatch(/changed data \(probe 0\)/)
  })
  test('a request that fails on changed data fails; where the solution fails too, nothing is said', () => {
    const failing = (main: RowSet) => ({
      ...answering(main),
      probes: [{ name: 'nulls', results: [], error: { kind: 'internal', message: 'boom' } as const }],
    })
    const reference = answering(answer('1'), [[answer('1')]])
    expect(check({ kind: 'rows' }, failing(answer('1')), { reference }).message).toMatch(/fails there: boom/)
    expect(
      passes({ kind: 'rows' }, answering(answer('1'), [[answer('9')]]), { reference: failing(answer('1')) }),
    ).toBe(true)
  })
  test('the number of results counts, unless only the last does', () => {
    const two = {
      ...answering(answer('1')),
      statements: [...answering(answer('9')).statements, ...answering(answer('1')).statements],
    }
    const reference = answering(answer('1'))
    expect(check({ kind: 'rows' }, two, { reference }).message).toMatch(/2 results, the answer is one: id/)
    expect(passes({ kind: 'rows', results: 'last' }, two, { reference })).toBe(true)
  })
  test('state queries are compared apart from results, on probes too', () => {
    const given = {
      states: ['SELECT 1'],
      reference: answering(answer('1'), [[answer('1'), answer('5')]], [answer('7')]),
    }
    expect(passes({ kind: 'state' }, answering(answer('1'), [[answer('5')]], [answer('7')]), given)).toBe(
      true,
    )
    expect(
      passes({ kind: 'state' }, answering(answer('1'), [[answer('1'), answer('6')]], [answer('7')]), given),
    ).toBe(false)
    expect(
      passes({ kind: 'state' }, answering(answer('1'), [[answer('1'), answer('5')]], [answer('8')]), given),
    ).toBe(false)
    expect(
      passes({ kind: 'rows' }, answering(answer('1'), [[answer('1'), answer('5')]], [answer('8')]), given),
    ).toBe(true)
  })

  test('what the verdicts say', () => {
    const reference = answering(answer('1', '2'), [[answer('1')], [answer('2')]])
    expect(check({ kind: 'rows' }, reference, { reference })).toEqual({
      title: 'The same rows',
      passed: true,
      message: '2 rows as expected, also with the data changed in 2 ways.',
      actual: 2,
      limit: 2,
    })
    const alone = answering(answer('1'))
    expect(check({ kind: 'rows' }, alone, { reference: alone }).message).toBe('1 row as expected.')
    expect(check({ kind: 'rows', order: 'exact' }, alone, { reference: alone }).title).toBe(
      'The same rows in the same order',
    )
    expect(check({ kind: 'rows', order: ['id', 'at'] }, alone, { reference: alone }).title).toBe(
      'The same rows, ordered by id, at',
    )
    expect(check({ kind: 'rows' }, answering(answer('3')), { reference: alone })).toMatchObject({
      message: 'The answer differs on the lesson’s data: `id` is 3 in place of 1.',
      actual: null,
      limit: null,
    })
    const settled = answering(answer('1'), [[answer('7')]], [answer('7')])
    const given = { states: ['SELECT 1'], reference: settled }
    expect(check({ kind: 'state' }, settled, given)).toEqual({
      title: 'The same final state',
      passed: true,
      message: 'The final state is right, also with the data changed in 1 way.',
      actual: null,
      limit: null,
    })
    const still = answering(answer('1'), [], [answer('7')])
    expect(check({ kind: 'state' }, still, { states: ['SELECT 1'], reference: still }).message).toBe(
      'The final state is right.',
    )
    expect(check({ kind: 'state' }, answering(answer('1'), [], [answer('8')]), given)).toMatchObject({
      passed: false,
      message: 'The final state differs on the lesson’s data: `id` is 8 in place of 7.',
      difference: { extra: [['8']] },
    })
  })
  test('the order of the state’s rows counts where the lesson says so', () => {
    const given = { states: ['SELECT 1'], reference: answering(answer('1'), [], [answer('1', '2')]) }
    const turned = answering(answer('1'), [], [answer('2', '1')])
    expect(passes({ kind: 'state' }, turned, given)).toBe(true)
    expect(passes({ kind: 'state', order: 'exact' }, turned, given)).toBe(false)
  })
})

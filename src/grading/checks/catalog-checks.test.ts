/** Checks that read the catalog after the changes: sizes, counts, constraints, statistics. */
import { describe, expect, test } from 'vitest'
import type { Measurement } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { changed, column, context, index, measurement, relation } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

const evaluate = (spec: CheckSpec, attempt: Measurement, given: Parameters<typeof context>[1] = {}) =>
  evaluateCheck(spec, context(attempt, given))

describe('index-count and index-size', () => {
  const some = (...pages: number[]) =>
    changed({ indexes: pages.map((each, at) => index(`i${at}`, 'message', [`c${at}`], { pages: each })) })

  test('the number of new indexes, named where there are too many', () => {
    expect(evaluate({ kind: 'index-count', max: 2 }, some(1, 1))).toMatchObject({
      title: 'At most 2 new indexes',
      passed: true,
      message: '2 new indexes.',
      actual: 2,
      limit: 2,
    })
    expect(evaluate({ kind: 'index-count', max: 0 }, some())).toMatchObject({
      title: 'No new index',
      passed: true,
    })
    const much = evaluate({ kind: 'index-count', max: 1 }, some(1, 1, 1))
    expect(much).toMatchObject({ title: 'At most 1 new index', passed: false, actual: 3, limit: 1 })
    expect(much.message).toMatch(/^3 new indexes: `i0`, `i1` and `i2`\. /)
  })
  test('pages of all new indexes; `auto` is twice the solution’s and ten more, whatever the baseline', () => {
    const reference = some(20)
    const sized = (...pages: number[]) =>
      evaluate({ kind: 'index-size', max: 'auto' }, some(...pages), { reference, before: some(900) })
    expect(sized(30, 20)).toMatchObject({
      title: 'New indexes of at most 50 pages',
      passed: true,
      message: '50 pages.',
      actual: 50,
      limit: 50,
    })
    expect(sized(30, 21)).toMatchObject({ passed: false, actual: 51 })
    expect(sized(30, 21).message).toMatch(/^51 pages of index, the solution needs 20: /)
    expect(evaluate({ kind: 'index-size', max: 7 }, some(8), { reference })).toMatchObject({ limit: 7 })
  })
})

test('relation-size: pages after the changes; a table that is gone is not small', () => {
  const sized = (pages: number) => changed({ relations: [relation('message', { pages }), relation('other')] })
  const spec = { kind: 'relation-size', relation: 'message', max: 'auto' }
  const given = { before: sized(90), reference: sized(10) }
  expect(evaluate(spec, sized(30), given)).toMatchObject({
    title: 'message: at most 30 pages',
    passed: true,
    message: '30 pages.',
    actual: 30,
    limit: 30,
  })
  expect(evaluate(spec, sized(31), given)).toMatchObject({ passed: false, actual: 31 })
  expect(evaluate(spec, sized(31), given).message).toMatch(/^31 pages: .*VACUUM/)
  expect(evaluate(spec, sized(0), given).passed).toBe(false)
  expect(evaluate(spec, changed({ relations: [relation('other', { pages: 5 })] }), given)).toMatchObject({
    passed: false,
    actual: 0,
  })
})

test('numbers hold at the lesson’s own scale; at another the solution’s size there sets the limit', () => {
  const grown = (pages: number) => ({
    ...changed({
      relations: [relation('message', { pages })],
      indexes: [index('i', 'message', ['a'], { pages })],
    }),
    scale: 1,
  })
  const given = { reference: grown(100) }
  expect(evaluate({ kind: 'index-size', max: 40 }, grown(210), given)).toMatchObject({
    passed: true,
    limit: 210,
  })
  expect(evaluate({ kind: 'relation-size', relation: 'message', max: 40 }, grown(210), given)).toMatchObject({
    passed: true,
    limit: 210,
  })
})

test('hot-updates: those of the changes alone, by their share', () => {
  const updates = (updated: number, hotUpdated: number) =>
    changed(
      {
        relations: [
          relation('other'),
          relation('message', { updated: 50 + updated, hotUpdated: 40 + hotUpdated }),
        ],
      },
      { relations: [relation('other'), relation('message', { updated: 50, hotUpdated: 40 })] },
    )
  const spec = { kind: 'hot-updates', table: 'message', share: 0.75 }
  expect(evaluate(spec, updates(10, 8))).toMatchObject({
    title: 'At least 75 % HOT updates of message',
    passed: true,
    message: '8 of 10 updates of message are HOT.',
    actual: 8,
    limit: 8,
  })
  expect(evaluate(spec, updates(10, 7))).toMatchObject({ passed: false, actual: 7, limit: 8 })
  expect(evaluate(spec, updates(10, 7)).message).toMatch(/^7 of 10 .*no indexed column/)
  expect(evaluate({ ...spec, share: 0 }, updates(0, 0)).passed).toBe(false)
  expect(evaluate(spec, changed({ relations: [] }, { relations: [] }))).toMatchObject({
    passed: false,
    actual: 0,
    limit: 0,
  })
})

test('no-rewrite: the same file before and after, of the table that is asked for', () => {
  const files = (before: number, after: number) =>
    changed(
      { relations: [relation('other', { filenode: 7 }), relation('message', { filenode: after })] },
      { relations: [relation('other', { filenode: 8 }), relation('message', { filenode: before })] },
    )
  const spec = { kind: 'no-rewrite', table: 'message' }
  expect(evaluate(spec, files(5, 5))).toMatchObject({
    title: 'message is not rewritten',
    passed: true,
    message: '`message` is still in the same file.',
    actual: 'kept',
    limit: 'kept',
  })
  const anew = evaluate(spec, files(5, 6))
  expect(anew).toMatchObject({ passed: false, actual: 'rewritten' })
  expect(anew.message).toMatch(/^`message` was written anew\..*ACCESS EXCLUSIVE/)
  expect(evaluate({ ...spec, table: 'nowhere' }, files(5, 5)).passed).toBe(false)
})

describe('statistics', () => {
  const spec = { kind: 'statistics', table: 'message', on: ['a', 'lower(b)'] }
  const having = (definition: string, more: object = {}, own: object = {}) =>
    changed({
      relations: [relation('message', own)],
      statistics: [{ name: 's', table: 'message', definition, built: true, ...more }],
    })
  const ON = 'CREATE STATISTICS public.s ON a, lower(b) FROM message'

  test('what they cover, in any order, by column or expression', () => {
    expect(evaluate(spec, having(ON))).toEqual({
      title: 'Statistics on a and lower(b) of message',
      passed: true,
      message: '`s` covers a and lower(b).',
      actual: 'present',
      limit: 'present',
    })
    expect(evaluate(spec, having('CREATE STATISTICS s ON lower((b)::text), c, a FROM message')).passed).toBe(
      true,
    )
    const other = evaluate(spec, having('CREATE STATISTICS s ON a, b FROM message'))
    expect(other).toMatchObject({ passed: false, actual: 'missing' })
    expect(other.message).toMatch(
      / a and lower\(b\) together: CREATE STATISTICS … ON a, lower\(b\) FROM message\./,
    )
    expect(
      evaluate({ ...spec, on: ['ab'] }, having('CREATE STATISTICS s ON a, ab_c FROM message')).passed,
    ).toBe(false)
    expect(evaluate(spec, having(ON, { table: 'other' })).passed).toBe(false)
    expect(evaluate(spec, having('no statement of that sort')).passed).toBe(false)
  })
  test('an expression that has a comma of its own', () => {
    const coalesced = { ...spec, on: ['a', "coalesce(b, 'x')"] }
    const definition = "CREATE STATISTICS s ON a, COALESCE(b, 'x'::text) FROM message"
    expect(evaluate(coalesced, having(definition)).passed).toBe(true)
  })
  test('kinds: one of those that are asked for; a definition without any has all', () => {
    const ofKinds = (kinds: string[], definition: string) =>
      evaluate({ ...spec, kinds }, having(definition)).passed
    const mcv = 'CREATE STATISTICS s (ndistinct, mcv) ON a, lower(b) FROM message'
    expect(ofKinds(['mcv'], mcv)).toBe(true)
    expect(ofKinds(['ndistinct'], mcv)).toBe(true)
    expect(ofKinds(['dependencies'], mcv)).toBe(false)
    expect(ofKinds(['dependencies', 'mcv'], mcv)).toBe(true)
    for (const kind of ['ndistinct', 'dependencies', 'mcv']) expect(ofKinds([kind], ON)).toBe(true)
  })
  test('built by ANALYZE, and nothing written since', () => {
    expect(evaluate(spec, having(ON, { built: false }))).toMatchObject({
      passed: false,
      message: '`s` is defined but empty: ANALYZE fills it.',
    })
    expect(evaluate({ ...spec, analyzed: false }, having(ON, { built: false })).passed).toBe(true)
    const stale = having(ON, {}, { modifiedSinceAnalyze: 1 })
    expect(evaluate(spec, stale)).toMatchObject({ passed: false, actual: 'missing' })
    expect(evaluate(spec, stale).message).toMatch(/^`message` has changed.*ANALYZE message\.$/)
    expect(evaluate({ ...spec, analyzed: false }, stale).passed).toBe(true)
    expect(evaluate(spec, having(ON, {}, { tuples: -1 })).passed).toBe(false)
    expect(evaluate(spec, having(ON, {}, { tuples: 0 })).passed).toBe(true)
  })
  test('without columns: that the table is analyzed', () => {
    const plain = { kind: 'statistics', table: 'message' }
    expect(evaluate(plain, measurement())).toMatchObject({
      title: 'message is analyzed',
      passed: true,
      message: '`message` is analyzed.',
    })
    expect(evaluate({ ...plain, table: 'nowhere' }, measurement()).passed).toBe(false)
  })
})

describe('constraint', () => {
  const having = (
    type: string,
    definition: string,
    more: object = {},
    indexes: Parameters<typeof changed>[0]['indexes'] = [],
  ) =>
    changed({
      relations: [
        relation('message', { columns: ['id', 'plot', 'status'].map((name) => column(name, 'text')) }),
      ],
      constraints: [
        { name: 'c', table: 'message', type, definition, validated: true, references: null, ...more },
      ],
      indexes,
    })

  test.each([
    ['primary', 'p', 'A primary key on message'],
    ['unique', 'u', 'A unique constraint on message'],
    ['foreign', 'f', 'A foreign key on message'],
    ['check', 'c', 'A check constraint on message'],
    ['not-null', 'n', 'A not-null constraint on message'],
    ['exclude', 'x', 'An exclusion constraint on message'],
  ])('%s', (type, letter, title) => {
    const spec = { kind: 'constraint', table: 'message', type }
    expect(evaluate(spec, having(letter, 'whatever'))).toEqual({
      title,
      passed: true,
      message: '`c` says it.',
      actual: 'c',
      limit: title.replace(/^An? /, ''),
    })
    const other = letter === 'c' ? 'n' : 'c'
    expect(evaluate(spec, having(other, 'whatever'))).toMatchObject({
      passed: false,
      actual: null,
      message: title.replace(/^An? (.*)$/, 'There is no $1.'),
    })
  })
  test('is told by table and by everything that its definition must mention', () => {
    const spec = { kind: 'constraint', table: 'message', type: 'check', mentions: ['plot > 0', 'status'] }
    const definition = "CHECK (((plot > 0) AND ((status)::text <> ''::text)))"
    expect(evaluate(spec, having('c', definition))).toMatchObject({
      title: 'A check constraint on message (plot > 0, status)',
      passed: true,
    })
    expect(evaluate(spec, having('c', 'CHECK ((plot > 0))')).passed).toBe(false)
    expect(evaluate(spec, having('c', definition, { table: 'other' })).passed).toBe(false)
  })
  test('absent: there must be none', () => {
    const spec = { kind: 'constraint', table: 'message', type: 'check', absent: true }
    expect(evaluate(spec, having('c', 'CHECK (true)'))).toMatchObject({
      title: 'No check constraint on message',
      passed: false,
      message: '`c` is still there: drop it.',
    })
    expect(evaluate(spec, having('n', 'NOT NULL id')).passed).toBe(true)
  })
  test('one that is NOT VALID is named', () => {
    const spec = { kind: 'constraint', table: 'message', type: 'foreign' }
    const pending = evaluate(spec, having('f', 'FOREIGN KEY (plot)', { validated: false }))
    expect(pending).toMatchObject({ passed: false, actual: null })
    expect(pending.message).toMatch(/^`c` is NOT VALID: VALIDATE CONSTRAINT/)
  })
  test('a unique index does as well, if it is valid and on that table', () => {
    const spec = { kind: 'constraint', table: 'message', type: 'unique', mentions: ['plot'] }
    const unique = (more: object, table = 'message') =>
      evaluate(
        spec,
        having('c', 'CHECK (true)', {}, [index('u', table, ['plot'], { unique: true, ...more })]),
      )
    expect(unique({})).toMatchObject({ passed: true, message: '`u` says it.', actual: 'u' })
    expect(unique({ unique: false }).passed).toBe(false)
    expect(unique({ valid: false }).passed).toBe(false)
    expect(unique({}, 'other').passed).toBe(false)
    expect(unique({ definition: 'CREATE UNIQUE INDEX u ON message (status)' }).passed).toBe(false)
    expect(
      evaluate(
        { ...spec, type: 'primary' },
        having('c', 'CHECK (true)', {}, [index('u', 'message', ['plot'], { unique: true })]),
      ).passed,
    ).toBe(false)
  })
  test('an exclusion for some rows only: what its WHERE looks at beyond what the lesson allows', () => {
    const spec = { kind: 'constraint', table: 'message', type: 'exclude', where: ['status'] }
    const over = (predicate: string) =>
      evaluate(spec, having('x', `EXCLUDE USING gist (plot WITH =)${predicate}`))
    expect(over('').passed).toBe(true)
    expect(over(" WHERE (((status)::text <> 'the plot''s id'::text))").passed).toBe(true)
    const narrowed = over(' WHERE ((plot > 3) AND (id = 1) AND (status IS NULL))')
    expect(narrowed).toMatchObject({ passed: false, actual: null })
    expect(narrowed.message).toBe('`c` holds only for some rows: its WHERE looks at `id` and `plot`.')
    expect(
      evaluate({ ...spec, where: undefined }, having('x', 'EXCLUDE (plot WITH =) WHERE (id = 1)')).passed,
    ).toBe(true)
  })
})

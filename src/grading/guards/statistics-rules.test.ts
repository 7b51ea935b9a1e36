import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { changed, column, context, measurement, relation } from '../testing/fixtures.ts'
import { statementsOf } from '../syntax.ts'
import { statisticsBreaches } from './statistics-rules.ts'

beforeAll(() => loadSqlParser())

type Relation = ReturnType<typeof relation>
const message = relation('message')

interface Given {
  readonly old?: Partial<Relation>
  readonly solved?: Partial<Relation>
  readonly changes?: string
}

const said = (now: Partial<Relation>, { old = {}, solved, changes = '' }: Given = {}) =>
  statisticsBreaches(
    context(
      changed(
        { relations: [relation('other'), { ...message, ...old, ...now }] },
        { relations: [relation('other'), { ...message, ...old }] },
      ),
      {
        reference: solved ? changed({ relations: [{ ...message, ...solved }] }) : changed({ relations: [] }),
        syntax: { changes: statementsOf(changes), request: [] },
      },
    ),
  ).map(({ guard, permission, message: text }) => `${guard} ${permission ?? '-'} ${text}`)

describe('row counts', () => {
  test('as before, 5 % and ten rows up or down', () => {
    for (const tuples of [10_000, 10_536, 9490]) expect(said({ tuples })).toEqual([])
    for (const tuples of [10_537, 9489]) expect(said({ tuples })).toHaveLength(1)
  })
  test('what no ANALYZE would say is told with both numbers', () => {
    expect(said({ tuples: 1e9 })).toEqual([
      expect.stringMatching(/^tampering - The planner is told 1,000,000,000 rows for `message`.*10,000/),
    ])
    expect(said({ tuples: 0 })).toHaveLength(1)
  })
  test('never analyzed is no lie', () => {
    expect(said({ tuples: -1 })).toEqual([])
    // Nor does it make one plausible.
    expect(said({ tuples: 5 }, { old: { tuples: -1, inserted: 90_000 } })).toHaveLength(1)
  })
  test('as many as the solution’s ANALYZE finds', () => {
    expect(said({ tuples: 70_000 }, { solved: { tuples: 70_000 } })).toEqual([])
    expect(said({ tuples: 70_000 }, { solved: { tuples: -1 } })).toHaveLength(1)
  })
  test('as many as are alive', () => {
    const old = { inserted: 50_000, deleted: 20_000 }
    expect(said({ tuples: 30_000 }, { old })).toEqual([])
    expect(said({ tuples: 70_000 }, { old })).toHaveLength(1)
    expect(said({ tuples: 5 }, { old: { inserted: 0, deleted: 0 } })).toHaveLength(1)
  })
  test('where rows were written, another count is no wonder', () => {
    for (const written of [{ inserted: 10_001 }, { updated: 1 }, { deleted: 1 }])
      expect(said({ tuples: 1e9, ...written })).toEqual([])
  })
})

describe('column statistics', () => {
  const id = (more: object) => [column('at', 'date'), column('id', 'bigint', more)]
  const old = { columns: id({}) }
  test('moved although nothing measured the table', () => {
    for (const more of [{ distinct: 3 }, { nullFraction: 0.5 }])
      expect(said({ columns: id(more) }, { old })).toEqual([
        expect.stringMatching(/^tampering - Statistics of `message.id` changed/),
      ])
    expect(said({}, { old })).toEqual([])
    expect(said({ columns: [...id({}), column('new', 'text')] }, { old })).toEqual([])
  })
  test.each([
    'ANALYZE message',
    'VACUUM message',
    'CREATE INDEX ON message (id)',
    'REINDEX TABLE message',
    'CLUSTER message USING i',
    'ALTER TABLE message ALTER id SET STATISTICS 1000',
    'TRUNCATE message',
    'DO $$BEGIN NULL; END$$',
    'CALL p()',
    'BEGIN',
  ])('%s may have measured it', (changes) => {
    expect(said({ columns: id({ distinct: 3 }) }, { old, changes })).toEqual([])
  })
  test.each(['CREATE STATISTICS s ON a, b FROM message', 'SELECT 1'])('%s has not', (changes) => {
    expect(said({ columns: id({ distinct: 3 }) }, { old, changes })).toHaveLength(1)
  })
})

test('new relations and views have no statistics to compare', () => {
  const after = (more: Partial<Relation>) =>
    statisticsBreaches(context(changed({ relations: [message, relation('new', { tuples: 5, ...more })] })))
  expect(after({})).toEqual([])
  const view = relation('seen', { kind: 'v' })
  expect(
    statisticsBreaches(
      context(changed({ relations: [{ ...view, tuples: 1e9 }] }, { relations: [view] }), {
        reference: measurement(),
      }),
    ),
  ).toEqual([])
})

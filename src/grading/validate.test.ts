import { beforeAll, describe, expect, test } from 'vitest'
import type { LiteralVariant } from '../shared/check-spec.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import { task } from './testing/fixtures.ts'
import { validateTask, verdictKinds } from './validate.ts'

beforeAll(() => loadSqlParser())

const texts = { changes: '', query: `SELECT id FROM auth_user WHERE username LIKE 'mia%'` }
const validated = (...variants: LiteralVariant[]) =>
  validateTask(task({ checks: [{ kind: 'rows' }], before: texts, solution: texts, variants }))

describe('variants', () => {
  test('replace a literal of the solution’s query', () => {
    expect(validated({ 'mia%': 'jos%' })).toEqual([])
    expect(validated({ mia: 'jos' })).toEqual([expect.stringContaining('mia')])
  })
  test('may name other spellings beside it', () => {
    expect(validated({ 'mia%': 'jos%', mia: 'jos' })).toEqual([])
  })
  test('are looked at one by one', () => {
    expect(validated({ 'mia%': 'jos%' }, { mia: 'jos' })).toHaveLength(1)
  })
})

describe('checks', () => {
  const plain = { changes: '', query: 'SELECT id FROM auth_user' }
  const problems = (checks: Parameters<typeof task>[0], query = plain.query) =>
    validateTask(task({ before: plain, solution: { changes: '', query }, ...checks }))

  test('each is validated', () => {
    expect(problems({ checks: [{ kind: 'rows' }, { kind: 'buffers' }, { kind: 'speed' }] })).toEqual([
      expect.stringMatching(/^check `buffers`/),
      expect.stringMatching(/^there is no check `speed`/),
    ])
  })
  test('some check looks at the answer', () => {
    expect(problems({ checks: [{ kind: 'buffers', max: 1 }] })).toEqual([
      expect.stringMatching(/`rows` or `state`/),
    ])
    expect(problems({ checks: [{ kind: 'rows' }] })).toEqual([])
  })
  test('the check `state` has queries to look at', () => {
    expect(problems({ checks: [{ kind: 'state' }] })).toEqual([expect.stringMatching(/needs `state:`/)])
    expect(problems({ checks: [{ kind: 'state' }], state: ['SELECT 1'] })).toEqual([])
  })
  test('an ORDER BY of the solution’s last statement is spoken of', () => {
    const rows = { checks: [{ kind: 'rows' }] }
    const ordered = 'SELECT id FROM auth_user ORDER BY id'
    expect(problems(rows, ordered)).toEqual([expect.stringMatching(/orders its rows.*`order`/)])
    expect(problems({ checks: [{ kind: 'rows', order: 'any' }] }, ordered)).toEqual([])
    expect(problems(rows, `${ordered}; SELECT 1`)).toEqual([])
    expect(problems(rows, `SELECT 1; ${ordered}`)).toHaveLength(1)
    expect(problems(rows, 'SELECT (SELECT id FROM auth_user ORDER BY id LIMIT 1)')).toEqual([])
    expect(problems(rows, 'not SQL')).toEqual([])
    expect(problems({ checks: [{ kind: 'state' }], state: ['SELECT 1'] }, ordered)).toEqual([])
  })
})

test('a variant that changes nothing is named by its literals', () => {
  expect(validated({ a: 'b', c: 'd' })[0]).toMatch(/`variants` replaces a, c, which/)
})

test('what may be rejected: checks and the rules that hold in every lesson', () => {
  expect(verdictKinds()).toEqual(expect.arrayContaining(['rows', 'wal', 'hard-coded', 'base-data']))
  expect(new Set(verdictKinds()).size).toBe(verdictKinds().length)
})

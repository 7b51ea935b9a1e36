import { beforeAll, describe, expect, test } from 'vitest'
import type { LiteralVariant } from '../shared/check-spec.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import { task } from './fixtures.ts'
import { validateTask } from './validate.ts'

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

import { beforeAll, describe, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { loadSqlParser } from './parser-module.ts'

beforeAll(() => loadSqlParser())

describe('fingerprint', () => {
  test('is the same for statements that differ only in values, spelling and comments', () => {
    const all = [
      'SELECT * FROM auth_user WHERE id = 1',
      "select *\nFROM auth_user -- x\nwhere id = '7'",
      'SELECT * FROM auth_user WHERE id = :organizer_id',
      'SELECT * FROM auth_user WHERE id = NULL',
      'SELECT * FROM auth_user WHERE id = $1',
    ].map(fingerprint)
    expect(new Set(all)).toHaveLength(1)
    expect(all[0]).toMatch(/^[0-9a-f]{16}$/)
  })

  test('differs where the statement does', () => {
    expect(fingerprint('SELECT * FROM a WHERE id = 1')).not.toBe(fingerprint('SELECT * FROM b WHERE id = 1'))
  })

  test('is null for what does not parse', () => {
    for (const text of ['SELEC', "SELECT '", 'SELECT \0']) expect(fingerprint(text)).toBeNull()
  })
})

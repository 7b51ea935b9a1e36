import { beforeAll, describe, expect, test } from 'vitest'
import { walk } from './ast.ts'
import { loadSqlParser } from './parser-module.ts'
import { parsed } from './testing/parsed.ts'

beforeAll(() => loadSqlParser())

describe('walk', () => {
  test('visits parents before children in the order of the text, and skips what it is told to', () => {
    const names: string[] = []
    walk(parsed('SELECT a FROM t JOIN u ON f(x) WHERE EXISTS (SELECT 1 FROM w)'), ({ name, fields }) => {
      if (name === 'RangeVar') names.push(String(fields['relname']))
      if (name === 'FuncCall') names.push('f()')
      return name !== 'SubLink'
    })
    expect(names).toEqual(['t', 'u', 'f()'])
  })

  test('goes down thousands of levels', () => {
    let constants = 0
    walk(parsed(`SELECT 1${'+1'.repeat(2000)}`), ({ name }) => {
      if (name === 'A_Const') constants++
    })
    expect(constants).toBe(2001)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Node } from '../sql/ast.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import {
  calledFunctions,
  excerpt,
  integerOf,
  nodesNamed,
  relationNames,
  selectOf,
  statementsOf,
  syntaxOf,
} from './syntax.ts'

beforeAll(() => loadSqlParser())

const one = (text: string): Node => {
  const [statement] = statementsOf(text)
  if (!statement) throw new Error(`does not parse: ${text}`)
  return statement.node
}

test('both panes are parsed; what does not parse has no statements', () => {
  const syntax = syntaxOf({ changes: 'ANALYZE t; ANALYZE s', query: 'SELECT 1' })
  expect(syntax.changes.map(({ text }) => text)).toEqual(['ANALYZE t', 'ANALYZE s'])
  expect(syntax.request.map(({ text }) => text)).toEqual(['SELECT 1'])
  expect(statementsOf('SELECT FROM WHERE')).toEqual([])
  expect(statementsOf('')).toEqual([])
})

test('an excerpt is one line of at most 60 characters', () => {
  expect(excerpt({ text: 'SELECT 1\n  FROM   t' })).toBe('SELECT 1 FROM t')
  const text = `SELECT ${'x'.repeat(53)}`
  expect(excerpt({ text })).toBe(text)
  expect(excerpt({ text: `${text}y` })).toBe(`${text.slice(0, 57)}…`)
})

describe('what a statement names', () => {
  test('functions, without their schema and in small letters', () => {
    expect(calledFunctions(one('SELECT pg_catalog.Lower(a), "Count"(b) FROM f(1)'))).toEqual([
      'lower',
      'count',
      'f',
    ])
    expect(calledFunctions(one('SELECT a'))).toEqual([])
  })
  test('relations at every level, its own CTEs left out', () => {
    const node = one(
      'WITH mine AS (SELECT 1 FROM a) SELECT 1 FROM mine JOIN s.mine m ON true WHERE EXISTS (SELECT 1 FROM b)',
    )
    expect(
      relationNames(node)
        .map(({ schema, name }) => `${schema ?? '-'}.${name}`)
        .sort(),
    ).toEqual(['-.a', '-.b', 's.mine'])
  })
  test('nodes of one type', () => {
    expect(nodesNamed(one('SELECT 1, 2, a'), 'A_Const')).toHaveLength(2)
    expect(nodesNamed(one('SELECT a'), 'A_Const')).toEqual([])
  })
})

test('the outermost SELECT, and only of a SELECT', () => {
  expect(selectOf(one('SELECT 1 LIMIT 3'))?.['limitCount']).toBeDefined()
  expect(selectOf(one('DELETE FROM t WHERE a IN (SELECT 1)'))).toBeUndefined()
})

test('integers', () => {
  const limit = (text: string) => integerOf(selectOf(one(`SELECT 1 LIMIT ${text}`))?.['limitCount'])
  expect(limit('20')).toBe(20)
  expect(limit('0')).toBe(0)
  expect(limit("'20'")).toBeUndefined()
  expect(limit('(SELECT 1)')).toBeUndefined()
  expect(integerOf(undefined)).toBeUndefined()
})

import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatSql } from './format.ts'
import { lex } from './lexer.ts'
import { loadSqlParser } from './parser-module.ts'
import { parseRequest } from './request.ts'
import { splitStatements } from './split.ts'
import { fingerprint } from './fingerprint.ts'

beforeAll(() => loadSqlParser())

function formatted(text: string): string {
  const result = formatSql(text)
  if (!result.ok) throw new Error(`${result.error.kind}: ${text}`)
  return result.value
}

/** Values, which fingerprints leave out, in order. */
const values = (text: string) =>
  lex(text).flatMap(({ kind, text: value }) => (kind === 'string' || kind === 'number' ? [value] : []))

describe('formatSql', () => {
  test('lays a statement out', () => {
    expect(formatted('select a,b from t where a=1 and b in (1,2) order by a')).toBe(
      'SELECT\n  a,\n  b\nFROM\n  t\nWHERE\n  a = 1\n  AND b IN (1, 2)\nORDER BY\n  a',
    )
  })

  test.each([
    'SELECT 1;\n-- @for-each-row\nSELECT :id, :"Big Name", x::int FROM t WHERE y = :id::bigint',
    "SELECT 'a  b', E'\\'  ', $$  body ;  -- no comment\n  $$, \"A  b\" -- why\nFROM t /* and\n  what */ WHERE a @> '{}' AND b ->> 'x' = ANY ('{1,2}')",
    'DO $body$\nBEGIN\n    PERFORM   1; -- kept\nEND\n$body$;',
    "SELECT a[1:2], b - -1, c !~* 'x', d <-> e FROM t",
  ])('keeps markers, placeholders, comments and what is in quotes: %s', (text) => {
    const strip = (tokens: string) =>
      lex(tokens).map(({ kind, text: token }) =>
        kind === 'word' ? token.toLowerCase() : kind === 'comment' ? token.replaceAll(/\n\s*/g, '\n') : token,
      )
    expect(strip(formatted(text))).toEqual(strip(text))
  })

  test('writes key words in capitals, and names as they were', () => {
    expect(formatted('select month, Value as x from t order by month')).toBe(
      'SELECT\n  month,\n  Value AS x\nFROM\n  t\nORDER BY\n  month',
    )
  })

  test('is at rest the second time', () => {
    const once = formatted(
      'SELECT a, count(*) FROM t JOIN u USING (id) GROUP BY a; UPDATE t SET a = 1 WHERE b',
    )
    expect(formatted(once)).toBe(once)
  })

  test('refuses what it cannot read', () => {
    expect(formatSql("SELECT 'abc")).toMatchObject({ ok: false })
    expect(formatSql('SELECT (1')).toMatchObject({ ok: false })
  })

  test('means the same for every SQL file of the course, and most can be formatted', () => {
    const files = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.sql'),
    )
    const refused: string[] = []
    for (const file of files) {
      const text = readFileSync(`lessons/${file}`, 'utf8')
      const result = formatSql(text)
      if (!result.ok) {
        refused.push(`${file}: ${result.error.kind}`)
        continue
      }
      expect([file, values(result.value)]).toEqual([file, values(text)])
      const before = splitStatements(text, 'allowed')
      const after = splitStatements(result.value, 'allowed')
      if (!before.ok || !after.ok) {
        expect([file, after.ok]).toEqual([file, before.ok])
        continue
      }
      expect([file, after.value.map((each) => fingerprint(each.text))]).toEqual([
        file,
        before.value.map((each) => fingerprint(each.text)),
      ])
      const steps = (sql: string) => {
        const request = parseRequest(sql)
        return request.ok
          ? request.value.map(({ forEachRow, columns }) => [forEachRow, columns])
          : request.error.kind
      }
      expect([file, steps(result.value)]).toEqual([file, steps(text)])
    }
    expect(files.length).toBeGreaterThan(300)
    expect(refused).toEqual([])
  })
})

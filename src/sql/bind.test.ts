import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { asNode } from './ast.ts'
import {
  binder,
  bindTemplate,
  describeBindError,
  sourceOffset,
  type BindColumn,
  type BindError,
  type BoundStatement,
} from './bind.ts'
import { ok, type Result } from '../shared/result.ts'
import { parseNodes } from './parse.ts'
import { loadSqlParser } from './parser-module.ts'

beforeAll(() => loadSqlParser())

const TEXT = 25
const INT = 23

const types: Readonly<Record<string, number>> = {
  id: INT,
  n: INT,
  order: INT,
  b: 16,
  d: 1082,
  ts: 1184,
  u: 2950,
  f: 701,
}
const columns: BindColumn[] = ['id', 'n', 'order', 'b', 'd', 'ts', 'u', 'f', 'name', 'Title', 'prénom'].map(
  (name) => ({
    name,
    typeOid: types[name] ?? TEXT,
  }),
)
const row: Readonly<Record<string, string>> = {
  id: '7',
  n: '-3',
  order: '1',
  b: 't',
  d: '2026-06-01',
  ts: '2026-06-01 10:00:00+00',
  u: '3f1c9b52-0000-4000-8000-000000000001',
  f: '1e+20',
  name: "O'Brien",
  Title: 'a\\b',
  prénom: 'É😀',
}
const values = columns.map(({ name }) => row[name] ?? null)

/** One row bound into a template of its own. */
function bindRow(
  text: string,
  columns: readonly BindColumn[],
  values: readonly (string | null)[],
): Result<BoundStatement, BindError> {
  const template = bindTemplate(text)
  if (!template.ok) return template
  const bind = binder(template.value, columns)
  return bind.ok ? ok(bind.value(values)) : bind
}

function bound(text: string, own = values): string {
  const result = bindRow(text, columns, own)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.text
}

describe('literals', () => {
  test.each([
    ['SELECT :id', 'SELECT 7'],
    ['SELECT * FROM t WHERE a=:n', 'SELECT * FROM t WHERE a= -3'],
    ['SELECT 1 -:n', 'SELECT 1 - -3'],
    ['SELECT :n::text', 'SELECT  (-3)::text'],
    ['SELECT :b', 'SELECT true'],
    ['SELECT :d', "SELECT '2026-06-01'::date"],
    ['SELECT :ts', "SELECT '2026-06-01 10:00:00+00'::timestamptz"],
    ['SELECT :u', "SELECT '3f1c9b52-0000-4000-8000-000000000001'::uuid"],
    ['SELECT :f', 'SELECT 1e+20'],
    ['SELECT :name', "SELECT 'O''Brien'"],
    ['SELECT :"Title"', "SELECT  E'a\\\\b'"],
    ['SELECT :prénom', "SELECT 'É😀'"],
    ['SELECT :ID, :Name', "SELECT 7, 'O''Brien'"],
    ['SELECT 1 LIMIT:id', 'SELECT 1 LIMIT 7'],
    ['SELECT * FROM t ORDER BY a LIMIT :order', 'SELECT * FROM t ORDER BY a LIMIT 1'],
    ['SELECT * FROM t WHERE a = ANY(ARRAY[:id, :n])', 'SELECT * FROM t WHERE a = ANY(ARRAY[7,  -3])'],
    ['SELECT (:id)/* :id */+:id', 'SELECT (7)/* :id */+7'],
  ])('%s', (text, expected) => {
    expect(bound(text)).toBe(expected)
    expect(parseNodes(bound(text))).toHaveLength(1)
  })

  test('NULL, false, NaN and values of unknown types', () => {
    const own: BindColumn[] = [
      { name: 'b', typeOid: 16 },
      { name: 'n', typeOid: 1700 },
      { name: 'x', typeOid: 999_999 },
      { name: 'z', typeOid: TEXT },
    ]
    const result = bindRow('SELECT :b, :n, :x, :z', own, ['f', 'NaN', '(1,2)', null])
    expect(result.ok && result.value.text).toBe("SELECT false, 'NaN'::numeric, '(1,2)', NULL")
  })

  test('any text comes out of PostgreSQL’s parser as it went in', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'))
    fc.assert(
      fc.property(text, (value) => {
        const result = bindRow('SELECT :x', [{ name: 'x', typeOid: TEXT }], [value])
        const [node] = parseNodes(result.ok ? result.value.text : '') ?? []
        const target = asNode(asNode(node, 'SelectStmt')?.targetList?.[0], 'ResTarget')
        expect(asNode(target?.val, 'A_Const')?.sval?.sval ?? '').toBe(value)
      }),
    )
  })

  test('any number is itself, whatever stands around it', () => {
    const around = fc.constantFrom(
      'SELECT :x',
      'SELECT 1-:x',
      'SELECT -:x',
      'SELECT :x::numeric',
      'SELECT 2*:x',
      'SELECT 1 LIMIT:x',
    )
    fc.assert(
      fc.property(around, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (text, value) => {
        const result = bindRow(text, [{ name: 'x', typeOid: 20 }], [String(value)])
        const sql = result.ok ? result.value.text : ''
        expect(parseNodes(sql), sql).toHaveLength(1)
        expect(sql.replaceAll(/[\s()]/g, '')).toBe(text.replaceAll(' ', '').replace(':x', String(value)))
        expect(sql).not.toContain('--')
      }),
    )
  })
})

describe('not placeholders', () => {
  test.each([
    "SELECT ':id', E'\\':id', $$ :id $$, $a$:id$a$, U&':id', B'1'",
    'SELECT ":id" -- :id\n /* :id /* :id */ */',
    "SELECT '1'::id, a::id::n",
    'SELECT a[1:n], a[:n], a[n:], a[x:n][1:id], (f(x))[1:n]',
    "SELECT JSON_OBJECT('a':id, 'b' :n, k:name, $1:id, (1):id)",
    'SELECT f(a := id)',
  ])('%s stays as it is', (text) => {
    expect(bound(text)).toBe(text)
    expect(parseNodes(text)).toHaveLength(1)
  })

  test('placeholders reach into subscripts by parentheses, and into JSON values by a space', () => {
    expect(bound("SELECT a[(:id)], ARRAY[[:id]], JSON_OBJECT('a': :id)")).toBe(
      "SELECT a[(7)], ARRAY[[7]], JSON_OBJECT('a': 7)",
    )
  })
})

describe('errors', () => {
  test('an unknown column is named, with those that there are', () => {
    const result = bindRow(
      'SELECT 1, :organizer',
      [
        { name: 'id', typeOid: INT },
        { name: 'title', typeOid: TEXT },
      ],
      ['1', 'x'],
    )
    expect(result).toEqual({
      ok: false,
      error: { kind: 'unknown-column', name: 'organizer', available: ['id', 'title'], offset: 10 },
    })
    expect(!result.ok && describeBindError(result.error)).toEqual({
      message: 'The row before has no column organizer.',
      hint: 'It has: id, title.',
    })
  })

  test('a column that occurs twice is ambiguous only where it is used', () => {
    const twice = [
      { name: 'id', typeOid: INT },
      { name: 'id', typeOid: INT },
    ]
    expect(bindRow('SELECT :id', twice, ['1', '2'])).toMatchObject({
      error: { kind: 'ambiguous-column', name: 'id' },
    })
    expect(bindRow('SELECT 1', twice, ['1', '2'])).toMatchObject({ ok: true })
  })

  test('what the scanner refuses is told at its place, also behind placeholders', () => {
    expect(bindRow("SELECT :id, :name, 'é", columns, values)).toMatchObject({
      error: { kind: 'syntax', message: `unterminated quoted string at or near "'é"`, offset: 19 },
    })
  })
})

test('offsets of the bound text lead back to the statement', () => {
  const piece = fc.constantFrom(
    '+ 1 ',
    "|| 'é😀' ",
    '+:id ',
    '+ :n::int ',
    '|| :name ',
    '-- :id\n',
    '+ :prénom ',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = `SELECT 0 ${pieces.join('')}`
      const result = bindRow(text, columns, values)
      if (!result.ok) throw new Error(JSON.stringify(result.error))
      const statement = result.value
      for (let offset = 0; offset <= statement.text.length; offset++) {
        const part = statement.parts.find((each) => offset >= each.boundStart && offset < each.boundEnd)
        const source = sourceOffset(statement, offset)
        if (part) expect(text[source]).toBe(':')
        else expect(text[source]).toBe(statement.text[offset])
      }
    }),
  )
})

import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSqlParser } from './parser-module.ts'
import { describeRequestError, parseRequest, type RequestError, type RequestStep } from './request.ts'

beforeAll(() => loadSqlParser())

function request(text: string): readonly RequestStep[] {
  const result = parseRequest(text)
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`)
  return result.value
}

function failure(text: string): RequestError {
  const result = parseRequest(text)
  if (result.ok) throw new Error(`accepted: ${text}`)
  return result.error
}

const EVENTS = `-- the events
SELECT id, title, organizer_id FROM crush_lu_meetupevent LIMIT 50; -- up to here
-- @for-each-row
SELECT id, first_name AS "é" FROM auth_user WHERE id = :organizer_id AND 'x:y' <> ':no'; /* then */
--  @for-each-row
UPDATE t SET n = :id, m = :"É" WHERE id = :id`

test('a loop over the rows of the statement before', () => {
  const steps = request(EVENTS)
  expect(steps.map(({ forEachRow, columns }) => [forEachRow, columns])).toEqual([
    [false, []],
    [true, ['organizer_id']],
    [true, ['id', 'É']],
  ])
  // An UPDATE in the middle of a chain without RETURNING would have no rows; here it is the last.
  for (const { statement } of steps) expect(EVENTS.slice(statement.start, statement.end)).toBe(statement.text)
  expect(steps[1]?.statement.text).toContain(':organizer_id')
  expect(steps.map(({ statement }) => statement.tag)).toEqual(['SELECT', 'SELECT', 'UPDATE'])
})

test.each(['', ' -- nothing\n', ';;'])('%j is an empty request', (text) => {
  expect(request(text)).toEqual([])
})

test('plain statements need no marker', () => {
  expect(request('SELECT 1; SELECT 2').map(({ forEachRow }) => forEachRow)).toEqual([false, false])
})

test('what only looks like a marker is none', () => {
  const texts = [
    "SELECT 1; SELECT '\n-- @for-each-row\n', $$\n-- @for-each-row\n$$",
    'SELECT 1; /*\n-- @for-each-row\n*/ SELECT "\n-- @for-each-row\n" FROM t',
    'SELECT 1; -- @for-each-rows\nSELECT 2',
    'SELECT 1; -- see @for-each-row\nSELECT 2',
  ]
  for (const text of texts) expect(request(text).map(({ forEachRow }) => forEachRow)).toEqual([false, false])
})

test('Windows line ends and no space around', () => {
  expect(request('SELECT 1;\r\n--@for-each-row\r\nSELECT 2').map(({ forEachRow }) => forEachRow)).toEqual([
    false,
    true,
  ])
  expect(request('SELECT 1; -- @for-each-row \nSELECT 2;').map(({ forEachRow }) => forEachRow)).toEqual([
    false,
    true,
  ])
})

describe('errors', () => {
  test.each<[string, RequestError]>([
    ['-- @for-each-row\nSELECT 1', { kind: 'marker-without-rows', offset: 0 }],
    ['-- @for-each-row', { kind: 'marker-without-rows', offset: 0 }],
    ['SELECT 1;\n-- @for-each-row\n', { kind: 'marker-without-statement', offset: 10 }],
    ['SELECT 1\n-- @for-each-row\nSELECT 2', { kind: 'marker-inside-statement', offset: 9 }],
    ['SELECT 1;\n-- @for-each-row\n-- @for-each-row\nSELECT 2', { kind: 'marker-twice', offset: 27 }],
    [
      'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\n-- @for-each-row\nSELECT 2; END',
      { kind: 'marker-inside-statement', offset: 55 },
    ],
    ['DELETE FROM t;\n-- @for-each-row\nSELECT 2', { kind: 'no-rows-before', tag: 'DELETE', offset: 15 }],
    ['SELECT 1; SELECT :id', { kind: 'placeholder', name: 'id', offset: 17 }],
    [
      'SELECT 1;\n-- @for-each-row\nSELECT * FROM :tbl',
      expect.objectContaining({
        kind: 'syntax',
        message: 'syntax error at or near ":tbl"',
        offset: 41,
      }) as RequestError,
    ],
    [
      "SELECT 'é😀';\n-- @for-each-row\nSELECT :id, 'x",
      expect.objectContaining({ kind: 'syntax', offset: 43 }) as RequestError,
    ],
    ['SELECT 1\0', { kind: 'nul', offset: 8 }],
    ['\\d t', { kind: 'psql-command', command: '\\d', offset: 0 }],
  ])('%j', (text, error) => {
    expect(failure(text)).toEqual(error)
    expect(describeRequestError(failure(text)).message).not.toBe('')
  })

  test('rows of RETURNING, EXPLAIN and SHOW can be looped over', () => {
    for (const first of ['DELETE FROM t RETURNING id', 'EXPLAIN SELECT 1', 'SHOW ALL', 'VALUES (1)']) {
      expect(request(`${first};\n-- @for-each-row\nSELECT 1`)).toHaveLength(2)
    }
  })

  test('are told by the words of the marker', () => {
    expect(describeRequestError(failure('DELETE FROM t;\n-- @for-each-row\nSELECT 2'))).toEqual({
      message: 'The statement before “-- @for-each-row” returns no rows.',
      hint: 'DELETE has none to run over.',
    })
  })
})

test('syntax errors behind placeholders keep their place', () => {
  const loop = fc.constantFrom('SELECT :id', 'SELECT :"É😀", \'é\'', 'UPDATE t SET a = :n::text RETURNING id')
  fc.assert(
    fc.property(fc.array(loop), (loops) => {
      const prefix = ["SELECT 'ü' AS id", ...loops].join(';\n-- @for-each-row\n')
      expect(request(prefix)).toHaveLength(loops.length + 1)
      expect(failure(`${prefix};\nSELEC 1`)).toMatchObject({ kind: 'syntax', offset: prefix.length + 2 })
    }),
  )
})

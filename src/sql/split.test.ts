import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeSqlError, type SqlError } from './errors.ts'
import { loadSqlParser } from './parser-module.ts'
import { MAX_SQL_LENGTH, splitStatements, type Statement } from './split.ts'

beforeAll(() => loadSqlParser())

function split(source: string): Statement[] {
  const result = splitStatements(source)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.error)}`)
  return result.value
}

function failure(source: string): SqlError {
  const result = splitStatements(source)
  if (result.ok) throw new Error(`accepted: ${source}`)
  return result.error
}

describe('statements', () => {
  test.each(['', ' \n\t', '-- only a comment', '/* one /* nested */ */ ;; ; -- end'])(
    '%j holds none',
    (source) => {
      expect(split(source)).toEqual([])
    },
  )

  test('are trimmed of space, comments and semicolons around them', () => {
    const source = "/* é */ select 'é' -- c\n /* x */; -- d\r\nSELECT /* in */ 2 -- e\n"
    expect(split(source).map(({ text, start, end }) => [text, start, end])).toEqual([
      ["select 'é'", 8, 18],
      ['SELECT /* in */ 2', 40, 57],
    ])
  })

  test('keep semicolons of bodies and strings', () => {
    const body = 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END'
    expect(split(`${body}; select ';' ; DO $$begin null; end$$`).map(({ text }) => text)).toEqual([
      body,
      "select ';'",
      'DO $$begin null; end$$',
    ])
  })

  const pieces = fc.constantFrom(
    'SELECT 1',
    "SELECT 'é; 😀', E'\\''",
    'SELECT "a;""b" FROM t',
    'UPDATE t SET a = $q$ ; -- no comment $q$',
    "INSERT INTO „gut“ VALUES ('😀')",
    'SELECT 1 -- inner\n + 2',
    'SELECT /* a /* b */ ; */ 3',
    'VACUUM t',
  )
  const gaps = fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '\r\n',
    '-- é ; 😀\n',
    '/* ; */',
    '\t/* a /* b */ */ -- x\n',
    ';',
    ' ; ',
  )

  test('are found again in any arrangement, at their offsets', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(gaps, pieces, gaps)), gaps, (parts, last) => {
        const source = parts.map(([before, piece, after]) => `${before}${piece}${after};`).join('') + last
        const found = split(source)
        expect(found.map(({ text }) => text)).toEqual(parts.map(([, piece]) => piece))
        for (const { text, start, end } of found) expect(source.slice(start, end)).toBe(text)
      }),
    )
  })

  test('any text gives statements or an error, never an exception', () => {
    const alphabet = fc.constantFrom(
      ...'select 1a;:\'"$\\-/*()[]\n\r\0\x01\u00a0é😀\ud800,.'.split(/(?:)/u),
      'from t',
      '::',
      '$$',
    )
    fc.assert(
      fc.property(
        fc.array(alphabet).map((parts) => parts.join('')),
        fc.boolean(),
        (source, allowed) => {
          const result = splitStatements(source, allowed ? 'allowed' : 'refused')
          if (result.ok)
            for (const { text, start, end } of result.value) expect(source.slice(start, end)).toBe(text)
          else expect(describeSqlError(result.error).message).not.toBe('')
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('syntax errors', () => {
  test("keep PostgreSQL's words", () => {
    expect(failure('SELECT * FORM t')).toMatchObject({
      kind: 'syntax',
      message: 'syntax error at or near "FORM"',
    })
    expect(failure('SELECT (')).toEqual({
      kind: 'syntax',
      message: 'syntax error at end of input',
      offset: 8,
    })
    expect(failure("SELECT 'é")).toEqual({
      kind: 'syntax',
      message: `unterminated quoted string at or near "'é"`,
      offset: 7,
    })
  })

  test('point at the right place after any statements and any characters', () => {
    const before = fc.array(
      fc.constantFrom("SELECT 'é😀'", '-- 😀\nSELECT 1', '/* ü */ VACUUM t', 'SELECT "„" FROM t'),
    )
    fc.assert(
      fc.property(before, (statements) => {
        const prefix = statements.map((statement) => `${statement};\n`).join('')
        expect(failure(`${prefix}SELEC 1`)).toMatchObject({ offset: prefix.length, kind: 'syntax' })
        expect(failure(`${prefix}SELECT 'é', $$x`)).toMatchObject({ offset: prefix.length + 12 })
      }),
    )
  })

  test.each([
    ['SELECT `a` FROM t', 'double quotes'],
    ['SELECT * FROM t WHERE id = %s', 'placeholder of Django'],
    ['SELECT * FROM t WHERE id = %(id)s', 'placeholder of Django'],
    ['SELECT 1\nSELECT 2', 'semicolon'],
    ['CREATE INDEX ON t (a)\nCREATE INDEX ON t (b)', 'semicolon'],
    ['SELECT\u00a01', 'no-break space'],
    ['SELECT 1 FROM t WHERE a = ‘two words’', 'typographic quotes'],
    ['SELECT 1 FROM t WHERE a = “two words”', 'typographic quotes'],
    ['SELECT 1 FROM t WHERE a = „two words“', 'typographic quotes'],
    ['SELECT 1 FROM t WHERE a = « two words »', 'typographic quotes'],
    ["SELECT 1 FROM t WHERE a = 'it’s’", 'typographic quotes'],
    ['SELECT 5 – 3', 'typographic dash'],
    ['SELECT a FROM t — the table', 'typographic dash'],
    ['SELECT a FROM t WHERE a ≥ 3', '>='],
    ['SELECT a b\u200b c FROM t', 'invisible character'],
  ])('%j comes with advice', (source, advice) => {
    expect(describeSqlError(failure(source)).hint).toContain(advice)
  })

  test('elsewhere there is none', () => {
    expect(failure('SELECT FROM WHERE')).not.toHaveProperty('hint')
    expect(failure('SELECT 1 +')).not.toHaveProperty('hint')
    // What strings, quoted names and comments hold is not to blame.
    expect(failure(`SELECT '“a”', "b’" FROM WHERE -- –`)).not.toHaveProperty('hint')
  })
})

describe('refused before PostgreSQL sees it', () => {
  test.each([
    ['\\copy t FROM x.csv', { kind: 'psql-command', command: '\\copy', offset: 0 }],
    ['SELECT 1;\n\\d t', { kind: 'psql-command', command: '\\d', offset: 10 }],
    ['SELECT 1 \\g', { kind: 'psql-command', command: '\\g', offset: 9 }],
    ['SELECT 1\0', { kind: 'nul', offset: 8 }],
    ['SELECT :id', { kind: 'placeholder', name: 'id', offset: 7 }],
    ['SELECT 1; COPY t FROM STDIN', { kind: 'copy-from-stdin', offset: 10 }],
    ['/* x */ COPY t (a) FROM STDIN WITH (FORMAT csv);\n1,2\n\\.\n', { kind: 'copy-from-stdin', offset: 8 }],
    ["COPY t FROM PROGRAM 'ls'", { kind: 'copy-program', offset: 0 }],
    ["COPY t TO PROGRAM 'ls'", { kind: 'copy-program', offset: 0 }],
    ["SELECT 1; DO $$BEGIN COPY t FROM PROGRAM 'ls'; END$$", { kind: 'copy-program', offset: 10 }],
    ["DO $$BEGIN EXECUTE 'COPY t FROM PROGRAM ''ls'''; END$$", { kind: 'copy-program', offset: 0 }],
  ])('%j', (source, error) => {
    expect(failure(source)).toEqual(error)
    expect(describeSqlError(failure(source)).message).toMatch(/\.$/)
  })

  test('COPY from and to files of the database is PostgreSQL’s to judge', () => {
    expect(split("COPY t FROM '/program.csv'; COPY t TO STDOUT")).toHaveLength(2)
  })

  test('a text above the limit, and none at it', () => {
    const statement = `SELECT '${'x'.repeat(MAX_SQL_LENGTH - 9)}'`
    expect(split(statement)).toHaveLength(1)
    expect(failure(`${statement} `)).toEqual({
      kind: 'too-large',
      size: MAX_SQL_LENGTH + 1,
      limit: MAX_SQL_LENGTH,
      offset: null,
    })
    expect(describeSqlError(failure(`${statement} `)).message).toContain('1.0 million')
  })

  test('nesting that overflows the parser, which goes on afterwards', async () => {
    const sum = `SELECT 1${'+1'.repeat(20_000)}`
    const parentheses = `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`
    // Many times: each overflow leaks some of the parser's stack, so its instance has to be replaced.
    for (let round = 0; round < 40; round++) {
      expect(failure(round % 2 === 0 ? sum : parentheses)).toEqual({ kind: 'too-deep', offset: null })
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(split('SELECT 1; SELECT 2')).toHaveLength(2)
    }
  })
})

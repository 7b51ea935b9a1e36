import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { lex, nameOf } from './lexer.ts'
import { byteOffsets } from './offsets.ts'
import { scanTokens } from './parse.ts'
import { loadSqlParser } from './parser-module.ts'
import { SAMPLES } from './testing/statement-samples.ts'

beforeAll(() => loadSqlParser())

const sqlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

const bounds = (text: string) => lex(text).map(({ start, end }) => text.slice(start, end))
const postgres = (text: string) => scanTokens(text, byteOffsets(text))?.map((token) => token.text)

describe('lex', () => {
  test.each([
    `SELECT 'it''s', E'a\\'b', $$x ' y$$, $tag$ $$ $tag$, "a""b", U&"\\0041", B'01', x'1F', N'n'`,
    'a<>b AND c!=d AND e@>f AND g->>h = i::text AND j=-1 AND k = ANY($1) AND l || m',
    '1.5e10 + .5 - 1. * 0xFF / 1_000 % 0b01',
    'a[1:2] := b..c',
    '/* a /* nested */ comment */ SELECT -- to the end\n1',
    "SELECT 'one'\n  'string' , 'two' 'three'",
    'é_1$ := "Größe"',
    'a -- b',
    'SELECT a@-b, c <-> d, e *- f, 2*-3, ?',
    'x=>1, y=>2',
  ])('ends tokens where PostgreSQL does: %s', (text) => {
    const expected = postgres(text)
    if (expected) expect(bounds(text)).toEqual(expected)
    else expect(bounds(text).join('')).toBe(text.replaceAll(/\s/g, ''))
  })

  test('gives the tokens of PostgreSQL for every SQL file of the course, and for every kind of statement', () => {
    const texts = [...sqlFiles('lessons'), ...sqlFiles('seed-data'), ...SAMPLES]
    expect(texts.length).toBeGreaterThan(300)
    for (const text of texts) {
      const expected = postgres(text)
      if (expected) expect(bounds(text)).toEqual(expected)
    }
  })

  test.each([
    ["SELECT 'abc", 'string'],
    ['SELECT "abc', 'quoted'],
    ['SELECT $f$ abc', 'string'],
    ['SELECT /* abc', 'comment'],
    ['SELECT -- abc', 'comment'],
    ["SELECT E'a\\'", 'string'],
    ["SELECT 'it''", 'string'],
  ])('%s is left open', (text, kind) => {
    expect(lex(text).at(-1)).toMatchObject({ kind, open: true, end: text.length })
  })

  test('loses no letter of any text', () => {
    const text = '((SELECT "a FROM $x$ ;;; \u0001 😀 \\ § \u00A0 '
    expect(bounds(text).join('').replaceAll(/\s/g, '')).toBe(
      text.replaceAll(/[ \n]/g, '').replaceAll(/\s/g, ''),
    )
  })
})

test.each([
  ['AbC', 'abc'],
  ['"AbC"', 'AbC'],
  ['"a""b"', 'a"b'],
  ['"open', 'open'],
  ['ÄB', 'Äb'],
])('%s names %s', (text, name) => {
  const [token] = lex(text)
  expect(token && nameOf(token)).toBe(name)
})

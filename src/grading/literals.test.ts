import { beforeAll, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { replaceLiterals } from './literals.ts'

beforeAll(() => loadSqlParser())

test('replaces constants, whatever their form, and nothing else', () => {
  const text = `SELECT "4711", t4711 -- 4711\nFROM t WHERE a = 4711 AND b = '4711' AND c = 'no 4711' AND d = -4711 /* 4711 */`
  expect(replaceLiterals(text, { '4711': '12' })).toEqual({
    text: `SELECT "4711", t4711 -- 4711\nFROM t WHERE a = 12 AND b = '12' AND c = 'no 4711' AND d = -12 /* 4711 */`,
    count: 3,
  })
})

test('dates move timestamps with them', () => {
  expect(
    replaceLiterals(`x >= '2025-03-01' AND x < timestamptz '2025-03-01 12:00:00+00' AND y <> '2025-03-012'`, {
      '2025-03-01': '2026-01-31',
    }).text,
  ).toBe(`x >= '2026-01-31' AND x < timestamptz '2026-01-31 12:00:00+00' AND y <> '2025-03-012'`)
})

test('the last day of a range moves with its end', () => {
  const variant = { '2025-01-01': '2024-01-01', '2025-03-01': '2024-03-01' }
  expect(
    replaceLiterals(`BETWEEN '2025-01-01' AND '2025-02-28 23:59:59' AND x <> '2025-02-27'`, variant).text,
  ).toBe(`BETWEEN '2024-01-01' AND '2024-02-29 23:59:59' AND x <> '2025-02-27'`)
})

test('texts keep their quotes, several literals change at once', () => {
  expect(replaceLiterals(`a = 'it''s' AND é = 'b' AND n = 1`, { "it's": "x'y", b: 'a', '1': 'z' })).toEqual({
    text: `a = 'x''y' AND é = 'a' AND n = 'z'`,
    count: 3,
  })
})

test('finds literals inside JSON, array and JSON path constants', () => {
  const text = `a @> '{"day": "2024-08-18", "n": [34, 340]}' AND b = '"2024-08-18"' AND t @> '{spa,"spa",spas}' AND j @? '$.n[*] ? (@ == 34)' AND x = 'day {34'`
  expect(replaceLiterals(text, { '2024-08-18': '2023-11-09', '34': '67', spa: 'eau' })).toEqual({
    text: `a @> '{"day": "2023-11-09", "n": [67, 340]}' AND b = '"2023-11-09"' AND t @> '{eau,"eau",spas}' AND j @? '$.n[*] ? (@ == 67)' AND x = 'day {34'`,
    count: 4,
  })
})

test('finds the ends of a range constant', () => {
  expect(replaceLiterals(`r && '[2021-03-08,2021-03-15)'`, { '2021-03-08': '2024-05-06' }).text).toBe(
    `r && '[2024-05-06,2021-03-15)'`,
  )
})

test('a literal written in capitals is the same literal', () => {
  expect(replaceLiterals(`UPPER(a) = 'ESCH' OR lower(a) = 'esch' OR a = 'eSCH'`, { Esch: 'Mersch' })).toEqual(
    {
      text: `UPPER(a) = 'MERSCH' OR lower(a) = 'mersch' OR a = 'eSCH'`,
      count: 2,
    },
  )
})

test.each<[string, Record<string, string>, string]>([
  // Forms of constants.
  ["a = e'x'", { x: 'y' }, "a = 'y'"],
  ["a = E'x'", { x: 'y' }, "a = 'y'"],
  ["a = 'x\ny'", { 'x\ny': 'z' }, "a = 'z'"],
  ["a = ''", { '': 'z' }, "a = 'z'"],
  ['a = 1.50', { '1.50': '2.25' }, 'a = 2.25'],
  ['a = 10', { '10': '-3' }, 'a = -3'],
  ['a = 10', { '10': '1e3' }, "a = '1e3'"],
  ['a = 10', { '10': "o'clock" }, "a = 'o''clock'"],
  ["a = '10'", { '10': '20' }, "a = '20'"],
  ['a = $$x$$', { x: 'y' }, "a = 'y'"],
  // A date at the beginning of a timestamp, and nowhere else.
  ["a = '2025-03-01T08:00'", { '2025-03-01': '2026-01-02' }, "a = '2026-01-02T08:00'"],
  ["a = '2025-03-01x'", { '2025-03-01': '2026-01-02' }, "a = '2025-03-01x'"],
  ["a = '2025-03-01 08:00'", { '2025-03-02': '2026-01-02' }, "a = '2026-01-01 08:00'"],
  ["a = '2025-03-01x'", { '2025-03-02': '2026-01-02' }, "a = '2025-03-01x'"],
  ["a = '2025-03-01'", { '2025-03-02': 'soon' }, "a = '2025-03-01'"],
  ["a = '2024-12-31'", { '2025-01-01': '2024-03-01' }, "a = '2024-02-29'"],
  // The case of letters.
  ["a = 'ESCH'", { Esch: 'Mersch' }, "a = 'MERSCH'"],
  ["a = 'Esch'", { Esch: 'Mersch' }, "a = 'Mersch'"],
  ["a = 'esch'", { ESCH: 'Mersch' }, "a = 'mersch'"],
  // Documents.
  [`a = '"spa"'`, { spa: 'eau' }, `a = '"eau"'`],
  [`a = '"a \\" b"'`, { spa: 'eau' }, `a = '"a \\" b"'`],
  [`a = '{"spa": 1.5}'`, { spa: 'eau', '1.5': '2.5' }, `a = '{"eau": 2.5}'`],
  [`a = ' {spa} '`, { spa: 'eau' }, `a = ' {eau} '`],
  [`a = '(1,20]'`, { '20': '30' }, `a = '(1,30]'`],
  [`a = '$.spa ? (@.n == 7)'`, { spa: 'eau', '7': '8' }, `a = '$.eau ? (@.n == 8)'`],
  [`a = 'strict $.spa'`, { spa: 'eau' }, `a = 'strict $.eau'`],
  [`a = 'lax $.spa'`, { spa: 'eau' }, `a = 'lax $.eau'`],
  [`a = 'go {spa}'`, { spa: 'eau' }, `a = 'go {spa}'`],
  [`a = '{spa} go'`, { spa: 'eau' }, `a = '{spa} go'`],
  [`a = 'x $.spa'`, { spa: 'eau' }, `a = 'x $.spa'`],
  [`a = '{"spa\\"x": 1}'`, { spa: 'eau' }, `a = '{"spa\\"x": 1}'`],
])('%s with %j', (text, variant, expected) => {
  expect(replaceLiterals(text, variant)).toEqual({ text: expected, count: text === expected ? 0 : 1 })
})

test('a search for words is found however it is spelt', () => {
  const variant = { 'Clervaux jazz': 'Vianden Moselle' }
  const spelt = (literal: string) => replaceLiterals(`to_tsquery('french', ${literal})`, variant)
  expect(spelt(`'Clervaux & jazz'`)).toEqual({ text: `to_tsquery('french', 'Vianden & Moselle')`, count: 1 })
  expect(spelt(`'clervaux:* & jazz:*'`).text).toContain(`'vianden:* & Moselle:*'`)
  expect(spelt(`'jazz Clervaux'`).text).toContain(`'Moselle Vianden'`)
  expect(spelt(`'"Clervaux" "JAZZ"'`).text).toContain(`'"Vianden" "MOSELLE"'`)
  expect(spelt(`'''Clervaux'' & ''jazz'''`).text).toContain(`'''Vianden'' & ''Moselle'''`)
  expect(spelt(`'Clervaux <-> jazz'`).text).toContain(`'Vianden <-> Moselle'`)
  const apart = `s @@ to_tsquery('Clervaux') AND s @@ to_tsquery('jazz') AND x <> 'Clervaux rock'`
  expect(replaceLiterals(apart, variant)).toEqual({
    text: `s @@ to_tsquery('Vianden') AND s @@ to_tsquery('Moselle') AND x <> 'Clervaux rock'`,
    count: 2,
  })
  // Not where the words cannot be told apart, and no numbers.
  expect(replaceLiterals(`'Pinot'`, { 'Pinot Gris': 'Auxerrois' }).count).toBe(0)
  expect(replaceLiterals(`LIMIT 10`, { '2025-10-01': '2024-03-02' }).count).toBe(0)
})

test('dates in the other forms that PostgreSQL reads', () => {
  const variant = { '2024-03-05': '2023-11-30' }
  for (const date of ['20240305', '2024-3-5', '2024/03/05'])
    expect(replaceLiterals(`a >= '${date}' AND b < '${date} 12:00'`, variant).text).toBe(
      `a >= '2023-11-30' AND b < '2023-11-30 12:00'`,
    )
  expect(replaceLiterals(`a = '202403051' OR a = '2024-3-50'`, variant).count).toBe(0)
})

test('numbers in other forms, and texts in dollar quotes', () => {
  const found = replaceLiterals('a = 7_920 OR a = 7920.0 OR a = 0x1EF0 OR a = $$7920$$ OR a = $x$7920$x$', {
    '7920': '1',
  })
  expect(found).toEqual({ text: `a = 1 OR a = 1 OR a = 1 OR a = '1' OR a = '1'`, count: 5 })
})

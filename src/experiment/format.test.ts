import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  describeFormatError,
  hasSections,
  parseExperiment,
  printExperiment,
  type FormatError,
  type ParsedExperiment,
} from './format.ts'
import type { Experiment } from './types.ts'

function parsed(file: string): ParsedExperiment {
  const result = parseExperiment(file)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const texts = ({ changes, query, notes }: Experiment) => ({ changes, query, notes })

const EXPERIMENT: Experiment = {
  dataset: 'entreprinder',
  scale: 0.5,
  changes: "CREATE INDEX event_upcoming ON crush_lu_meetupevent (event_date) WHERE status = 'published';",
  query: 'SELECT 1;\n-- @for-each-row\nSELECT :id;',
  notes: 'Two lines,\n\none of them empty.',
}

const FILE = `-- @dataset entreprinder 0.5
-- @notes
-- Two lines,
--
-- one of them empty.
-- @changes
CREATE INDEX event_upcoming ON crush_lu_meetupevent (event_date) WHERE status = 'published';
-- @query
SELECT 1;
-- @for-each-row
SELECT :id;
`

describe('the file', () => {
  test('is written and read as the guide shows it', () => {
    expect(printExperiment(EXPERIMENT)).toBe(FILE)
    expect(parsed(FILE)).toEqual({
      experiment: texts(EXPERIMENT),
      has: { notes: true, changes: true, query: true },
      dataset: { name: 'entreprinder', scale: 0.5 },
      meta: {},
    })
  })

  test.each([
    '',
    'SELECT 1;',
    'SELECT 1;\n-- @for-each-row\nSELECT :id',
    '-- a comment\n-- @for-each-row\nSELECT 1',
  ])('without markers is all query: %j', (text) => {
    expect(parsed(text)).toMatchObject({
      experiment: { changes: '', query: text, notes: '' },
      has: { changes: false, query: true, notes: false },
      dataset: undefined,
    })
  })

  test.each([
    "SELECT * FROM t WHERE tags @> ARRAY['a']",
    "SELECT 'someone@example.org', @variable",
    'SELECT 1;\n-- @for-each-row\nSELECT :id',
    "SELECT '\n  -- @query'",
    '-- @dataset vinsdelux\nSELECT 1',
    '-- see the part @query\n-- \\@query',
  ])('%j has no part of its own', (text) => expect(hasSections(text)).toBe(false))

  test.each(['-- @query\nSELECT 1', 'SELECT 1;\r\n--@changes\r\n', FILE])('%j has parts', (text) =>
    expect(hasSections(text)).toBe(true),
  )

  test('with a header only is query below it', () => {
    expect(parsed('-- @rejects: rows\n-- @dataset vinsdelux\n-- why\nSELECT 1;\n-- @word\n')).toEqual({
      experiment: { changes: '', query: '-- why\nSELECT 1;\n-- @word', notes: '' },
      has: { notes: false, changes: false, query: true },
      dataset: { name: 'vinsdelux', scale: undefined },
      meta: { rejects: 'rows' },
    })
  })

  test('keeps other markers at the top as meta, and only there', () => {
    const file =
      '\n-- Comments are skipped.\n-- @rejects: index-budget\n--@why too many\n-- @why: and too large\n-- @flag\n-- @changes\n-- @later: text\n'
    expect(parsed(file).meta).toEqual({ rejects: 'index-budget', why: 'too many\nand too large', flag: '' })
    expect(parsed(file).experiment.changes).toBe('-- @later: text')
    expect(parsed(file).has).toEqual({ notes: false, changes: true, query: false })
  })

  test('meta names that an object inherits are ordinary', () => {
    expect(Object.entries(parsed('-- @constructor: x\n-- @query\n').meta)).toEqual([['constructor', 'x']])
  })

  test('may have its parts in any order, with space and a colon at the markers', () => {
    const { experiment } = parsed(
      '--@query: \nSELECT 1;\n--  @changes\t\nANALYZE;\n-- @notes\n--no space\n\n',
    )
    expect(experiment).toMatchObject({ query: 'SELECT 1;', changes: 'ANALYZE;', notes: 'no space' })
  })

  test('with Windows line ends and a byte order mark', () => {
    const { experiment } = parsed(`\ufeff${FILE.replaceAll('\n', '\r\n')}`)
    expect(experiment).toEqual({ ...texts(EXPERIMENT), query: EXPERIMENT.query.replaceAll('\n', '\r\n') })
  })

  test('empty parts stay empty', () => {
    expect(parsed('-- @changes\n-- @query\n').experiment).toMatchObject({ changes: '', query: '' })
    expect(parsed('-- @changes\n\n-- @query').experiment).toMatchObject({ changes: '', query: '' })
  })
})

test('markers within a text are written with a backslash, so that psql sees a comment', () => {
  const query = '-- @changes\n-- \\@query\n  -- @query\n-- @query-plan\n-- @queryx'
  const file = printExperiment({ ...EXPERIMENT, query })
  expect(file).toContain('\n-- \\@changes\n-- \\\\@query\n  -- @query\n-- @query-plan\n-- @queryx\n')
  expect(parsed(file).experiment.query).toBe(query)
})

describe('printing and parsing', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '-- @changes',
      '-- @query',
      '--@query x',
      '-- \\@notes',
      '-- \\\\@query',
      '-- @for-each-row',
      '-- @dataset a 1',
      '@query',
      ' @query',
      '--',
      '-- ',
      '',
      ' ',
      '\\',
      '\ufeff',
      '\0',
      'SELECT 1;',
      '\u2028',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 8 })
    .map((lines) => lines.flat().join(''))
  const experiment = fc.record({
    dataset: fc.stringMatching(/^[a-z][a-z0-9_-]{0,10}$/),
    scale: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    changes: text,
    query: text,
    notes: text,
  })
  const meta = fc.dictionary(
    fc
      .stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
      .filter((word) => !/^(?:notes|changes|query|dataset|for-each-row)$/.test(word)),
    fc.stringMatching(/^(?:[!-~]([ -~]*[!-~])?)?$/),
    { noNullPrototype: true },
  )

  test('give back exactly the same texts', () => {
    fc.assert(
      fc.property(experiment, meta, (original, words) => {
        const file = parsed(printExperiment(original, words))
        expect(file.experiment).toEqual(texts(original))
        expect(file.dataset).toEqual({ name: original.dataset, scale: original.scale })
        expect(file.meta).toEqual(words)
      }),
      { numRuns: 2000 },
    )
  })

  test('printing what was parsed from any text, and parsing that, changes nothing more', () => {
    fc.assert(
      fc.property(text, (file) => {
        const first = parseExperiment(file)
        if (first.ok)
          expect(parsed(printExperiment({ ...EXPERIMENT, ...first.value.experiment })).experiment).toEqual(
            first.value.experiment,
          )
        else expect(describeFormatError(first.error)).toMatch(/^Line \d+: /)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each<[string, FormatError]>([
  ['SELECT 1;\n-- @query\n', { kind: 'text-before-section', line: 1 }],
  ['-- @rejects: x\n-- @for-each-row\n-- @query\n', { kind: 'text-before-section', line: 2 }],
  ['-- @query\n-- @changes\n-- @query\n', { kind: 'duplicate-section', section: 'query', line: 3 }],
  ['-- @query the slow one\n', { kind: 'marker-with-text', section: 'query', line: 1 }],
  ['-- @dataset\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @dataset Entreprinder\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @dataset entreprinder zero\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @dataset entreprinder 0\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @dataset entreprinder 1e999\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @dataset entreprinder 1 2\n', { kind: 'bad-dataset', line: 1 }],
  ['-- @notes\n-- fine\n\nSELECT 1;\n', { kind: 'notes-not-commented', line: 4 }],
])('%j is refused', (file, error) => {
  expect(parseExperiment(file)).toEqual({ ok: false, error })
  expect(describeFormatError(error)).toContain(`Line ${error.line}:`)
})

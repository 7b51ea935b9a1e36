import { describe, expect, test } from 'vitest'
import { parseFile } from './experiment-files.ts'

const value = (text: string) => {
  const parsed = parseFile(text)
  if (!parsed?.ok) throw new Error(`Not an experiment: ${parsed?.error ?? text}`)
  return parsed.value
}
const error = (text: string): string => {
  const parsed = parseFile(text)
  if (!parsed || parsed.ok) throw new Error('Nothing is wrong.')
  return parsed.error
}

describe('an experiment file', () => {
  test('brings its dataset, its notes and both texts', () => {
    expect(
      value(
        '-- @dataset entreprinder 0.25\n-- @notes\n-- Why\n-- @changes\nANALYZE;\n-- @query\nSELECT 1;\n',
      ),
    ).toEqual({
      dataset: { dataset: 'entreprinder', scale: 0.25 },
      notes: 'Why',
      changes: 'ANALYZE;',
      query: 'SELECT 1;',
    })
  })

  test('without a dataset runs on what it is opened on', () => {
    expect(value('-- @query\nSELECT 1;')).toEqual({
      dataset: undefined,
      notes: '',
      changes: '',
      query: 'SELECT 1;',
    })
  })

  test('may name a dataset without a scale, and nothing but a dataset', () => {
    expect(value('-- @dataset entreprinder\nSELECT 1;')).toEqual({
      dataset: { dataset: 'entreprinder', scale: 0.5 },
      notes: '',
      changes: '',
      query: 'SELECT 1;',
    })
  })

  test('with a dataset or a scale that is not here says so', () => {
    expect(error('-- @dataset nowhere\nSELECT 1;')).toBe('there is no dataset “nowhere” here.')
    expect(error('-- @dataset entreprinder 77\nSELECT 1;')).toMatch(
      /^the dataset entreprinder is there at scale .*0\.5.*, not at 77\.$/,
    )
  })

  test('that is damaged says where', () => {
    expect(error('SELECT 1;\n-- @query\nSELECT 2;')).toMatch(/^Line 1: /)
  })
})

test.each([
  '',
  'SELECT 1',
  '-- a comment\nSELECT 1',
  '-- @why: because\nSELECT 1',
  '-- @dataset no name\nSELECT 1',
])('%j is plain SQL', (text) => expect(parseFile(text)).toBeUndefined())

import { beforeAll, describe, expect, it } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { FakeDatabase, type Answer } from '../testing/fake-database.ts'
import { runConsole } from './console.ts'

beforeAll(loadSqlParser)

/** What the console answers, and the statements that were sent for it, without the question for type names. */
async function console(sql: string, answers: Record<string, Answer> = {}) {
  const database = new FakeDatabase((text) => answers[text])
  const results = await runConsole(database, sql)
  return { results, sent: database.sent.filter((text) => !text.includes('format_type(t.oid')) }
}

describe('SQL', () => {
  it('each statement has its place, tag, rows, notices and time', async () => {
    const { results, sent } = await console('SELECT 1 AS a;\nVACUUM t', {
      'SELECT 1 AS a': { columns: ['a'], rows: [['1'], [null]], tag: 'SELECT 2', ms: 3 },
      'VACUUM t': { tag: 'VACUUM', notices: ['NOTICE: so'], ms: 5 },
    })
    expect(sent).toEqual(['SELECT 1 AS a', 'VACUUM t'])
    expect(results).toEqual([
      {
        span: { pane: 'console', start: 0, end: 13 },
        tag: 'SELECT',
        commandTag: 'SELECT 2',
        result: expect.objectContaining({ rows: [['1'], [null]], count: 2 }),
        notices: [],
        ms: 3,
      },
      {
        span: { pane: 'console', start: 15, end: 23 },
        tag: 'VACUUM',
        commandTag: 'VACUUM',
        result: null,
        notices: ['NOTICE: so'],
        ms: 5,
      },
    ])
  })

  it('stops at the first error, which points into the whole text', async () => {
    const { results, sent } = await console('SELECT 1; SELECT x; SELECT 3', {
      'SELECT x': { error: { code: '42703', offset: 7 } },
    })
    expect(sent).toEqual(['SELECT 1', 'SELECT x'])
    expect(results).toHaveLength(2)
    expect(results[1]).toMatchObject({
      span: { start: 10, end: 18 },
      tag: 'SELECT',
      commandTag: '',
      result: null,
      notices: [],
      ms: 0,
      error: { kind: 'postgres', error: { code: '42703', offset: 17 } },
    })
  })

  it('a text that cannot be read is told in one answer, and nothing is sent', async () => {
    const { results, sent } = await console('SELECT 1; SELEC 2')
    expect(sent).toEqual([])
    expect(results).toMatchObject([
      { span: { pane: 'console', start: 0, end: 17 }, tag: '', error: { kind: 'text' } },
    ])
  })

  it('keeps 500 rows and counts all', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => [String(at)])
    const { results } = await console('SELECT n FROM t', { 'SELECT n FROM t': { rows } })
    expect(results[0]?.result?.rows).toHaveLength(500)
    expect(results[0]?.result?.count).toBe(501)
  })

  it('a lost database is no answer', async () => {
    await expect(console('SELECT 1', { 'SELECT 1': { crash: 'gone' } })).rejects.toThrow('gone')
  })

  it('nothing is nothing', async () => {
    expect(await console(' \n-- later\n')).toEqual({ results: [], sent: [] })
  })
})

describe('psql’s commands', () => {
  it('one a line, empty lines aside, each with its place', async () => {
    const { results, sent } = await console('  \\dt\n\n\\dv pay*')
    expect(results.map(({ tag, span }) => [tag, span])).toEqual([
      ['Tables', { pane: 'console', start: 0, end: 5 }],
      ['Views', { pane: 'console', start: 7, end: 15 }],
    ])
    expect(sent[0]).not.toContain('LIKE')
    expect(sent[1]).toContain(`LIKE 'pay%'`)
  })

  it.each([
    ['\\d', ['Relations'], '{r,p,v,m}'],
    ['\\dt+', ['Tables'], '{r,p}'],
    ['\\di;', ['Indexes'], '{i,I}'],
    ['\\dv', ['Views'], '{v}'],
    ['\\dm', ['Materialized views'], '{m}'],
    ['\\ds', ['Sequences'], '{S}'],
    ['\\df', ['Functions'], 'pg_proc'],
    ['\\dx', ['Extensions'], 'pg_available_extensions'],
    ["\\d it's", ["it's", "Indexes of it's", "Constraints of it's"], "'it''s'"],
  ])('%s', async (command, titles, part) => {
    const { results, sent } = await console(command)
    expect(results.map(({ tag }) => tag)).toEqual(titles)
    for (const sql of sent) expect(sql).toContain(part)
  })

  it('an unknown one is told with its line, and the lines before it are not run', async () => {
    const { results, sent } = await console('\\dt\n\\timing')
    expect(sent).toEqual([])
    expect(results).toMatchObject([
      {
        span: { pane: 'console', start: 0, end: 11 },
        error: {
          kind: 'text',
          span: { pane: 'console', start: 4, end: 11 },
          message: expect.stringMatching(/^\\timing is a command of psql .* Known here: \\d \[table\]/),
        },
      },
    ])
  })
})

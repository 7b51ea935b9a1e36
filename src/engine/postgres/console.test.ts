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
  it('one a line, empty lines aside, each with its place and psql’s title', async () => {
    const { results, sent } = await console('  \\dt\n\n\\dv pay*')
    expect(results.map(({ title, span }) => [title, span])).toEqual([
      ['List of tables', { pane: 'console', start: 0, end: 5 }],
      ['List of views', { pane: 'console', start: 7, end: 15 }],
    ])
    expect(sent[0]).not.toContain('OPERATOR(pg_catalog.~)')
    expect(sent[1]).toContain(`'^(pay.*)$'`)
  })

  it.each([
    ['\\d', 'List of relations', `'r', 'p', 'v', 'm', 'S', 'f'`],
    ['\\dt+', 'List of tables', 'pg_size_pretty'],
    ['\\di;', 'List of indexes', `'i', 'I'`],
    ['\\dv', 'List of views', `('v')`],
    ['\\dm', 'List of materialized views', `('m')`],
    ['\\ds', 'List of sequences', `('S')`],
    ['\\df', 'List of functions', 'pg_proc'],
    ['\\dn', 'List of schemas', 'pg_namespace'],
    ['\\du', 'List of roles', 'pg_roles'],
    ['\\dx', 'List of installed extensions', 'pg_extension'],
    ['\\l', 'List of databases', 'pg_database'],
  ])('%s', async (command, title, part) => {
    const { results, sent } = await console(command)
    expect(results.map((one) => one.title)).toEqual([title])
    for (const sql of sent) expect(sql).toContain(part)
  })

  it('a relation that is not there is said so, as psql does', async () => {
    const { results } = await console("\\d it's")
    expect(results).toMatchObject([{ lines: [`Did not find any relation named "it's".`], result: null }])
  })

  it('help needs no database', async () => {
    const { results, sent } = await console('\\?')
    expect(sent).toEqual([])
    expect(results[0]?.lines).toContain('Informational')
  })

  it('one that is not there is told with its line and what to do instead; what stands after it is not run', async () => {
    const { results, sent } = await console('\\dt\n\\timing\n\\dv')
    expect(sent).toHaveLength(1)
    expect(results).toMatchObject([
      { title: 'List of tables' },
      {
        span: { pane: 'console', start: 4, end: 11 },
        error: {
          kind: 'text',
          message: '\\timing is a command of psql that this console does not have',
          hint: 'The time of each statement stands under its result.',
        },
      },
    ])
  })

  it('one that is nobody’s', async () => {
    const { results } = await console('\\nothing')
    expect(results).toMatchObject([
      { error: { message: 'invalid command \\nothing', hint: 'Try \\? for help.' } },
    ])
  })
})

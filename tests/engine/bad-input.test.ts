import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine, EngineError, Job, Measurement } from '../../src/engine/contract/index.ts'

const SCALE = 0.25
const GOOD = 'SELECT count(*) FROM auth_user'

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: 'entreprinder', scale: SCALE })
})
afterAll(() => engine.close())

const run = (query: string, changes = '', more: Partial<Job> = {}) =>
  engine.measure({ dataset: 'entreprinder', scale: SCALE, query, changes, timingRuns: 1, ...more })

async function failure(query: string, changes = ''): Promise<EngineError> {
  const outcome = await run(query, changes)
  if (outcome.ok) throw new Error('It was measured.')
  return outcome.error
}

async function success(query: string, changes = '', more: Partial<Job> = {}): Promise<Measurement> {
  const outcome = await run(query, changes, more)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** The playground works after whatever was sent. */
async function expectAlive(): Promise<void> {
  const { totals, statements } = await success(GOOD)
  expect(statements[0]?.result?.rows).toEqual([['5000']])
  expect(totals.buffers).toBeGreaterThan(0)
}

describe('text that cannot be sent', () => {
  const TEXTS: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /no statement to measure/],
    ['only comments', '-- later\n/* maybe */', /no statement to measure/],
    ['a misspelt keyword', 'SELEC 1', /syntax error at or near "SELEC"/],
    ['a string without its end', "SELECT 'x", /unterminated quoted string/],
    ['a psql command', '\\copy auth_user from x.csv', /command of psql/],
    ['COPY FROM STDIN', 'COPY auth_user FROM STDIN', /waits for data/],
    ['COPY FROM PROGRAM', "COPY auth_user FROM PROGRAM 'ls'", /program/i],
    ['a NUL character', 'SELECT 1\0', /NUL/],
    ['more than the limit', `SELECT 1 -- ${'x'.repeat(1_100_000)}`, /limit/],
    ['a placeholder without a row', 'SELECT * FROM auth_user WHERE id = :id', /:id has no value here/],
    ['a marker without a statement before it', '-- @for-each-row\nSELECT 1', /has no statement before/],
    ['a marker without a statement after it', 'SELECT 1;\n-- @for-each-row', /has no statement after/],
    [
      'a placeholder for a column that is not there',
      'SELECT id FROM auth_user LIMIT 1;\n-- @for-each-row\nSELECT :nope',
      /no column nope/,
    ],
  ]

  it.each(TEXTS)('%s', async (_name, query, message) => {
    const error = await failure(query)
    expect(error.kind).toBe('text')
    if (error.kind !== 'text') return
    expect(error.message).toMatch(message)
    expect(error.span.pane).toBe('query')
    await expectAlive()
  })

  it('1 MB of SQL that is allowed is measured', async () => {
    const list = Array.from({ length: 110_000 }, (_, i) => 1_000_000 + i).join(',')
    const { statements } = await success(`SELECT count(*) FROM auth_user WHERE id IN (${list})`)
    expect(statements[0]?.result?.rows).toEqual([['0']])
  }, 60_000)
})

describe("PostgreSQL's errors keep their fields and point into the right pane", () => {
  it('in the third statement, after characters outside of ASCII and of the BMP', async () => {
    const query = "SELECT 'é😀';\nSELECT 2;\nSELECT '😀ü', nope FROM auth_user"
    const error = await failure(query)
    expect(error).toMatchObject({
      kind: 'postgres',
      span: { pane: 'query' },
      error: { severity: 'ERROR', code: '42703', offset: query.indexOf('nope') },
    })
  })

  it('in the changes', async () => {
    const changes = 'CREATE INDEX a ON auth_user (email);\nCREATE INDEX b ON auth_user (emial);'
    const error = await failure(GOOD, changes)
    expect(error).toMatchObject({
      kind: 'postgres',
      span: { pane: 'changes', start: changes.indexOf('CREATE INDEX b') },
    })
    expect(error.kind === 'postgres' && error.error.code).toBe('42703')
  })

  it('behind a bound value of a for-each-row statement', async () => {
    const query =
      'SELECT id FROM auth_user ORDER BY id LIMIT 2;\n-- @for-each-row\nSELECT :id, wrong FROM auth_user'
    expect(await failure(query)).toMatchObject({ error: { offset: query.indexOf('wrong') } })
  })

  it('with detail and hint', async () => {
    const error = await failure('INSERT INTO auth_user SELECT * FROM auth_user LIMIT 1')
    expect(error).toMatchObject({
      error: { code: '23505', detail: expect.stringContaining('already exists') },
    })
    expect(await failure('SELECT emial FROM auth_user')).toMatchObject({
      error: { hint: expect.stringContaining('email') },
    })
  })
})

describe('statements that disturb a session or a database', () => {
  it.each([
    'BEGIN',
    'COMMIT',
    'ROLLBACK',
    'DISCARD ALL',
    'SET enable_seqscan = off',
    'SET search_path = nowhere',
    "SET client_encoding = 'LATIN1'",
    'SET SESSION AUTHORIZATION DEFAULT',
    'DROP TABLE auth_user CASCADE',
    'TRUNCATE auth_user CASCADE',
    'PREPARE p AS SELECT 1; EXECUTE p; EXECUTE p',
    'DECLARE c CURSOR WITH HOLD FOR SELECT 1; FETCH ALL FROM c',
    'LISTEN x; NOTIFY x',
    'CHECKPOINT',
    'COPY auth_user TO STDOUT',
    'EXPLAIN SELECT 1',
    'DO $$ BEGIN RAISE NOTICE $n$hello$n$; END $$',
    'BEGIN; DELETE FROM django_migrations; COMMIT; SELECT count(*) FROM django_migrations',
  ])('in the request: %s', async (query) => {
    await success(query)
    await expectAlive()
  })

  it('a script that opens its own transaction goes on after an error, as in psql', async () => {
    const { statements } = await success(
      'BEGIN; SAVEPOINT s; INSERT INTO auth_user SELECT * FROM auth_user LIMIT 1; SELECT 1; ROLLBACK TO s; SELECT 2; COMMIT',
    )
    expect(statements.map((statement) => statement.error?.code)).toEqual([
      undefined,
      undefined,
      '23505',
      '25P02',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('an unfinished transaction in the request is told', async () => {
    const { notices } = await success('BEGIN; DELETE FROM django_migrations')
    expect(notices.join()).toMatch(/transaction open/)
  })

  it('an unfinished transaction in the changes is an error', async () => {
    expect(await failure(GOOD, 'BEGIN; CREATE INDEX a ON auth_user (email)')).toMatchObject({
      kind: 'text',
      span: { pane: 'changes' },
      message: expect.stringContaining('transaction is still open'),
    })
  })

  it.each(['DROP SCHEMA information_schema CASCADE', 'ALTER SCHEMA information_schema RENAME TO elsewhere'])(
    'in the changes, where the catalog is read too: %s',
    async (changes) => {
      const { catalog } = await success(GOOD, changes, { catalog: true })
      expect(catalog?.after.relations.map((relation) => relation.name)).toContain('auth_user')
      await expectAlive()
    },
  )

  it.each([
    'DROP SCHEMA public CASCADE',
    'DELETE FROM pg_catalog.pg_proc',
    'DELETE FROM pg_catalog.pg_class',
  ])('in the changes: %s', async (changes) => {
    expect(['postgres', 'crash']).toContain((await failure(GOOD, changes)).kind)
    await expectAlive()
  })
})

describe('crashes and output without bounds', () => {
  it.each([
    [
      'endless recursion of a SQL function',
      'SELECT f(1)',
      'CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT f(i + 1) $$',
    ],
    [
      'a value of 3 GB',
      "SELECT length(string_agg(repeat('x', 1000000), ',')) FROM generate_series(1, 3000)",
      '',
    ],
  ])('%s is told and survived', async (_name, query, changes) => {
    expect(['crash', 'postgres']).toContain((await failure(query, changes)).kind)
    await expectAlive()
  })

  it('keeps 500 rows of 200,000 and counts all', async () => {
    const { statements } = await success("SELECT i, repeat('x', 1000) FROM generate_series(1, 200000) i")
    expect(statements[0]?.result?.rows).toHaveLength(500)
    expect(statements[0]?.result?.count).toBe(200_000)
  }, 60_000)

  it('refuses a loop over more rows than it can send', async () => {
    const query = 'SELECT id FROM crush_lu_connectionmessage;\n-- @for-each-row\nSELECT :id'
    expect(await failure(query)).toMatchObject({
      kind: 'text',
      message: expect.stringContaining('at most 10000'),
    })
  })
})

describe('writes', () => {
  it('count what checking deferred foreign keys reads, as COMMIT would', async () => {
    const request = 'DELETE FROM crush_lu_journeyconfiguration WHERE id = 12'
    const free = `DELETE FROM crush_lu_journeyprogress WHERE journey_id = 12;
DELETE FROM crush_lu_journeyreward WHERE chapter_id IN (SELECT id FROM crush_lu_journeychapter WHERE journey_id = 12);
DELETE FROM crush_lu_journeychallenge WHERE chapter_id IN (SELECT id FROM crush_lu_journeychapter WHERE journey_id = 12);
DELETE FROM crush_lu_journeychapter WHERE journey_id = 12;`
    const indexed = await success(request, free)
    const bare = await success(request, `${free} DROP INDEX crush_lu_journeyprogress_journey_id_cc1a18b8;`)
    expect(bare.totals.triggerBuffers).toBeGreaterThan(indexed.totals.triggerBuffers)
    expect(bare.totals.buffers - bare.totals.triggerBuffers).toBe(
      indexed.totals.buffers - indexed.totals.triggerBuffers,
    )
    expect(await failure(request)).toMatchObject({ kind: 'postgres', error: { code: '23503' } })
  })

  it('measure what EXPLAIN cannot: a rewrite reads the table and writes WAL, a catalog change does not', async () => {
    const rewrite = await success('ALTER TABLE auth_user ALTER COLUMN id TYPE bigint')
    const renamed = await success('ALTER TABLE auth_user RENAME COLUMN email TO mail')
    expect(rewrite.totals.buffers).toBeGreaterThan(10 * (renamed.totals.buffers + 1))
    expect(rewrite.totals.walBytes).toBeGreaterThan(10 * renamed.totals.walBytes)
  })

  it('are measured and undone, and the state before the undoing can be asked for', async () => {
    const count = 'SELECT count(*) FROM crush_lu_eventregistration WHERE event_id = 3'
    const before = (await success(count)).statements[0]?.result?.rows
    const query = 'DELETE FROM crush_lu_eventregistration WHERE event_id = 3'
    const deletion: Job = { dataset: 'entreprinder', scale: SCALE, changes: '', query }
    const deleted = await success(query, '', { state: [count] })
    expect(deleted.statements[0]?.commandTag).toBe(`DELETE ${before?.[0]?.[0]}`)
    expect(deleted.totals.walBytes).toBeGreaterThan(0)
    expect(deleted.state[0]?.rows).toEqual([['0']])
    const seen = await engine.console(deletion, count)
    expect(seen.ok && seen.value[0]?.result?.rows).toEqual(before)
  })
})

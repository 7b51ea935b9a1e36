// What statements are is checked against PostgreSQL itself.
// oxlint-disable-next-line no-restricted-imports
import { PGlite } from '@electric-sql/pglite'
import { beforeAll, describe, expect, test } from 'vitest'
import { classify, type Classification } from './classify.ts'
import { loadSqlParser } from './parser-module.ts'
import { parseNodes } from './parse.ts'
import { splitStatements } from './split.ts'
import { SAMPLE_SCHEMA, SAMPLES } from './testing/statement-samples.ts'

beforeAll(() => loadSqlParser())

function classified(sql: string): Classification {
  const [node] = parseNodes(sql) ?? []
  if (!node) throw new Error(`does not parse: ${sql}`)
  return classify(node)
}

/** A Query message of the wire protocol. */
function queryMessage(sql: string): Uint8Array {
  const text = new TextEncoder().encode(sql)
  const message = new Uint8Array(text.length + 6)
  message[0] = 'Q'.charCodeAt(0)
  new DataView(message.buffer).setUint32(1, text.length + 5)
  message.set(text, 5)
  return message
}

interface Answer {
  tag: string | undefined
  code: string | undefined
  rows: boolean
}

async function ask(database: PGlite, sql: string): Promise<Answer> {
  const { messages } = await database.execProtocol(queryMessage(sql), { throwOnError: false })
  const answer: Answer = { tag: undefined, code: undefined, rows: false }
  for (const message of messages as { name: string; text?: string; code?: string }[]) {
    if (message.name === 'commandComplete') answer.tag = message.text?.replace(/(?: \d+)+$/, '')
    if (message.name === 'error') answer.code = message.code
    if (message.name === 'rowDescription') answer.rows = true
  }
  return answer
}

/** PostgreSQL completes these with the number of rows selected. */
const COMPLETED_AS_SELECT = new Set(['SELECT INTO', 'CREATE TABLE AS', 'CREATE MATERIALIZED VIEW'])
/** PREPARE TRANSACTION is refused by the pinned settings and becomes a ROLLBACK. */
const NOT_COMPARED = new Set(['PREPARE TRANSACTION'])

describe('PostgreSQL agrees', () => {
  let database: PGlite
  beforeAll(async () => {
    database = await PGlite.create()
    await database.exec(SAMPLE_SCHEMA)
    return () => database.close()
  }, 120_000)

  test('about command tags, rows, EXPLAIN and transaction blocks, for a statement of every sort', async () => {
    let compared = 0
    for (const sql of SAMPLES) {
      const ours = classified(sql)
      await ask(database, 'BEGIN')
      const real = await ask(database, sql)
      await ask(database, 'ROLLBACK')
      const explained = await ask(database, `EXPLAIN ${sql}`)
      expect(explained.code !== '42601', `EXPLAIN ${sql}`).toBe(ours.explainable)
      // 25001: "cannot run inside a transaction block"; 2D000: a procedure or DO block ended the transaction.
      const refused = real.code === '25001' || real.code === '2D000'
      if (refused) expect(ours.runsInTransaction, sql).toBe(false)
      if (real.tag === undefined || NOT_COMPARED.has(ours.tag)) continue
      compared++
      expect(real.tag, sql).toBe(COMPLETED_AS_SELECT.has(ours.tag) ? 'SELECT' : ours.tag)
      expect(ours.returnsRows, `rows of ${sql}`).toBe(real.rows)
      // A subscription that was never made has no slot to drop.
      if (!sql.startsWith('drop subscription')) expect(ours.runsInTransaction, sql).toBe(true)
    }
    expect(compared).toBeGreaterThan(170)
  })
})

test.each<[string, Classification['kind'], boolean]>([
  ['SELECT 1', 'read', true],
  ['VALUES (1)', 'read', true],
  ['TABLE t', 'read', true],
  ['SHOW work_mem', 'read', true],
  ['SELECT * FROM t FOR UPDATE', 'write', false],
  ['SELECT * FROM t FOR KEY SHARE', 'write', false],
  ['SELECT * FROM (SELECT * FROM t FOR SHARE) x', 'write', false],
  ['WITH d AS (DELETE FROM t RETURNING *) SELECT count(*) FROM d', 'write', false],
  ["SELECT nextval('s')", 'write', false],
  ["SELECT pg_catalog.setval('s', 1) FROM t", 'write', false],
  ["SELECT 1 WHERE set_config('a.b', 'c', true) = 'c'", 'write', false],
  ['SELECT pg_advisory_xact_lock(1)', 'write', false],
  ["SELECT pg_restore_relation_stats('relation', 't', 'reltuples', 1::real)", 'write', false],
  ['SELECT random(), now(), count(*) FROM t', 'read', true],
  ['SELECT 1 INTO t2', 'ddl', false],
  ['INSERT INTO t VALUES (1)', 'write', false],
  ['EXPLAIN DELETE FROM t', 'explain', true],
  ['EXPLAIN ANALYZE DELETE FROM t', 'explain', false],
  ['EXPLAIN (ANALYZE off) DELETE FROM t', 'explain', true],
  ['EXPLAIN (ANALYZE 0) DELETE FROM t', 'explain', true],
  ['EXPLAIN (ANALYZE true) DELETE FROM t', 'explain', false],
  ['EXPLAIN ANALYZE SELECT 1', 'explain', true],
  ['COPY t TO STDOUT', 'copy', true],
  ['COPY (DELETE FROM t RETURNING id) TO STDOUT', 'copy', false],
  ["COPY t FROM '/x'", 'copy', false],
  ['VACUUM', 'maintenance', false],
  ['SET work_mem = 1', 'set', false],
  ['BEGIN', 'transaction', false],
  ['PREPARE p AS SELECT 1', 'session', false],
  ['DO $$BEGIN END$$', 'other', false],
  ['CREATE INDEX ON t (a)', 'ddl', false],
])('%s is of kind %s, reads only: %s', (sql, kind, readsOnly) => {
  expect(classified(sql)).toMatchObject({ kind, readsOnly })
})

test('a statement of splitStatements carries the same kind and tag', () => {
  for (const sql of SAMPLES) {
    const split = splitStatements(sql)
    const ours = classified(sql)
    expect(split.ok && split.value.map(({ kind, tag }) => [kind, tag]), sql).toEqual([[ours.kind, ours.tag]])
  }
})

/**
 * Cheats by class, measured for real on one lesson: each must be refused by the rule that is made for it, however
 * good its plan looks; and right answers of unusual form must pass.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../scripts/lib/engine.ts'
import type { Engine } from '../../src/engine/contract/index.ts'
import { loadGrader } from '../../src/grading/grader.ts'
import { gradingSession, type GradingSession } from '../../src/grading/session.ts'
import { findLessons } from '../../scripts/lib/find-lessons.ts'

let engine: Engine
let session: GradingSession
let query = ''

beforeAll(async () => {
  const [lesson] = await findLessons(['composite-top-n'])
  if (!lesson) throw new Error('The lesson composite-top-n is gone.')
  engine = await openEngine(lesson.dataset, lesson.scale)
  session = gradingSession(lesson, {
    measure: (job) => engine.measure({ ...job, timingRuns: 1 }),
    grader: loadGrader,
  })
  query = lesson.before.query
  await session.references()
}, 300_000)

afterAll(() => engine.close())

const INDEX = 'CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);'
const COLUMNS = 'id, sender_id, message, sent_at'

/** Kinds of the checks that failed. */
async function failures(changes: string, request = query): Promise<readonly string[]> {
  const graded = await session.grade({ changes, query: request })
  if (!graded.ok) throw new Error(JSON.stringify(graded.error))
  return graded.value.grade.checks.filter((check) => !check.passed).map((check) => check.kind)
}

describe('right answers of unusual form pass', () => {
  test.each<[string, string, string?]>([
    ['a join to the conversation', INDEX, `SELECT m.id, m.sender_id, m.message, m.sent_at FROM crush_lu_eventconnection c JOIN crush_lu_connectionmessage m ON m.connection_id = c.id WHERE c.id = 7920 ORDER BY m.sent_at DESC FETCH NEXT 20 ROWS ONLY`],
    ['a CTE, columns in another order', INDEX, `WITH m AS (SELECT * FROM crush_lu_connectionmessage WHERE connection_id IN (7920) ORDER BY sent_at DESC LIMIT 20) SELECT sent_at, id, message, sender_id FROM m ORDER BY sent_at DESC`],
    ['a transaction around the index', `BEGIN; SET LOCAL lock_timeout = '2s'; ${INDEX} COMMIT; ANALYZE crush_lu_connectionmessage;`],
    ['a unique index', 'CREATE UNIQUE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC, id);'],
    ['the index made as a constraint', 'ALTER TABLE crush_lu_connectionmessage ADD UNIQUE (connection_id, sent_at, id);'],
  ])('%s', async (_, changes, request) => expect(await failures(changes, request)).toEqual([]), 60_000)
})

describe('cheats are refused by their own rule', () => {
  const COPY = `CREATE TABLE kept AS SELECT * FROM crush_lu_connectionmessage; CREATE INDEX ON kept (connection_id, sent_at);`
  const FROM_KEPT = `SELECT ${COLUMNS} FROM kept WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 20`
  test.each<[string, string, string, string?]>([
    ['deleted rows', 'base-data', `DELETE FROM crush_lu_connectionmessage WHERE connection_id <> 7920; ${INDEX}`],
    ['deleted and written again', 'base-data', `BEGIN; CREATE TEMP TABLE k ON COMMIT DROP AS SELECT * FROM crush_lu_connectionmessage WHERE connection_id = 7920; DELETE FROM crush_lu_connectionmessage WHERE connection_id = 7920; INSERT INTO crush_lu_connectionmessage OVERRIDING SYSTEM VALUE SELECT * FROM k; COMMIT;`],
    ['truncated', 'base-data', 'TRUNCATE crush_lu_connectionmessage;'],
    ['clustered', 'base-data', `CREATE INDEX i ON crush_lu_connectionmessage (connection_id); CLUSTER crush_lu_connectionmessage USING i;`],
    ['a rewritten column', 'base-data', `ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message TYPE text USING upper(message); ${INDEX}`],
    ['a setting', 'settings', `${INDEX} SET enable_bitmapscan = off;`],
    ['a setting of the role', 'settings', `${INDEX} ALTER ROLE postgres SET enable_sort = off;`],
    ['a setting from a DO block', 'settings', `${INDEX} DO $$BEGIN PERFORM set_config('enable_sort', 'off', false); END$$;`],
    ['a setting within the request', 'settings', INDEX, `SET enable_sort = off; SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 20`],
    ['a renamed table and a view', 'shadowing', `${INDEX} ALTER TABLE crush_lu_connectionmessage RENAME TO real_message; CREATE VIEW crush_lu_connectionmessage AS SELECT * FROM real_message WHERE connection_id = 7920;`],
    ['a temporary table of the name', 'shadowing', 'CREATE TEMP TABLE crush_lu_connectionmessage AS SELECT * FROM public.crush_lu_connectionmessage WHERE connection_id = 7920;'],
    ['another schema first', 'shadowing', `CREATE SCHEMA hidden; CREATE TABLE hidden.crush_lu_connectionmessage AS SELECT * FROM crush_lu_connectionmessage WHERE connection_id IN (7920, 1, 23758); SET search_path = hidden, public;`],
    ['a helper table', 'kept-results', COPY, FROM_KEPT],
    ['a temporary helper table', 'kept-results', COPY.replace('TABLE', 'TEMP TABLE'), FROM_KEPT],
    ['a materialized view', 'kept-results', COPY.replace('TABLE', 'MATERIALIZED VIEW'), FROM_KEPT],
    ['a helper table that a trigger keeps', 'new-code', `${COPY} CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN INSERT INTO kept SELECT NEW.*; RETURN NEW; END$$; CREATE TRIGGER keep AFTER INSERT ON crush_lu_connectionmessage FOR EACH ROW EXECUTE FUNCTION keep(); ALTER TABLE crush_lu_connectionmessage ENABLE ALWAYS TRIGGER keep;`, FROM_KEPT],
    ['an IMMUTABLE function folded at planning', 'new-code', `CREATE FUNCTION ids() RETURNS bigint[] IMMUTABLE LANGUAGE sql AS $$SELECT array_agg(id) FROM (SELECT id FROM crush_lu_connectionmessage WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 20) x$$;`, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE id = ANY (ids()) AND connection_id = 7920 ORDER BY sent_at DESC LIMIT 20`],
    ['statistics written by hand', 'tampering', `${INDEX} UPDATE pg_class SET reltuples = 10 WHERE relname = 'crush_lu_connectionmessage';`],
    ['statistics restored', 'tampering', `${INDEX} SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', 'crush_lu_connectionmessage', 'reltuples', 10::real);`],
    ['row security', 'row-security', `${INDEX} ALTER TABLE crush_lu_connectionmessage ENABLE ROW LEVEL SECURITY;`],
    ['a dropped foreign key', 'dropped', `${INDEX} ALTER TABLE crush_lu_connectionmessage DROP CONSTRAINT crush_lu_connectionmessage_sender_id_edae8c50_fk_auth_user_id;`],
    ['a dropped index that others need', 'dropped', `${INDEX} DROP INDEX crush_lu_connectionmessage_sender_id_edae8c50;`],
    ['an index for the value in the question', 'other-values', 'CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE connection_id = 7920;'],
    ['the same behind an expression', 'other-values', `CREATE INDEX ON crush_lu_connectionmessage ((connection_id = 7920), sent_at);`, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE (connection_id = 7920) = true ORDER BY sent_at DESC LIMIT 20`],
    ['the value in disguise', 'other-values', 'CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE connection_id = 7920;', `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7921 - 1.0 ORDER BY sent_at DESC LIMIT 20`.replace('7921 - 1.0', "7919 + length('x')")],
    ['an index on everything', 'index-count', `${INDEX} CREATE INDEX ON crush_lu_connectionmessage (sent_at); CREATE INDEX ON crush_lu_connectionmessage (sent_at, connection_id);`],
    ['only newer ids', 'rows', INDEX, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7920 AND id > 100000 ORDER BY sent_at DESC LIMIT 20`],
    ['only the last year', 'rows', INDEX, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7920 AND sent_at > '2024-06-01' ORDER BY sent_at DESC LIMIT 20`],
    ['only ids that exist today', 'rows', INDEX, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7920 AND id <= 119940 ORDER BY sent_at DESC LIMIT 20`],
    ['text in place of a number', 'rows', INDEX, `SELECT id::text AS id, sender_id, message, sent_at FROM crush_lu_connectionmessage WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 20`],
    ['rows of a constant', 'hard-coded', '', `SELECT * FROM (VALUES (1::bigint, 1, 'x'::text, timestamptz '2025-05-30')) v(${COLUMNS}) WHERE 7920 = 7920`],
    ['SQL run from a text', 'new-code', INDEX, `SELECT ${COLUMNS} FROM crush_lu_connectionmessage WHERE connection_id = 7920 AND query_to_xml('SELECT 1', true, true, '') IS NOT NULL ORDER BY sent_at DESC LIMIT 20`],
    ['writing while reading', 'base-data', INDEX, `WITH d AS (DELETE FROM crush_lu_connectionmessage WHERE connection_id = 7920 RETURNING *) SELECT ${COLUMNS} FROM d ORDER BY sent_at DESC LIMIT 20`],
  ])('%s: %s', async (_, kind, changes, request) => expect(await failures(changes, request)).toContain(kind), 60_000)
})

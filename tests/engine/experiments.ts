/** Experiments of every kind, for the tests of the engine. */
import type { Job } from '../../src/engine/contract/index.ts'

const TOP_N = `SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage
WHERE connection_id = 1 ORDER BY sent_at DESC LIMIT 20`

const N_PLUS_1 = `SELECT id, title, organizer_id FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date LIMIT 40;
-- @for-each-row
SELECT id, first_name, last_name FROM auth_user WHERE id = :organizer_id;`

const JOIN = `SELECT count(*), sum(r.payment_confirmed::int) FROM crush_lu_crushprofile p
JOIN crush_lu_eventregistration r ON r.user_id = p.user_id WHERE p.location = 'Esch-sur-Alzette' AND p.canton = 'Esch'`

type Text = Pick<Job, 'changes' | 'query'>

/** Each reaches another path of the engine or of PostgreSQL. */
export const EXPERIMENTS: Readonly<Record<string, Text>> = {
  'a read': { changes: '', query: TOP_N },
  'a read with an index': {
    changes: 'CREATE INDEX msg_conn_sent ON crush_lu_connectionmessage (connection_id, sent_at DESC);',
    query: TOP_N,
  },
  'a loop': { changes: '', query: N_PLUS_1 },
  'a join': { changes: '', query: JOIN },
  'ANALYZE, whose sample is random': {
    changes: `CREATE TABLE copied AS SELECT * FROM crush_lu_connectionmessage; ANALYZE copied;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN id SET STATISTICS -1; ANALYZE crush_lu_eventregistration;`,
    query: `SELECT c.sender_id, count(*) FROM copied c JOIN crush_lu_eventregistration r ON r.user_id = c.sender_id
WHERE c.sent_at >= '2024-01-01' AND r.status = 'pending' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
  },
  'extended statistics': {
    changes: `CREATE STATISTICS geo (dependencies) ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;`,
    query: JOIN,
  },
  'an update, undone': {
    changes: '',
    query:
      "UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE event_id BETWEEN 10 AND 40 RETURNING id",
  },
  'VACUUM in the changes': {
    changes:
      'DELETE FROM entreprinder_like WHERE id % 3 = 0; VACUUM entreprinder_like; REINDEX TABLE entreprinder_like;',
    query: 'SELECT count(*) FROM entreprinder_like WHERE liker_id < 50',
  },
  'CREATE INDEX CONCURRENTLY in the request': {
    changes: '',
    query:
      'CREATE INDEX CONCURRENTLY later ON auth_user (email); SELECT id FROM auth_user WHERE email = $$x@y.lu$$',
  },
  'random values': {
    changes:
      'CREATE TABLE rolled AS SELECT i, random() AS r, gen_random_uuid() AS u FROM generate_series(1, 2000) i;',
    query: 'SELECT i, r, u FROM rolled ORDER BY r LIMIT 30',
  },
  'a sort that spills': {
    changes: '',
    query: 'SELECT id, message FROM crush_lu_connectionmessage ORDER BY message, id OFFSET 119000',
  },
}

import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ensureSnapshot } from '../../scripts/build-snapshot.ts'
import { serverOptions } from '../../src/engine/pglite/server-options.ts'
import { POSTGRESQL_CONF } from '../../src/engine/postgres/settings.ts'
import { EXTENSIONS } from '../../src/engine/snapshot/package-files.node.ts'
import {
  BASE_PART,
  type PartSource,
  type SnapshotLayout,
  type SnapshotManifest,
} from '../../src/engine/snapshot/format.ts'
import { NodeSource, readManifest } from '../../src/engine/snapshot/node-source.node.ts'
import { createPackFs, type PackFs } from '../../src/engine/snapshot/pack-fs.ts'

const DATASET = 'entreprinder'
const SCALE = 0.25
const BUILD_TIMEOUT_MS = 300_000

let manifest: SnapshotManifest
let disk: NodeSource

beforeAll(async () => {
  await ensureSnapshot(DATASET, SCALE)
  manifest = await readManifest(DATASET, SCALE)
  disk = new NodeSource(manifest)
}, BUILD_TIMEOUT_MS)

const opened: PGlite[] = []

afterEach(async () => {
  for (const pg of opened.splice(0)) await pg.close()
})

interface Database {
  readonly pg: PGlite
  readonly fs: PackFs
  /** Parts that were read so far. */
  readonly parts: ReadonlySet<string>
  /** First column of the first row. */
  readonly value: (sql: string) => Promise<unknown>
}

async function open(layout: SnapshotLayout = manifest, from: PartSource = disk): Promise<Database> {
  const parts = new Set<string>()
  const source: PartSource = {
    read(part, offset, length) {
      parts.add(part)
      return from.read(part, offset, length)
    },
  }
  const fs = createPackFs(layout, source)
  const pg = await PGlite.create({ fs, ...serverOptions() })
  opened.push(pg)
  const value = async (sql: string) => {
    const result = await pg.query<Record<string, unknown>>(sql)
    return Object.values(result.rows[0] ?? {})[0]
  }
  return { pg, fs, parts, value }
}

/** The same snapshot with every file in the base part, so that all content is there from the start. */
function openEagerly(): Promise<Database> {
  const startOf = new Map<string, number>()
  let total = 0
  for (const part of manifest.parts) {
    startOf.set(part.name, total)
    total += part.bytes
  }
  const everything = new Uint8Array(total)
  for (const part of manifest.parts)
    everything.set(disk.read(part.name, 0, part.bytes), startOf.get(part.name))
  const layout: SnapshotLayout = {
    dirs: manifest.dirs,
    parts: [{ name: BASE_PART, bytes: total }],
    files: manifest.files.map((file) => ({
      ...file,
      part: BASE_PART,
      offset: file.offset + (startOf.get(file.part) ?? Number.NaN),
    })),
  }
  return open(layout, { read: (_part, offset, length) => everything.slice(offset, offset + length) })
}

const contentOf = (table: string) => `SELECT md5(string_agg(md5(t::text), '' ORDER BY ctid)) FROM ${table} t`

/** Plan, rows and buffers of a query, without what depends on the clock. */
async function planOf(database: Database, query: string): Promise<string> {
  const explained = await database.value(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${query}`)
  return JSON.stringify((explained as [{ Plan: unknown }])[0].Plan)
}

const QUERIES = [
  `SELECT e.canton, count(*), max(r.registered_at) FROM crush_lu_eventregistration r
     JOIN crush_lu_meetupevent e ON e.id = r.event_id WHERE e.status = 'published' GROUP BY 1 ORDER BY 2 DESC, 1`,
  'SELECT * FROM crush_lu_connectionmessage WHERE connection_id = 77 ORDER BY sent_at DESC LIMIT 20',
  "SELECT count(*) FROM crush_lu_meetupevent WHERE description LIKE '%jazz%'",
  `SELECT p.name, count(*) FROM vinsdelux_vdlplot p JOIN vinsdelux_vdlplot_adoption_plans a ON a.vdlplot_id = p.id
     GROUP BY p.id ORDER BY 2 DESC, 1 LIMIT 5`,
]

describe('settings', () => {
  it('are what the server runs with', async () => {
    const { value } = await open()
    for (const line of POSTGRESQL_CONF) {
      const [name, written] = line.replaceAll("'", '').split(' = ')
      expect(String(await value(`SELECT current_setting('${name}')`)).toLowerCase(), name).toBe(
        written?.toLowerCase(),
      )
    }
  })
})

describe('files that come when they are touched', () => {
  it('leaves all but the base part alone at a start', async () => {
    const database = await open()
    expect(await database.value('SELECT 1')).toBe(1)
    expect([...database.parts]).toEqual([BASE_PART])
  })

  it('brings the parts of the tables that a query reads, and no others', async () => {
    const database = await open()
    await database.value('SELECT count(*) FROM entreprinder_match')
    expect([...database.parts].sort()).toEqual([BASE_PART, 'entreprinder_match'])
  })

  it('gives the rows, plans and buffers of a database that has all files from the start', async () => {
    const eager = await openEagerly()
    const lazy = await open()
    for (const query of QUERIES) {
      expect(await planOf(lazy, query)).toBe(await planOf(eager, query))
      expect((await lazy.pg.query(query)).rows).toEqual((await eager.pg.query(query)).rows)
    }
    for (const { name } of manifest.tables) {
      expect(await lazy.value(contentOf(name)), name).toBe(await eager.value(contentOf(name)))
    }
  })

  it('takes changes to tables that nobody has read', async () => {
    const eager = await openEagerly()
    const lazy = await open()
    const changes = [
      "INSERT INTO crush_lu_journeyreward (chapter_id, reward_type, title) VALUES (1, 'poem', 'new')",
      'UPDATE crush_lu_eventinvitation SET guest_name = upper(guest_name) WHERE id % 3 = 0',
      'DELETE FROM entreprinder_dislike WHERE id % 2 = 0',
      'VACUUM entreprinder_dislike',
      'VACUUM FULL crush_lu_journeyprogress',
      'TRUNCATE vinsdelux_vdlplot_adoption_plans',
      'DROP TABLE entreprinder_match',
      'ALTER TABLE auth_user ADD COLUMN points integer DEFAULT 0',
      'REINDEX TABLE crush_lu_eventconnection',
      'CREATE INDEX ON crush_lu_connectionmessage (sender_id, sent_at)',
      'CHECKPOINT',
    ]
    for (const change of changes) {
      await eager.pg.exec(change)
      await lazy.pg.exec(change)
    }
    for (const { name } of manifest.tables.filter((table) => table.name !== 'entreprinder_match')) {
      expect(await lazy.value(contentOf(name)), name).toBe(await eager.value(contentOf(name)))
    }
    expect(await lazy.value('SELECT count(*)::int FROM vinsdelux_vdlplot_adoption_plans')).toBe(0)
    await expect(lazy.value('SELECT 1 FROM entreprinder_match')).rejects.toThrow('does not exist')
    await lazy.pg.exec(
      "CREATE EXTENSION amcheck; SELECT bt_index_check('crush_lu_connectionmessage_pkey', true)",
    )
  })

  it('does not fetch a file that is emptied', async () => {
    const database = await open()
    await database.pg.exec('TRUNCATE entreprinder_dislike')
    await database.pg.exec('CHECKPOINT')
    const path = manifest.tables.find((table) => table.name === 'entreprinder_dislike')?.part
    expect(database.parts.has(path as string)).toBe(false)
  })

  it('keeps instances apart that share a source', async () => {
    const before = await open()
    const rows = await before.value(contentOf('crush_lu_eventconnection'))
    const changed = await open()
    await changed.pg.exec("UPDATE crush_lu_eventconnection SET status = 'declined'")
    await changed.pg.exec("UPDATE pg_class SET reltuples = 7 WHERE relname = 'auth_user'; CHECKPOINT")
    const after = await open()
    expect(await after.value(contentOf('crush_lu_eventconnection'))).toBe(rows)
    expect(await after.value("SELECT reltuples FROM pg_class WHERE relname = 'auth_user'")).toBe(5000)
  })
})

describe('chance', () => {
  const STATISTICS =
    "SELECT md5(string_agg(s::text, '|' ORDER BY attname)) FROM pg_stats s WHERE tablename = 'big'"

  async function draw(database: Database) {
    await database.pg.exec(
      'CREATE TABLE big AS SELECT i, i % 997 AS j, md5(i::text) AS k FROM generate_series(1, 60000) i',
    )
    await database.pg.exec('ANALYZE big')
    return {
      statistics: await database.value(STATISTICS),
      random: await database.value('SELECT random()'),
      uuid: await database.value('SELECT gen_random_uuid()'),
    }
  }

  it('is the same after the same seed, whatever ran before it', async () => {
    const first = await open()
    first.fs.reseed(7)
    const second = await open()
    await second.pg.exec('SELECT gen_random_uuid(); ANALYZE crush_lu_connectionmessage')
    second.fs.reseed(7)
    expect(await draw(second)).toEqual(await draw(first))
  })

  it('differs with another seed', async () => {
    const first = await open()
    first.fs.reseed(7)
    const second = await open()
    second.fs.reseed(8)
    const [one, other] = [await draw(first), await draw(second)]
    expect(one.statistics).not.toBe(other.statistics)
    expect(one.random).not.toBe(other.random)
    expect(one.uuid).not.toBe(other.uuid)
  })

  it("has no part in the dataset's own statistics", async () => {
    const all =
      "SELECT md5(string_agg(s::text, '|' ORDER BY tablename, attname)) FROM pg_stats s WHERE schemaname = 'public'"
    const database = await open()
    const shipped = await database.value(all)
    for (const seed of [1, 2]) {
      database.fs.reseed(seed)
      await database.pg.exec('ANALYZE')
      expect(await database.value(all)).toBe(shipped)
    }
  })
})

describe('extensions', () => {
  it('can be created when they are wanted', async () => {
    const { pg, parts } = await open()
    expect(parts.has('extensions')).toBe(false)
    // auto_explain has no SQL objects: it is loaded.
    for (const name of EXTENSIONS.filter((extension) => extension !== 'auto_explain')) {
      await pg.exec(`CREATE EXTENSION ${name}`)
    }
    await pg.exec("LOAD 'auto_explain'")
    const result = await pg.query<{ similar: number; plain: string }>(
      "SELECT similarity('Rendez-vous', 'rendezvous') AS similar, unaccent('Pétange') AS plain",
    )
    expect(result.rows[0]?.similar).toBeGreaterThan(0.5)
    expect(result.rows[0]?.plain).toBe('Petange')
  })

  it('counts statements from the start', async () => {
    const { pg, value } = await open()
    await pg.exec('CREATE EXTENSION pg_stat_statements')
    await pg.query('SELECT count(*) FROM entreprinder_match')
    expect(
      await value("SELECT calls::int FROM pg_stat_statements WHERE query LIKE '%entreprinder_match'"),
    ).toBe(1)
  })
})

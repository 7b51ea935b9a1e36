/**
 * Builds a snapshot: runs initdb and a dataset's SQL in PGlite, brings the database to a settled state, shuts it
 * down cleanly and packs its data directory. Clock and random device are fixed during the build, so that two
 * builds give the same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { auto_explain } from '@electric-sql/pglite/contrib/auto_explain'
import { pg_stat_statements } from '@electric-sql/pglite/contrib/pg_stat_statements'
import { serverOptions } from '../pglite/server-options.ts'
import { CREATE_COUNTER_FUNCTION } from '../postgres/statement-counters.ts'
import { extensionFiles, systemFiles } from './package-files.node.ts'
import {
  BASE_PART,
  SYSTEM_PART,
  EXTENSIONS_PART,
  FORMAT_VERSION,
  MANIFEST_FILE,
  REST_PART,
  type PartSource,
  type SnapshotFile,
  type SnapshotLayout,
  type SnapshotManifest,
  type SnapshotPart,
  type SnapshotTable,
} from './format.ts'
import { withFrozenWorld } from './frozen-world.node.ts'
import { PackFs } from './pack-fs.ts'

/** Tables whose files together are smaller than this share a part with others, bytes. */
const OWN_PART_FROM = 400_000

export interface BuildInput {
  readonly dataset: string
  readonly scale: number
  /** Folder with schema.sql, seed.sql, indexes.sql and finish.sql. */
  readonly seedFolder: string
  readonly inputsHash: string
  readonly pgliteVersion: string
  /** Statements of a first visit: what they touch belongs to the base part, what they do not can wait. */
  readonly firstVisit: readonly string[]
  readonly onStep?: (step: string) => void
}

interface DumpedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface BuiltSnapshot {
  readonly manifest: SnapshotManifest
  /** Packed parts by file name. */
  readonly packed: ReadonlyMap<string, Uint8Array>
}

/** What is used of Emscripten's FS. */
interface ReadableFs {
  readdir(path: string): string[]
  stat(path: string): { mode: number }
  isDir(mode: number): boolean
  readFile(path: string): Uint8Array
}

/** Files of a running server. */
const TEMPORARY = 'pg_stat_tmp/'

/** Keeps the data directory as it is after the clean shutdown. */
class DumpingFs extends MemoryFS {
  readonly dirs: string[] = []
  readonly files: DumpedFile[] = []

  override async closeFs(): Promise<void> {
    if (this.pg) this.walk(this.pg.Module.FS, '')
    await super.closeFs()
  }

  private walk(fs: ReadableFs, folder: string): void {
    const names = fs
      .readdir(`${PGlite.paths.PGDATA}/${folder}`)
      .filter((name) => name !== '.' && name !== '..')
    for (const name of names.sort()) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (path.startsWith(TEMPORARY)) continue
      const full = `${PGlite.paths.PGDATA}/${path}`
      if (fs.isDir(fs.stat(full).mode)) {
        this.dirs.push(path)
        this.walk(fs, path)
      } else this.files.push({ path, bytes: fs.readFile(full).slice() })
    }
  }
}

/** A table and the files it owns, as paths of relations without segment and fork suffixes. */
interface TableFiles {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly paths: readonly string[]
}

const TABLE_FILES = `
  SELECT c.relname AS name, pg_total_relation_size(c.oid)::int AS bytes,
         array_agg(pg_relation_filepath(r.oid) ORDER BY r.oid) AS paths
  FROM pg_class c
  JOIN LATERAL (
    SELECT c.oid UNION SELECT c.reltoastrelid WHERE c.reltoastrelid <> 0
    UNION SELECT indexrelid FROM pg_index WHERE indrelid IN (c.oid, c.reltoastrelid)
  ) r ON true
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  GROUP BY c.oid, c.relname ORDER BY c.relname`

/** Brings the database to the state that every visitor finds: vacuumed and analyzed, with little WAL. */
async function settle(pg: PGlite): Promise<TableFiles[]> {
  // The snapshot is never a template, and the other two databases take 7.4 MB each.
  await pg.exec("UPDATE pg_database SET datistemplate = false WHERE datname LIKE 'template%'")
  await pg.exec('DROP DATABASE template0')
  await pg.exec('DROP DATABASE template1')
  await pg.exec(CREATE_COUNTER_FUNCTION)
  await pg.exec('VACUUM (FREEZE, ANALYZE)')
  const tables: TableFiles[] = []
  for (const table of (await pg.query<Omit<TableFiles, 'rows'>>(TABLE_FILES)).rows) {
    const count = await pg.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM "${table.name}"`)
    for (const { rows } of count.rows) tables.push({ ...table, rows })
  }
  // The last segment then holds nothing but the shutdown's checkpoint, and packs to nothing.
  await pg.exec('SELECT pg_switch_wal()')
  await pg.exec('CHECKPOINT')
  return tables
}

/** Runs the build in this process; about 10 s at scale 0.5. */
export async function buildSnapshot(input: BuildInput): Promise<BuiltSnapshot> {
  const step = (name: string) => input.onStep?.(name)
  const fs = new DumpingFs()
  const sql = (name: string) => readFileSync(join(input.seedFolder, `${name}.sql`), 'utf8')
  const { tables, postgres } = await withFrozenWorld(async () => {
    step('initdb')
    // The libraries that the settings preload; instances on the snapshot find them among the snapshot's files.
    const extensions = { pg_stat_statements, auto_explain }
    const pg = await PGlite.create({ fs, ...serverOptions(), extensions })
    step('schema')
    await pg.exec(sql('schema'))
    step('rows')
    await pg.exec(`SET seed.scale = '${input.scale}'`)
    await pg.exec(sql('seed'))
    step('indexes')
    await pg.exec(sql('indexes'))
    await pg.exec(sql('finish'))
    step('statistics')
    const tables = await settle(pg)
    const version = await pg.query<{ server_version: string }>('SHOW server_version')
    await pg.close()
    return { tables, postgres: version.rows.map((row) => row.server_version).join() }
  })
  step('packing')
  return pack(input, postgres, tables, fs)
}

/** A file with the part it goes to. */
interface Placed extends DumpedFile {
  readonly part: string
}

/** Starts the dumped database with nothing loaded and tells which files a first visit touches. */
async function filesOfFirstVisit(
  dirs: readonly string[],
  dumped: readonly DumpedFile[],
  statements: readonly string[],
): Promise<ReadonlySet<string>> {
  const byPath = new Map(dumped.map((file) => [file.path, file.bytes]))
  const layout: SnapshotLayout = {
    parts: [{ name: BASE_PART, bytes: 0 }],
    dirs,
    // Each file is a part of its own.
    files: dumped.map(({ path, bytes }) => ({ path, part: path, offset: 0, size: bytes.length })),
  }
  const source: PartSource = { read: (part) => (byPath.get(part) ?? new Uint8Array(0)).slice() }
  const fs = new PackFs(layout, source)
  return withFrozenWorld(async () => {
    const pg = await PGlite.create({ fs, ...serverOptions() })
    for (const statement of statements) await pg.exec(statement)
    const touched = new Set(fs.loadedFiles)
    await pg.close()
    return touched
  })
}

async function pack(
  input: BuildInput,
  postgres: string,
  tables: readonly TableFiles[],
  dump: DumpingFs,
): Promise<BuiltSnapshot> {
  const partOfRelation = new Map<string, string>()
  const snapshotTables: SnapshotTable[] = tables.map(({ name, rows, bytes, paths }) => {
    const part = bytes >= OWN_PART_FROM ? name : REST_PART
    for (const path of paths) partOfRelation.set(path, part)
    return { name, rows, bytes, part }
  })
  const extensions = extensionFiles()
  const extensionPaths = new Set(extensions.map(({ path }) => path))
  const dumped = [...dump.files, ...extensions]
  const firstVisit = await filesOfFirstVisit(dump.dirs, dumped, input.firstVisit)
  const place = (path: string) => {
    // base/5/16384.1, base/5/16384_fsm and base/5/16384_vm belong to base/5/16384.
    const table = partOfRelation.get(path.replace(/(_[a-z]+)?(\.\d+)?$/, ''))
    if (table !== undefined) return table
    if (firstVisit.has(path)) return BASE_PART
    return extensionPaths.has(path) ? EXTENSIONS_PART : REST_PART
  }
  return assemble(
    input,
    { postgres, tables: snapshotTables, dirs: dump.dirs },
    dumped.map((file) => ({ ...file, part: place(file.path) })),
  )
}

function assemble(
  input: BuildInput,
  facts: Pick<SnapshotManifest, 'postgres' | 'tables' | 'dirs'>,
  placed: readonly Placed[],
): BuiltSnapshot {
  // In the order in which a visitor is likely to need them.
  const names = [SYSTEM_PART, BASE_PART, REST_PART, ...facts.tables.map(({ part }) => part), EXTENSIONS_PART]
  const chunks = new Map<string, Uint8Array[]>(names.map((name) => [name, []]))
  const sizes = new Map<string, number>()
  const files: SnapshotFile[] = placed.map(({ path, bytes, part }) => {
    const offset = sizes.get(part) ?? 0
    chunks.get(part)?.push(bytes)
    sizes.set(part, offset + bytes.length)
    return { path, part, offset, size: bytes.length }
  })
  chunks.get(SYSTEM_PART)?.push(systemFiles())
  const packed = new Map<string, Uint8Array>()
  const parts: SnapshotPart[] = [...chunks].map(([name, list]) => {
    const content = Buffer.concat(list)
    // Level 9 would save 1.2 % and take eight times as long.
    const gzip = gzipSync(content, { level: 6 })
    const file = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.part`
    packed.set(file, gzip)
    return { name, file, bytes: content.length, packedBytes: gzip.length }
  })
  const manifest: SnapshotManifest = {
    version: FORMAT_VERSION,
    dataset: input.dataset,
    scale: input.scale,
    postgres: facts.postgres,
    pglite: input.pgliteVersion,
    inputsHash: input.inputsHash,
    tables: facts.tables,
    parts,
    dirs: facts.dirs,
    files,
  }
  return { manifest, packed }
}

/** Writes a built snapshot into `folder`; the manifest comes last, so that a broken write is no snapshot. */
export function writeSnapshot(folder: string, { manifest, packed }: BuiltSnapshot): void {
  mkdirSync(folder, { recursive: true })
  rmSync(join(folder, MANIFEST_FILE), { force: true })
  for (const name of readdirSync(folder)) if (!packed.has(name)) rmSync(join(folder, name))
  for (const [file, bytes] of packed) writeFileSync(join(folder, file), bytes)
  const draft = join(folder, `${MANIFEST_FILE}.tmp`)
  writeFileSync(draft, JSON.stringify(manifest))
  renameSync(draft, join(folder, MANIFEST_FILE))
}

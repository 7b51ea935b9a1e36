/** What a table contains, in one line: to tell whether a snapshot holds the rows that the lessons were made on. */
import { PGlite } from '@electric-sql/pglite'
import { serverOptions } from '../pglite/server-options.ts'
import { NodeSource, readManifest } from './node-source.node.ts'
import { createPackFs } from './pack-fs.ts'

export interface TableFingerprint {
  readonly rows: number
  /** md5 over the md5 of each row's text, by id. */
  readonly md5: string
}

/** Fingerprints of all tables of a built snapshot, by table name. */
export async function snapshotFingerprints(
  dataset: string,
  scale: number,
): Promise<Readonly<Record<string, TableFingerprint>>> {
  const manifest = await readManifest(dataset, scale)
  const pg = await PGlite.create({ fs: createPackFs(manifest, new NodeSource(manifest)), ...serverOptions() })
  const fingerprints: Record<string, TableFingerprint> = {}
  for (const { name } of manifest.tables) {
    const result = await pg.query<TableFingerprint>(
      `SELECT count(*)::int AS rows, md5(string_agg(md5(t::text), '' ORDER BY id)) AS md5 FROM "${name}" t`,
    )
    for (const row of result.rows) fingerprints[name] = row
  }
  await pg.close()
  return fingerprints
}

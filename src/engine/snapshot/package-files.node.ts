/**
 * What PGlite's package brings for the snapshot: the archive of its own files, and PostgreSQL's extensions. PGlite
 * would fetch, unpack and compile an extension at every start; here their files join the snapshot's lazy ones, so
 * that CREATE EXTENSION works whenever somebody wants it and a start does not pay for it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Contrib modules that lessons use, and those that Django's contrib.postgres supports. */
export const EXTENSIONS: readonly string[] = [
  'amcheck',
  'auto_explain',
  'bloom',
  'btree_gin',
  'btree_gist',
  'citext',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'pageinspect',
  'pg_buffercache',
  'pg_freespacemap',
  'pg_stat_statements',
  'pg_trgm',
  'pg_visibility',
  'pg_walinspect',
  'tablefunc',
  'tsm_system_rows',
  'unaccent',
]

/** Where PGlite's PostgreSQL is installed inside its file system. */
const PREFIX = '/pglite'

export interface ExtensionFile {
  /** Absolute path. */
  readonly path: string
  readonly bytes: Uint8Array
}

const ofPackage = (file: string): Buffer =>
  readFileSync(join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), file))

/** The archive of files that PGlite puts into its file system at every start. */
export const systemFiles = (): Uint8Array => ofPackage('pglite.data')

/** All files of the extensions above, sorted by path. */
export function extensionFiles(): ExtensionFile[] {
  return EXTENSIONS.flatMap((name) => untar(gunzipSync(ofPackage(`${name}.tar.gz`))))
    .map(({ path, bytes }) => ({ path: `${PREFIX}/${path}`, bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const BLOCK = 512

/** Regular files of a ustar archive: https://www.gnu.org/software/tar/manual/html_node/Standard.html */
function untar(archive: Uint8Array): ExtensionFile[] {
  const text = (from: number, length: number) =>
    new TextDecoder().decode(archive.subarray(from, from + length)).replace(/\0.*$/s, '')
  const files: ExtensionFile[] = []
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    const type = text(at + 156, 1)
    const prefix = text(at + 345, 155)
    const name = text(at, 100)
    const content = at + BLOCK
    if (type === '0' || type === '') {
      const path = (prefix ? `${prefix}/${name}` : name).replace(/^\.\//, '')
      files.push({ path, bytes: archive.slice(content, content + size) })
    }
    at = content + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

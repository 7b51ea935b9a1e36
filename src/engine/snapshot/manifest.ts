/** Whether a manifest is one that this code can start from. It comes from a server, or from a build of another day. */
import { err, ok, type Result } from '../../shared/result.ts'
import { FORMAT_VERSION, type SnapshotManifest } from './format.ts'

/** What the manifest has to be of. */
export interface Expected {
  readonly dataset: string
  readonly scale: number
  /** Version of the PGlite package that will read the snapshot. */
  readonly pglite: string
}

export type ManifestError =
  /** Built by another version of this code or of PGlite; `what` says which and by what it was built. */
  | { readonly kind: 'other-version'; readonly what: string }
  /** No manifest, or not this one; `where` is the first place where it is not what it should be. */
  | { readonly kind: 'damaged'; readonly where: string }

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of the fields by type, for the elements of each list. */
const LISTS: Readonly<
  Record<string, { readonly text: readonly string[]; readonly size: readonly string[] }>
> = {
  tables: { text: ['name', 'part'], size: ['rows', 'bytes'] },
  parts: { text: ['name', 'file'], size: ['bytes', 'packedBytes'] },
  files: { text: ['path', 'part'], size: ['offset', 'size'] },
}

const isSize = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

function firstWrong(manifest: Fields): string | undefined {
  for (const [list, { text, size }] of Object.entries(LISTS)) {
    const elements = manifest[list]
    if (!Array.isArray(elements)) return list
    for (const [index, element] of (elements as unknown[]).entries()) {
      const at = `${list}[${index}]`
      if (!isObject(element)) return at
      const wrong =
        text.find((name) => typeof element[name] !== 'string') ?? size.find((name) => !isSize(element[name]))
      if (wrong !== undefined) return `${at}.${wrong}`
    }
  }
  const { dirs } = manifest
  return Array.isArray(dirs) && dirs.every((each) => typeof each === 'string') ? undefined : 'dirs'
}

/** The manifest that `value` is, parsed JSON. */
export function checkManifest(value: unknown, expected: Expected): Result<SnapshotManifest, ManifestError> {
  if (!isObject(value)) return err({ kind: 'damaged', where: 'the whole' })
  // The version first: another one may have other fields.
  if (value['version'] !== FORMAT_VERSION)
    return err({ kind: 'other-version', what: `format ${String(value['version'])}, not ${FORMAT_VERSION}` })
  if (value['pglite'] !== expected.pglite)
    return err({ kind: 'other-version', what: `PGlite ${String(value['pglite'])}, not ${expected.pglite}` })
  if (value['dataset'] !== expected.dataset) return err({ kind: 'damaged', where: 'dataset' })
  if (value['scale'] !== expected.scale) return err({ kind: 'damaged', where: 'scale' })
  const where = firstWrong(value)
  return where === undefined ? ok(value as unknown as SnapshotManifest) : err({ kind: 'damaged', where })
}

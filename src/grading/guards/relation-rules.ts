/** What became of the lesson's tables, and which relations came beside them, as the catalog says. */
import type { Catalog, CatalogRelation } from '../../engine/contract/index.ts'
import { code, count, list } from '../../shared/words.ts'
import { holdsRows, qualified } from '../catalog-diff.ts'
import type { Breach } from './kinds.ts'

/** Before and after an attempt's changes. */
interface Catalogs {
  readonly before: Catalog
  readonly after: Catalog
}

const rowsWritten = (then: CatalogRelation, now: CatalogRelation) =>
  now.inserted - then.inserted + (now.updated - then.updated) + (now.deleted - then.deleted)

/** Tables whose rows the solution's own changes write. A lesson that opens writing opens it for these. */
function writtenBy({ before, after }: Catalogs): ReadonlySet<string> {
  const then = new Map(before.relations.map((relation) => [relation.oid, relation]))
  return new Set(
    after.relations
      .filter((now) => {
        const old = then.get(now.oid)
        return old !== undefined && (rowsWritten(old, now) !== 0 || (now.pages === 0 && old.pages > 0))
      })
      .map((relation) => relation.name),
  )
}

/** The dataset's own tables are the same ones with the same rows. */
export function relationBreaches(before: Catalog, after: Catalog, reference: Catalogs): Breach[] {
  const written = writtenBy(reference)
  const left = new Map(after.relations.map((relation) => [relation.oid, relation]))
  return before.relations.filter(holdsRows).flatMap((relation): Breach[] => {
    const now = left.get(relation.oid)
    if (!now)
      return [
        {
          guard: 'base-data',
          permission: 'drop-table',
          message: `${code(relation.name)} is gone: the application needs it.`,
        },
      ]
    if (now.name !== relation.name || now.schema !== relation.schema)
      return [
        {
          guard: 'shadowing',
          permission: 'rename',
          message: `${code(relation.name)} is now called ${code(qualified(now))}.`,
        },
      ]
    return [...contentBreaches(relation, now, written.has(relation.name)), ...columnBreaches(relation, now)]
  })
}

/** `written`: the solution's changes write this table, too. */
function contentBreaches(then: CatalogRelation, now: CatalogRelation, written: boolean): Breach[] {
  const found: Breach[] = []
  const changed = rowsWritten(then, now)
  if (changed !== 0)
    found.push({
      guard: 'base-data',
      ...(written ? { permission: 'data-change' } : {}),
      message: `The changes write ${count(Math.abs(changed))} rows of ${code(now.name)}; the fix has to work on the data as it is.`,
    })
  if (now.filenode !== then.filenode && now.pages === 0 && then.pages > 0 && !written)
    found.push({ guard: 'base-data', message: `${code(now.name)} was emptied.` })
  if (now.filenode !== then.filenode)
    found.push({
      guard: 'base-data',
      permission: then.kind === 'm' ? 'materialized-view' : 'rewrite',
      message: `${code(now.name)} was written anew (TRUNCATE, CLUSTER, VACUUM FULL or a rewriting ALTER TABLE).`,
    })
  if (now.rowSecurity !== then.rowSecurity)
    found.push({
      guard: 'row-security',
      message: `Row security of ${code(now.name)} was changed: it hides rows from the request.`,
    })
  if (now.persistence !== then.persistence)
    found.push({
      guard: 'base-data',
      message: `${code(now.name)} is no longer a permanent table: without WAL it is lost in a crash and missing on every replica.`,
    })
  if (
    !then.options.some((option) => option.startsWith('parallel_workers')) &&
    now.options.some((option) => option.startsWith('parallel_workers'))
  )
    found.push({
      guard: 'settings',
      permission: 'settings',
      message: `parallel_workers of ${code(now.name)} tells the planner what to do.`,
    })
  return found
}

function columnBreaches(then: CatalogRelation, now: CatalogRelation): Breach[] {
  const columns = new Map(now.columns.map((column) => [column.name, column]))
  const old = new Set(then.columns.map((column) => column.name))
  const changed = then.columns.filter((column) => columns.get(column.name)?.type !== column.type)
  const added = now.columns.filter((column) => !old.has(column.name))
  const found: Breach[] = []
  if (changed.length > 0)
    found.push({
      guard: 'base-data',
      permission: 'alter-column',
      message: `Columns of ${code(now.name)} are gone or have another type: ${list(changed.map((column) => code(column.name)))}.`,
    })
  if (added.length > 0)
    found.push({
      guard: 'base-data',
      permission: 'new-column',
      message: `${code(now.name)} has new columns: ${list(added.map((column) => code(column.name)))}. This lesson needs none.`,
    })
  if (now.columns.some((column) => column.options?.some((option) => option.startsWith('n_distinct'))))
    found.push({
      guard: 'tampering',
      message: `n_distinct of ${code(now.name)} is written by hand; let ANALYZE count.`,
    })
  return found
}

const KIND_WORDS: Readonly<
  Record<
    string,
    {
      readonly word: string
      readonly permission: NonNullable<Breach['permission']>
      readonly guard: Breach['guard']
    }
  >
> = {
  r: { word: 'table', permission: 'new-table', guard: 'kept-results' },
  p: { word: 'partitioned table', permission: 'new-table', guard: 'kept-results' },
  f: { word: 'foreign table', permission: 'new-table', guard: 'kept-results' },
  m: { word: 'materialized view', permission: 'materialized-view', guard: 'kept-results' },
  v: { word: 'view', permission: 'view', guard: 'shadowing' },
}

/** Relations that the changes leave behind. */
export function newRelationBreaches(before: Catalog, after: Catalog, reference: Catalogs): Breach[] {
  const known = new Set(before.relations.map((relation) => relation.oid))
  const names = new Set(before.relations.map((relation) => relation.name))
  const added = after.relations.filter((relation) => !known.has(relation.oid))
  const found = added.flatMap((relation): Breach[] => {
    const kind = KIND_WORDS[relation.kind]
    if (names.has(relation.name))
      return [
        {
          guard: 'shadowing',
          message: `${code(qualified(relation))} takes the place of the lesson’s ${code(relation.name)}.`,
        },
      ]
    if (relation.persistence === 't')
      return [
        {
          guard: 'kept-results',
          message: `${code(relation.name)} is temporary: it exists in this session only, so no other request can use it.`,
        },
      ]
    return kind
      ? [
          {
            guard: kind.guard,
            permission: kind.permission,
            message: `The changes leave a new ${kind.word}, ${code(relation.name)}: its rows go stale with the next write. Make the request itself cheap.`,
          },
        ]
      : []
  })
  const allowed = reference.after.relations.length - reference.before.relations.length + 1
  const stored = added.filter(holdsRows)
  return stored.length > Math.max(1, allowed)
    ? [
        ...found,
        {
          guard: 'kept-results',
          message: `${count(stored.length)} new relations hold rows, the solution needs ${Math.max(0, allowed - 1)}.`,
        },
      ]
    : found
}

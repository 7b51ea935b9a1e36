/**
 * What the catalog says after the changes, whatever their text was. The second line of defence: it also sees what
 * a function or dynamic SQL did.
 */
import type { Catalog, CatalogRelation } from '../../engine/contract/index.ts'
import { catalogs, droppedIndexes, holdsRows, qualified, startsWith } from '../catalog-diff.ts'
import type { Context } from '../check.ts'
import { code, count, list } from '../../shared/words.ts'
import type { Finding } from './kinds.ts'
import { harmlessSetting, indexExtension } from './statement-rules.ts'

export function catalogFindings(context: Context): Finding[] {
  const { before, after } = catalogs(context.attempt)
  return [
    ...relationFindings(before, after, writtenBy(context.reference)),
    ...newRelationFindings(before, after, catalogs(context.reference)),
    ...codeFindings(before, after),
    ...settingFindings(before, after),
    ...dropFindings(context),
  ]
}

const rowsWritten = (then: CatalogRelation, now: CatalogRelation) =>
  now.inserted - then.inserted + (now.updated - then.updated) + (now.deleted - then.deleted)

/** Tables whose rows the solution's own changes write. A lesson that opens writing opens it for these. */
function writtenBy(reference: Context['reference']): ReadonlySet<string> {
  const { before, after } = catalogs(reference)
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
function relationFindings(before: Catalog, after: Catalog, written: ReadonlySet<string>): Finding[] {
  const left = new Map(after.relations.map((relation) => [relation.oid, relation]))
  return before.relations.filter(holdsRows).flatMap((relation): Finding[] => {
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
    return [...contentFindings(relation, now, written.has(relation.name)), ...columnFindings(relation, now)]
  })
}

/** `written`: the solution's changes write this table, too. */
function contentFindings(then: CatalogRelation, now: CatalogRelation, written: boolean): Finding[] {
  const found: Finding[] = []
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

function columnFindings(then: CatalogRelation, now: CatalogRelation): Finding[] {
  const columns = new Map(now.columns.map((column) => [column.name, column]))
  const old = new Set(then.columns.map((column) => column.name))
  const changed = then.columns.filter((column) => columns.get(column.name)?.type !== column.type)
  const added = now.columns.filter((column) => !old.has(column.name))
  const found: Finding[] = []
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
      readonly permission: NonNullable<Finding['permission']>
      readonly guard: Finding['guard']
    }
  >
> = {
  r: { word: 'table', permission: 'new-table', guard: 'kept-results' },
  p: { word: 'partitioned table', permission: 'new-table', guard: 'kept-results' },
  f: { word: 'foreign table', permission: 'new-table', guard: 'kept-results' },
  m: { word: 'materialized view', permission: 'materialized-view', guard: 'kept-results' },
  v: { word: 'view', permission: 'view', guard: 'shadowing' },
}

function newRelationFindings(
  before: Catalog,
  after: Catalog,
  reference: { readonly before: Catalog; readonly after: Catalog },
): Finding[] {
  const known = new Set(before.relations.map((relation) => relation.oid))
  const names = new Set(before.relations.map((relation) => relation.name))
  const added = after.relations.filter((relation) => !known.has(relation.oid))
  const found = added.flatMap((relation): Finding[] => {
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

/** Functions, triggers, rules and other objects that the changes added. */
function codeFindings(before: Catalog, after: Catalog): Finding[] {
  const added = <T>(then: readonly T[], now: readonly T[]): readonly T[] => {
    const known = new Set(then.map((each) => JSON.stringify(each)))
    return now.filter((each) => !known.has(JSON.stringify(each)))
  }
  const functions = added(before.functions, after.functions)
  return [
    ...functions.map((each): Finding => ({
      guard: 'new-code',
      permission: 'function',
      message: `${code(each.name)} is a new function: it hides the work from EXPLAIN. Write it into the request.`,
    })),
    ...functions
      .filter((each) => /^\s*SET \w+ (?:TO|=)/m.test(each.definition))
      .map((each): Finding => ({
        guard: 'settings',
        message: `${code(each.name)} changes settings while it runs.`,
      })),
    ...added(before.triggers, after.triggers).map((each): Finding => ({
      guard: 'new-code',
      permission: 'trigger',
      message: `${code(each.name)} is a new trigger: every write to ${code(each.table)} pays for it.`,
    })),
    ...added(before.rules, after.rules).map((each): Finding => ({
      guard: 'shadowing',
      message: `Rule ${code(each.name)} answers in place of ${code(each.table)}.`,
    })),
    ...added(before.otherObjects, after.otherObjects)
      // PostgreSQL makes these by itself, for REFRESH … CONCURRENTLY too. A temporary table that stays is found as one.
      .filter(({ catalog, name }) => catalog !== 'pg_namespace' || !TEMPORARY_SCHEMA.test(name))
      .map(otherObject),
    ...added(before.extensions, after.extensions)
      .filter((name) => !indexExtension(name))
      .map((name): Finding => ({
        guard: 'not-allowed',
        permission: 'extension',
        message: `The lesson does not need the extension ${code(name)}.`,
      })),
  ]
}

const TEMPORARY_SCHEMA = /^pg_(?:toast_)?temp_\d+$/

function otherObject({ catalog, name }: { readonly catalog: string; readonly name: string }): Finding {
  if (catalog === 'pg_policy')
    return { guard: 'row-security', message: `Policy ${code(name)} hides rows from the request.` }
  if (catalog === 'pg_namespace' || catalog === 'pg_type')
    return {
      guard: catalog === 'pg_namespace' ? 'shadowing' : 'not-allowed',
      permission: 'type',
      message: `${code(name)} is a new ${catalog === 'pg_type' ? 'type' : 'schema'}; the lesson needs none.`,
    }
  return { guard: 'shadowing', message: `${code(name)} (${catalog}) changes what the request means.` }
}

function settingFindings(before: Catalog, after: Catalog): Finding[] {
  const found: Finding[] = []
  const then = new Map(before.settings.map((setting) => [setting.name, setting.value]))
  const changed = after.settings.filter(
    (setting) =>
      setting.name !== 'search_path' &&
      then.get(setting.name) !== setting.value &&
      !harmlessSetting(setting.name),
  )
  if (changed.length > 0)
    found.push({
      guard: 'settings',
      permission: 'settings',
      message: `${list(changed.map((setting) => code(`${setting.name} = ${setting.value}`)))}: settings only bend this one session; find out why the planner chooses what it chooses.`,
    })
  if (after.searchPath !== before.searchPath)
    found.push({
      guard: 'shadowing',
      message: `search_path is ${code(after.searchPath)}: the request has to find the lesson’s own tables.`,
    })
  if (after.roleSettings.join('\n') !== before.roleSettings.join('\n'))
    found.push({
      guard: 'settings',
      message: `Settings of a database or a role were changed (${list(after.roleSettings)}).`,
    })
  return found
}

/** Indexes may go where another one covers them; constraints may not. */
function dropFindings({ attempt }: Context): Finding[] {
  const { before, after } = catalogs(attempt)
  const indexes = droppedIndexes(attempt).flatMap((index): Finding[] => {
    if (index.constraint || index.unique)
      return [
        {
          guard: 'dropped',
          permission: 'drop-constraint',
          message: `${code(index.name)} keeps values unique: the application relies on it.`,
        },
      ]
    return after.indexes.some((other) => other.valid && startsWith(other, index))
      ? []
      : [
          {
            guard: 'dropped',
            permission: 'drop-index',
            message: `${code(index.name)} is dropped, and no other index begins with ${list(index.keys.map((key) => key.expression))}: other requests may need it.`,
          },
        ]
  })
  const tables = new Set(after.relations.map((relation) => relation.name))
  const left = new Set(after.constraints.map((each) => `${each.table} ${each.type} ${each.definition}`))
  const constraints = before.constraints
    .filter((each) => tables.has(each.table) && !left.has(`${each.table} ${each.type} ${each.definition}`))
    .map((each): Finding => ({
      guard: 'dropped',
      permission: 'drop-constraint',
      message: `Constraint ${code(each.name)} of ${code(each.table)} is gone: the application relies on it.`,
    }))
  return [...indexes, ...constraints]
}

/**
 * One requirement of a lesson. `kind` names a file of `grading/checks/`; the other keys are that kind's own
 * parameters, validated by its schema.
 */
export interface CheckSpec {
  readonly kind: string
  readonly [parameter: string]: unknown
}

/** What a lesson may open that grading refuses otherwise, and what it opens. */
export const PERMISSIONS = {
  'data-change': 'INSERT, UPDATE, DELETE, MERGE and TRUNCATE in the changes',
  'new-table': 'new tables, partitions and sequences',
  'materialized-view': 'materialized views and their refresh',
  view: 'new views',
  function: 'new functions and procedures',
  trigger: 'new triggers',
  procedural: 'DO blocks, CALL, and SELECT in the changes',
  'new-column': 'ALTER TABLE … ADD COLUMN, generated columns included',
  'alter-column': 'changing or dropping columns, their types, defaults and storage',
  rewrite: 'CLUSTER, VACUUM FULL and other rewrites of a table',
  rename: 'renaming tables and columns',
  'drop-index': 'dropping indexes that other requests may need',
  'drop-constraint': 'dropping constraints',
  'drop-table': 'dropping tables and views',
  settings: 'planner and session settings, in the changes and in the request',
  type: 'new types, domains and schemas',
  extension: 'extensions beyond the index extensions',
  prepare: 'PREPARE and EXECUTE in the request',
  'request-writes': 'writes and DDL in the request although the solution only reads',
} as const

export type Permission = keyof typeof PERMISSIONS

/** A second question: literals of the lesson's request and what to put in their place. */
export type LiteralVariant = Readonly<Record<string, string>>

/** Data disturbances that grading derives from the schema. */
export const DERIVED_PROBES = [
  'old-rows',
  'few-rows',
  'one-row',
  'duplicates',
  'ties',
  'nulls',
  'boundaries',
  'lookalikes',
  'written',
  'empty-groups',
  'empty-tables',
] as const

export type DerivedProbe = (typeof DERIVED_PROBES)[number]

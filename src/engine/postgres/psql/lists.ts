/** psql's lists: what each of its commands asks the catalog, in the columns of psql 18. */
import { nameCondition } from './pattern.ts'

/** A question to the catalog and the heading over its answer. */
export interface PsqlQuery {
  readonly title: string
  readonly sql: string
}

/** What follows the letters of a command. */
export interface Options {
  /** `+`: more columns. */
  readonly more: boolean
  /** `S`: the system's own, too. */
  readonly system: boolean
  readonly pattern: string
}

const owner = (column: string) => `pg_catalog.pg_get_userbyid(${column}) AS "Owner"`

/** Without a pattern psql leaves out what belongs to the system. */
const userOnly = ({ pattern, system }: Options): string =>
  pattern === '' && !system ? ` AND n.nspname NOT IN ('pg_catalog', 'information_schema')` : ''

const RELKINDS = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
    WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index' WHEN 'S' THEN 'sequence'
    WHEN 't' THEN 'TOAST table' WHEN 'f' THEN 'foreign table' END`

/** The condition on relations: `c` is pg_class, `n` pg_namespace. */
export const relationCondition = (options: Options): string =>
  userOnly(options) +
  ` AND n.nspname !~ '^pg_toast'` +
  nameCondition(options.pattern, {
    schema: 'n.nspname',
    name: 'c.relname',
    visible: 'pg_catalog.pg_table_is_visible(c.oid)',
  })

/** @param kinds letters of pg_class.relkind */
export function relations(title: string, kinds: string, options: Options): PsqlQuery {
  const indexes = kinds.includes('i')
  const stored = /[rmi]/.test(kinds)
  const columns = [
    'n.nspname AS "Schema"',
    'c.relname AS "Name"',
    `${RELKINDS} AS "Type"`,
    owner('c.relowner'),
    ...(indexes ? ['t.relname AS "Table"'] : []),
    ...(options.more
      ? [
          `CASE c.relpersistence WHEN 'p' THEN 'permanent' WHEN 't' THEN 'temporary' ELSE 'unlogged' END AS "Persistence"`,
          ...(stored ? ['am.amname AS "Access method"'] : []),
          'pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid)) AS "Size"',
          `pg_catalog.obj_description(c.oid, 'pg_class') AS "Description"`,
        ]
      : []),
  ]
  return {
    title,
    sql: `SELECT ${columns.join(',\n  ')}
FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
  LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
WHERE c.relkind IN (${kinds
      .split('')
      .map((kind) => `'${kind}'`)
      .join(', ')})${relationCondition(options)}
ORDER BY 1, 2`,
  }
}

export function databases({ more, pattern }: Options): PsqlQuery {
  return {
    title: 'List of databases',
    sql: `SELECT d.datname AS "Name", ${owner('d.datdba')}, pg_catalog.pg_encoding_to_char(d.encoding) AS "Encoding",
  CASE d.datlocprovider WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' END AS "Locale Provider",
  d.datcollate AS "Collate", d.datctype AS "Ctype",
  pg_catalog.array_to_string(d.datacl, E'\\n') AS "Access privileges"${
    more
      ? `,
  pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(d.oid)) AS "Size",
  pg_catalog.shobj_description(d.oid, 'pg_database') AS "Description"`
      : ''
  }
FROM pg_catalog.pg_database d WHERE true${nameCondition(pattern, { name: 'd.datname' })} ORDER BY 1`,
  }
}

export function schemas({ more, system, pattern }: Options): PsqlQuery {
  const own = system || pattern !== '' ? '' : ` AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`
  return {
    title: 'List of schemas',
    sql: `SELECT n.nspname AS "Name", ${owner('n.nspowner')}${
      more
        ? `,
  pg_catalog.array_to_string(n.nspacl, E'\\n') AS "Access privileges",
  pg_catalog.obj_description(n.oid, 'pg_namespace') AS "Description"`
        : ''
    }
FROM pg_catalog.pg_namespace n WHERE true${own}${nameCondition(pattern, { name: 'n.nspname' })} ORDER BY 1`,
  }
}

const FUNCTION_NAMES = {
  schema: 'n.nspname',
  name: 'p.proname',
  visible: 'pg_catalog.pg_function_is_visible(p.oid)',
}

export function functions(options: Options): PsqlQuery {
  return {
    title: 'List of functions',
    sql: `SELECT n.nspname AS "Schema", p.proname AS "Name",
  pg_catalog.pg_get_function_result(p.oid) AS "Result data type",
  pg_catalog.pg_get_function_arguments(p.oid) AS "Argument data types",
  CASE p.prokind WHEN 'a' THEN 'agg' WHEN 'w' THEN 'window' WHEN 'p' THEN 'proc' ELSE 'func' END AS "Type"${
    options.more
      ? `,
  CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS "Volatility",
  CASE p.proparallel WHEN 'r' THEN 'restricted' WHEN 's' THEN 'safe' ELSE 'unsafe' END AS "Parallel",
  ${owner('p.proowner')}, l.lanname AS "Language", pg_catalog.obj_description(p.oid, 'pg_proc') AS "Description"`
      : ''
  }
FROM pg_catalog.pg_proc p LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE true${userOnly(options)}${nameCondition(options.pattern, FUNCTION_NAMES)} ORDER BY 1, 2, 4`,
  }
}

export function extensions({ pattern }: Options): PsqlQuery {
  return {
    title: 'List of installed extensions',
    sql: `SELECT e.extname AS "Name", e.extversion AS "Version", a.default_version AS "Default version",
  n.nspname AS "Schema", pg_catalog.obj_description(e.oid, 'pg_extension') AS "Description"
FROM pg_catalog.pg_extension e LEFT JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
  LEFT JOIN pg_catalog.pg_available_extensions() a(name, default_version, comment) ON a.name = e.extname
WHERE true${nameCondition(pattern, { name: 'e.extname' })} ORDER BY 1`,
  }
}

export function roles({ more, system, pattern }: Options): PsqlQuery {
  const own = system || pattern !== '' ? '' : ` AND r.rolname !~ '^pg_'`
  return {
    title: 'List of roles',
    sql: `SELECT r.rolname AS "Role name", pg_catalog.concat_ws(', ',
  CASE WHEN r.rolsuper THEN 'Superuser' END, CASE WHEN NOT r.rolinherit THEN 'No inheritance' END,
  CASE WHEN r.rolcreaterole THEN 'Create role' END, CASE WHEN r.rolcreatedb THEN 'Create DB' END,
  CASE WHEN NOT r.rolcanlogin THEN 'Cannot login' END, CASE WHEN r.rolreplication THEN 'Replication' END,
  CASE WHEN r.rolbypassrls THEN 'Bypass RLS' END) AS "Attributes"${
    more ? `, pg_catalog.shobj_description(r.oid, 'pg_authid') AS "Description"` : ''
  }
FROM pg_catalog.pg_roles r WHERE true${own}${nameCondition(pattern, { name: 'r.rolname' })} ORDER BY 1`,
  }
}

/** The console's few psql commands: each becomes queries on the catalog. */
import { quotedLiteral } from '../../shared/quote.ts'

/** A question to the catalog and the heading over its answer. */
export interface MetaQuery {
  readonly title: string
  readonly sql: string
}

export type MetaOutcome =
  | { readonly ok: true; readonly queries: readonly MetaQuery[] }
  | { readonly ok: false; readonly message: string }

const NOT_SYSTEM = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`

function list(title: string, kinds: string, pattern: string): MetaQuery {
  const like = pattern === '' ? '' : ` AND c.relname LIKE ${quotedLiteral(pattern.replaceAll('*', '%'))}`
  return {
    title,
    sql: `SELECT n.nspname AS schema, c.relname AS name,
  CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
    WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index' WHEN 'S' THEN 'sequence' END AS type,
  (SELECT t.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class t ON t.oid = i.indrelid WHERE i.indexrelid = c.oid) AS "table",
  c.reltuples::bigint AS rows, pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid)) AS size
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = ANY (${quotedLiteral(kinds)}::"char"[]) AND ${NOT_SYSTEM}${like} ORDER BY 1, 2`,
  }
}

function describe(name: string): MetaQuery[] {
  const oid = `pg_catalog.to_regclass(${quotedLiteral(name)})`
  return [
    {
      title: name,
      sql: `SELECT a.attname AS column, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
  CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS nullable, pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default
FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ${oid} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    },
    {
      title: `Indexes of ${name}`,
      sql: `SELECT c.relname AS index, pg_catalog.pg_get_indexdef(c.oid) AS definition, pg_catalog.pg_relation_size(c.oid) / 8192 AS pages
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = ${oid} ORDER BY 1`,
    },
    {
      title: `Constraints of ${name}`,
      sql: `SELECT conname AS constraint, pg_catalog.pg_get_constraintdef(oid) AS definition FROM pg_catalog.pg_constraint
WHERE conrelid = ${oid} AND contype <> 'n' ORDER BY 1`,
    },
  ]
}

const HELP =
  'Known here: \\d [table], \\dt, \\di, \\dv, \\dm, \\ds [pattern], \\df (functions), \\dx (extensions). Everything else is SQL.'

/** Queries for one backslash command, e.g. `\d auth_user`. */
export function metaCommand(line: string): MetaOutcome {
  const [command = '', ...rest] = line.trim().replace(/;$/, '').split(/\s+/)
  const argument = rest.join(' ')
  switch (command.replace('+', '')) {
    case '\\d':
      return {
        ok: true,
        queries: argument === '' ? [list('Relations', '{r,p,v,m}', '')] : describe(argument),
      }
    case '\\dt':
      return { ok: true, queries: [list('Tables', '{r,p}', argument)] }
    case '\\di':
      return { ok: true, queries: [list('Indexes', '{i,I}', argument)] }
    case '\\dv':
      return { ok: true, queries: [list('Views', '{v}', argument)] }
    case '\\dm':
      return { ok: true, queries: [list('Materialized views', '{m}', argument)] }
    case '\\ds':
      return { ok: true, queries: [list('Sequences', '{S}', argument)] }
    case '\\df':
      return {
        ok: true,
        queries: [
          {
            title: 'Functions',
            sql: `SELECT n.nspname AS schema, p.proname AS name, pg_catalog.pg_get_function_result(p.oid) AS result, pg_catalog.pg_get_function_arguments(p.oid) AS arguments
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${NOT_SYSTEM} ORDER BY 1, 2`,
          },
        ],
      }
    case '\\dx':
      return {
        ok: true,
        queries: [
          {
            title: 'Extensions',
            sql: `SELECT a.name, a.installed_version AS installed, a.comment AS description FROM pg_catalog.pg_available_extensions a ORDER BY a.installed_version NULLS LAST, 1`,
          },
        ],
      }
    default:
      return {
        ok: false,
        message: `${command} is a command of psql that this console does not have. ${HELP}`,
      }
  }
}

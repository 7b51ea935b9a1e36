/**
 * Reads the database's catalog as plain data. Every name is schema-qualified, so that a changed search_path
 * cannot put something else in its place.
 */
import type { Database } from './database.ts'
import type { Catalog } from '../contract/index.ts'

/** OIDs below this are PostgreSQL's own (FirstNormalObjectId, src/include/access/transam.h). */
const FIRST_USER_OID = 16384
/** The schema public (PG_PUBLIC_NAMESPACE, src/include/catalog/pg_namespace.dat). */
const PUBLIC_OID = 2200

/** Objects in schemas that are not PostgreSQL's own, under whatever name; none of an extension's members. */
const userSchema = (namespace: string) =>
  `(${namespace} = ${PUBLIC_OID} OR ${namespace} >= ${FIRST_USER_OID})`
const noExtension = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = ${oid} AND d.deptype = 'e')`
const BLOCK = 8192
/**
 * Bytes of a relation's files, as a count from the file system: pg_relation_size and pg_table_size would open
 * every relation for the same figure, at ten times the cost.
 */
const fileBytes = (oid: string, forks: readonly string[]) =>
  forks
    .map(
      (fork) =>
        `COALESCE((pg_catalog.pg_stat_file(pg_catalog.pg_relation_filepath(${oid}) || '${fork}', true)).size, 0)`,
    )
    .join(' + ')
const MAIN = ['']
const FORKS = ['', '_fsm', '_vm']

const RELATIONS = `
SELECT c.oid::int8 AS oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
       CASE WHEN c.relkind IN ('r', 'm') THEN (${fileBytes('c.oid', MAIN)}) / ${BLOCK} ELSE 0 END AS pages,
       CASE WHEN c.relkind IN ('r', 'm') THEN ${fileBytes('c.oid', FORKS)} + ${fileBytes('c.reltoastrelid', FORKS)}
         + COALESCE((SELECT ${fileBytes('x.indexrelid', MAIN)} FROM pg_catalog.pg_index x WHERE x.indrelid = c.reltoastrelid), 0)
         ELSE 0 END AS bytes, c.reltuples AS tuples,
       c.relrowsecurity AS "rowSecurity", COALESCE(c.reloptions, '{}') AS options
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'v', 'p', 'f', 'S') AND ${userSchema('c.relnamespace')} AND ${noExtension('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname`

const COLUMNS = `
SELECT a.attrelid::int8 AS oid, a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "notNull",
       pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default, a.attgenerated <> '' AS generated, a.attstattarget AS "statisticsTarget", a.attoptions AS options,
       s.stadistinct AS distinct, s.stanullfrac AS "nullFraction"
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_statistic s ON s.starelid = a.attrelid AND s.staattnum = a.attnum AND NOT s.stainherit
WHERE c.relkind IN ('r', 'm', 'v', 'p', 'f') AND ${userSchema('c.relnamespace')} AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`

const COUNTERS = `
SELECT c.oid::int8 AS oid, pg_catalog.pg_relation_filenode(c.oid)::int8 AS filenode,
       pg_catalog.pg_stat_get_tuples_inserted(c.oid) AS inserted, pg_catalog.pg_stat_get_tuples_updated(c.oid) AS updated,
       pg_catalog.pg_stat_get_tuples_hot_updated(c.oid) AS "hotUpdated", pg_catalog.pg_stat_get_tuples_deleted(c.oid) AS deleted,
       pg_catalog.pg_stat_get_mod_since_analyze(c.oid) AS "modifiedSinceAnalyze"
FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'm', 'v', 'p', 'f', 'S') AND ${userSchema('c.relnamespace')}`

/** Bits of pg_index.indoption (src/include/catalog/pg_index.h). */
const INDOPTION_DESC = 1
const INDOPTION_NULLS_FIRST = 2

const INDEXES = `
SELECT c.oid::int8 AS oid, c.relname AS name, n.nspname AS schema, t.relname AS table, am.amname AS method,
       i.indisunique AS unique, i.indisprimary AS primary, i.indisvalid AS valid,
       EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')) AS constraint,
       (SELECT pg_catalog.json_agg(pg_catalog.json_build_object(
          'expression', CASE i.indkey[k - 1] WHEN 0 THEN pg_catalog.pg_get_indexdef(c.oid, k, true)
                             ELSE pg_catalog.quote_ident(a.attname) END,
          'isColumn', i.indkey[k - 1] <> 0,
          'descending', i.indoption[k - 1] & ${INDOPTION_DESC} <> 0,
          'nullsFirst', i.indoption[k - 1] & ${INDOPTION_NULLS_FIRST} <> 0,
          'opclass', o.opcname, 'collation', l.collname) ORDER BY k)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) k
        JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[k - 1]
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1]
        LEFT JOIN pg_catalog.pg_collation l ON l.oid = i.indcollation[k - 1] AND l.collname <> 'default') AS keys,
       COALESCE((SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(c.oid, k, true) ORDER BY k)
        FROM pg_catalog.generate_series(i.indnkeyatts + 1, i.indnatts) k), '[]') AS include,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
       pg_catalog.pg_get_indexdef(c.oid) AS definition,
       (SELECT p.relname FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
        WHERE h.inhrelid = c.oid) AS parent,
       ${fileBytes('c.oid', MAIN)} AS bytes,
       pg_catalog.pg_stat_get_numscans(c.oid) AS scans
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am am ON am.oid = c.relam
WHERE ${userSchema('c.relnamespace')} AND ${noExtension('pg_class', 'c.oid')}
ORDER BY t.relname, c.relname`

const CONSTRAINTS = `
SELECT k.conname AS name, t.relname AS table, k.contype AS type, pg_catalog.pg_get_constraintdef(k.oid) AS definition,
       k.convalidated AS validated, f.relname AS references
FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class t ON t.oid = k.conrelid
LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
WHERE ${userSchema('k.connamespace')} AND k.contype IN ('p', 'u', 'f', 'c', 'n', 'x') ORDER BY t.relname, k.conname`

const STATISTICS = `
SELECT e.stxname AS name, t.relname AS table, pg_catalog.pg_get_statisticsobjdef(e.oid) AS definition,
       EXISTS (SELECT 1 FROM pg_catalog.pg_statistic_ext_data x WHERE x.stxoid = e.oid) AS built
FROM pg_catalog.pg_statistic_ext e JOIN pg_catalog.pg_class t ON t.oid = e.stxrelid ORDER BY e.stxname`

const FUNCTIONS = `
SELECT n.nspname AS schema, p.proname AS name, l.lanname AS language,
       CASE WHEN p.prokind IN ('f', 'p') THEN pg_catalog.pg_get_functiondef(p.oid) ELSE p.proname END AS definition
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE p.oid >= ${FIRST_USER_OID} AND ${noExtension('pg_proc', 'p.oid')} ORDER BY n.nspname, p.proname, p.oid`

const TRIGGERS = `
SELECT g.tgname AS name, t.relname AS table, pg_catalog.pg_get_triggerdef(g.oid) AS definition
FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
UNION ALL SELECT e.evtname, 'event trigger', e.evtevent FROM pg_catalog.pg_event_trigger e ORDER BY 1, 2`

const RULES = `
SELECT r.rulename AS name, t.relname AS table FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class t ON t.oid = r.ev_class
WHERE r.rulename <> '_RETURN' AND r.oid >= ${FIRST_USER_OID} ORDER BY 1, 2`

const other = (catalog: string, name: string) =>
  `SELECT '${catalog}' AS catalog, ${name} AS name FROM pg_catalog.${catalog} o WHERE o.oid >= ${FIRST_USER_OID} AND ${noExtension(catalog, 'o.oid')}`

const OTHER_OBJECTS = [
  other('pg_operator', 'o.oprname'),
  other(
    'pg_cast',
    `pg_catalog.format_type(o.castsource, NULL) || ' AS ' || pg_catalog.format_type(o.casttarget, NULL)`,
  ),
  other('pg_opclass', 'o.opcname'),
  other('pg_am', 'o.amname'),
  other('pg_policy', 'o.polname'),
  other('pg_namespace', 'o.nspname'),
  `SELECT 'pg_type' AS catalog, o.typname AS name FROM pg_catalog.pg_type o WHERE o.oid >= ${FIRST_USER_OID} AND o.typtype IN ('b', 'd', 'e', 'r') AND o.typelem = 0 AND o.typrelid = 0 AND ${noExtension('pg_type', 'o.oid')}`,
].join(' UNION ALL ')

const SETTINGS = `
SELECT name, pg_catalog.current_setting(name) AS value, reset_val AS pinned FROM pg_catalog.pg_settings
WHERE source NOT IN ('default', 'override', 'environment variable', 'configuration file', 'command line') ORDER BY name`

const ROLE_SETTINGS = `
SELECT COALESCE(d.datname || ' ', '') || COALESCE(r.rolname || ' ', '') || pg_catalog.array_to_string(s.setconfig, ', ') AS text
FROM pg_catalog.pg_db_role_setting s LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole ORDER BY 1`

async function json<T>(instance: Database, query: string): Promise<T[]> {
  const rows = await instance.rows(`SELECT pg_catalog.json_agg(pg_catalog.row_to_json(q)) FROM (${query}) q`)
  return JSON.parse(rows[0]?.[0] ?? '[]') as T[]
}

type Relation = Catalog['relations'][number]
type Index = Catalog['indexes'][number]

/** How often rows of a relation were written, and the file it is in: what a measurement's own writes would blur. */
export type RelationCounters = ReadonlyMap<
  number,
  Pick<Relation, 'filenode' | 'inserted' | 'updated' | 'hotUpdated' | 'deleted' | 'modifiedSinceAnalyze'>
>

/** Counters of all user relations as they stand. */
export async function readCounters(instance: Database): Promise<RelationCounters> {
  await instance.exec('SELECT pg_catalog.pg_stat_force_next_flush(), pg_catalog.pg_stat_clear_snapshot()')
  type Counters = Pick<
    Relation,
    'oid' | 'filenode' | 'inserted' | 'updated' | 'hotUpdated' | 'deleted' | 'modifiedSinceAnalyze'
  >
  return new Map((await json<Counters>(instance, COUNTERS)).map(({ oid, ...counters }) => [oid, counters]))
}

const NO_COUNTERS = {
  filenode: 0,
  inserted: 0,
  updated: 0,
  hotUpdated: 0,
  deleted: 0,
  modifiedSinceAnalyze: 0,
}

/**
 * The catalog as it stands, with the counters given or, without them, those of this moment.
 * @throws PostgresError where the catalog is damaged
 */
export async function readCatalog(instance: Database, given?: RelationCounters): Promise<Catalog> {
  const counters = given ?? (await readCounters(instance))
  const columns = new Map<number, Relation['columns'][number][]>()
  for (const { oid, ...column } of await json<Relation['columns'][number] & { oid: number }>(
    instance,
    COLUMNS,
  )) {
    columns.set(oid, [...(columns.get(oid) ?? []), column])
  }
  const relations = await json<Relation>(instance, RELATIONS)
  return {
    relations: relations.map((relation) => ({
      ...relation,
      ...(counters.get(relation.oid) ?? NO_COUNTERS),
      columns: columns.get(relation.oid) ?? [],
    })),
    indexes: (await json<Omit<Index, 'pages'>>(instance, INDEXES)).map((index) => ({
      ...index,
      pages: index.bytes / BLOCK,
    })),
    constraints: await json<Catalog['constraints'][number]>(instance, CONSTRAINTS),
    statistics: await json<Catalog['statistics'][number]>(instance, STATISTICS),
    functions: await json<Catalog['functions'][number]>(instance, FUNCTIONS),
    triggers: await json<Catalog['triggers'][number]>(instance, TRIGGERS),
    rules: await json<Catalog['rules'][number]>(instance, RULES),
    otherObjects: await json<Catalog['otherObjects'][number]>(instance, OTHER_OBJECTS),
    extensions: (await instance.rows('SELECT extname FROM pg_catalog.pg_extension ORDER BY 1')).map(
      (row) => row[0] ?? '',
    ),
    settings: await json<Catalog['settings'][number]>(instance, SETTINGS),
    roleSettings: (await instance.rows(ROLE_SETTINGS)).map((row) => row[0] ?? ''),
    searchPath: (await instance.rows('SHOW search_path'))[0]?.[0] ?? '',
  }
}

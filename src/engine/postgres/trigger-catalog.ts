/** The triggers of user tables and the foreign keys behind them, as far as telling their work apart needs it. */
import type { Database } from './database.ts'

export interface ForeignKey {
  readonly name: string
  /** Tables as PostgreSQL's own checks quote them: `"public"."toot"`. */
  readonly child: string
  readonly parent: string
  /** Quoted columns: `"shared_id"`. */
  readonly childColumns: readonly string[]
  readonly parentColumns: readonly string[]
}

export interface UserTrigger {
  readonly name: string
  /** Name of the table without its schema, as EXPLAIN prints it. */
  readonly relation: string
  /** `tr()` without its arguments and schema, as PostgreSQL's CONTEXT names it. */
  readonly function: string
  readonly timing: 'before' | 'after'
}

export interface TriggerCatalog {
  readonly foreignKeys: readonly ForeignKey[]
  readonly triggers: readonly UserTrigger[]
}

const QUOTED = (relation: string) =>
  `(SELECT pg_catalog.concat('"', pg_catalog.replace(n.nspname::pg_catalog.text, '"', '""'), '"."', pg_catalog.replace(c.relname::pg_catalog.text, '"', '""'), '"') FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ${relation})`

const COLUMNS = (relation: string, keys: string) =>
  `(SELECT pg_catalog.json_agg(pg_catalog.concat('"', pg_catalog.replace(a.attname::pg_catalog.text, '"', '""'), '"')) FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${keys}))`

const FOREIGN_KEYS = `SELECT k.conname, ${QUOTED('k.conrelid')}, ${QUOTED('k.confrelid')}, ${COLUMNS('k.conrelid', 'k.conkey')}, ${COLUMNS('k.confrelid', 'k.confkey')}
FROM pg_catalog.pg_constraint k WHERE k.contype = 'f' ORDER BY k.oid`

const USER_TRIGGERS = `SELECT t.tgname, c.relname, p.proname, t.tgtype & 2
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal ORDER BY t.oid`

/** Reads them as they stand. */
export async function readTriggerCatalog(database: Database): Promise<TriggerCatalog> {
  const list = (text: string | null | undefined) => JSON.parse(text ?? '[]') as string[]
  return {
    foreignKeys: (await database.rows(FOREIGN_KEYS)).map((row) => ({
      name: row[0] ?? '',
      child: row[1] ?? '',
      parent: row[2] ?? '',
      childColumns: list(row[3]),
      parentColumns: list(row[4]),
    })),
    triggers: (await database.rows(USER_TRIGGERS)).map((row) => ({
      name: row[0] ?? '',
      relation: row[1] ?? '',
      function: row[2] ?? '',
      // Bit 1 of tgtype: TRIGGER_TYPE_BEFORE (catalog/pg_trigger.h).
      timing: row[3] === '2' ? 'before' : 'after',
    })),
  }
}

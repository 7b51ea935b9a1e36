/** Tables, columns and keys as an editor needs them: what names there are, and how tables belong together. */

export interface SchemaColumn {
  readonly name: string
  /** As PostgreSQL prints it; empty where it is not known. */
  readonly type: string
  readonly key?: 'primary' | 'foreign'
}

export interface SchemaTable {
  readonly schema: string
  readonly name: string
  /** What it is in words: `table`, `view`, `materialized view` … */
  readonly kind: string
  /** The planner's row count; null where it is not known. */
  readonly rows: number | null
  /** null where they are not known: then any name may be one of them. */
  readonly columns: readonly SchemaColumn[] | null
}

export interface ForeignKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly references: string
  readonly referencedColumns: readonly string[]
}

export interface Schema {
  readonly tables: readonly SchemaTable[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly indexes: readonly { readonly name: string; readonly table: string }[]
  /** Functions that are not PostgreSQL's own. */
  readonly functions: readonly string[]
  /** Something may have made tables or columns whose names are not told, e.g. a DO block. */
  readonly incomplete: boolean
}

export const EMPTY_SCHEMA: Schema = {
  tables: [],
  foreignKeys: [],
  indexes: [],
  functions: [],
  incomplete: false,
}

/** The table of a name as written: with its schema, or the one of that name, `public` before others. */
export function findTable(schema: Schema, parts: readonly string[]): SchemaTable | undefined {
  const name = parts.at(-1)
  const within = parts.at(-2)
  const found = schema.tables.filter(
    (table) => table.name === name && (within === undefined || table.schema === within),
  )
  return found.find((table) => table.schema === 'public') ?? found[0]
}

/** The database as its catalog describes it: plain data, part of the protocol. */

/** One relation of the catalog as it stands after the changes. Sizes in bytes, pages of 8 kB. */
export interface CatalogRelation {
  readonly oid: number
  readonly schema: string
  readonly name: string
  /** pg_class.relkind: r table, i index, m materialized view, v view, p partitioned table, I partitioned index, S sequence, f foreign table. */
  readonly kind: string
  readonly persistence: string
  readonly filenode: number
  readonly pages: number
  readonly bytes: number
  /** pg_class.reltuples: the planner's row count, -1 if never analyzed. */
  readonly tuples: number
  readonly inserted: number
  readonly updated: number
  readonly hotUpdated: number
  readonly deleted: number
  readonly modifiedSinceAnalyze: number
  readonly rowSecurity: boolean
  /** Storage parameters, e.g. `fillfactor=70`. */
  readonly options: readonly string[]
  readonly columns: readonly CatalogColumn[]
}

export interface CatalogColumn {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  /** Default expression, or the expression of a generated column. */
  readonly default: string | null
  readonly generated: boolean
  readonly statisticsTarget: number | null
  /** Per-column options such as `n_distinct=…`. */
  readonly options: readonly string[] | null
  /** From pg_stats; null if the column has none. */
  readonly distinct: number | null
  readonly nullFraction: number | null
}

export interface CatalogIndex {
  readonly oid: number
  readonly name: string
  readonly schema: string
  readonly table: string
  readonly method: string
  readonly unique: boolean
  readonly primary: boolean
  readonly valid: boolean
  readonly constraint: boolean
  /** Key columns or expressions as pg_get_indexdef prints them, with direction, NULLS order, collation and operator class. */
  readonly keys: readonly CatalogIndexKey[]
  readonly include: readonly string[]
  /** Predicate of a partial index as pg_get_expr prints it. */
  readonly predicate: string | null
  readonly definition: string
  /** The partitioned index that this index of a partition belongs to. */
  readonly parent?: string | null
  readonly pages: number
  readonly bytes: number
  readonly scans: number
}

export interface CatalogIndexKey {
  /** Column name, or the expression. */
  readonly expression: string
  readonly isColumn: boolean
  readonly descending: boolean
  readonly nullsFirst: boolean
  readonly opclass: string
  readonly collation: string | null
}

export interface CatalogConstraint {
  readonly name: string
  readonly table: string
  /** pg_constraint.contype: p, u, f, c, n, x, t. */
  readonly type: string
  readonly definition: string
  readonly validated: boolean
  readonly references: string | null
}

/** The database as the catalog describes it. */
export interface Catalog {
  readonly relations: readonly CatalogRelation[]
  readonly indexes: readonly CatalogIndex[]
  readonly constraints: readonly CatalogConstraint[]
  readonly statistics: readonly {
    readonly name: string
    readonly table: string
    readonly definition: string
    readonly built: boolean
  }[]
  readonly functions: readonly {
    readonly schema: string
    readonly name: string
    readonly language: string
    readonly definition: string
  }[]
  readonly triggers: readonly { readonly name: string; readonly table: string; readonly definition: string }[]
  readonly rules: readonly { readonly name: string; readonly table: string }[]
  /** Schemas, types, operators, casts, operator classes, access methods and policies that are not PostgreSQL's own. */
  readonly otherObjects: readonly { readonly catalog: string; readonly name: string }[]
  readonly extensions: readonly string[]
  /** Settings that differ from the pinned ones in this session. */
  readonly settings: readonly { readonly name: string; readonly value: string; readonly pinned: string }[]
  /** ALTER DATABASE / ALTER ROLE … SET entries. */
  readonly roleSettings: readonly string[]
  readonly searchPath: string
}

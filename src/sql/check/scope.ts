/** What names mean at a place of a parse tree. */

/** Rows that a query reads, and what they are called. */
export interface NamedRows {
  /** What qualifies its columns; null where nothing does. */
  readonly alias: string | null
  /** null where they are not known: then any name may be one of them. */
  readonly columns: readonly string[] | null
  /** The table's name, where it is one and is called otherwise. */
  readonly table?: string
}

export interface Scope {
  readonly rows: readonly NamedRows[]
  /** Names that stand for a whole expression: those of the SELECT list, in ORDER BY and GROUP BY. */
  readonly outputs?: readonly string[]
  readonly outer: Scope | undefined
}

/** Columns that every table has. https://www.postgresql.org/docs/18/ddl-system-columns.html */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid'])

type Resolved =
  | { readonly kind: 'known' }
  | { readonly kind: 'no-column'; readonly rows: NamedRows }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'nowhere' }

const KNOWN: Resolved = { kind: 'known' }

function* scopes(scope: Scope | undefined): Generator<Scope> {
  for (let each = scope; each; each = each.outer) yield each
}

/** What `qualifier.name` is, or `name` alone. */
export function resolve(scope: Scope, qualifier: string | undefined, name: string): Resolved {
  if (qualifier !== undefined) {
    for (const { rows } of scopes(scope)) {
      const found = rows.find(({ alias }) => alias === qualifier)
      if (found) return hasColumn(found, name) ? KNOWN : { kind: 'no-column', rows: found }
    }
    return { kind: 'no-rows' }
  }
  for (const { rows, outputs } of scopes(scope)) {
    if (outputs?.includes(name)) return KNOWN
    // The name of a source is its whole row.
    if (rows.some((each) => each.alias === name || hasColumn(each, name))) return KNOWN
  }
  return { kind: 'nowhere' }
}

const hasColumn = ({ columns }: NamedRows, name: string): boolean =>
  columns === null || columns.includes(name) || SYSTEM_COLUMNS.has(name)

/** All names of columns in sight, for a word about a mistyped one. */
export const columnsInSight = (scope: Scope): string[] =>
  [...scopes(scope)].flatMap(({ rows }) => rows.flatMap(({ columns }) => columns ?? []))

/** All names that qualify columns. */
export const aliasesInSight = (scope: Scope): string[] =>
  [...scopes(scope)].flatMap(({ rows }) => rows.flatMap(({ alias }) => alias ?? []))

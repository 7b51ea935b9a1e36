/** Rows of a result, as values in PostgreSQL's text format. */

/** Rows kept of each result unless a job asks for more. */
export const ROWS_KEPT = 500

export interface Column {
  readonly name: string
  /** Type as PostgreSQL prints it, e.g. `timestamp with time zone`. */
  readonly type: string
  readonly typeOid: number
}

/** Values as PostgreSQL's text format gives them; null is SQL NULL. */
export type Row = readonly (string | null)[]

/** Rows of one statement. `rows` holds at most the first `ROWS_KEPT`; `count` is the true number. */
export interface RowSet {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly count: number
  /** Order-independent digest over all rows (values, NULLs and column types), hex. */
  readonly bagDigest: string
  /** Order-dependent digest over all rows, hex. */
  readonly listDigest: string
  /** Bytes of all rows in PostgreSQL's text format. */
  readonly bytes: number
}

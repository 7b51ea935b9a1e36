/** What new indexes cost. */

/** What 1,000 rows written in one way cost without and with an index. Buffers of 8 kB, WAL in bytes. */
export interface WriteCost {
  readonly operation: 'insert' | 'update-indexed' | 'update-other'
  /** The column that is updated. */
  readonly column?: string
  readonly rows: number
  readonly without: { readonly buffers: number; readonly walBytes: number; readonly hotUpdates: number }
  readonly with: { readonly buffers: number; readonly walBytes: number; readonly hotUpdates: number }
}

/** What one new index costs. `buildMs` is null where its statement cannot be told apart. */
export interface IndexBill {
  readonly index: string
  readonly table: string
  readonly definition: string
  readonly pages: number
  readonly bytes: number
  readonly buildMs: number | null
  readonly costs: readonly WriteCost[]
}

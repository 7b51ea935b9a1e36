/** The texts of the editor's two panes. */
export interface PaneText {
  /** SQL applied before measuring. */
  readonly changes: string
  /** The request: what is measured, with its `-- @for-each-row` lines. */
  readonly query: string
}

export type PaneName = keyof PaneText

/** An experiment: what a Run measures. */
export interface Experiment extends PaneText {
  /** Name of a dataset, e.g. `entreprinder`. */
  readonly dataset: string
  /** Scale of the dataset; 1 is about a million rows. */
  readonly scale: number
  /** The author's words about it; plain text. */
  readonly notes: string
}

/** What an engine is opened on. */

/** Dataset to open: name and scale of a built snapshot. */
export interface DatasetRef {
  readonly dataset: string
  readonly scale: number
}

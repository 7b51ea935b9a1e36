/** A node of one of the plans on screen, chosen in the list of findings. */
export interface Selection {
  readonly nodeId: string
  readonly side: 'before' | 'after'
  /** Number of the statement on that side, from 0. */
  readonly statement: number
}

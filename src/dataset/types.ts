/** A dataset as its `seed-data/<name>/dataset.yaml` describes it, as far as a page needs it. */
export interface Dataset {
  /** Equal to its folder's name; experiments, links and lessons say it. */
  readonly name: string
  /** What people call it. */
  readonly title: string
  /** Whether a page starts with it, and an experiment without a dataset of its own runs on it; true of one. */
  readonly isDefault: boolean
  /** Scales that are built and published. */
  readonly scales: readonly number[]
  /** One of `scales`. */
  readonly defaultScale: number
  /** Titles of the platforms that its lessons are about, by the name that a lesson uses. */
  readonly platforms: Readonly<Record<string, string>>
  /** What the free experiment begins with. */
  readonly firstQuery: string
}

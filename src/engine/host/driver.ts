/** What each kind of engine does in its own way. `remembering` makes an engine of it. */
import type { Catalog, Engine, Job, Measurement, OnProgress, Outcome } from '../contract/index.ts'

export interface Driver extends Omit<Engine, 'measure' | 'measureOnce' | 'remembered'> {
  /** @param catalogBefore the catalog before the job's changes, where it is known: reading it takes a database of its own */
  measure(job: Job, catalogBefore: Catalog | undefined, onProgress: OnProgress): Promise<Outcome<Measurement>>
}

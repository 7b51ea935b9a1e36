/** Remembers catalogs before changes: they depend on dataset and setup alone, and reading one costs a start. */
import type { Catalog, Job, Measurement, Outcome } from '../contract/index.ts'

const KEPT = 4

const keyOf = (job: Job) => JSON.stringify([job.dataset, job.scale, job.setup ?? ''])

export class CatalogMemo {
  private readonly known = new Map<string, Catalog>()

  /** The job, with what is known about its catalog. */
  complete(job: Job): Job {
    const before = job.catalog ? this.known.get(keyOf(job)) : undefined
    return before ? { ...job, catalogBefore: before } : job
  }

  /** Learns from a job's outcome. */
  learn(job: Job, outcome: Outcome<Measurement>): void {
    if (!outcome.ok || !outcome.value.catalog) return
    this.known.delete(keyOf(job))
    this.known.set(keyOf(job), outcome.value.catalog.before)
    for (const key of this.known.keys()) {
      if (this.known.size <= KEPT) break
      this.known.delete(key)
    }
  }
}

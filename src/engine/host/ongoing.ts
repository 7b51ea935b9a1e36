/** A measurement on its way, for everybody who waits for it. */
import type { EngineProgress, Measurement, OnProgress, Outcome } from '../contract/index.ts'

export class Ongoing {
  private readonly listeners = new Set<OnProgress>()
  /** What a later listener has to know: the measurements that were told, and where things stand. */
  private readonly milestones: EngineProgress[] = []
  private latest: EngineProgress | undefined
  private readonly outcome: Promise<Outcome<Measurement>>

  constructor(start: (tell: OnProgress) => Promise<Outcome<Measurement>>) {
    this.outcome = start((progress) => this.tell(progress)).finally(() => this.listeners.clear())
  }

  /** The outcome; `onProgress` hears what it has missed, and what is still to come until then. */
  join(onProgress?: OnProgress): Promise<Outcome<Measurement>> {
    if (onProgress) {
      for (const progress of this.milestones) onProgress(progress)
      if (this.latest) onProgress(this.latest)
      this.listeners.add(onProgress)
    }
    return this.outcome
  }

  private tell(progress: EngineProgress): void {
    if ('measurement' in progress) {
      this.milestones.push(progress)
      this.latest = undefined
    } else this.latest = progress
    for (const listener of this.listeners) listener(progress)
  }
}

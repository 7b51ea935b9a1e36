/** Serves calls one after the other, and lets Stop take back those that wait. */
import type { Outcome } from '../contract/index.ts'
import { internal, STOPPED } from './outcomes.ts'

export class CallQueue {
  private last: Promise<unknown> = Promise.resolve()
  private generation = 0
  private pending = 0
  private closed = false

  /** Whether anything runs or waits. */
  get busy(): boolean {
    return this.pending > 0
  }

  /**
   * Runs `work` when all calls before it have settled. Its argument tells whether Stop came meanwhile: whatever fails
   * from then on was stopped.
   */
  run<T>(work: (stopped: () => boolean) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const call = this.last.then(this.guarded(work))
    this.last = call
    return call
  }

  /** Runs `work` at once, beside the others. */
  beside<T>(work: (stopped: () => boolean) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.guarded(work)()
  }

  /** Takes back what waits. Whoever calls this ends what runs. */
  stop(): void {
    this.generation++
  }

  /** As `stop`, for good. */
  close(): void {
    this.closed = true
  }

  private guarded<T>(work: (stopped: () => boolean) => Promise<Outcome<T>>): () => Promise<Outcome<T>> {
    const { generation } = this
    const stopped = () => this.closed || generation !== this.generation
    this.pending++
    return async () => {
      try {
        if (stopped()) return STOPPED
        const outcome = await work(stopped)
        return !outcome.ok && stopped() ? STOPPED : outcome
      } catch (error) {
        return stopped() ? STOPPED : internal(error)
      } finally {
        this.pending--
      }
    }
  }
}

/** An engine over a lab of databases in the caller's own thread, or behind a socket of its own. */
import { CallQueue } from './call-queue.ts'
import type { Driver } from './driver.ts'
import { remembering } from './remembering.ts'
import type { DatasetRef, Engine, EngineTraits } from '../contract/index.ts'
import type { Lab } from '../postgres/database.ts'
import { Session } from '../measuring/session.ts'

export interface LabEngineOptions {
  readonly dataset: DatasetRef
  readonly traits: EngineTraits
  readonly lab: Lab
  /** Ends the statement that runs, where that can be done. */
  readonly interrupt?: () => void
}

export function createLabEngine({ dataset, traits, lab, interrupt }: LabEngineOptions): Engine {
  const session = new Session(lab)
  const queue = new CallQueue()
  const driver: Driver = {
    dataset,
    traits,
    get busy() {
      return queue.busy
    },
    measure: (...args) => queue.run(() => session.measure(...args)),
    console: (...args) => queue.run(() => session.console(...args)),
    catalog: (...args) => queue.run(() => session.catalog(...args)),
    bill: (...args) => queue.run(() => session.bill(...args)),
    reset: () => void queue.run(() => session.reset()),
    stop() {
      queue.stop()
      interrupt?.()
    },
    close() {
      queue.close()
      interrupt?.()
      return lab.close()
    },
  }
  return remembering(driver)
}

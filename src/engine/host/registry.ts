/** The engines that are open: the same one for the same dataset, and no more of them than memory allows. */
import type { DatasetRef, Engine } from '../contract/index.ts'

/**
 * Opens engines when they are asked for, at most `limit` at a time. For one more, the least recently used is closed:
 * one that is idle, or where all are busy one that is not (its calls resolve to `stopped`).
 */
export function engineRegistry(
  open: (dataset: DatasetRef) => Engine,
  limit: number,
): (dataset: DatasetRef) => Engine {
  /** In the order in which they were last asked for. */
  const engines = new Map<string, Engine>()
  const makeRoom = () => {
    while (engines.size >= limit) {
      const [oldest] = engines
      const closing = [...engines].find(([, engine]) => !engine.busy) ?? oldest
      if (!closing) return
      engines.delete(closing[0])
      void closing[1].close()
    }
  }
  return (dataset) => {
    const key = `${dataset.dataset}@${dataset.scale}`
    let engine = engines.get(key)
    engines.delete(key)
    if (!engine) {
      makeRoom()
      engine = open({ dataset: dataset.dataset, scale: dataset.scale })
    }
    engines.set(key, engine)
    return engine
  }
}
